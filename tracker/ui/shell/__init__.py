"""What stands around every page: frame, navigation, style, links."""
