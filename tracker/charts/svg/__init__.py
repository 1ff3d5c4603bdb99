"""Charts as SVG that looks as the screen draws them, made without a browser."""
