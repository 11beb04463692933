"""Where the files that ship with the program lie, in a checkout and in a package."""

from __future__ import annotations

import sys
from pathlib import Path


def root() -> Path:
    """Return the folder that holds ``resources/`` and ``i18n/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``."""
    return root().joinpath("resources", *parts)


def translation(language: str) -> Path:
    """Return the path of the compiled translation of ``language`` (``vi`` or ``en``)."""
    return root().joinpath("i18n", f"reformdesk_{language}.qm")
