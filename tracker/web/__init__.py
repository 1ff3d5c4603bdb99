"""Routes and middleware around the pages: headers, compression, health."""
