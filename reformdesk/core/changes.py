"""What an operation changed, as plain flags; returned by core, never emitted."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """The parts of a workspace that an operation touched."""

    NOTHING = 0
    ROUNDS = auto()
    ANSWERS = auto()
    SUBMISSIONS = auto()
    DECISIONS = auto()
    KEYS = auto()
    REPLIES = auto()
    DESK = auto()
    EDITION = auto()
