"""Accounts, their sessions and what was done with them."""
