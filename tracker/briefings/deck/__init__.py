"""A slide set as a deck: slides with content, titles and words, whatever file they become."""
