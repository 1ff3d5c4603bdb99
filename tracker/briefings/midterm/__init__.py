"""The mid-term report on one plan."""
