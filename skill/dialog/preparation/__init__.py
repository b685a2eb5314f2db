"""From the wish for exercise to its first set-up: which one, what stands against it, which step."""
