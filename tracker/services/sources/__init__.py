"""The documents that numbers come from."""
