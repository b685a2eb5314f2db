"""What somebody wants, before a scene takes it: a command, an exercise, a reminder, or none."""
