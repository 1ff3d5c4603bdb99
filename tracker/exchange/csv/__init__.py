"""CSV files: their encoding, delimiter and rows."""
