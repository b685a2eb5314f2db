"""Content files to checked, immutable objects. Imports nothing else of the skill."""
