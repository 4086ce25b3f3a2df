"""What do published organograms of other governments say?"""
