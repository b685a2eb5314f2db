"""The bookmark of whoever agreed to one, and the stores that keep it."""
