"""A deck as a web page in one file, and as the presenting page shows it."""
