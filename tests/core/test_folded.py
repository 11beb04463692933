"""Kept totals: what was written comes back whole, and is believed only where nothing has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import folded, store
from reformdesk.core.consolidation import Total
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text
from tests.core.builders import NOW

TOTALS = {
    "b": replace(
        Total(
            "b",
            Number(Decimal("12.5")),
            (),
            2,
            3,
            "Cộng nhầm",
            Number(Decimal(11)),
            3,
            1,
            2,
            Mark(False),
            True,
            1,
            True,
        ),
        one_part=1,
        from_adjusted=True,
    ),
    "a": Total("a", Mark(True), (), 1, 1, sent=1),
    "c": Total("c", Status.IN_PROGRESS, (), 0, 4),
    "d": Total("d", Text("Nghị quyết số 5"), (), 1, 4),
    "e": Total("e", Rates((BlockRate("cap-xa", "Cấp xã", Decimal("0.5")),)), (), 1, 4),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with store.create(tmp_path / "desk.rdesk", Office.HOME_AFFAIRS, "so-noi-vu", NOW) as workspace:
        yield workspace


def test_every_member_of_a_total_comes_back_in_printed_order(desk: Workspace) -> None:
    folded.keep(desk, "r", "x", TOTALS)
    found = folded.known(desk, "r", "x")
    assert found == TOTALS
    assert list(found) == list(TOTALS)
    # a total in which nothing is as it is by default shows what would be lost
    whole = TOTALS["b"]
    assert all(getattr(whole, one.name) != one.default for one in fields(Total) if one.name != "shares")


def test_only_the_last_is_kept_and_only_what_it_was_made_from_finds_it(desk: Workspace) -> None:
    assert folded.known(desk, "r", "x") is None
    folded.keep(desk, "r", "x", TOTALS)
    folded.keep(desk, "r", "y", {"a": TOTALS["a"]})
    assert folded.known(desk, "r", "x") is None
    assert folded.known(desk, "other", "y") is None
    assert folded.known(desk, "r", "y") == {"a": TOTALS["a"]}


def test_what_another_version_of_the_program_folded_is_folded_anew(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded.keep(desk, "r", "x", TOTALS)
    monkeypatch.setattr(folded, "__version__", "99")
    assert folded.known(desk, "r", "x") is None


def test_a_byte_that_the_disk_changed_is_noticed(desk: Workspace) -> None:
    folded.keep(desk, "r", "x", TOTALS)
    document = bytes(desk.rows("SELECT document FROM folded")[0]["document"])
    with desk.atomic():
        desk.db.execute("UPDATE folded SET document = :document", {"document": document.replace(b"12.5", b"13.5")})
    assert folded.known(desk, "r", "x") is None
