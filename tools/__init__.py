"""Tools that check, compile, measure and package the content: `python -m tools`. Not shipped."""
