"""A deck as an Excel workbook with numbers and native charts."""
