"""One goal over time: its timeline, its glide path with marks and labels, and its spark line."""
