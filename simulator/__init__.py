"""Talks to the skill by request JSON, as Alexa does. Not part of what ships."""
