"""The scenes: state and event to acts. Pure."""
