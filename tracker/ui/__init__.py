"""The screen: frame, theme and the components that pages share; the only package that imports streamlit."""
