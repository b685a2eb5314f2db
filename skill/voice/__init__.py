"""Acts to words: SSML, reprompts and cards."""
