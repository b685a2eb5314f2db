"""The check, from the opening to the result and what is told or put right on the way."""
