"""One goal: its verdict, its chart, its record."""
