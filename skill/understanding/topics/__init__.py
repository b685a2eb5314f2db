"""What is asked about, and the names of exercises and routines."""
