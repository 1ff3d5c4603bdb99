"""Assessments as Plotly figures, drawn by one set of rules."""
