"""Slide sets: made, arranged, presented."""
