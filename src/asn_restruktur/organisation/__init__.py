"""What is an organisation?"""
