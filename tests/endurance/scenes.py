"""What a robot is killed at, and what must hold afterwards.

A scene prepares files, acts in a process of its own that is killed at some moment, and inspects
what is left. Acting tells a :class:`~tests.endurance.ledger.Log` what is begun and what was
acknowledged.
"""

from __future__ import annotations

import shutil
import signal
import time
from abc import ABC, abstractmethod
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from reformdesk.core import backups, entry, keyring, outfile, roundbook, soundness, store, submission
from reformdesk.core.schema import MIGRATIONS
from reformdesk.core.store import Office
from reformdesk.core.values import Number
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.desk import Typist
from tests.endurance.ledger import Kind, Ledger, Log, Promised, Step

ROUND = "2024-h1"
_KILLS_A_DESK = 40
"""After so many a desk is put away for a new one: what is inspected grows with its history."""


class Scene(ABC):
    """One kind of work at a desk. ``seconds`` is about how long it takes, where it comes to an end."""

    seconds = 0.15

    def __init__(self, folder: Path, made: Path) -> None:
        self.folder = folder
        self.made = made
        folder.mkdir()

    def prepare(self) -> None:
        """Lay the files out before the robot begins; most scenes go on where the last robot was killed."""
        return

    @abstractmethod
    def act(self, log: Log, chance: Random) -> None:
        """Work until the end or until killed; in the robot's process."""

    @abstractmethod
    def inspect(self, promised: Promised) -> list[str]:
        """Return what is wrong with what is left; in the process that killed."""

    @property
    def open_file(self) -> Path | None:
        """The workspace that the robot holds all the while, if it does."""
        return None

    def was_at_work(self, promised: Promised) -> bool:
        """Whether the robot was killed in the middle of it: not before it had begun, nor after it had ended."""
        return bool(promised.said) and promised.said[-1][0] != "closed"


class Typing(Scene):
    """Values, explanations, blocks, undo and redo, on one desk through many kills; closed and opened again."""

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self.ledger = Ledger()
        self._kills = 0
        self.path = desk.copy_to(made, folder / "desk-0")

    def prepare(self) -> None:
        """Take a new desk now and then."""
        if self._kills and self._kills % _KILLS_A_DESK == 0:
            shutil.rmtree(self.path.parent)
            self.path = desk.copy_to(self.made, self.folder / f"desk-{self._kills}")
            self.ledger = Ledger()
        self._kills += 1

    def act(self, log: Log, chance: Random) -> None:
        """Type for ever."""
        ledger = self.ledger
        while True:
            with store.open_workspace(self.path) as workspace:
                log.say("open")
                round_ = roundbook.load(workspace, ROUND)
                typist = Typist(chance, round_, workspace.owner)
                for _ in range(chance.randint(20, 200)):
                    step = typist.step(ledger)
                    log.begun(step)
                    desk.perform(workspace, round_, step)
                    log.done()
                    ledger = ledger.after(step)
            log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """Everything that was acknowledged is there, and at most the step under way besides."""
        with store.open_workspace(self.path) as workspace:
            self.ledger, wrong = desk.settle(workspace, ROUND, promised.outcomes(self.ledger))
        return wrong

    @property
    def open_file(self) -> Path | None:
        """The desk."""
        return self.path


class Careless(Typing):
    """Acknowledges what it never stores: a robot that must be caught."""

    def act(self, log: Log, chance: Random) -> None:
        """Promise a figure, and sleep."""
        with store.open_workspace(self.path) as workspace:
            typist = Typist(chance, roundbook.load(workspace, ROUND), workspace.owner)
            log.begun(Step(Kind.WRITE, (typist.figure(typist.names[0]),)))
            log.done()
            signal.pause()


class Founding(Scene):
    """A new workspace is made, and round files are taken one after the other."""

    seconds = 0.12

    def prepare(self) -> None:
        """Begin from nothing."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.path = self.folder / "new.rdesk"

    def act(self, log: Log, chance: Random) -> None:
        """Do what a first start does."""
        with store.create(self.path, Office.AGENCY, desk.AGENCY, NOW) as workspace:
            log.say("made")
            for round_id, blob in desk.round_files():
                roundbook.take_round(workspace, blob, f"{round_id}.rdround", NOW)
                log.say("taken", round_id)
        log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """Each round is whole or not there; the first start can be begun again, and what is missing taken."""
        taken = [detail for what, detail in promised.said if what == "taken"]
        if not self.path.exists():
            if ("made", None) in promised.said:
                return ["the workspace is gone"]
            store.create(self.path, Office.AGENCY, desk.AGENCY, NOW).close()
        files = desk.round_files()
        with store.open_workspace(self.path) as workspace:
            wrong = desk.problems(workspace)
            known = roundbook.round_ids(workspace)
            if known != [round_id for round_id, _ in files][: len(known)] or len(known) - len(taken) not in (0, 1):
                wrong.append(f"taken {taken}, found {known}")
            for round_id, blob in files:
                roundbook.take_round(workspace, blob, f"{round_id}.rdround", NOW)
            if len(roundbook.round_ids(workspace)) != len(files):
                wrong.append("a round cannot be taken any more")
        return wrong


class Sealing(Scene):
    """An answer is changed, the round is sealed, and the file written: again and again."""

    seconds = 0.2

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self.path = folder / "agency.rdesk"
        self.out = folder / "out"
        self.out.mkdir()
        (folder / "keys").mkdir()
        shutil.copy(desk.FROZEN / "3" / "agency.rdesk", self.path)
        shutil.copy(made.parent / "keys" / f"{desk.AGENCY}.p12", folder / "keys" / "dai-pt-th.p12")
        store.open_workspace(self.path).close()

    def act(self, log: Log, chance: Random) -> None:
        """Seal what is valid: only one figure moves."""
        with store.open_workspace(self.path) as workspace:
            round_ = roundbook.load(workspace, ROUND)
            key = keyring.unlock(workspace, desk.PASSPHRASE)
            for _ in range(5):
                figure = entry.current_values(workspace, ROUND)["broadcast-bulletins"]
                amount = figure.amount if isinstance(figure, Number) else Decimal(0)
                entry.set_value(workspace, round_, "broadcast-bulletins", Number(amount + 1), NOW)
                log.say("sealing")
                # as actions.finish does: both or neither
                with workspace.atomic():
                    sealed, _ = submission.finish(workspace, round_, key, "Hòa", NOW)
                    outfile.write_whole(self.out / sealed.file_name, sealed.content)
                log.say("sealed", sealed.revision)
        log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """Whatever the desk calls handed in lies there, sound; what was acknowledged is handed in."""
        with store.open_workspace(self.path) as workspace:
            wrong = desk.problems(workspace)
            sent = [int(row["revision"]) for row in submission.sent(workspace, ROUND)]
        sealed = [detail for what, detail in promised.said if what == "sealed"]
        if sent != list(range(1, len(sent) + 1)) or not set(sealed) <= set(sent):
            wrong.append(f"sealed {sealed}, found {sent}")
        for revision in sent[1:]:
            verify((self.out / f"dai-pt-th-r{revision}.rdsub").read_bytes())
        for file in self.out.glob("*.rdsub"):
            verify(file.read_bytes())
        return wrong


class BackingUp(Scene):
    """A backup a day while values are typed."""

    seconds = 0.5

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self.path = desk.copy_to(made, folder / "desk")
        self._day = 0

    def prepare(self) -> None:
        """Each robot lives three weeks."""
        self._day += 21

    def act(self, log: Log, chance: Random) -> None:
        """Type, and back up."""
        with store.open_workspace(self.path) as workspace:
            round_ = roundbook.load(workspace, ROUND)
            typist = Typist(chance, round_, workspace.owner)
            for day in range(self._day, self._day + 20):
                for _ in range(10):
                    desk.perform(workspace, round_, typist.step(Ledger()))
                made = store.backup_if_due(workspace, NOW + timedelta(days=day))
                log.say("backed up", [made.name if made else "", desk.standing(workspace, ROUND)[1]])
        log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """Every backup is whole; the last that was acknowledged is there with all that had been typed by then."""
        with store.open_workspace(self.path) as workspace:
            wrong = desk.problems(workspace)
        copy = self.folder / "restored.rdesk"
        said = dict(detail for what, detail in promised.said if what == "backed up")
        found = backups.backups(self.path)
        if said and list(said)[-1] not in [one.name for one in found]:
            wrong.append(f"{list(said)[-1]} is not there")
        for backup in found[-2:]:
            shutil.copy(backup, copy)
            with store.open_workspace(copy) as restored:
                wrong += desk.problems(restored)
                lines = desk.standing(restored, ROUND)[1]
                if said.get(backup.name, lines) != lines:
                    wrong.append(f"{backup.name} holds {lines} lines of {said[backup.name]}")
        return wrong


class Migrating(Scene):
    """A workspace of an older schema is opened: an agency's, or Home Affairs', of each schema there was."""

    def __init__(self, folder: Path, made: Path) -> None:
        super().__init__(folder, made)
        self._kept = [one for one in sorted(desk.FROZEN.glob("*/*.rdesk")) if int(one.parent.name) < len(MIGRATIONS)]
        self._wanted: dict[Path, tuple[object, ...]] = {}
        self._takes: dict[Path, float] = {}
        self._turn = -1

    @property
    def _from(self) -> Path:
        return self._kept[self._turn % len(self._kept)]

    def prepare(self) -> None:
        """Take them in turns; what each must come to is known beforehand."""
        self._turn += 1
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.path = self.folder / self._from.name
        if self._from not in self._wanted:
            undisturbed = Path(shutil.copy(self._from, self.folder / "undisturbed.rdesk"))
            began = time.monotonic()
            store.open_workspace(undisturbed).close()
            self._takes[self._from] = time.monotonic() - began
            self._wanted[self._from] = self._content(undisturbed)
        self.seconds = self._takes[self._from]
        shutil.copy(self._from, self.path)

    @staticmethod
    def _content(path: Path) -> tuple[object, ...]:
        with soundness.open_sound(path) as workspace:
            return desk.problems(workspace), desk.figures(workspace)

    def act(self, log: Log, chance: Random) -> None:
        """Open it."""
        log.say("begun with", f"{self._from.parent.name}/{self._from.name}")
        with store.open_workspace(self.path):
            log.say("closed")

    def inspect(self, promised: Promised) -> list[str]:
        """All is there, as after an opening that nothing disturbed; the backups made before it open as well."""
        name = f"{self._from.parent.name}/{self._from.name}"
        wrong = [] if self._content(self.path) == self._wanted[self._from] else [f"{name} came to something else"]
        torn = (one.name for one in backups.backups(self.path) if self._content(one) != self._wanted[self._from])
        return [*wrong, *(f"{one} of {name} is not whole" for one in torn)]
