"""Who did what when, as people read it."""
