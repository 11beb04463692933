"""A fold that is broken on purpose is caught: each break makes desks end apart that must end alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

import pytest

from reformdesk.core import journal, judgement, what_counts
from reformdesk.core.consolidation import Submitted
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Hand
from reformdesk.core.standing import Candidate
from reformdesk.core.store import Workspace
from tests.many_desks import Decide, Event, Join, Material, Take, ends, make
from tests.test_desks_join import pin, pinned

Break = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return make(tmp_path_factory.mktemp("broken"))


def _arrived(workspace: Workspace) -> list[str]:
    """Return the submissions' digests in the order in which this desk filed them."""
    found = workspace.rows("SELECT digest FROM files WHERE kind = 'submission' ORDER BY rowid")
    return [str(row["digest"]) for row in found]


def last_arrival_wins(patch: pytest.MonkeyPatch) -> None:
    """Of two with one number only the one that came last is looked at."""
    right = judgement.candidates_of

    def wrong(workspace: Workspace, round_id: str, agency: str) -> list[Candidate]:
        order = _arrived(workspace)
        newest: dict[tuple[int, bool], Candidate] = {}
        for one in sorted(right(workspace, round_id, agency), key=lambda one: order.index(one.digest)):
            newest[one.revision, one.entered] = one
        return list(newest.values())

    patch.setattr(judgement, "candidates_of", wrong)


def first_choice_wins(patch: pytest.MonkeyPatch) -> None:
    """A choice that comes where one stands already is dropped, as if it were the same."""
    right = journal.take_over

    def wrong(workspace: Workspace, brought: Iterable[tuple[Decision, Collection[Hand]]]) -> tuple[Decision, ...]:
        stands = bool(journal.standing_of(workspace, Kind.CHOOSE))
        return right(workspace, [pair for pair in brought if not (stands and pair[0].kind is Kind.CHOOSE)])

    patch.setattr(journal, "take_over", wrong)


def what_had_come_before_is_what_was_seen(patch: pytest.MonkeyPatch) -> None:
    """An entry is not asked what it follows: it stands over whatever had come before it."""
    right = judgement.candidates_of

    def wrong(workspace: Workspace, round_id: str, agency: str) -> list[Candidate]:
        order = _arrived(workspace)
        found = sorted(right(workspace, round_id, agency), key=lambda one: order.index(one.digest))
        before: str | None = None
        judged = []
        for one in found:
            judged.append(replace(one, follows=before) if one.entered else one)
            before = before if one.entered else one.digest
        return judged

    patch.setattr(judgement, "candidates_of", wrong)


def a_union_forgets_whose_place_is_taken(patch: pytest.MonkeyPatch) -> None:
    """What another desk decided anew stands beside what it took the place of."""
    right = journal.take_over

    def wrong(workspace: Workspace, brought: Iterable[tuple[Decision, Collection[Hand]]]) -> tuple[Decision, ...]:
        before = workspace.rows("SELECT id, before FROM decision_before")
        new = right(workspace, brought)
        known = {(row["id"], row["before"]) for row in before}
        # nothing is ever deleted from the journal: the trigger goes first
        workspace.db.execute("DROP TRIGGER decision_before_refuse_delete")
        for row in workspace.rows("SELECT id, before FROM decision_before"):
            if (row["id"], row["before"]) not in known:
                workspace.db.execute("DELETE FROM decision_before WHERE id = :id AND before = :before", row)
        workspace.db.execute(
            "CREATE TRIGGER decision_before_refuse_delete BEFORE DELETE ON decision_before"
            " BEGIN SELECT raise(ABORT, 'only ever added to'); END"
        )
        return new

    patch.setattr(journal, "take_over", wrong)


def totals_follow_the_order_of_arrival(patch: pytest.MonkeyPatch) -> None:
    """A total is of what came first."""
    right = what_counts.each

    def wrong(workspace: Workspace, round_id: str, agency: str = "") -> Iterator[Submitted]:
        order = _arrived(workspace)
        yield from sorted(right(workspace, round_id, agency), key=lambda one: order.index(one.digest))[:1]

    patch.setattr(what_counts, "each", wrong)


BREAKS = [
    last_arrival_wins,
    first_choice_wins,
    what_had_come_before_is_what_was_seen,
    a_union_forgets_whose_place_is_taken,
    totals_follow_the_order_of_arrival,
]
_CHAIN = ("b1", "b2", "b2 fork", "c1")
_TWO_ORDERS = (("b1", "entry over nothing"), ("entry over nothing", "b1"))
PLAYS: list[tuple[str, list[tuple[int, Event]]]] = [
    ("files alone", [(0, Take("b1")), (0, Take("b2")), (1, Take("c1")), (1, Take("b2 fork"))]),
    (
        "a fork decided apart",
        [
            *((place, Take(name)) for place in (0, 1) for name in _CHAIN),
            (0, Decide("choose b2")),
            (1, Decide("choose b2 fork")),
        ],
    ),
    (
        "a verdict changed",
        [(0, Take("b1")), (1, Take("b1")), (0, Decide("return b1")), (0, Decide("accept b1"))],
    ),
    (
        "an entry before and after",
        [(0, Take("b1")), (0, Take("entry over nothing")), (1, Take("entry over nothing")), (1, Take("b1"))],
    ),
]
_BOTH: list[Join] = [(0, 1), (1, 0)]


def _play(material: Material, play: list[tuple[int, Event]]) -> int:
    known = pinned(material, "b", "c")
    return len(set(ends(material, 2, play, {}, _BOTH, lambda desk: pin(desk, known))))


@pytest.mark.parametrize("name", [name for name, _ in PLAYS])
def test_nothing_is_found_where_nothing_is_broken(name: str, material: Material) -> None:
    assert _play(material, dict(PLAYS)[name]) == 1


@pytest.mark.parametrize("broken", BREAKS, ids=lambda one: one.__name__)
def test_a_broken_fold_is_caught(broken: Break, material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch)
    assert any(_play(material, play) > 1 for _, play in PLAYS)
