"""Slide sets as they stand, and their history."""
