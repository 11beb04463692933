"""The page on which Home Affairs draws an edition: its parts, each in a module."""
