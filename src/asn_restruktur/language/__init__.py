"""What does a function statement say?"""
