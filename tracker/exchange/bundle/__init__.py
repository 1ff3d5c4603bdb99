"""Bundles read and written."""
