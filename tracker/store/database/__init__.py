"""The database itself: where it is, how it is opened, its dialects, its schema and copies of it."""
