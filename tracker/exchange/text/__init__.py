"""Articles and plans read into statements."""
