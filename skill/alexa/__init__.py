"""The edge to Alexa: request JSON to events, speech to response JSON."""
