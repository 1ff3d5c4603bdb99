"""What the headings, names and marks of a table mean, in the words of offices."""
