"""What the skill is told to do, and what only looks like it."""
