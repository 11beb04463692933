"""The application."""

from __future__ import annotations

from pathlib import Path


def run(path: Path | None) -> int:
    """Open the window."""
    raise NotImplementedError(path)


def build_offscreen() -> str:
    """Build a window offscreen and say which Qt did."""
    raise NotImplementedError
