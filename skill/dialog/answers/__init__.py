"""Answers to what somebody asks: topics, care, what to do now, and first aid."""
