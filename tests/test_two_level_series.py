"""The series over the end of the district level: differences and breaks against figures computed apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import charted, round_totals, rounds_compared, store
from reformdesk.core.rounds_compared import Comparison
from reformdesk.core.store import Workspace
from tests import own_sums
from tests.demo import copy_of_office
from tests.own_sums import Counting, OwnTotal, Round
from tests.test_two_level import _typed

BEFORE, NOW = "2023", "2025"
BROKEN = {"province-satisfaction", "on-time-rate-province", "on-time-rate-commune"}
EVERYBODYS = "civil-servants-assigned"


@pytest.fixture(scope="module")
def workspace(two_level: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with store.open_workspace(copy_of_office(two_level, tmp_path_factory.mktemp("series"))) as office:
        yield office


@pytest.fixture(scope="module")
def rounds(two_level: Path) -> tuple[Round, Round]:
    before, now = (own_sums.round_json(two_level / "rounds" / f"{name}.rdround") for name in (BEFORE, NOW))
    return before, now


@pytest.fixture(scope="module")
def sent(two_level: Path) -> tuple[dict[str, Counting], dict[str, Counting]]:
    before, now = (
        {
            path.name.removesuffix("-r1.rdsub"): Counting(_typed(path))
            for path in sorted((two_level / "submissions" / name).iterdir())
        }
        for name in (BEFORE, NOW)
    )
    return before, now


@pytest.fixture(scope="module")
def own(
    rounds: tuple[Round, Round], sent: tuple[dict[str, Counting], dict[str, Counting]]
) -> tuple[dict[str, OwnTotal], dict[str, OwnTotal]]:
    before, now = (own_sums.totals(*one) for one in zip(rounds, sent, strict=True))
    return before, now


def compared(workspace: Workspace, *, both_only: bool = False) -> Comparison:
    return rounds_compared.read(workspace, BEFORE, NOW, both_only=both_only)


def test_every_difference_is_that_of_the_totals_and_none_is_said_across_a_break(
    workspace: Workspace, own: tuple[dict[str, OwnTotal], dict[str, OwnTotal]]
) -> None:
    found = compared(workspace)
    assert {line.indicator.id for line in found.broken} == BROKEN
    said = {line.indicator.id: line.difference for line in found.lines if line.difference is not None}
    expected = {}
    for name in own[0].keys() & own[1].keys():
        was, is_ = (one[name].figure.number for one in own)
        if was is not None and is_ is not None and name not in BROKEN:
            expected[name] = is_ - was
    assert said == expected
    assert len(said) > 50


def test_in_both_counts_predecessors_beside_their_successors(
    workspace: Workspace,
    rounds: tuple[Round, Round],
    own: tuple[dict[str, OwnTotal], dict[str, OwnTotal]],
) -> None:
    """Everybody answered: only whoever has nobody on the other side is left out."""
    steps = rounds[1].json["succession"]
    before, now = (one[EVERYBODYS].shares for one in own)
    followed = {step["from"] for step in steps if "indicators" not in step or EVERYBODYS in step["indicators"]}
    left_out = before.keys() - now.keys() - followed
    assert left_out == {"dai-pt-th"}
    line = next(one for one in compared(workspace, both_only=True).lines if one.indicator.id == EVERYBODYS)
    sums = [
        sum((share.number or Decimal(0) for agency, share in shares.items() if agency not in left_out), Decimal(0))
        for shares in (before, now)
    ]
    assert line.difference == sums[1] - sums[0]
    assert line.before is not None
    assert line.now is not None
    assert (line.before.coverage, line.now.coverage) == ("38/38", "134/134")


def test_the_series_shows_its_break_and_its_reorganisation(workspace: Workspace) -> None:
    parts = [round_totals.of_round(workspace, name) for name in ("2021", "2022", BEFORE, NOW)]
    broken = charted.series(parts, "on-time-rate-commune", NOW)
    assert [broken.goes_on(place) for place in range(3)] == [True, True, False]
    series = charted.series(parts, EVERYBODYS, NOW)
    ((place, seam),) = series.seams.items()
    assert seam.reorganised is not None
    one = seam.reorganised
    assert (place, len(one.before), len(one.now)) == (3, 39, 134)
    assert [day.isoformat() for day in one.days] == ["2025-03-01", "2025-07-01"]
    assert [agency.id for agency in one.without_successor] == ["dai-pt-th"]
    assert series.goes_on(2)
