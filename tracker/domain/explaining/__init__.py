"""A verdict in words: what is asked, why it is so, with which arithmetic, and what is missing."""
