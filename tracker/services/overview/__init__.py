"""What the Overview shows: counts by group, what needs attention, how complete a year is."""
