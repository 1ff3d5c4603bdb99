"""The yearly round: what is owed, typed, pasted, uploaded and submitted."""
