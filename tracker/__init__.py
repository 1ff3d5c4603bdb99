"""A tracker of development-plan goals: what was promised, what was reported, and who is on track."""
