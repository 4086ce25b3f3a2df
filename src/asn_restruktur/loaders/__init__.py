"""What do these files say, and in which cell?"""
