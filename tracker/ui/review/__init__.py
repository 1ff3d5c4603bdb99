"""Review: a reviewer accepts or returns."""
