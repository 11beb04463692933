"""A computed rate in a form's workbook: the spreadsheet computes it, and nobody is told of what it comes to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import proposals
from reformdesk.core.proposals import Fate
from reformdesk.office.form_layout import Part
from tests.core.builders import plan, rated_source, round_of
from tests.office.forms import Form, areas_in, cell_of, losses, offered


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return Form(round_of(rated_source()), "b", tmp_path / "form.xlsx").write()


def test_the_spreadsheet_computes_it_in_a_locked_cell(form: Form) -> None:
    book = form.book()
    (sheet,) = areas_in(book)
    rate, part, whole = (cell_of(book, name) for name in "rmn")
    assert rate.value == (
        f"=IF(AND(ISNUMBER({part.coordinate}),ISNUMBER({whole.coordinate})),"
        f'IF({whole.coordinate}=0,"",ROUND({part.coordinate}/{whole.coordinate}*100,2)),"")'
    )
    assert rate.protection.locked
    assert not part.protection.locked
    words = rate.offset(0, 1)
    assert (words.value, words.protection.locked) == ("Tự tính: dòng 1 trên dòng 2", True)
    assert sheet[f"{rate.offset(0, 1).coordinate[0]}3"].value == Part.WORDS


def test_a_part_on_another_sheet_is_named_with_it(tmp_path: Path) -> None:
    source: dict[str, Any] = rated_source()
    label = {"vi": "Khác", "en": ""}
    source["areas"].append({"id": "2", "title": "Khác", "short": label, "tiny": label})
    (table,) = source["tables"]
    apart = {**table, "id": "2", "area": "2", "rows": [row for row in table["rows"] if row["indicator"] in "nr"]}
    table["rows"] = [row for row in table["rows"] if row["indicator"] in "mo"]
    source["tables"].append(apart)
    period = {**plan(source).period, "areas": ["1", "2"], "cut_off": {"1": "2024-05-31", "2": "2024-05-31"}}
    round_ = round_of(source, period=period)
    book = Form(round_, "b", tmp_path / "form.xlsx").write().book()
    assert "'1 Lĩnh vực'!" in str(cell_of(book, "r").value)


def test_what_it_comes_to_is_no_offer_and_no_loss(form: Form) -> None:
    # as no spreadsheet has opened it yet, and then as one has stored what it reckoned
    assert offered(form.fill({"m": 1, "n": 3}).read()) == {"m": "1", "n": "3"}
    assert losses(form.read()) == []
    assert offered(form.fill({"r": 33.33}).read()) == {"m": "1", "n": "3"}


@pytest.mark.parametrize("typed", [{"m": 1, "n": 3, "r": 40}, {"r": 33.33}])
def test_a_rate_that_was_typed_is_shown_and_not_taken(form: Form, typed: dict[str, float]) -> None:
    read = form.fill(typed).read()
    weighed = {one.indicator: one for one in proposals.weigh(form.round, "b", {}, read.offers)}
    assert weighed["r"].fate is Fate.COMPUTED
    assert set(proposals.accepted(weighed.values(), set(weighed))) == set(typed) - {"r"}
