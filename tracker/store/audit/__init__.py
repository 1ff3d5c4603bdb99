"""Who changed what and when, in chains of hashes, and whether they are whole."""
