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
from reformdesk.core import filing, history, restoring, soundness, store
from reformdesk.core.catalogue_reading import load
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError, Refused, StoreError
from reformdesk.exchange import cades, keys
from reformdesk.exchange.verification import verify

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
    """Look for damage in a workspace, for a history that was edited or cut, and for what its backups hold."""
    return [*_own_checks(path), *_backup_checks(path)]


def _own_checks(path: Path) -> list[Check]:
    try:
        with store.open_workspace(path) as workspace:
            found = soundness.problems(workspace)
            if "history" in found:
                return [Check(path.name, "integrity"), _history_check(path, history.problems(workspace))]
            if found:
                return [Check(path.name, problem=_damaged(path, ", ".join(found)))]
            unproved = _unproved(workspace)
    except ReformDeskError as problem:
        return [Check(path.name, problem=problem)]
    if unproved:
        return [Check(path.name, problem=_damaged(path, ", ".join(unproved)))]
    return [Check(path.name, "integrity"), Check(path.name, "history")]


def _unproved(workspace: Workspace) -> list[str]:
    """Return the names of kept files that do not prove themselves any more, seals and all.

    That takes some milliseconds for each, which opening does not spend.
    """
    found = []
    for row in workspace.rows("SELECT digest, signer, name FROM files ORDER BY rowid"):
        try:
            proved = verify(filing.bytes_of(workspace, row["digest"], row["signer"]))
        except Refused:
            found.append(str(row["name"]))
        else:
            if (proved.digest, proved.signers[0].fingerprint) != (row["digest"], row["signer"]):
                found.append(str(row["name"]))
    return found


def _damaged(path: Path, detail: str) -> StoreError:
    return StoreError("workspace-damaged", file=path.name, detail=detail)


def _history_check(path: Path, broken: list[str]) -> Check:
    return Check(path.name, problem=StoreError("history-broken", file=path.name, detail=", ".join(broken)))


def _backup_checks(path: Path) -> list[Check]:
    """Name each backup; one that is damaged is no comfort."""
    return [
        Check(one.path.name, "backup")
        if one.sound
        else Check(one.path.name, problem=StoreError("backup-damaged", file=one.path.name))
        for one in restoring.list_backups(path)
    ]
