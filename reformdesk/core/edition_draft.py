"""The one edition that is being drawn at Home Affairs' desk: its steps, each on the disk before the next.

It stays at the desk where it is drawn; what is handed out goes with the round. A round that asks by another
edition leaves it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any

from reformdesk.core import (
    catalogue_reading,
    edition_changes,
    edition_checks,
    edition_edits,
    filing,
    register,
    roundbook,
)
from reformdesk.core.changes import Changes
from reformdesk.core.edition import Edit, Edition, Wire
from reformdesk.core.edition_change import Change
from reformdesk.core.edition_problem import Problem
from reformdesk.core.register import Register
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import kept_round

_DAMAGE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Draft:
    """What is being drawn: ``edits`` were made to ``base``, oldest first, and come to ``edition``.

    ``undone`` can be done again, the first of them first.
    """

    base: Edition
    edits: tuple[Edit, ...]
    edition: Edition
    undone: tuple[Edit, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.edits)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return bool(self.undone)

    @property
    def is_same_set(self) -> bool:
        """Whether it asks exactly as its base does; the agencies may differ."""
        return self.edition.source == self.base.source

    def changes(self) -> tuple[Change, ...]:
        """Return what is different from its base, as a change note tells it."""
        return edition_changes.between(self.base, self.edition)

    def problems(self, day: date = date.max) -> tuple[Problem, ...]:
        """Return what is wrong with it, as of a day."""
        return edition_checks.problems(self.edition, self.base, day)

    def to_hand_out(self) -> Wire:
        """Return the indicator set as a round is to carry it: the base's own where nothing in it differs.

        One's own edition follows its base, and is no example any more.
        """
        if self.is_same_set:
            return self.base.source
        own = {name: value for name, value in self.edition.source.items() if name != "example"}
        source = {**own, "follows": self.base.drawn.digest}
        return {**source, "format": catalogue_reading.format_of(source)}


def begin(workspace: Workspace, source: Wire, agencies: Register, now: datetime) -> Changes:
    """Begin to draw, from an indicator set that can be read and a register.

    Raises ``Mendable('draft-there')`` where one is being drawn, and what reading the set raises.
    """
    if _row(workspace):
        raise Mendable("draft-there")
    catalogue_reading.parse(source)
    wire = _to_wire(Edition(source, agencies, _taken(workspace) | {one["id"] for one in source["indicators"]}))
    with workspace.atomic():
        workspace.db.execute(
            "INSERT INTO edition_draft (only, base, edition, done, begun_at) VALUES (1, :base, :base, 0, :now)",
            {"base": wire, "now": timestamp(now)},
        )
    return Changes.EDITION


def current(workspace: Workspace) -> Draft | None:
    """Return what is being drawn, ``None`` where nothing is. Raises ``Refused('invalid-edit')``."""
    row = _row(workspace)
    if not row:
        return None
    steps = _steps(workspace)
    done = int(row["done"])
    return Draft(_from_wire(row["base"]), steps[:done], _from_wire(row["edition"]), steps[done:])


def is_waiting(workspace: Workspace) -> bool:
    """Whether something is being drawn that no round has asked by yet; one without a step is as its base."""
    row = _row(workspace)
    return bool(row) and int(row["done"]) > 0


def required(workspace: Workspace) -> Draft:
    """Return what is being drawn. Raises as :func:`current` does, and ``Mendable('no-draft')`` where nothing is."""
    draft = current(workspace)
    if draft is None:
        raise Mendable("no-draft")
    return draft


def record(workspace: Workspace, edit: Edit, now: datetime) -> Changes:
    """Do one more step; what was undone before it cannot be done again.

    A step that changes nothing is none. Raises ``Mendable``: ``no-draft``, and the reason that the edit gives.
    """
    draft = required(workspace)
    edition = edition_edits.apply(draft.edition, edit)
    if (edition.source, edition.register) == (draft.edition.source, draft.edition.register):
        return Changes.NOTHING
    done = len(draft.edits)
    step = {"at": done + 1, "edit": _json(edition_edits.to_wire(edit)), "now": timestamp(now)}
    with workspace.atomic():
        workspace.connection.execute("DELETE FROM edition_steps WHERE position > :done", {"done": done})
        workspace.connection.execute(
            "INSERT INTO edition_steps (position, edit, made_at) VALUES (:at, :edit, :now)", step
        )
        _keep(workspace, edition, done + 1)
    return Changes.EDITION


def undo(workspace: Workspace) -> Changes:
    """Take the last step back. Raises ``Mendable``: ``no-draft``, ``nothing-to-undo``."""
    draft = required(workspace)
    if not draft.can_undo:
        raise Mendable("nothing-to-undo")
    left = draft.edits[:-1]
    with workspace.atomic():
        _keep(workspace, _drawn(draft.base, left), len(left))
    return Changes.EDITION


def redo(workspace: Workspace) -> Changes:
    """Do the step again that was taken back last. Raises ``Mendable``: ``no-draft``, ``nothing-to-redo``."""
    draft = required(workspace)
    if not draft.can_redo:
        raise Mendable("nothing-to-redo")
    with workspace.atomic():
        _keep(workspace, edition_edits.apply(draft.edition, draft.undone[0]), len(draft.edits) + 1)
    return Changes.EDITION


def discard(workspace: Workspace) -> Changes:
    """Draw no more; what was drawn is gone."""
    if not _row(workspace):
        return Changes.NOTHING
    with workspace.atomic():
        workspace.connection.execute("DELETE FROM edition_steps")
        workspace.connection.execute("DELETE FROM edition_draft")
    return Changes.EDITION


def _drawn(base: Edition, edits: Sequence[Edit]) -> Edition:
    return reduce(edition_edits.apply, edits, base)


def _row(workspace: Workspace) -> dict[str, Any]:
    found = workspace.rows("SELECT base, edition, done FROM edition_draft")
    return found[0] if found else {}


def _steps(workspace: Workspace) -> tuple[Edit, ...]:
    found = workspace.rows("SELECT edit FROM edition_steps ORDER BY position")
    try:
        return tuple(edition_edits.from_wire(json.loads(row["edit"])) for row in found)
    except _DAMAGE as problem:
        raise Refused("invalid-edit", detail=str(problem)) from problem


def _keep(workspace: Workspace, edition: Edition, done: int) -> None:
    workspace.connection.execute(
        "UPDATE edition_draft SET edition = :edition, done = :done", {"edition": _to_wire(edition), "done": done}
    )


def _taken(workspace: Workspace) -> frozenset[str]:
    """Return the ids of all indicators that any round asked for."""
    found = set[str]()
    for round_id in roundbook.round_ids(workspace):
        for row in filing.filed(workspace, "round", round_id):
            catalogue = kept_round(filing.data_of(workspace, str(row["digest"]))).catalogue
            found.update(one["id"] for one in catalogue["indicators"])
    return frozenset(found)


def _to_wire(edition: Edition) -> str:
    wire = {"catalogue": edition.source, "register": register.to_wire(edition.register), "taken": sorted(edition.taken)}
    return _json(wire)


def _from_wire(text: str) -> Edition:
    try:
        wire = json.loads(text)
        return Edition(wire["catalogue"], register.from_wire(wire["register"]), frozenset(wire["taken"]))
    except _DAMAGE as problem:
        raise Refused("invalid-edit", detail=str(problem)) from problem


def _json(wire: Any) -> str:
    return json.dumps(wire, ensure_ascii=False)
