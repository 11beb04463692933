"""A verb each on recovery files, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reformdesk.core import keyring, recovery_writing
from reformdesk.core.changes import Changes
from reformdesk.core.outfile import write_whole
from reformdesk.core.recovery_writing import Prospect
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange import tokens
from reformdesk.exchange.keys import SealingKey
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.workspace import Operation


@dataclass(frozen=True)
class WrittenFile:
    """Where a recovery file was written, and how many older rounds had no room in it."""

    path: Path
    left_out: int


def prospect(agency: str) -> Callable[[Workspace], Prospect]:
    """Read what a recovery file of an agency would bring."""
    return lambda workspace: recovery_writing.prospect(workspace, agency)


def write(agency: str, chosen: SealWith, target: Path) -> Operation[WrittenFile]:
    """Write an agency's recovery file. Raises ``Mendable('key-missing')``: no key is made for it."""

    def operation(workspace: Workspace) -> tuple[WrittenFile, Changes]:
        if chosen.token is not None:
            with tokens.open_token(chosen.token, chosen.secret) as key:
                return _write(workspace, agency, key, target), Changes.NOTHING
        if keyring.find(workspace) is None:
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        return _write(workspace, agency, keyring.unlock(workspace, chosen.secret), target), Changes.NOTHING

    return operation


def _write(workspace: Workspace, agency: str, key: SealingKey, target: Path) -> WrittenFile:
    with workspace.atomic():
        # what could not be written was not given to anybody: both or neither
        blob, left_out = recovery_writing.write(workspace, agency, key, now())
        write_whole(target, blob)
    return WrittenFile(target, len(left_out))
