"""What is done to the content and its measurements at a desk: `python -m tools`. Does not ship."""
