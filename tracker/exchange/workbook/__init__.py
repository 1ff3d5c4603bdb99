"""Workbooks as rows of texts: checked before they are opened, and read by a process of their own."""
