"""What a robot was promised: its log of steps begun and acknowledged, and the answers that must be there.

The model is written without a look at the program's own history: answers as text, and two stacks
for undo and redo.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from reformdesk.core.entry import EXPLANATION, VALUE

Place = tuple[str, str]
"""An indicator's id and a part of its answer."""

NOTHING_SAID = {VALUE: json.dumps({"status": "blank"}), EXPLANATION: ""}


class Kind(StrEnum):
    """What a step is."""

    WRITE = "write"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Step:
    """One step of a robot; ``writes`` is what each place is to say, as the workspace keeps it."""

    kind: Kind
    writes: tuple[tuple[Place, str], ...] = ()


@dataclass(frozen=True)
class _Change:
    place: Place
    before: str
    after: str


_Changes = tuple[_Change, ...]


@dataclass(frozen=True)
class Ledger:
    """Answers as they must stand, how many lines their history has, what can be undone and done again."""

    answers: Mapping[Place, str] = field(default_factory=dict)
    lines: int = 0
    done: tuple[_Changes, ...] = ()
    undone: tuple[_Changes, ...] = ()

    def says(self, place: Place) -> str:
        """Return what a place says."""
        return self.answers.get(place, NOTHING_SAID[place[1]])

    def after(self, step: Step) -> Ledger:
        """Return the ledger after a step."""
        if step.kind is Kind.WRITE:
            changes = tuple(
                _Change(place, self.says(place), text) for place, text in step.writes if self.says(place) != text
            )
            return self._with(changes, (*self.done, changes), ()) if changes else self
        if step.kind is Kind.UNDO:
            if not self.done:
                return self
            back = tuple(_Change(one.place, one.after, one.before) for one in reversed(self.done[-1]))
            return self._with(back, self.done[:-1], (*self.undone, self.done[-1]))
        if not self.undone:
            return self
        return self._with(self.undone[-1], (*self.done, self.undone[-1]), self.undone[:-1])

    def _with(self, changes: _Changes, done: tuple[_Changes, ...], undone: tuple[_Changes, ...]) -> Ledger:
        answers = {**self.answers, **{one.place: one.after for one in changes}}
        said = {place: text for place, text in answers.items() if text != NOTHING_SAID[place[1]]}
        return Ledger(said, self.lines + len(changes), done, undone)


class Log:
    """The robot's side: a line is in the kernel's hands before the call returns, so a killed robot loses none.

    It is not synced: that would only make the robot wait where it is to be caught at its work.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def begun(self, step: Step) -> None:
        """Say what is about to be done."""
        self.say("begun", [step.kind.value, [[*place, text] for place, text in step.writes]])

    def done(self) -> None:
        """Say that the oldest step that was begun has been acknowledged."""
        self.say("done")

    def say(self, what: str, detail: Any = None) -> None:
        """Write any line."""
        os.write(self._descriptor, json.dumps([what, detail], ensure_ascii=False).encode() + b"\n")


@dataclass(frozen=True)
class Promised:
    """What a log says: all steps begun, and how many of them were acknowledged."""

    begun: tuple[Step, ...]
    acknowledged: int
    said: tuple[tuple[str, Any], ...]

    @property
    def pending(self) -> tuple[Step, ...]:
        """What was under way."""
        return self.begun[self.acknowledged :]

    def outcomes(self, before: Ledger) -> list[Ledger]:
        """Return what may stand: all that was acknowledged, and of what was under way any first part."""
        reached = before
        for step in self.begun[: self.acknowledged]:
            reached = reached.after(step)
        found = [reached]
        for step in self.pending:
            found.append(found[-1].after(step))
        return found


def read_log(path: Path) -> Promised:
    """Read what a robot wrote; a last line that was torn never was."""
    whole, _, _ = path.read_bytes().rpartition(b"\n") if path.exists() else (b"", b"", b"")
    said = tuple((str(what), detail) for what, detail in map(json.loads, whole.splitlines()))
    begun = tuple(
        Step(Kind(detail[0]), tuple(((name, part), text) for name, part, text in detail[1]))
        for what, detail in said
        if what == "begun"
    )
    return Promised(begun, sum(what == "done" for what, _ in said), said)
