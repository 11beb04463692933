"""The verbs of the annex and its letter, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable

from reformdesk.core import letters
from reformdesk.core.annexes import Annex, Letter
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.ui.workspace import Operation


def keep_letter(round_id: str, revision: int, letter: Letter) -> Operation[None]:
    """Keep number and date of a submission's letter."""
    return lambda workspace: (None, letters.set_letter(workspace, round_id, revision, letter))


def read_annex(round_: Round, digest: str) -> Callable[[Workspace], tuple[Annex, str]]:
    """Read a submission's annex with its letter, and what usually follows the letter's number."""
    return lambda workspace: (letters.annex_to(workspace, round_, digest), letters.usual_symbol(workspace))
