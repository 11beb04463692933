"""Imports as Python makes them, with PySide loaded.

PySide leads every import through itself and reads the source of each module for the switches of its ``__feature__``,
which nobody here turns on: a sixth of the way to the form.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - what it does to imports is undone below


def restore() -> None:
    """Give Python its own way of importing back; to be called before the windows' modules are loaded."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
