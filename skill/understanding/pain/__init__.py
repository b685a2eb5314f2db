"""Pain as it is rated, and other counts that a question asks for."""
