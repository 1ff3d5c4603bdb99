"""What travels: bundles in and out, as folders of CSV files or workbooks."""
