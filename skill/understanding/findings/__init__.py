"""What is the matter and what is not, who has it, and what of it is grave."""
