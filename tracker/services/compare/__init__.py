"""One indicator across zones and successive plans, and paces side by side."""
