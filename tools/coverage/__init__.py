"""docs/coverage.md: what of the founding article is reached, and the sheet a clinician signs."""
