"""Which of our tables does a sheet hold, in which rows and columns?"""
