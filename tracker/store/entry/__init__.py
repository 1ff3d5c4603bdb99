"""Values on their way into the record: drafts, entries, evidence, deadlines."""
