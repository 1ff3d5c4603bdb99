"""One plan's goals: judged, in words and as tables to take away."""
