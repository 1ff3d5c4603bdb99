"""Accounts, passwords, history."""
