"""What the product promises of its speed, measured on synthetic stores of three sizes; `make bench` runs it."""
