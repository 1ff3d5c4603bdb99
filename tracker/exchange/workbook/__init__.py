"""Workbooks: guarded, read by a process of their own, written."""
