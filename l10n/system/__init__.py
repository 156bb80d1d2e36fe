"""What touches the machine: rooms and files, one run at a time, what is up to date, processes."""
