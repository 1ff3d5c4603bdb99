"""One goal: its report, its reported values, and what a supposed value would do."""
