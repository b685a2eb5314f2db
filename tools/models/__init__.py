"""The interaction models: built from the content's words into `interaction_models/`."""
