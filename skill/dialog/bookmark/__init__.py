"""What is kept for those who agreed, and the reminders."""
