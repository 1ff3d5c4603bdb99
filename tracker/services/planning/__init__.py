"""Zones, indicators, plans and goals as planners write them."""
