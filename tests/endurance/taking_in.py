"""Home Affairs takes a folder in, and is killed in the middle of it: each file is wholly in or not at all."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from reformdesk.core import intake, merged, roundbook, store
from reformdesk.core.store import Workspace
from tests import province
from tests.core.builders import NOW
from tests.endurance.ledger import Log, Promised
from tests.endurance.scenes import Scene

_AGENCIES = 36
_STRANGERS = 4
"""Agencies whose key nobody has compared: their files wait."""

_PORTIONS = "by portions"


class TakingIn(Scene):
    """A folder with submissions, some of which wait, some twice under other names, and things that are none."""

    seconds = 0.15

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        laid_out = province.make(folder / "province", _AGENCIES, 1, taken=0)
        self._empty = laid_out.office
        self._dropped = laid_out.coming
        files = sorted(self._dropped.iterdir())
        for place, one in enumerate(files[:3]):
            shutil.copy(one, self._dropped / f"bao cao ({place}).zip")
        (self._dropped / "hong.rdsub").write_bytes(files[0].read_bytes()[:-40])
        (self._dropped / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
        with store.open_workspace(self._empty) as workspace, workspace.atomic():
            for one in files[-_STRANGERS:]:
                agency = one.name.removesuffix("-r1.rdsub")
                workspace.db.execute("DELETE FROM pins WHERE subject = :agency", {"agency": agency})
        self._known = {sha256(one.read_bytes()).hexdigest() for one in files}
        self._count = len(files)
        self._wanted = self._undisturbed()
        self.path = folder / province.OFFICE_FILE

    def _undisturbed(self) -> str:
        path = Path(shutil.copy(self._empty, self.folder / "undisturbed.rdesk"))
        with store.open_workspace(path) as workspace:
            for _ in _drop(workspace, sorted(self._dropped.iterdir())):
                pass
            return merged.digest(workspace)

    def prepare(self) -> None:
        """Begin with a round that nobody has answered yet."""
        for left in self.folder.glob(f"{province.OFFICE_FILE}*"):
            left.unlink()
        shutil.copy(self._empty, self.path)

    def act(self, log: Log, chance: Random) -> None:
        """Take the folder in: one file after the other in any order, or by portions as the command does."""
        files = sorted(self._dropped.iterdir())
        chance.shuffle(files)
        by_portions = chance.random() < 0.5
        with store.open_workspace(self.path) as workspace:
            log.say("open")
            if by_portions:
                log.say(_PORTIONS)
                taken = intake.take_all(workspace, self._dropped, "folder", NOW)
            else:
                taken = _drop(workspace, files)
            for file, verdict in taken:
                log.say("taken", f"{verdict.state} {file.name}")
        # all may be in before the kill
        log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """What was acknowledged is there, nothing is half in, and dropping all again ends as if undisturbed."""
        told = [str(detail).split(" ", 1) for what, detail in promised.said if what == "taken"]
        kept = sum(state not in (intake.REJECTED, intake.KNOWN) for state, _ in told)
        with store.open_workspace(self.path) as workspace:
            wrong = [*store.check(workspace), *self._half(workspace)]
            found = self._in(workspace)
            if not found <= self._known:
                wrong.append("a file was changed on its way in")
            portions = any(what == _PORTIONS for what, _ in promised.said)
            if not 0 <= len(found) - kept <= (intake.FILES_TOGETHER if portions else 1):
                wrong.append(f"{kept} files were acknowledged, {len(found)} are in")
            again = Counter(verdict.state for _, verdict in _drop(workspace, sorted(self._dropped.iterdir())))
            if again[intake.REJECTED] != 2 or again[intake.KNOWN] < len(found):
                wrong.append(f"dropping the folder again: {dict(again)} with {len(found)} in before")
            if len(self._in(workspace)) != self._count or merged.digest(workspace) != self._wanted:
                wrong.append("dropping the folder again ends elsewhere")
        return wrong

    @staticmethod
    def _in(workspace: Workspace) -> set[str]:
        rows = workspace.rows("SELECT bytes FROM files WHERE kind = 'submission'")
        return {sha256(bytes(row["bytes"])).hexdigest() for row in rows}

    @staticmethod
    def _half(workspace: Workspace) -> list[str]:
        """Return the files without a verdict, and the verdicts without a file."""
        without = workspace.rows(
            """SELECT f.name FROM files f LEFT JOIN standing s USING (digest, signer)
               WHERE f.kind = 'submission' AND s.digest IS NULL"""
        )
        alone = workspace.rows(
            "SELECT s.agency FROM standing s LEFT JOIN files f USING (digest, signer) WHERE f.digest IS NULL"
        )
        newest = roundbook.latest(workspace).id
        astray = [one.name for one in merged.received(workspace, newest) if one.state not in ("accepted", "waiting")]
        return [
            *(f"{row['name']} is in without a verdict" for row in without),
            *(f"a verdict on {row['agency']} without its file" for row in alone),
            *(f"{name} stands nowhere" for name in astray),
        ]

    @property
    def open_file(self) -> Path | None:
        """Home Affairs' workspace."""
        return self.path


def _drop(workspace: Workspace, files: list[Path]) -> Iterator[tuple[Path, intake.Verdict]]:
    for place, file in enumerate(files):
        yield file, intake.take_path(workspace, file, "folder", NOW + timedelta(minutes=place))
