"""Where things lie while the package is made; all of it is outside the repository's history."""

from __future__ import annotations

from pathlib import Path

from reformdesk import __version__

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "installer"
BUILD = ROOT / "build" / "windows"
INPUTS = BUILD / "inputs"
"""What was fetched, by its pinned digest."""
PYTHON = BUILD / "python"
"""CPython for Windows as signed; ``SITE`` are the wheels that it finds beside its own library."""
SITE = BUILD / "site"
PREFIX = BUILD / "wine"
STUBS = BUILD / "stubs"
WORK = BUILD / "work"
PACKAGE = BUILD / "package" / "ReformDesk"
"""The one folder that is packed."""
DIST = ROOT / "dist"


def version() -> str:
    """Return the version that the package names as its own."""
    return __version__
