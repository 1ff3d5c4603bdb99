"""The yearly round as a workbook: written, filled in elsewhere, read back."""
