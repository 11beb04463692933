"""What the robot is killed at in Home Affairs' desk: a round is closed and opened again, an edition is drawn."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

from reformdesk.core import closings, edition_draft, journal, round_totals, roundbook, store
from reformdesk.core.catalogue import Label
from reformdesk.core.deciding import Kind
from reformdesk.core.indicator_edits import Reword
from tests import province
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.ledger import Log, Promised
from tests.endurance.scenes import Scene

OFFICER = "Trần Thị Lan"
_AGENCIES = 12


class Closing(Scene):
    """A round is closed and opened again, over and over: a closing and the decision on it are one."""

    seconds = 0.3

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self._open = province.make(folder / "province", _AGENCIES, 1, taken=_AGENCIES).office
        with store.open_workspace(self._open) as workspace:
            self._round = roundbook.latest(workspace).id
            self._totals = round_totals.of_round(workspace, self._round).totals
        self.path = folder / province.OFFICE_FILE

    def prepare(self) -> None:
        """Begin with a round that is open."""
        for left in self.folder.glob(f"{province.OFFICE_FILE}*"):
            left.unlink()
        shutil.copy(self._open, self.path)

    def act(self, log: Log, chance: Random) -> None:
        """Close and reopen until killed; every figure stays."""
        with store.open_workspace(self.path) as workspace:
            log.say("open")
            number = 0
            while True:
                number += 1
                moment = NOW + timedelta(minutes=2 * number)
                closings.close(workspace, self._round, f"lần {number}", OFFICER, moment)
                log.say("decided", number)
                closings.reopen(workspace, self._round, "đến muộn", OFFICER, moment + timedelta(minutes=1))
                log.say("decided", number)

    def inspect(self, promised: Promised) -> list[str]:
        """Each closing has its decision and each decision its closing; the round can be closed as it stands."""
        acknowledged = sum(what == "decided" for what, _ in promised.said)
        with store.open_workspace(self.path) as workspace:
            wrong = desk.problems(workspace)
            decided = [one for one in journal.of_round(workspace, self._round) if one.kind is Kind.CLOSING]
            kept = closings.of_round(workspace, self._round)
            named = {str(one.detail["closing"]) for one in decided if "closing" in one.detail}
            if len(decided) - acknowledged not in (0, 1):
                wrong.append(f"{acknowledged} decisions were acknowledged, {len(decided)} are there")
            if named != {one.digest for one in kept}:
                wrong.append(f"{len(kept)} closings, {len(named)} of them decided")
            if closings.stand(workspace, self._round).is_closed != (len(decided) % 2 == 1):
                wrong.append("the round does not stand as it was decided last")
            if round_totals.of_round(workspace, self._round).totals != self._totals:
                wrong.append("the figures have changed")
            if closings.stand(workspace, self._round).is_closed:
                closings.reopen(workspace, self._round, "sau khi mất điện", OFFICER, NOW + timedelta(days=9))
            closings.close(workspace, self._round, "", OFFICER, NOW + timedelta(days=10))
        return wrong

    @property
    def open_file(self) -> Path | None:
        """Home Affairs' workspace."""
        return self.path


class Drawing(Scene):
    """An indicator is given one name after the other; steps are undone and done again."""

    seconds = 0.2

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self._drawn = desk.newest("home-affairs.rdesk")
        self.path = folder / self._drawn.name

    def prepare(self) -> None:
        """Begin with a draft in which nothing is drawn yet."""
        for left in self.folder.glob(f"{self.path.name}*"):
            left.unlink()
        shutil.copy(self._drawn, self.path)
        with store.open_workspace(self.path) as workspace:
            base = edition_draft.required(workspace).base
            edition_draft.discard(workspace)
            edition_draft.begin(workspace, base.source, base.register, NOW)

    def act(self, log: Log, chance: Random) -> None:
        """Draw until killed."""
        with store.open_workspace(self.path) as workspace:
            log.say("open")
            done, undone, number = 0, 0, 0
            while True:
                what = chance.random()
                if what < 0.2 and done:
                    log.say("step", "undo")
                    edition_draft.undo(workspace)
                    done, undone = done - 1, undone + 1
                elif what < 0.35 and undone:
                    log.say("step", "redo")
                    edition_draft.redo(workspace)
                    done, undone = done + 1, undone - 1
                else:
                    number += 1
                    log.say("step", f"tên {number}")
                    edition_draft.record(workspace, Reword("m", Label(f"tên {number}", "")), NOW)
                    done, undone = done + 1, 0
                log.say("drawn")

    def inspect(self, promised: Promised) -> list[str]:
        """The steps that were acknowledged are there, at most the one under way besides, and come to the edition."""
        steps = [str(detail) for what, detail in promised.said if what == "step"]
        acknowledged = sum(what == "drawn" for what, _ in promised.said)
        with store.open_workspace(self.path) as workspace:
            wrong = desk.problems(workspace)
            draft = edition_draft.required(workspace)
            found = tuple([_name(edit) for edit in part] for part in (draft.edits, draft.undone))
            if found not in [_reached(steps[:acknowledged]), _reached(steps)]:
                wrong.append(f"{acknowledged} of {len(steps)} steps were acknowledged, found {found}")
            name = draft.edition.indicators["m"].name.vi
            if draft.edits and name != found[0][-1]:
                wrong.append(f"the edition says {name}, its last step {found[0][-1]}")
            if draft.edits:
                edition_draft.undo(workspace)
                edition_draft.redo(workspace)
                if edition_draft.required(workspace) != draft:
                    wrong.append("undo and redo give something else")
        return wrong

    @property
    def open_file(self) -> Path | None:
        """Home Affairs' workspace."""
        return self.path


def _name(edit: object) -> str:
    return edit.name.vi if isinstance(edit, Reword) else repr(edit)


def _reached(steps: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what is done and what is undone after some steps, told without a look at the program's own."""
    done: list[str] = []
    undone: list[str] = []
    for step in steps:
        if step == "undo":
            undone.insert(0, done.pop())
        elif step == "redo":
            done.append(undone.pop(0))
        else:
            done.append(step)
            undone = []
    return done, undone
