"""Who asks, who may, and how people sign in and out."""
