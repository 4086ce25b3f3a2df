"""How is a regulation text read into units, posts and function statements?"""
