"""Copies of the store, and putting one back."""
