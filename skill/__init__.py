"""Ankle Coach: a symptom check for sore ankles and shins, by voice."""
