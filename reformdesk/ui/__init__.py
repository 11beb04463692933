"""The windows."""

import builtins

import PySide6.QtCore  # noqa: F401 - what it does to imports is undone below

# PySide leads every import through itself and reads the source of each module for the switches of its `__feature__`,
# which nobody here turns on
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
