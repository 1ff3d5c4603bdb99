"""A deck as a PowerPoint file with native charts and tables."""
