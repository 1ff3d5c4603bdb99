"""Accounts, sessions and passwords: who may get in."""
