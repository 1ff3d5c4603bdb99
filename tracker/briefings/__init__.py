"""Slides, and the files they become: made of charts and answers, ready to be shown or downloaded."""
