"""One plan: its head, its goals as a table, its files."""
