"""What a reviewer accepts or returns."""
