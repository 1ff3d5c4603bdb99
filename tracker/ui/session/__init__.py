"""Whose visit it is: the store, the person, their language, screen and view settings."""
