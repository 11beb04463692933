"""Chosen areas of a round, written into a data-entry file for the agency's main desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk import __version__
from reformdesk.core import enclosures, entry, narratives, units
from reformdesk.core.answers import NO_ANSWER
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc, slug
from reformdesk.core.values import Status, to_wire
from reformdesk.errors import Mendable
from reformdesk.exchange import part
from reformdesk.exchange.documents import PART_SUFFIX
from reformdesk.exchange.part import PartDocument

MOST_EVIDENCE = 10 * 1024 * 1024
"""Bytes of evidence that go along. What the offices' mail systems let pass; a stick takes the rest as files."""


@dataclass(frozen=True)
class Written:
    """A data-entry file as it is to lie on the disk, and what did not fit into it."""

    file_name: str
    content: bytes
    left_out: tuple[Enclosure, ...]


def compose(workspace: Workspace, round_: Round, areas: Collection[str], officer: str, now: datetime) -> Written:
    """Write what was entered in ``areas`` into a file.

    Evidence goes along, the smallest first, until :data:`MOST_EVIDENCE` is reached; the rest is named
    inside. Raises ``Mendable``: ``officer-missing``, ``no-areas``; ``StoreError('workspace-to-look')``.
    """
    workspace.require_sound()
    name = " ".join(nfc(officer).split())
    chosen = tuple(area for area in round_.areas_of(workspace.owner) if area in areas)
    if not name:
        raise Mendable("officer-missing")
    if not chosen:
        raise Mendable("no-areas")
    area_of = round_.catalogue.area_of
    owed = tuple(one for one in sorted(round_.owed(workspace.owner)) if area_of[one] in chosen)
    details = {one: found for one, found in units.details(workspace, round_).items() if one in owed}
    taken, left_out = _that_fits([one for one in enclosures.enclosures(workspace, round_.id) if one.indicator in owed])
    words = narratives.narratives(workspace, round_.id)
    document = PartDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        agency=workspace.owner,
        areas=chosen,
        prepared_by=name,
        written_at=now,
        program=f"reformdesk {__version__}",
        answers=_entered(workspace, round_, owed),
        details=units.to_document(details, units.names(workspace)),
        narratives=tuple({"area": area, "text": words[area]} for area in chosen if area in words),
        attachments=tuple(
            {
                "name": one.file_name,
                "sha256": one.sha256,
                "size": one.size,
                "title": one.title,
                "indicator": one.indicator,
            }
            for one in taken
        ),
        left_out=tuple({"indicator": one.indicator, "title": one.title, "size": one.size} for one in left_out),
    )
    evidence = {one.file_name: enclosures.content_of(workspace, one.sha256) for one in taken}
    moment = f"{now.astimezone():%Y%m%d-%H%M}"
    file_name = f"{workspace.owner}-{round_.id}-{slug(name)[:30].strip('-')}-{moment}{PART_SUFFIX}"
    return Written(file_name, part.write(document, evidence), left_out)


def _entered(workspace: Workspace, round_: Round, owed: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
    """Return the answers that say something: what is blank here must not empty a field there."""
    given = entry.answers(workspace, round_.id)
    lines = []
    for name in owed:
        answer = given.get(name, NO_ANSWER)
        if answer.value is not Status.BLANK or answer.explanation:
            words = {"explanation": answer.explanation} if answer.explanation else {}
            lines.append({"indicator": name, "value": to_wire(answer.value), **words})
    return tuple(lines)


def _that_fits(found: list[Enclosure]) -> tuple[tuple[Enclosure, ...], tuple[Enclosure, ...]]:
    """Divide evidence into what goes along and what is too large."""
    room, taken = MOST_EVIDENCE, set[Enclosure]()
    for one in sorted(found, key=lambda one: (one.size, one.indicator, one.title)):
        if one.size <= room:
            taken.add(one)
            room -= one.size
    return tuple(one for one in found if one in taken), tuple(one for one in found if one not in taken)
