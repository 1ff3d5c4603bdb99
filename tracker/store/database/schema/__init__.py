"""The tables of the store, written once: columns, keys, checks and indexes."""
