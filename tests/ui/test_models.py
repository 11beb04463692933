"""The models behind the tables: Qt's own rules for models, and exact rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reformdesk.assets import resource
from reformdesk.core import catalogue, catalogue_reading, store
from reformdesk.core.board import read_board
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from reformdesk.ui import theme
from reformdesk.ui.models.board import STATE, BoardModel
from reformdesk.ui.models.form import FormData, field_text, height_of, read_form, short_text
from reformdesk.ui.models.grid import KEY, GridCell, GridModel
from reformdesk.ui.models.review import ReviewData, read_review
from reformdesk.ui.widgets.basics import SIGNS
from reformdesk.words import Words
from tests.demo import AGENCIES, AGENCY, LATER, NEWEST
from tests.ui.conftest import CheckModel, Situation

INDICATORS = catalogue_reading.load(resource("catalogue", "2021-2024.json")).indicators
COUNT, PERCENT = INDICATORS["training-courses"], INDICATORS["agency-satisfaction"]
BLOCKS = INDICATORS["province-satisfaction"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("vi")


@pytest.fixture
def board(situation: Situation, words: Words) -> BoardModel:
    model = BoardModel(words)
    with store.open_workspace(situation.path) as workspace:
        model.show_board(read_board(workspace, "", LATER))
    return model


def _texts(model: QAbstractItemModel, row: int) -> list[str]:
    return [model.index(row, column).data() or "" for column in range(model.columnCount())]


def _header(model: QAbstractItemModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [model.headerData(column, across) for column in range(model.columnCount())]


def _row_of(model: BoardModel, agency: str) -> int:
    return next(row for row in range(model.rowCount()) if model.line(row).agency.id == agency)


def test_an_empty_board_is_a_sound_model(words: Words, check_model: CheckModel) -> None:
    model = BoardModel(words)
    check_model(model)
    assert model.rowCount() == 0
    model.narrow("y te", "waiting")
    assert model.rowCount() == 0


def test_the_board_is_a_sound_model_whatever_is_narrowed(board: BoardModel, check_model: CheckModel) -> None:
    check_model(board)
    for text, state, count in (("", "", AGENCIES), ("y te", "", 1), ("", "missing", 1), ("y te", "missing", 0)):
        board.narrow(text, state)
        assert board.rowCount() == count
        check_model(board)


def test_a_line_of_the_board(board: BoardModel, situation: Situation) -> None:
    header = _header(board)
    assert [text.split()[0] for text in header[1:-3]] == ["1", "2", "3", "4", "5", "6", "7"]
    missing = _texts(board, _row_of(board, situation.missing))
    sign = SIGNS["warning"]
    # the deadline has passed
    # 2 is Sở Tư pháp's alone, 3 the districts' and the office's, 6 and 7 have one reporter each
    assert missing[:-2] == ["Sở Xây dựng", sign, "", "", sign, sign, "", "", ""]
    returned = _row_of(board, situation.returned)
    assert _texts(board, returned)[1:9] == [SIGNS["returned"]] * 2 + ["", *[SIGNS["returned"]] * 2, "", "", "1"]


def test_a_cell_of_the_board_speaks_to_screen_readers(board: BoardModel, situation: Situation) -> None:
    row = _row_of(board, situation.waiting)
    assert board.index(row, 1).data(STATE) == "waiting"
    assert board.index(row, 3).data(STATE) == "not-owed"
    spoken = board.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken
    assert board.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Sở Y tế: {spoken}"


def test_the_board_has_no_rows_below_a_row(board: BoardModel) -> None:
    assert board.rowCount(board.index(0, 0)) == 0
    assert board.columnCount(board.index(0, 0)) == 0
    assert board.data(QModelIndex()) is None


def test_a_grid_shows_texts_sides_tones_and_hints(qapp: QApplication, check_model: CheckModel) -> None:
    model = GridModel()
    check_model(model)
    cells = [GridCell("a", key="k", hint="h"), GridCell("1.234", right=True, strong=True, tone="warning")]
    model.show_rows(["A", "B"], [cells, [GridCell("b"), GridCell("")]])
    check_model(model)
    assert _header(model) == ["A", "B"]
    assert [_texts(model, row) for row in range(model.rowCount())] == [["a", "1.234"], ["b", ""]]
    first, second = model.index(0, 0), model.index(0, 1)
    assert (first.data(KEY), first.data(Qt.ItemDataRole.ToolTipRole)) == ("k", "h")
    assert second.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert second.data(Qt.ItemDataRole.FontRole).weight() > qapp.font().weight()
    assert second.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme.current(qapp).warning)
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole) is None
    model.show_rows([], [])
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    check_model(model)


@pytest.mark.parametrize(
    ("value", "indicator", "short", "full"),
    [
        (Number(Decimal(1234)), COUNT, "1.234", "1.234"),
        (Number(Decimal("83.46")), PERCENT, "83,46", "83,46%"),
        (Status.BLANK, COUNT, "–", ""),
        (None, COUNT, "–", None),
        (Text("a"), COUNT, "a", "a"),
        (Status.NOT_DONE, COUNT, "…", None),
        (Mark(held=True), INDICATORS["reform-contest"], "x", "x"),
    ],
)
def test_a_value_in_a_narrow_column_and_in_its_field(
    value: Value | None, indicator: catalogue.Indicator, short: str, full: str | None
) -> None:
    assert short_text(value, indicator) == short
    if value is not None and full is not None:
        assert field_text(value, indicator) == full


def test_every_rate_of_a_block_is_shown() -> None:
    rates = Rates(tuple(BlockRate(block.id, "", Decimal(80 + place)) for place, block in enumerate(BLOCKS.blocks[:2])))
    assert short_text(rates, BLOCKS).split() == ["80", "81"]


def test_only_a_figure_has_a_height_to_draw() -> None:
    assert height_of(Number(Decimal("2.5"))) == 2.5
    assert [height_of(value) for value in (None, Status.BLANK, Status.NOT_DONE, Mark(held=False))] == [None] * 4


def _form(path: Path, round_id: str = "") -> FormData:
    with store.open_workspace(path) as workspace:
        return read_form(workspace, round_id)


def test_the_form_reads_what_is_owed_answered_and_sent(desk: Path) -> None:
    data = _form(desk)
    assert (data.round.id, data.agency) == (NEWEST, AGENCY)
    assert sum(len(data.owed_in(area)) for area in data.round.areas_of(AGENCY)) == data.readiness.owed == 21
    answered = sum(data.answered_in(area) for area in data.round.areas_of(AGENCY))
    assert answered == data.readiness.owed - len(data.readiness.blanks)
    assert [one["revision"] for one in data.sent] == [1]
    assert data.answer("legal-documents-issued").value == Number(Decimal(24))
    assert data.answer("no such indicator").value is Status.BLANK


def _review(path: Path, agency: str, digest: str = "") -> ReviewData | None:
    with store.open_workspace(path) as workspace:
        return read_review(workspace, NEWEST, agency, digest)


def test_a_review_stands_beside_the_earlier_rounds(situation: Situation) -> None:
    data = _review(situation.path, situation.returned)
    assert data is not None
    assert data.received.returned
    assert [past.id for past in data.earlier] == ["2021", "2022", "2023"]
    assert data.content.answers["legal-documents-issued"] == Number(Decimal(24))
    assert data.others == ()
    assert _review(situation.path, situation.returned, data.received.digest) is not None


def test_nothing_is_reviewed_where_nothing_came(situation: Situation) -> None:
    assert _review(situation.path, situation.missing) is None
