"""Home Affairs' ways of writing, tried on a disk with no room as :mod:`tests.endurance.cramped` does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from reformdesk.core import (
    closings,
    deadlines,
    decisions,
    edition_draft,
    filing,
    intake,
    outfile,
    reporting,
    restoring,
    round_totals,
    roundbook,
    second_place,
    soundness,
    store,
)
from reformdesk.core.catalogue import Label
from reformdesk.core.indicator_edits import Reword
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace
from reformdesk.office import export
from tests import province
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.cramped import Disk, Outcome, until_it_fits
from tests.endurance.office_scenes import OFFICER

_OLD = b"the older report"
_REPORTS = ("report.docx", "report.csv", "report.json")


class OfficeDesk:
    """An open desk of Home Affairs, and how it must stand."""

    def __init__(self, workspace: Workspace, disk: Disk) -> None:
        self.workspace, self._disk = workspace, disk
        self.round = roundbook.latest(workspace).id
        self.before = self._state()

    def _state(self) -> object:
        drawn = edition_draft.current(self.workspace)
        closed = [one.digest for one in closings.of_round(self.workspace, self.round)]
        return desk.figures(self.workspace), drawn, closed

    def unharmed(self) -> list[str]:
        """Return what a failure changed or damaged."""
        found = desk.problems(self.workspace)
        return found if self._state() == self.before else [*found, "something was written"]

    def until_it_fits(self, attempt: Callable[[], object], pace: int = 1) -> Outcome:
        """Try with ever more room; what was done in the end must show."""
        self.before = self._state()
        outcome = until_it_fits(self._disk, attempt, self.unharmed, pace)
        if self._state() == self.before:
            outcome.wrong.append("nothing was done in the end")
        return outcome


def office_jobs(folder: Path, disk: Disk) -> Iterator[tuple[str, Outcome]]:
    """Do every way of writing at Home Affairs in turn."""
    made = province.make(folder / "province", 6, 1, taken=3)
    coming = sorted(made.coming.iterdir())
    drawn = folder / "drawn.rdesk"
    shutil.copy(desk.newest("home-affairs.rdesk"), drawn)
    with store.open_workspace(made.office) as workspace:
        at = OfficeDesk(workspace, disk)
        yield "taking in", at.until_it_fits(lambda: intake.take_path(workspace, coming[-1], "folder", NOW))
        few = folder / "few"
        few.mkdir()
        for one in coming[:3]:
            shutil.copy(one, few)
        yield "taking a folder in", at.until_it_fits(lambda: list(intake.take_all(workspace, few, "folder", NOW)))
        digest = str(filing.filed(workspace, "submission", at.round)[0]["digest"])
        back = Return("Đề nghị kiểm tra lại")
        yield "deciding", at.until_it_fits(lambda: decisions.send_back(workspace, digest, back, OFFICER, NOW))
        everyone = [one.id for one in roundbook.latest(workspace).agencies]
        until = roundbook.latest(workspace).deadline + timedelta(days=5)
        yield (
            "giving time",
            at.until_it_fits(lambda: deadlines.extend(workspace, at.round, everyone, until, "Bão số 3", OFFICER, NOW)),
        )
        yield "closing", at.until_it_fits(lambda: closings.close(workspace, at.round, "", OFFICER, NOW))
        yield "remembering totals", _remembering(disk, at)
        yield "report files", _reporting(folder, disk, at)
        yield "a second place", _second_place(folder, disk, at)
        store.backup_if_due(workspace, NOW)
        round_totals.keep(workspace, at.round)
    with store.open_workspace(drawn) as workspace:
        edit = Reword("m", Label("Số hồ sơ trực tuyến", ""))
        yield (
            "drawing",
            OfficeDesk(workspace, disk).until_it_fits(lambda: edition_draft.record(workspace, edit, NOW)),
        )
    yield "restoring", _restoring(made.office, disk)


def _remembering(disk: Disk, at: OfficeDesk) -> Outcome:
    """Totals that are kept for speed alone: they are kept or not, and no figure hangs on it."""
    at.before = at._state()
    return until_it_fits(disk, lambda: round_totals.keep(at.workspace, at.round), at.unharmed)


def _reporting(folder: Path, disk: Disk, at: OfficeDesk) -> Outcome:
    target = folder / "reports"
    target.mkdir()
    (target / _REPORTS[0]).write_bytes(_OLD)
    report = reporting.read(at.workspace, (at.round,))
    files = {target / name: export.render(name, report) for name in _REPORTS}

    def unharmed() -> list[str]:
        found = {one.name: one.read_bytes() for one in target.iterdir()}
        return [] if found == {_REPORTS[0]: _OLD} else [f"there lie {sorted(found)}"]

    outcome = until_it_fits(disk, lambda: outfile.write_together(files), unharmed, 4)
    if {one: one.read_bytes() for one in target.iterdir()} != files:
        outcome.wrong.append("the files do not lie there")
    return outcome


def _second_place(folder: Path, disk: Disk, at: OfficeDesk) -> Outcome:
    place = folder / "stick"
    place.mkdir()
    second_place.choose(at.workspace, place)
    (own,) = place.iterdir()

    def unharmed() -> list[str]:
        found = [one.name for one in own.iterdir() if one.is_file()]
        return [*at.unharmed(), *(f"{name} was left there" for name in found)]

    at.before = at._state()
    outcome = until_it_fits(disk, lambda: second_place.copy(at.workspace, NOW), unharmed, 9)
    (copy,) = second_place.copies(own)
    with store.open_kept(copy) as kept:
        outcome.wrong += soundness.problems(kept.workspace)
    return outcome


def _restoring(path: Path, disk: Disk) -> Outcome:
    """A backup takes the place of a workspace whose log was not written back."""
    with store.open_workspace(path) as workspace:
        workspace.set_meta("officer", "Lê Văn Minh")
        log = path.with_name(path.name + "-wal")
        beside = log.read_bytes()
        copy = path.read_bytes()
    path.write_bytes(bytes(100) + copy[100:])
    log.write_bytes(beside)
    (backup,) = restoring.list_backups(path)
    lies = path.read_bytes()

    def unharmed() -> list[str]:
        # so that each try needs room for both: what is put away, and what comes in its place
        for aside in backup.path.parent.glob(f"*{restoring.SET_ASIDE}*"):
            aside.unlink()
        if (path.read_bytes(), log.read_bytes() if log.exists() else b"") != (lies, beside):
            return ["what stands there has changed"]
        return []

    outcome = until_it_fits(disk, lambda: restoring.restore(path, backup.path, NOW), unharmed, 9)
    with soundness.open_sound(path) as workspace:
        if workspace.meta("officer") == "Lê Văn Minh":
            outcome.wrong.append("the backup did not come back")
    return outcome
