"""What pages are built of: elements, inputs bound to the address, forms, charts, downloads, messages."""
