"""What stands in the cells of these files, whatever their form?"""
