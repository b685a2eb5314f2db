"""What to ask next, what care is needed, and what the answers fit. Pure."""
