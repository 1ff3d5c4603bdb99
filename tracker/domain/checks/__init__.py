"""What cannot be stored, and what is doubted."""
