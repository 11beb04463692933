"""Self-check: does this machine run the program whole, and is a workspace sound?"""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from reformdesk import __version__
from reformdesk.assets import resource
from reformdesk.core import history, store
from reformdesk.core.catalogue_reading import load
from reformdesk.errors import ReformDeskError, StoreError
from reformdesk.exchange import cades, keys

_PARTS = ("PySide6-Essentials", "pyHanko", "cryptography", "sqlite-utils", "openpyxl", "python-docx")


@dataclass(frozen=True)
class Check:
    """One thing that was tried; ``problem`` is what went wrong, if anything did."""

    what: str
    detail: str = ""
    problem: Exception | None = None


def attempt(what: str, check: Callable[[], str]) -> Check:
    """Try one thing; whatever it raises becomes the check's problem."""
    try:
        return Check(what, check())
    except Exception as problem:  # noqa: BLE001 - a self-check reports every failure, expected or not
        return Check(what, problem=problem)


def self_check(now: datetime) -> list[Check]:
    """Check versions, the files that ship with the program, and a signature made and verified."""
    return [
        attempt("ReformDesk", lambda: f"{__version__}, Python {platform.python_version()}"),
        attempt("SQLite", lambda: sqlite3.sqlite_version),
        *(attempt(part, partial(version, part)) for part in _PARTS),
        attempt("catalogue", _catalogue),
        attempt("signature", lambda: _signature(now)),
    ]


def _catalogue() -> str:
    return ", ".join(load(path).id for path in sorted(resource("catalogue").glob("*.json")))


def _signature(now: datetime) -> str:
    passphrase = "self-check"  # noqa: S105 - of a key that is thrown away
    key = keys.unlock(keys.create("doctor", "doctor", passphrase, now, rounds=1000), passphrase)
    signer = cades.verify(b"reformdesk", cades.sign(b"reformdesk", key, now))
    return keys.matching_code(signer.fingerprint)


def workspace_check(path: Path) -> list[Check]:
    """Open a workspace and look for damage, and for a history that was edited or cut."""
    try:
        workspace = store.open_workspace(path)
    except ReformDeskError as problem:
        return [Check(path.name, problem=problem)]
    try:
        with workspace:
            found = store.check(workspace)
            broken = [] if found else history.problems(workspace)
    except ReformDeskError as problem:
        return [Check(path.name, problem=problem)]
    if found:
        return [Check(path.name, problem=StoreError("workspace-damaged", file=path.name))]
    return [Check(path.name, "integrity"), _history_check(path, broken)]


def _history_check(path: Path, broken: list[str]) -> Check:
    if broken:
        return Check(path.name, problem=StoreError("history-broken", file=path.name, detail=", ".join(broken)))
    return Check(path.name, "history")
