"""The workout: each exercise from its set-up to the pain after it."""
