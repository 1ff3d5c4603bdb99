"""What stands around every page: frame, navigation, language, view settings, links and style."""
