"""Two rounds side by side: what is offered, what is said, what is left out, what is saved."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from reformdesk.core import charted, round_totals
from reformdesk.core.catalogue import Nature
from reformdesk.core.consolidation import Total
from reformdesk.core.rounds_compared import Line, Obstacle
from reformdesk.core.store import Workspace
from reformdesk.core.values import write_number
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import COMPARISON
from reformdesk.ui.pages.comparison import Pair, signed
from reformdesk.words import Words
from tests.demo import NEWEST
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, Situation, desk_of, nameless, say


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    hands.click(made.item(COMPARISON))
    hands.settle_desk(made)
    return made


def choose(desk: OfficeDesk, hands: Hands, now: str, before: str = "") -> None:
    for box, wanted in ((desk.comparison.now, now), (desk.comparison.before, before)):
        if wanted:
            box.setCurrentIndex(box.findData(wanted))
            box.activated.emit(box.currentIndex())
            hands.settle_desk(desk)


def cells(desk: OfficeDesk, name: str) -> list[str]:
    """Return what stands in an indicator's line."""
    page = desk.comparison
    row = next(place for place, line in enumerate(page._shown) if line is not None and line.indicator.id == name)
    return [page.model.cell(row, column).text for column in range(page.model.columnCount())]


def totals(desk: OfficeDesk, hands: Hands, rounds: Sequence[str], name: str) -> list[Total]:
    found: list[list[Total]] = []

    def read(workspace: Workspace) -> list[Total]:
        return [round_totals.of_round(workspace, one).totals[name] for one in rounds]

    desk.workspace.read(read, found.append)
    hands.settle_desk(desk)
    return found[0]


def shown(desk: OfficeDesk) -> list[Line]:
    return [line for line in desk.comparison._shown if line is not None]


def test_it_begins_with_the_round_at_hand_and_says_where_periods_differ(
    desk: OfficeDesk, check_model: CheckModel
) -> None:
    page = desk.comparison
    assert page.pair == Pair(NEWEST, "2023")
    assert page.warning.isVisible()
    assert nameless(page) == []
    model = page.model
    check_model(model)
    # what is counted over half a year is not set against a whole one, what is counted on a day is
    apart = [line.indicator for line in shown(desk) if line.obstacle is Obstacle.OTHER_PERIOD]
    assert len(apart) > 20
    assert all(one.nature is Nature.FLOW for one in apart)
    assert cells(desk, apart[0].id)[4:] == ["", "", say("ComparisonPage", "not compared")]
    assert cells(desk, "civil-servants-assigned")[4].startswith("-")


def test_an_answer_that_is_no_figure_is_said_in_the_windows_language(
    situation: Situation, open_window: Open, hands: Hands
) -> None:
    english = Words("en")
    desk = desk_of(open_window(situation.path, HeardMessages(english)), OfficeDesk)
    desk.open_page(COMPARISON)
    hands.settle_desk(desk)
    assert cells(desk, "province-satisfaction")[3] == english.answer("in-progress") == "In progress"


def test_the_same_period_last_year_is_offered_first(desk: OfficeDesk, hands: Hands) -> None:
    choose(desk, hands, "2023")
    page = desk.comparison
    assert page.pair == Pair("2023", "2022")
    assert (
        say("ComparisonPage", "{round} (same period last year)").format(round="Năm 2022") == page.before.currentText()
    )
    assert not page.warning.isVisible()
    was, is_ = (
        charted.amount_of(total.value) for total in totals(desk, hands, ("2022", "2023"), "legal-documents-handled")
    )
    assert was is not None
    assert is_ is not None
    assert cells(desk, "legal-documents-handled")[2:5] == [write_number(was), write_number(is_), signed(is_ - was)]


def test_unequal_coverage_is_said_at_the_difference_and_goes_where_both_are_asked(
    desk: OfficeDesk, hands: Hands
) -> None:
    page = desk.comparison
    uneven = say("ComparisonPage", "{now} against {before}: cannot be compared in full")
    assert cells(desk, "civil-servants-assigned")[6] == uneven.format(now="36/39", before="39/39")
    hands.click(page.both_only)
    hands.settle_desk(desk)
    assert page.comparison is not None
    assert page.comparison.both_only
    assert cells(desk, "civil-servants-assigned")[6] == say("ComparisonPage", "{count} agencies in both").format(
        count=36
    )
    assert not any(line.is_uneven for line in shown(desk))


def test_lines_are_filtered_without_diacritics_and_sorted_by_change(desk: OfficeDesk, hands: Hands) -> None:
    choose(desk, hands, "2023")
    page = desk.comparison
    everything = shown(desk)
    headings = page.model.rowCount() - len(everything)
    assert headings == 6
    hands.focus(page.filter)
    hands.type("thu tuc")
    assert 0 < len(shown(desk)) < len(everything)
    assert all("thủ tục" in line.indicator.name.vi.lower() for line in shown(desk))
    page.filter.clear()
    hands.click(page.largest)
    assert page.model.rowCount() == len(everything)
    # no heading says any more which area a number belongs to
    assert page.comparison is not None
    areas = {area.id: area.short.vi for area in page.comparison.now.catalogue.areas}
    numbers = [page.model.cell(row, 0).text for row in range(page.model.rowCount())]
    assert numbers == [f"{areas[line.area]}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}{line.number}" for line in shown(desk)]
    changes = [abs(line.relative) for line in shown(desk) if line.relative is not None]
    assert changes == sorted(changes, reverse=True)
    hands.click(page.only_changed)
    assert all(line.difference for line in shown(desk))


def test_enter_opens_the_charts_and_words_have_none(desk: OfficeDesk, hands: Hands) -> None:
    page = desk.comparison
    row = next(
        place for place, line in enumerate(page._shown) if line and line.indicator.id == "civil-servants-assigned"
    )
    page.table.selectRow(row)
    hands.focus(page.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    dialog = desk.errands.charting.dialog
    assert dialog.isVisible()
    dialog.close()
    mark = next(place for place, line in enumerate(page._shown) if line and line.indicator.kind == "mark")
    page.table.selectRow(mark)
    assert not page.charts_button.isEnabled()
    assert page.charts_button.toolTip()


def test_what_is_on_show_is_saved_with_numbers_as_numbers(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    choose(desk, hands, "2023")
    page = desk.comparison
    hands.click(page.largest)
    heard.target = tmp_path / "so sánh.xlsx"
    hands.click(page.save_button)
    hands.settle_desk(desk)
    sheet = openpyxl.load_workbook(heard.target).active
    assert sheet is not None
    assert "2023" in str(sheet.cell(1, 1).value)
    lines = shown(desk)
    assert sheet.max_row == 4 + len(lines)
    for row, line in enumerate(lines, 5):
        assert sheet.cell(row, 2).value == line.indicator.name.vi
        if line.difference is not None:
            assert Decimal(str(sheet.cell(row, 6).value)) == line.difference
    assert desk.saved.text().startswith("✓")


def test_what_was_chosen_stays_when_one_comes_back(desk: OfficeDesk, hands: Hands) -> None:
    choose(desk, hands, "2022", "2023")
    hands.click(desk.comparison.both_only)
    hands.settle_desk(desk)
    desk.open_page("board")
    hands.settle_desk(desk)
    desk.open_page(COMPARISON)
    hands.settle_desk(desk)
    assert desk.comparison.pair == Pair("2022", "2023", both_only=True)
    assert desk.comparison.comparison is not None
    assert desk.comparison.comparison.now.id == "2022"


@pytest.mark.parametrize(
    ("amount", "said"), [(None, ""), (Decimal(0), "0"), (Decimal(1500), "+1.500"), (Decimal("-2.5"), "-2,5")]
)
def test_a_change_has_its_sign(amount: Decimal | None, said: str) -> None:
    assert signed(amount) == said
