"""How is it shown what was understood of the files that were given?"""
