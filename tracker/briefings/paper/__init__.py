"""Decks and documents as PDF and Word files."""
