"""Whose visit it is: the store, the person and what they may, their screen."""
