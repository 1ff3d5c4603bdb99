"""Bundles checked, loaded and written."""
