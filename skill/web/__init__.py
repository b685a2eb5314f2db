"""The skill as a web service that may face the internet: every request is verified first."""
