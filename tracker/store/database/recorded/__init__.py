"""The migrations that were released, as they were written; none is ever changed."""
