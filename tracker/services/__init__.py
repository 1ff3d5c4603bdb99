"""What a page or a command asks for: one function per question or change."""
