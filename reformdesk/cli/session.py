"""What every command has: its options, its words, how it ends, and what it asks for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from reformdesk.core import roundbook, soundness
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.words import Words

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
# the names of the variables, not their content
PASSPHRASE = "REFORMDESK_PASSPHRASE"  # noqa: S105
HEAD_PASSPHRASE = "REFORMDESK_HEAD_PASSPHRASE"  # noqa: S105

WindowCheck = Callable[[], str]


@dataclass(frozen=True)
class Outcome:
    """How a command ended; ``open`` names a workspace that the window is to show next."""

    code: int
    open: Path | None = None


@dataclass
class Session:
    """A command that runs."""

    words: Words
    options: argparse.Namespace
    window_check: WindowCheck
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def line(self, name: str, **params: object) -> None:
        """Say a sentence of :data:`reformdesk.sentences.COMMANDS`."""
        print(self.words.command(name, **params))

    def complain(self, text: str) -> None:
        """Say what is not well."""
        print(text, file=sys.stderr)


def open_workspace(path: Path, office: Office | None = None) -> Workspace:
    """Open a workspace that is sound, of this ``office`` where one is given (``wrong-office``)."""
    workspace = soundness.open_sound(path)
    if office is not None and workspace.office is not office:
        workspace.close()
        raise Mendable("wrong-office", file=path.name)
    return workspace


def round_of(session: Session, workspace: Workspace) -> Round:
    """Return the round that was asked for, else the newest."""
    wanted = session.options.round
    return roundbook.load(workspace, wanted) if wanted else roundbook.latest(workspace)


def passphrase(session: Session, variable: str = PASSPHRASE, question: str = "ask-passphrase") -> str:
    """Return the passphrase, from the environment or asked for (``passphrase-missing``)."""
    given = os.environ.get(variable)
    if given is None and sys.stdin.isatty():
        given = getpass(session.words.command(question))
    if not given:
        raise Mendable("passphrase-missing", variable=variable)
    return given
