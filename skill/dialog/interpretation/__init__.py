"""What was heard → one event. Pure."""
