"""The interaction models that Alexa is given, one file per locale, and what builds them."""
