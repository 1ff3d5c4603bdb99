"""Charts as pictures in files of their own."""
