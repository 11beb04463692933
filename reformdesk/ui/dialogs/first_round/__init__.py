"""Setting up Home Affairs from nothing but paper, step by step."""
