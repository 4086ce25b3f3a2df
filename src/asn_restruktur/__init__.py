"""Restructuring the units, functions and civil servants of a regional government."""

__version__ = "0.1.0"
