"""Doses to timed cues, where in a set somebody is, and easier or harder. Pure."""
