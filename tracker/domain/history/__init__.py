"""What the history of a store is made of."""
