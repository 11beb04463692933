"""Whose codes were compared on this machine: kept in the user's own settings, where no file that comes can write."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_COMPARED = "compared_keys"


def compared_here() -> frozenset[str]:
    """Return the fingerprints of Home Affairs' keys whose codes were compared by telephone on this machine."""
    stored = QSettings().value(_COMPARED, [])
    return frozenset([stored] if isinstance(stored, str) else list(stored or []))  # type: ignore[call-overload] # QVariant


def remember_compared(fingerprint: str) -> None:
    """Keep that a key of Home Affairs was compared here, and agreed."""
    QSettings().setValue(_COMPARED, sorted(compared_here() | {fingerprint}))


def forget_compared(fingerprint: str) -> None:
    """Take that back: the code was compared once more, and differs."""
    QSettings().setValue(_COMPARED, sorted(compared_here() - {fingerprint}))
