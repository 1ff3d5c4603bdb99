"""The record: definitions, actuals and every revision of them."""
