"""Slide sets: proposed, kept, refreshed."""
