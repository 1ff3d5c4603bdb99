"""What people type: goals in a plan's words, values of a yearly round, and the form they come back in."""
