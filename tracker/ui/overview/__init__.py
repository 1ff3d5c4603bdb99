"""The Overview: counts, what needs attention, how complete a year is."""
