"""The skill package: what Amazon's console and management API take, made from content."""
