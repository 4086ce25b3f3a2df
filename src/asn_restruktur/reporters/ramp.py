"""Which strength of colour does a number get? The limits are fixed, so two reports compare."""

CUTS = {"overlaps": (1, 2, 3, 5, 8), "findings": (1, 3, 6, 10, 20)}
"""The least number of each class from 1 on, by measure."""

FILLS = ("#F4F4F1", "#FBEBDA", "#F6CFA6", "#E59B58", "#B9560F", "#742C06")
"""Fill of each class, from none to the strongest."""

INKS = ("#1A1D21", "#1A1D21", "#1A1D21", "#1A1D21", "#FFFFFF", "#FFFFFF")
"""Ink on each fill; contrast 4.8 and more."""
