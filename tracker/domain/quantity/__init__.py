"""Units of measure, and numbers as people write them."""
