"""Tables as they come in: rows of texts with their lines, cells read to values, problems listed."""
