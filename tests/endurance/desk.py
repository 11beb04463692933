"""A real agency's desk to start from: made anew, with the sample province's five rounds and a key."""

from __future__ import annotations

import json
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path
from random import Random

from reformdesk.core import entry, filing, history, journal, merged, roundbook, store, submission, values
from reformdesk.core.answers import Given
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.entry import EXPLANATION, VALUE
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from reformdesk.exchange import keys
from tests.core.builders import NOW
from tests.endurance.ledger import Kind as StepKind
from tests.endurance.ledger import Ledger, Place, Step

FROZEN = Path(__file__).parents[1] / "data" / "frozen"
AGENCY = "so-tai-chinh"
"""The agency of the sample that owes most."""
PASSPHRASE = "demo"
_WORDS = ("do sáp nhập", "theo Nghị quyết số 18", "đã rà soát lại", "chờ Bộ hướng dẫn", "ngừng từ quý II", "…")


def newest(name: str) -> Path:
    """Return the newest kept workspace of a name."""
    return max(FROZEN.glob(f"*/{name}"), key=lambda one: int(one.parent.name))


def round_files() -> list[tuple[str, bytes]]:
    """Return the sample's round files by their ids, oldest first, out of a kept workspace."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        # a workspace that is opened is touched: not the kept one
        copy = shutil.copy(newest("agency.rdesk"), folder)
        with store.open_workspace(Path(copy)) as kept:
            for round_id in roundbook.round_ids(kept):
                row = filing.filed(kept, "round", round_id)[-1]
                found.append((round_id, filing.bytes_of(kept, row["digest"], row["signer"])))
    return found


def make(folder: Path) -> Path:
    """Make the desk in a folder and return its workspace's path; nothing is answered yet."""
    path = folder / f"{AGENCY}.rdesk"
    (folder / "keys").mkdir(parents=True)
    (folder / "keys" / f"{AGENCY}.p12").write_bytes(keys.create("Sở Tài chính", AGENCY, PASSPHRASE, NOW, rounds=1000))
    with store.create(path, Office.AGENCY, AGENCY, NOW) as made:
        for round_id, blob in round_files():
            roundbook.take_round(made, blob, f"{round_id}.rdround", NOW)
    return path


def copy_to(desk: Path, folder: Path) -> Path:
    """Copy a desk that is closed, with its key, and return the workspace's path."""
    shutil.copytree(desk.parent, folder)
    return folder / desk.name


class Typist:
    """Thinks up steps for a round: figures, words, blocks, undo and redo."""

    def __init__(self, chance: Random, round_: Round, owner: str) -> None:
        self._chance = chance
        self._round = round_
        self.names = round_.owed(owner)

    def step(self, ledger: Ledger) -> Step:
        """Return what to do next."""
        what = self._chance.random()
        if what < 0.12 and ledger.done:
            return Step(StepKind.UNDO)
        if what < 0.2 and ledger.undone:
            return Step(StepKind.REDO)
        if what < 0.3:
            return Step(StepKind.WRITE, (self._explanation(),))
        if what < 0.4:
            some = self._chance.sample(self.names, self._chance.randint(2, len(self.names)))
            return Step(StepKind.WRITE, tuple(self.figure(name) for name in some))
        return Step(StepKind.WRITE, (self.figure(self._chance.choice(self.names)),))

    def _explanation(self) -> tuple[Place, str]:
        words = " ".join(self._chance.choices(_WORDS, k=self._chance.randint(1, 4)))
        return (self._chance.choice(self.names), EXPLANATION), words

    def figure(self, name: str) -> tuple[Place, str]:
        """Return a new value for an indicator."""
        return (name, VALUE), wire(some_value(self._chance, self._round.catalogue.indicators[name]))


def some_value(chance: Random, indicator: Indicator) -> Value:
    """Return a value of the right kind."""
    if chance.random() < 0.15:
        return chance.choice(list(Status))
    match indicator.kind:
        case Kind.COUNT:
            return Number(Decimal(chance.randint(0, 999_999)))
        case Kind.MARK:
            return Mark(chance.random() < 0.5)
        case Kind.TEXT:
            return Text(" ".join(chance.choices(_WORDS, k=3)))
        case Kind.RATE_OR_BLOCKS if indicator.blocks:
            rates = (BlockRate(one.id, one.name.vi, _rate(chance)) for one in indicator.blocks)
            return Rates(tuple(rates))
        case _:
            return Number(_rate(chance))


def _rate(chance: Random) -> Decimal:
    return Decimal(chance.randint(0, 10_000)).scaleb(-2)


def wire(value: Value) -> str:
    """Return a value as the workspace keeps it."""
    return json.dumps(values.to_wire(value), ensure_ascii=False, sort_keys=True)


def perform(workspace: Workspace, round_: Round, step: Step) -> None:
    """Do a step by the calls that the form makes."""
    if step.kind is StepKind.UNDO:
        entry.undo(workspace, round_.id, NOW)
    elif step.kind is StepKind.REDO:
        entry.redo(workspace, round_.id, NOW)
    else:
        given: dict[str, Given] = {}
        for (name, part), text in step.writes:
            said = Given(explanation=text) if part == EXPLANATION else Given(values.from_wire(json.loads(text)))
            given[name] = said
        entry.set_answers(workspace, round_, given, NOW)


def problems(workspace: Workspace) -> list[str]:
    """Return what is unsound about an open workspace."""
    return [*store.check(workspace), *(f"history: {code}" for code in history.problems(workspace))]


def standing(workspace: Workspace, round_id: str) -> tuple[dict[Place, str], int]:
    """Return a round's answers as the file keeps them, and how many lines of history it has."""
    said: dict[Place, str] = {}
    for name, answer in entry.answers(workspace, round_id).items():
        if answer.value is not Status.BLANK:
            said[name, VALUE] = wire(answer.value)
        if answer.explanation:
            said[name, EXPLANATION] = answer.explanation
    count = workspace.rows("SELECT count(*) AS lines FROM history WHERE round = :round", {"round": round_id})
    return said, int(count[0]["lines"])


def figures(workspace: Workspace) -> object:
    """Return all that a workspace says in figures, and what they are made of."""
    rounds = roundbook.round_ids(workspace)
    if workspace.office is Office.AGENCY:
        sent = [submission.sent(workspace, one) for one in rounds]
        return rounds, [standing(workspace, one) for one in rounds], sent
    totals = [one.totals for one in merged.consolidated(workspace, rounds)]
    return rounds, merged.digest(workspace), totals, journal.everything(workspace)


def settle(workspace: Workspace, round_id: str, outcomes: list[Ledger]) -> tuple[Ledger, list[str]]:
    """Return which of the outcomes a workspace holds, and what is wrong with it; undo and redo are tried."""
    wrong = problems(workspace)
    found = standing(workspace, round_id)
    ledger = next((one for one in outcomes if (dict(one.answers), one.lines) == found), None)
    if ledger is None:
        return outcomes[0], [*wrong, _difference(outcomes[0], *found)]
    for back, step in ((entry.undo, Step(StepKind.UNDO)), (entry.redo, Step(StepKind.REDO))):
        back(workspace, round_id, NOW)
        ledger = ledger.after(step)
        if standing(workspace, round_id) != (dict(ledger.answers), ledger.lines):
            wrong.append(f"{step.kind} gives something else")
    return ledger, wrong


def _difference(promised: Ledger, said: dict[Place, str], lines: int) -> str:
    places = sorted({*promised.answers, *said})
    differs = [
        f"{name}.{part}: {promised.answers.get((name, part))} became {said.get((name, part))}"
        for name, part in places
        if promised.answers.get((name, part)) != said.get((name, part))
    ]
    return f"promised {promised.lines} lines, found {lines}; " + "; ".join(differs)
