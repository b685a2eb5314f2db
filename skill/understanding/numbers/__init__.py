"""Numbers, years, dates and times in words."""
