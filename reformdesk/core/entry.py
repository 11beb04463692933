"""An agency's answers, their history, undo.

Each change is one transaction and is on the disk when the function returns. History is never
rewritten: undo and redo are changes themselves, so they survive a restart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import chronicle, values
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable

TYPED, IMPORTED, UNDO, REDO = "typed", "imported", "undo", "redo"


@dataclass(frozen=True)
class Answer:
    """An indicator's answer as it stands."""

    value: Value
    explanation: str = ""
    changed_at: str = ""


@dataclass(frozen=True)
class Change:
    """One line of an answer's history; ``part`` is ``value`` or ``explanation``."""

    id: int
    indicator: str
    part: str
    before: str
    after: str
    source: str
    changed_at: str


@dataclass(frozen=True)
class _Place:
    """Where a change falls: ``part`` is ``value`` or ``explanation``."""

    round: str
    indicator: str
    part: str


NO_ANSWER = Answer(Status.BLANK)
_BLANK = json.dumps(values.to_wire(Status.BLANK))


def answers(workspace: Workspace, round_id: str) -> dict[str, Answer]:
    """Return the answers given so far in a round, by indicator."""
    found = workspace.rows(
        "SELECT indicator, value, explanation, changed_at FROM answers WHERE round = :round",
        {"round": round_id},
    )
    return {
        row["indicator"]: Answer(values.from_wire(json.loads(row["value"])), row["explanation"], row["changed_at"])
        for row in found
    }


def current_values(workspace: Workspace, round_id: str) -> dict[str, Value]:
    """Return the values alone."""
    return {name: answer.value for name, answer in answers(workspace, round_id).items()}


def set_value(
    workspace: Workspace, round_: Round, indicator: str, value: Value, now: datetime, source: str = TYPED
) -> Changes:
    """Record one value."""
    return set_values(workspace, round_, {indicator: value}, now, source)


def set_values(
    workspace: Workspace, round_: Round, new: Mapping[str, Value], now: datetime, source: str = TYPED
) -> Changes:
    """Record several values in one transaction; ``Mendable('not-owed')`` where one is not the agency's."""
    owed = set(round_.owed(workspace.owner))
    strange = next((name for name in new if name not in owed), None)
    if strange is not None:
        raise Mendable("not-owed", indicator=strange)
    with workspace.atomic():
        written = [
            _write(workspace, _Place(round_.id, name, "value"), _wire(value), source, now)
            for name, value in new.items()
        ]
    return Changes.ANSWERS if any(written) else Changes.NOTHING


def set_explanation(workspace: Workspace, round_: Round, indicator: str, words: str, now: datetime) -> Changes:
    """Record the explanation (giải trình) beside a value."""
    if indicator not in round_.owed(workspace.owner):
        raise Mendable("not-owed", indicator=indicator)
    with workspace.atomic():
        place = _Place(round_.id, indicator, "explanation")
        written = _write(workspace, place, nfc(words).strip(), TYPED, now)
    return Changes.ANSWERS if written else Changes.NOTHING


def history(workspace: Workspace, round_id: str, indicator: str) -> list[Change]:
    """Return what happened to an answer, oldest first."""
    found = workspace.rows(
        """SELECT id, indicator, part, before, after, source, changed_at FROM history
           WHERE round = :round AND indicator = :indicator ORDER BY id""",
        {"round": round_id, "indicator": indicator},
    )
    return [Change(**row) for row in found]


def undo(workspace: Workspace, round_id: str, now: datetime) -> str | None:
    """Take the last change back; return its indicator, or ``None`` where there is nothing left."""
    return _step(workspace, round_id, UNDO, now)


def redo(workspace: Workspace, round_id: str, now: datetime) -> str | None:
    """Do again what was last taken back; return its indicator, or ``None``."""
    return _step(workspace, round_id, REDO, now)


def _step(workspace: Workspace, round_id: str, direction: str, now: datetime) -> str | None:
    done, undone = _stacks(workspace, round_id)
    stack = done if direction == UNDO else undone
    if not stack:
        return None
    change = stack[-1]
    target = change["before"] if direction == UNDO else change["after"]
    with workspace.atomic():
        place = _Place(round_id, change["indicator"], change["part"])
        _write(workspace, place, target, direction, now, undoes=change["id"])
    return str(change["indicator"])


def _stacks(workspace: Workspace, round_id: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Replay the history into what can be undone and what can be done again."""
    done: list[dict[str, Any]] = []
    undone: list[dict[str, Any]] = []
    for row in workspace.rows("SELECT * FROM history WHERE round = :round ORDER BY id", {"round": round_id}):
        if row["source"] == UNDO:
            undone.append(done.pop())
        elif row["source"] == REDO:
            done.append(undone.pop())
        else:
            done.append(row)
            undone.clear()
    return done, undone


def _wire(value: Value) -> str:
    return json.dumps(values.to_wire(value), ensure_ascii=False, sort_keys=True)


def _write(
    workspace: Workspace, place: _Place, after: str, source: str, now: datetime, undoes: int | None = None
) -> bool:
    """Write one part of an answer and its history line; ``False`` where nothing changes."""
    found = workspace.rows(
        "SELECT value, explanation FROM answers WHERE round = :round AND indicator = :indicator",
        {"round": place.round, "indicator": place.indicator},
    )
    standing = dict(found[0]) if found else {"value": _BLANK, "explanation": ""}
    before = standing[place.part]
    if before == after and undoes is None:
        return False
    moment = timestamp(now)
    answer = {"round": place.round, "indicator": place.indicator}
    workspace.db.table("answers").upsert(
        {**answer, **standing, place.part: after, "changed_at": moment}, pk=("round", "indicator")
    )
    line = {
        **answer,
        "part": place.part,
        "before": before,
        "after": after,
        "source": source,
        "undoes": undoes,
        "changed_at": moment,
    }
    last = workspace.rows("SELECT link FROM history ORDER BY id DESC LIMIT 1")
    link = chronicle.link(last[0]["link"] if last else "", line)
    workspace.db.table("history").insert({**line, "link": link})
    return True
