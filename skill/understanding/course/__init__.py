"""Since when, which way it goes, on which days, and what is put right of it."""
