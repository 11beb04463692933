"""The verbs of a field's units, evidence and words, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reformdesk.core import enclosures, narratives, units
from reformdesk.core.changes import Changes
from reformdesk.core.enclosures import MOST_BYTES, Enclosure
from reformdesk.core.outfile import write_whole
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.units import Figure
from reformdesk.errors import Mendable
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation

_MEGABYTE = 1024 * 1024


def set_figures(round_: Round, name: str, figures: Mapping[str, Figure | None]) -> Operation[None]:
    """Record what units contribute."""
    return lambda workspace: (None, units.set_figures(workspace, round_, name, figures, now()))


def set_units(listed: Sequence[str]) -> Operation[None]:
    """Keep the list of units."""
    return lambda workspace: (None, units.set_units(workspace, listed))


def narrate(round_: Round, area: str, words: str) -> Operation[None]:
    """Record an area's narrative."""
    return lambda workspace: (None, narratives.set_narrative(workspace, round_, area, words, now()))


def enclose(round_: Round, name: str, path: Path) -> Operation[None]:
    """Put a file beside an indicator. Raises ``Mendable('file-unreadable')`` and what enclosing raises."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                raise Mendable("evidence-too-large", file=path.name, left=MOST_BYTES // _MEGABYTE)
            content = path.read_bytes()
        except OSError as problem:
            raise Mendable("file-unreadable", file=path.name) from problem
        enclosures.enclose(workspace, round_, name, path.name, content, now())
        return None, Changes.ANSWERS

    return operation


def take_out(round_: Round, enclosure: Enclosure) -> Operation[None]:
    """Take a file away from an indicator."""
    return lambda workspace: (None, enclosures.take_out(workspace, round_, enclosure, now()))


def save_evidence(enclosure: Enclosure, target: Path) -> Operation[None]:
    """Write a file of evidence to where it can be opened."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        write_whole(target, enclosures.content_of(workspace, enclosure.sha256))
        return None, Changes.NOTHING

    return operation
