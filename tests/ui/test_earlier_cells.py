"""Earlier figures at a successor's form: signs where others reported, or where they are not to be compared, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reformdesk.core import roundbook, store
from reformdesk.core.store import Office
from reformdesk.inherited_words import explained
from reformdesk.ui import theme
from reformdesk.ui.models.earlier import EarlierCell, earlier_cell
from reformdesk.ui.models.form import FormData, read_form
from reformdesk.ui.pages.earlier_signs import EarlierSigns
from reformdesk.ui.pages.field_history import HistoryTab
from reformdesk.ui.pages.form import FormPage
from reformdesk.words import Words
from tests.core import builders
from tests.core.builders import NOW, indicator

ON = "2024-03-01"


def _counts(**given: str) -> dict[str, dict[str, str]]:
    return {name: {"number": amount} for name, amount in given.items()}


@pytest.fixture
def data(tmp_path: Path) -> Iterator[FormData]:
    """The form of ``a``, which took over from ``p`` and, where that was divided with ``b``, from ``q``."""
    source = builders.source(
        *(indicator(name) for name in ("sum", "own", "came", "split", "unit")),
        indicator("mean", "percent", consolidation="mean"),
    )
    plan = replace(
        builders.plan(source),
        former=({"id": "p", "name": "Sở P"}, {"id": "q", "name": "Sở Q"}),
        succession=(
            {"from": "p", "to": "a", "on": ON},
            {"from": "q", "to": "a", "on": ON, "indicators": ["split"]},
            {"from": "q", "to": "b", "on": ON},
        ),
    )
    past: dict[str, Any] = {
        "round": "2023-h1",
        "title": {"vi": "6 tháng đầu năm 2023"},
        "short": {"vi": "6T 2023"},
        "months": 6,
        "ends": "2023-06-14",
        "answers": {
            "a": _counts(sum="4", own="7", unit="5", mean="50"),
            "p": _counts(sum="6", came="9", mean="80"),
            "q": _counts(split="12"),
        },
        "breaks": {"unit": "unit"},
    }
    key = builders.key("Sở Nội vụ")
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office:
        blob = roundbook.open_round(office, plan, (past,), key, NOW)
    with store.create(tmp_path / "a.rdesk", Office.AGENCY, "a", NOW) as desk:
        roundbook.take_round(desk, blob, "r.rdround", NOW)
        yield read_form(desk, "")


@pytest.fixture
def words(qapp: QApplication) -> Words:
    theme.apply(qapp, dark=False)
    return Words("en")


def cell(data: FormData, name: str, words: Words) -> EarlierCell:
    return earlier_cell(data.round, data.round.earlier[0], "a", name, words)


def test_a_sign_says_that_there_is_more_to_know_of_a_figure(data: FormData, words: Words) -> None:
    assert cell(data, "own", words) == EarlierCell("7")
    assert [cell(data, name, words).text for name in ("sum", "came", "split", "unit")] == ["10*", "9*", "(12)", "(5)"]
    assert cell(data, "mean", words).text == "(50)\n(80)"
    assert all(cell(data, name, words).noted for name in ("sum", "came", "split", "unit", "mean"))


def test_every_sign_has_its_sentence(data: FormData, words: Words) -> None:
    (past,) = data.round.earlier
    said = {name: explained(data.round, past, "a", name, words) for name in data.round.asked}
    assert said == {
        "own": "",
        "sum": "With the figures of agencies that it took over from: A 4; Sở P 6.",
        "came": "Reported by Sở P, whose task it took over.",
        "split": "Not compared: the task of Sở Q has been divided since. Then: Sở Q 12.",
        "unit": "A break in the series: it had another unit of measure. Not compared.",
        "mean": "Not added up: this indicator does not add up over agencies. Then: A 50; Sở P 80.",
    }
    assert {name: cell(data, name, words).tip for name in data.round.asked} == said


def test_more_figures_than_a_row_has_lines_for_are_left_to_the_sentence(data: FormData, words: Words) -> None:
    more = ({"id": name, "name": name.upper()} for name in "xy")
    steps = tuple({"from": name, "to": "a", "on": ON} for name in "xy")
    (past,) = data.round.earlier
    answers = {**{name: past.answers[name] for name in "ap"}, **dict.fromkeys("xy", past.answers["p"])}
    made = builders.round_of(data.round.catalogue.source, former=tuple(more), succession=steps)
    many = replace(made, earlier=(replace(past, answers=answers),))
    assert earlier_cell(many, many.earlier[0], "a", "mean", words).text == "(…)"


def test_the_form_shows_the_signs_and_says_what_they_mean(data: FormData, words: Words) -> None:
    page = FormPage(words)
    page.resize(1200, 700)
    page.begin(data)
    page.show_area("1", data)
    (signs,) = page.findChildren(EarlierSigns)
    assert signs.text().startswith("* with figures of agencies")
    assert "(…)" in signs.text()
    shown = {name: row._earlier[0].text() for name, row in page._rows.items()}
    assert shown["sum"] == "10*"
    assert page._rows["sum"]._earlier[0].toolTip() == page._rows["sum"]._earlier[0].accessibleDescription() != ""
    plain = EarlierSigns(data.round, page._shown, "a", ["own"], words)
    stays_away = plain.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and plain.isHidden()
    assert (plain.text(), stays_away) == ("", True)
    assert "(…)" not in EarlierSigns(data.round, page._shown, "a", ["sum"], words).text()


def test_a_fields_past_names_who_reported_what_and_lets_ones_own_figure_alone_be_corrected(
    data: FormData, words: Words
) -> None:
    tab = HistoryTab(words)
    tab.show_field(data, "sum")
    model = tab.past_model
    texts = [[model.cell(row, column).text for column in (0, 1)] for row in range(model.rowCount())]
    assert texts == [
        ["6 tháng đầu năm 2023", "10*"],
        ["– A", "4"],
        ["– Sở P", "6"],
    ]
    wanted: list[str] = []
    tab.request.connect(wanted.append)
    enabled = []
    for row in range(model.rowCount()):
        tab.past.setCurrentIndex(model.index(row, 0))
        enabled.append(tab.request_button.isEnabled())
        tab.request_button.click()
    assert enabled == [False, True, False]
    assert wanted == ["2023-h1"]
    tab.show_field(data, "own")
    assert [model.cell(0, 0).key, model.cell(0, 1).text, model.rowCount()] == ["2023-h1", "7", 1]
    tab.show_field(data, "unit")
    assert [model.cell(0, 0).key, model.cell(0, 1).text, model.rowCount()] == ["2023-h1", "(5)", 2]
    tab.show_field(data, "came")
    assert [model.cell(1, 0).text, model.rowCount()] == ["Reported by Sở P, whose task it took over.", 2]
    tab.show_field(data, "mean")
    assert model.cell(3, 0).text == "Not added up: this indicator does not add up over agencies."
    tab.show_field(data, "unit")
    assert model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole).startswith("A break in the series")
