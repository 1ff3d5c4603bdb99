"""Goals and actuals taken from a text."""
