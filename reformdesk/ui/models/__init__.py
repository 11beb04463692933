"""Qt models over the types of core."""
