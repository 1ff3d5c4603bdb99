"""One indicator in several zones."""
