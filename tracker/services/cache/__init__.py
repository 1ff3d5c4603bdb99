"""Answers kept by the store's version: definitions, goals as columns, verdicts."""
