"""The routes beside the screen's own."""
