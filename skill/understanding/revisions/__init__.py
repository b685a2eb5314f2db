"""What is told and what is answered, each put right by the other."""
