"""Which numbers come from which regulation?"""
