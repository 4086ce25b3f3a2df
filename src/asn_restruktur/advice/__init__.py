"""What follows from the findings?"""
