"""Every way of writing, tried on a disk with no room, then with a little more, until there is enough.

``python -m tests.endurance.cramped DISK FOLDER`` does it in a process of its own and prints what
came of it as JSON. ``DISK`` is ``tmpfs``, a small disk that really fills up (to be mounted on
``FOLDER``, in a mount namespace of one's own), or ``limit``, where the system refuses to let a file
grow (RLIMIT_FSIZE): SQLite takes that for a disk in trouble.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reformdesk.core import entry, keyring, outfile, roundbook, store, submission
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import Number
from reformdesk.errors import StoreError
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.scenes import ROUND

PAGE = 4096


class Disk(ABC):
    """A disk whose room can be taken away."""

    step = PAGE

    @abstractmethod
    def leave(self, room: int) -> None:
        """Leave so many bytes to be written."""

    @abstractmethod
    def release(self) -> None:
        """Give all room back."""


class Tmpfs(Disk):
    """A small mounted disk, filled with a file that takes the room."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._filler = folder, folder / "filler"

    def leave(self, room: int) -> None:
        """Fill up all but the room."""
        self.release()
        free = os.statvfs(self._folder)
        taken = free.f_bavail * free.f_frsize - room
        with self._filler.open("wb") as filler:
            if taken > 0:
                os.posix_fallocate(filler.fileno(), 0, taken)

    def release(self) -> None:
        """Remove the filler."""
        self._filler.unlink(missing_ok=True)


class Limit(Disk):
    """No file may grow beyond so many bytes."""

    step = 2 * PAGE

    def __init__(self, _folder: Path) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def leave(self, room: int) -> None:
        """Set the soft limit, which may be raised again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    def release(self) -> None:
        """Lift it."""
        self.leave(resource.RLIM_INFINITY)


@dataclass
class Outcome:
    """What came of one way of writing: the codes told in turn, the tries, what was wrong."""

    codes: list[str] = field(default_factory=list)
    tries: int = 0
    wrong: list[str] = field(default_factory=list)


def until_it_fits(
    disk: Disk, attempt: Callable[[], object], unharmed: Callable[[], list[str]], pace: int = 1
) -> Outcome:
    """Try with ever more room; ``unharmed`` says after each failure what was not as before, room given back.

    ``pace`` is greater where much is written, page by page alike.
    """
    outcome = Outcome()
    room = 0
    while True:
        outcome.tries += 1
        disk.leave(room)
        try:
            attempt()
        except StoreError as told:
            outcome.codes.append(told.code)
            disk.release()
            outcome.wrong += unharmed()
        else:
            disk.release()
            return outcome
        room += disk.step * pace
        if outcome.tries > 500:
            outcome.wrong.append("it never fits")
            return outcome


class Desk:
    """An open desk, and its answers as they must stand."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.round: Round = roundbook.load(workspace, ROUND)
        self.names = self.round.owed(workspace.owner)
        self.before = self.state()

    def state(self) -> object:
        """Return what may not change by a failure."""
        return desk.standing(self.workspace, ROUND), roundbook.round_ids(self.workspace)

    def unharmed(self) -> list[str]:
        """Return what a failure changed or damaged."""
        found = desk.problems(self.workspace)
        return found if self.state() == self.before else [*found, "something was written"]

    def type(self, figure: int, *names: str) -> None:
        """Type one figure into fields, in one step."""
        block = {name: Number(Decimal(figure)) for name in names}
        entry.set_values(self.workspace, self.round, block, NOW)


def jobs(folder: Path, disk: Disk) -> Iterator[tuple[str, Outcome]]:
    """Do every way of writing in turn."""
    path = desk.make(folder / "made")
    with store.open_workspace(path) as workspace:
        at = Desk(workspace)
        yield "a value", until_it_fits(disk, lambda: at.type(1, at.names[0]), at.unharmed)
        at.before = at.state()
        yield "a block", until_it_fits(disk, lambda: at.type(2, *at.names), at.unharmed)
        at.before = at.state()
        yield "undo", until_it_fits(disk, lambda: entry.undo(workspace, ROUND, NOW), at.unharmed)
        at.before = at.state()
        yield "a backup", until_it_fits(disk, lambda: store.backup_if_due(workspace, NOW), at.unharmed, 9)
        target = folder / "export.xlsx"
        target.write_bytes(b"old")
        content = bytes(20 * PAGE)
        yield "a file", until_it_fits(disk, lambda: outfile.write_whole(target, content), lambda: _old(target))
        yield "opening", until_it_fits(disk, lambda: _open_again(path, workspace), list)
    for name, job in (("sealing", _sealing), ("founding", _founding), ("migrating", _migrating)):
        yield name, job(folder, disk)
    # it does its work by means of what stands here
    from tests.endurance.cramped_office import office_jobs  # noqa: PLC0415 - see above

    yield from office_jobs(folder, disk)


def _old(target: Path) -> list[str]:
    leftovers = [one.name for one in target.parent.iterdir() if one.name.startswith(".")]
    return leftovers if target.read_bytes() == b"old" else [*leftovers, "the old file is gone"]


def _open_again(path: Path, workspace: Workspace) -> None:
    workspace.close()
    with store.open_workspace(path) as again:
        again.rows("SELECT count(*) FROM history")


def _sealing(folder: Path, disk: Disk) -> Outcome:
    home = folder / "sealing"
    (home / "keys").mkdir(parents=True)
    shutil.copy(desk.FROZEN / "3" / "agency.rdesk", home / "agency.rdesk")
    shutil.copy(folder / "made" / "keys" / f"{desk.AGENCY}.p12", home / "keys" / "dai-pt-th.p12")
    out = home / "out"
    out.mkdir()
    with store.open_workspace(home / "agency.rdesk") as workspace:
        at = Desk(workspace)
        key = keyring.unlock(workspace, desk.PASSPHRASE)
        at.type(77, "broadcast-bulletins")
        at.before = at.state()

        def seal() -> None:
            with workspace.atomic():
                sealed, _ = submission.finish(workspace, at.round, key, "Hòa", NOW)
                outfile.write_whole(out / sealed.file_name, sealed.content)

        def unharmed() -> list[str]:
            return at.unharmed() + ["it was handed in"] * (len(submission.sent(workspace, ROUND)) != 1)

        outcome = until_it_fits(disk, seal, unharmed)
        if [one.name for one in out.iterdir()] != ["dai-pt-th-r2.rdsub"]:
            outcome.wrong.append("what was sealed does not lie there, alone")
        return outcome


def _founding(folder: Path, disk: Disk) -> Outcome:
    path = folder / "founding" / "new.rdesk"
    path.parent.mkdir()
    blob = desk.round_files()[-1][1]

    def begin() -> None:
        with store.create(path, Office.AGENCY, desk.AGENCY, NOW) as made:
            roundbook.take_round(made, blob, "r.rdround", NOW)

    def unharmed() -> list[str]:
        if not path.exists():
            return []
        with store.open_workspace(path) as made:
            found = desk.problems(made) + ["a round was taken by half"] * bool(roundbook.round_ids(made))
        path.unlink()
        return found

    return until_it_fits(disk, begin, unharmed, 3)


def _migrating(folder: Path, disk: Disk) -> Outcome:
    path = folder / "migrating" / "agency.rdesk"
    path.parent.mkdir()
    shutil.copy(desk.FROZEN / "1" / "agency.rdesk", path)

    def unharmed() -> list[str]:
        copy = folder / "copy.rdesk"
        for ending in ("", "-wal"):
            if path.with_name(path.name + ending).exists():
                shutil.copy(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
        with store.open_workspace(copy) as opened:
            found = desk.problems(opened) + ["rounds are gone"] * (len(roundbook.round_ids(opened)) != 5)
        shutil.rmtree(folder / "backups", ignore_errors=True)
        return found

    return until_it_fits(disk, lambda: store.open_workspace(path).close(), unharmed, 9)


def main(kind: str, folder: Path) -> None:
    """Do all and print it."""
    disk: Disk = Tmpfs(folder) if kind == "tmpfs" else Limit(folder)
    with closing(sys.stdout):
        print(json.dumps({name: vars(outcome) for name, outcome in jobs(folder, disk)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
