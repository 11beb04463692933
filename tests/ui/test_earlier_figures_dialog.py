"""Totals of earlier periods are pasted at Home Affairs' desk and stand in the tables, with real keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QScrollArea, QStyledItemDelegate, QStyleOptionViewItem

from reformdesk.core import founding, journal, past_totals, round_labels, store
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.ui import theme
from reformdesk.ui.dialogs import earlier_figures
from reformdesk.ui.dialogs.earlier_figures import EarlierFiguresDialog
from reformdesk.ui.models.past_rows import FIGURE, NAME
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import ROUNDS, TABLES
from reformdesk.ui.widgets.basics import UNROLLED
from tests.core.builders import NOW
from tests.ui.conftest import CheckModel, Hands, Open, button_named, desk_of, nameless, say
from tests.ui.pasted import paste

TABLE = """STT\tChỉ tiêu\tNăm 2018\tNăm 2019
1\tTổng số biên chế cán bộ, công chức\t\t
-\tTổng số được giao\t3.300\t3.250
-\tTổng số có mặt\t3.100\tba nghìn
"""


@pytest.fixture
def desk(demo: Path, office: Path, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> OfficeDesk:
    """The desk after the sample's last round, its rounds on show, with its key beside it."""
    monkeypatch.setattr(earlier_figures, "today", lambda: date(2024, 8, 1))
    keys = office.parent / "keys"
    keys.mkdir(exist_ok=True)
    for one in (demo / "keys").glob("home-affairs*"):
        (keys / one.name).write_bytes(one.read_bytes())
    with store.open_workspace(office) as workspace:
        journal.name_officer(workspace, "Trần Thị Lan")
    made = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(made)
    hands.click(made.item(ROUNDS))
    hands.settle_desk(made)
    return made


def ask(desk: OfficeDesk, hands: Hands) -> EarlierFiguresDialog:
    hands.click(desk.rounds.earlier_button)
    hands.settle_desk(desk)
    dialog = desk.errands.earlier.dialog
    assert dialog is not None
    return dialog


def choose_year(dialog: EarlierFiguresDialog, year: int) -> None:
    dialog.year.setCurrentIndex(dialog.year.findData(year))


def figures(dialog: EarlierFiguresDialog) -> dict[str, str]:
    found = {}
    for row in range(dialog.model.count()):
        text = dialog.model.cell(row, FIGURE).text
        if text:
            found[dialog.model.cell(row, NAME).text] = text
    return found


def test_a_table_of_the_old_report_is_pasted_looked_at_and_kept(desk: OfficeDesk, hands: Hands) -> None:
    dialog = ask(desk, hands)
    assert nameless(dialog) == []
    choose_year(dialog, 2019)
    paste(hands, dialog.table, TABLE)
    assert figures(dialog) == {"Tổng số được giao": "3.250", "Tổng số có mặt": "ba nghìn"}
    assert (dialog.column.count(), dialog.column.currentText()) == (2, "Năm 2019")
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    assert not dialog.go.isEnabled(), "a word is no figure"
    dialog.table.go_to_doubt()
    # what is wrong keeps its colour where the cursor is
    delegate, option = dialog.table.itemDelegate(), QStyleOptionViewItem()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, dialog.table.currentIndex())
    assert option.palette.color(QPalette.ColorRole.HighlightedText) == QColor(theme.current().error)
    hands.press(Qt.Key.Key_Return)
    hands.replace("3050")
    hands.press(Qt.Key.Key_Return)
    assert dialog.go.isEnabled()
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert not dialog.isVisible(), dialog.state.text()
    model = desk.rounds.model
    assert [model.cell(row, 0).text for row in range(model.rowCount())][-1] == "Năm 2019"
    hands.click(desk.item(TABLES))
    hands.settle_desk(desk)
    table = next(one for one in desk.tables._tables if one.table.id == "5")
    column = table.header.index("Năm 2019 (1)")
    assert [row[column].text for row in table.rows if row[column].text] == ["3.250", "3.050"]


def test_only_the_figures_scroll_on_an_offices_screen(desk: OfficeDesk, hands: Hands) -> None:
    dialog = ask(desk, hands)
    around = dialog.findChild(QScrollArea, UNROLLED)
    assert around is not None
    assert around.verticalScrollBar().maximum() == 0
    assert dialog.table.verticalScrollBar().maximum() > 0


def test_the_rows_keep_qts_rules(desk: OfficeDesk, hands: Hands, check_model: CheckModel) -> None:
    dialog = ask(desk, hands)
    paste(hands, dialog.table, TABLE)
    check_model(dialog.model)
    dialog.reject()


def test_a_column_alone_fills_in_from_the_cursor_down(desk: OfficeDesk, hands: Hands) -> None:
    dialog = ask(desk, hands)
    rows = [row for row in range(dialog.model.count()) if dialog.model.cell(row, FIGURE).editable]
    dialog.table.setCurrentIndex(dialog.model.index(rows[1], FIGURE))
    paste(hands, dialog.table, "12\n13\n")
    assert [dialog.model.cell(row, FIGURE).text for row in rows[:4]] == ["", "12", "13", ""]
    dialog.reject()


def test_a_period_that_is_there_or_not_over_is_refused_at_once(desk: OfficeDesk, hands: Hands) -> None:
    dialog = ask(desk, hands)
    paste(hands, dialog.table, TABLE.replace("ba nghìn", "3.000"))
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    ready = {}
    for year in (2024, 2023, 2019):
        choose_year(dialog, year)
        ready[year] = dialog.go.isEnabled()
    assert ready == {2024: False, 2023: False, 2019: True}
    dialog.reject()


def test_figures_of_years_before_the_first_round_are_no_round_to_receive_for(
    tmp_path: Path, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier_figures, "today", lambda: date(2024, 8, 1))
    path = tmp_path / "so-noi-vu.rdesk"
    with founding.found(path, "tỉnh Minh Sơn", founding.template_agencies(), NOW) as workspace:
        journal.name_officer(workspace, "Trần Thị Lan")
    desk = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(desk)
    hands.click(button_named(desk, say("OfficeDesk", "Earlier figures…")))
    hands.settle_desk(desk)
    dialog = desk.errands.earlier.dialog
    assert dialog is not None
    choose_year(dialog, 2019)
    paste(hands, dialog.table, TABLE.replace("ba nghìn", "3.050"))
    for one in (dialog.secret.first, dialog.secret.second):
        hands.focus(one)
        hands.type("mot mat khau dai")
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert not dialog.isVisible(), dialog.state.text()
    kept: list[int] = []

    def count(workspace: Workspace) -> int:
        (one,) = round_labels.labels(workspace)
        return len(past_totals.entered(workspace, one.id))

    desk.workspace.read(count, kept.append)
    hands.settle_desk(desk)
    assert kept == [2]
    # nobody is asked for that year: the first round is still to be opened
    assert button_named(desk, say("OfficeDesk", "Open a new round…")).isVisible()
