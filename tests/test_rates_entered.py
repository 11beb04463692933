"""A rate that is computed is refused by name where somebody brings it in a list or on a clipboard."""

from __future__ import annotations

from pathlib import Path

from reformdesk import entering_files
from reformdesk.core import proposals
from reformdesk.core.answers import Given, Offered
from reformdesk.core.proposals import Fate
from reformdesk.words import Words
from tests.core.builders import number, rated_source, round_of
from tests.office.forms import Form


def test_a_list_with_a_rate_says_that_its_parts_are_wanted(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,value\nm,3\nr,50\n", encoding="utf-8")
    read = entering_files.read(path, round_of(rated_source()), "b", {}, Words("en"))
    assert read.given == {"m": Given(number("3"))}
    (refused,) = read.refused
    assert "r" in refused
    assert "computed from its two parts" in refused


def test_a_form_with_a_rate_that_was_typed_says_so_too(tmp_path: Path) -> None:
    form = Form(round_of(rated_source()), "b", tmp_path / "form.xlsx").write().fill({"m": 3, "n": 4, "r": 50})
    read = entering_files.read(form.path, form.round, "b", {}, Words("en"))
    assert set(read.given) == {"m", "n"}
    (refused,) = read.refused
    assert "computed from its two parts" in refused


def test_another_agencys_rate_is_another_agencys() -> None:
    source = rated_source(reporter={"agency": "a"})
    for one in source["indicators"]:
        one["reporter"] = {"agency": "a"}
    offers = [Offered("r", "50"), Offered("m", "3")]
    fates = [one.fate for one in proposals.weigh(round_of(source), "b", {}, offers)]
    assert fates == [Fate.NOT_OWED, Fate.NOT_OWED]
    fates = [one.fate for one in proposals.weigh(round_of(source), "a", {}, offers)]
    assert fates == [Fate.COMPUTED, Fate.NEW]
