"""The grammar of meaning: words, clauses, and how something is said to be."""
