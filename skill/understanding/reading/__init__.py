"""One sentence with all that was found in it, and without what only seems to be."""
