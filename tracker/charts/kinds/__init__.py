"""The other kinds of chart: rows, tiles, paces, successive plans, zones, and slides of cards."""
