"""What pages are built of: elements, inputs bound to the address, charts, downloads, messages."""
