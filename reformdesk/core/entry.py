"""An agency's answers, their history, undo.

Each step (one field typed, one block pasted) is one transaction and is on the disk when the
function returns. History is never rewritten: undo and redo are steps themselves, so they survive a
restart, and what was done in one step is undone in one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from reformdesk.core import chronicle, drafts, values
from reformdesk.core.answers import Answer, Given
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable

TYPED, PASTED, IMPORTED, UNCHANGED, RESTORED = "typed", "pasted", "imported", "unchanged", "restored"
UNDO, REDO = "undo", "redo"
IMPORTED_FROM = "imported:"
"""With what the source begins of what came in a colleague's file; the colleague's name follows."""
RECOVERED = "recovered"
"""What a recovery file brought: where the desk begins anew, and so nothing that undo takes back."""


@dataclass(frozen=True)
class Change:
    """One line of the history; ``part`` says what of the indicator, or area, was changed."""

    id: int
    indicator: str
    part: str
    before: str
    after: str
    source: str
    changed_at: str


VALUE, EXPLANATION, NARRATIVE = "value", "explanation", "narrative"
UNIT, EVIDENCE = "unit:", "evidence:"
"""With what the part begins that a subordinate unit's figure, or a piece of evidence, is kept under."""


@dataclass(frozen=True)
class Place:
    """Where a change falls: a round, an indicator (an area for its narrative), and the part of what is entered."""

    round: str
    indicator: str
    part: str


_OF_ANSWERS = {VALUE, EXPLANATION}
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
BLANK = json.dumps(values.to_wire(Status.BLANK))
"""A value that is not given, as a line of the history holds it."""


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
    return set_answers(workspace, round_, {indicator: Given(value)}, now, source)


def set_values(
    workspace: Workspace, round_: Round, new: Mapping[str, Value], now: datetime, source: str = TYPED
) -> Changes:
    """Record several values in one step."""
    return set_answers(workspace, round_, {name: Given(value) for name, value in new.items()}, now, source)


def set_explanation(workspace: Workspace, round_: Round, indicator: str, words: str, now: datetime) -> Changes:
    """Record the explanation (giải trình) beside a value."""
    return set_answers(workspace, round_, {indicator: Given(explanation=words)}, now)


def set_answers(
    workspace: Workspace, round_: Round, new: Mapping[str, Given], now: datetime, source: str = TYPED
) -> Changes:
    """Record values and explanations in one step.

    Raises ``Mendable``: ``not-owed`` where one is not the agency's, ``computed`` where it is a rate of two others.
    """
    owed = round_.owed(workspace.owner)
    strange = next((name for name in new if name not in owed), None)
    if strange is not None:
        raise Mendable(round_.why_not_owed(workspace.owner, strange), indicator=strange)
    with workspace.atomic():
        step = Step(workspace, source, now)
        for name, given in new.items():
            if given.value is not None:
                step.write(Place(round_.id, name, VALUE), wire_of(given.value))
            if given.explanation is not None:
                step.write(Place(round_.id, name, EXPLANATION), nfc(given.explanation).strip())
    return Changes.ANSWERS if step.wrote else Changes.NOTHING


def restore(workspace: Workspace, round_: Round, change: int, now: datetime) -> Changes:
    """Let a part of an answer say again what a line of its history had made it say; a step like any other.

    ``change`` is the line's id. Raises ``Mendable('not-owed')`` where it is not of this round's answers.
    """
    found = workspace.rows(
        "SELECT indicator, part, after FROM history WHERE id = :id AND round = :round",
        {"id": change, "round": round_.id},
    )
    if not found or found[0]["indicator"] not in round_.owed(workspace.owner):
        raise Mendable("not-owed", indicator=str(found[0]["indicator"]) if found else "")
    with workspace.atomic():
        step = Step(workspace, RESTORED, now)
        step.write(Place(round_.id, found[0]["indicator"], found[0]["part"]), found[0]["after"])
    return Changes.ANSWERS if step.wrote else Changes.NOTHING


def entries(workspace: Workspace, round_id: str, part: str) -> dict[tuple[str, str], str]:
    """Return what was entered beside the answers in a round, by indicator (or area) and what follows ``part``."""
    found = workspace.rows(
        "SELECT indicator, part, content FROM entries WHERE round = :round AND substr(part, 1, :length) = :part",
        {"round": round_id, "part": part, "length": len(part)},
    )
    return {(row["indicator"], row["part"].removeprefix(part)): row["content"] for row in found}


def history(workspace: Workspace, round_id: str, indicator: str) -> list[Change]:
    """Return what happened to an answer, oldest first."""
    found = workspace.rows(
        """SELECT id, indicator, part, before, after, source, changed_at FROM history
           WHERE round = :round AND indicator = :indicator ORDER BY id""",
        {"round": round_id, "indicator": indicator},
    )
    return [Change(**row) for row in found]


def value_of(part: str) -> Value:
    """Read a value as a line of the history holds it."""
    return values.from_wire(json.loads(part))


def undo(workspace: Workspace, round_id: str, now: datetime) -> str | None:
    """Take the last step back; return its indicator (the first of several), or ``None`` where none is left."""
    return _go(workspace, round_id, UNDO, now)


def redo(workspace: Workspace, round_id: str, now: datetime) -> str | None:
    """Do again what was last taken back; return its indicator, or ``None``."""
    return _go(workspace, round_id, REDO, now)


def _go(workspace: Workspace, round_id: str, direction: str, now: datetime) -> str | None:
    done, undone = _stacks(workspace, round_id)
    stack = done if direction == UNDO else undone
    if not stack:
        return None
    lines = stack[-1]
    with workspace.atomic():
        step = Step(workspace, direction, now)
        for line in reversed(lines) if direction == UNDO else lines:
            target = line["before"] if direction == UNDO else line["after"]
            step.write(Place(round_id, line["indicator"], line["part"]), target, undoes=line["id"])
    return str(lines[0]["indicator"])


_Lines = list[dict[str, Any]]


def _stacks(workspace: Workspace, round_id: str) -> tuple[list[_Lines], list[_Lines]]:
    """Replay the history into the steps that can be undone and those that can be done again."""
    done: list[_Lines] = []
    undone: list[_Lines] = []
    lines = workspace.rows("SELECT * FROM history WHERE round = :round ORDER BY id", {"round": round_id})
    for _, step in groupby(lines, key=itemgetter("step")):
        of_step = list(step)
        if of_step[0]["source"] == UNDO:
            undone.append(done.pop())
        elif of_step[0]["source"] == REDO:
            done.append(undone.pop())
        elif of_step[0]["source"] == RECOVERED:
            done.clear()
        else:
            done.append(of_step)
            undone.clear()
    return done, undone


def wire_of(value: Value) -> str:
    """Write a value as a line of the history holds it."""
    return _written(values.to_wire(value))


class Step:
    """The lines of one step, each linked to the one before; the caller has begun the transaction.

    ``source`` says how it came about: :data:`TYPED` and the like.
    """

    def __init__(self, workspace: Workspace, source: str, now: datetime) -> None:
        last: list[tuple[int, str]] = workspace.tuples("SELECT id, link FROM history ORDER BY id DESC LIMIT 1")
        self._workspace = workspace
        self._source = source
        self._moment = timestamp(now)
        self._last, self._link = last[0] if last else (0, "")
        self._first = self._last + 1

    @property
    def wrote(self) -> bool:
        """Whether anything changed."""
        return self._last >= self._first

    def write(self, place: Place, after: str, undoes: int | None = None) -> None:
        """Write one part of what is entered and its history line, unless it says that already.

        What was being typed there is no draft any more.
        """
        drafts.drop_within(self._workspace, place.round, place.indicator, place.part)
        before = self._write_answer(place, after) if place.part in _OF_ANSWERS else self._write_entry(place, after)
        if before == after and undoes is None:
            return
        line = {
            "round": place.round,
            "indicator": place.indicator,
            "part": place.part,
            "before": before,
            "after": after,
            "source": self._source,
            "undoes": undoes,
            "changed_at": self._moment,
        }
        self._last += 1
        self._link = chronicle.link(self._link, line)
        self._workspace.connection.execute(
            """INSERT INTO history (id, round, indicator, part, before, after, source, undoes, changed_at, step, link)
               VALUES (:id, :round, :indicator, :part, :before, :after, :source, :undoes, :changed_at, :step, :link)""",
            {**line, "id": self._last, "step": self._first, "link": self._link},
        )

    def _write_answer(self, place: Place, after: str) -> str:
        """Write a part of an answer and return what stood there."""
        answer = {"round": place.round, "indicator": place.indicator}
        found = self._workspace.rows(
            "SELECT value, explanation FROM answers WHERE round = :round AND indicator = :indicator", answer
        )
        standing = dict(found[0]) if found else {VALUE: BLANK, EXPLANATION: ""}
        if standing[place.part] != after:
            # written out: this is what stands between the key and the disk
            self._workspace.connection.execute(
                """INSERT INTO answers (round, indicator, value, explanation, changed_at)
                   VALUES (:round, :indicator, :value, :explanation, :changed_at)
                   ON CONFLICT (round, indicator) DO UPDATE SET value = excluded.value,
                   explanation = excluded.explanation, changed_at = excluded.changed_at""",
                {**answer, **standing, place.part: after, "changed_at": self._moment},
            )
        return str(standing[place.part])

    def _write_entry(self, place: Place, after: str) -> str:
        """Write what is entered beside the answers and return what stood there; nothing is the empty string."""
        entry = {"round": place.round, "indicator": place.indicator, "part": place.part}
        found = self._workspace.rows(
            "SELECT content FROM entries WHERE round = :round AND indicator = :indicator AND part = :part", entry
        )
        before = str(found[0]["content"]) if found else ""
        table = self._workspace.db.table("entries")
        if before and not after:
            table.delete((place.round, place.indicator, place.part))
        elif before != after:
            table.upsert({**entry, "content": after}, pk=("round", "indicator", "part"))
        return before
