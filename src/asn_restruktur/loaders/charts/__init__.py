"""What does this drawn chart say: which boxes stand on it, and which lines join them?"""
