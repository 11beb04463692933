"""Widgets that know nothing of core."""
