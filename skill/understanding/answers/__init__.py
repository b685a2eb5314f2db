"""The answer to the question that is open, plain or by what is told."""
