"""How good the interview is, and how fast the skill."""
