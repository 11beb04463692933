"""High contrast: what other schemes say by a tint or a shade alone has an edge that is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reformdesk.core.board import OVERDUE, PARTIAL, RECEIVED, RETURNED, WAITING
from reformdesk.ui import outlines, theme
from reformdesk.ui.models.board import STATE, TONES, StateDelegate
from reformdesk.ui.theme import HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, Colours
from reformdesk.ui.widgets.basics import Strip, button, chips, pill, restyle
from reformdesk.ui.widgets.markdown_page import MarkdownPage
from reformdesk.ui.widgets.sheet_table import SheetTable
from tests.ui.test_theme import contrast

Seen = Callable[..., QImage]
SEEN = 3.0
"""WCAG 2.1, 1.4.11: what marks a control or a state stands out from what is beside it."""


@pytest.fixture(params=[HIGH_CONTRAST, HIGH_CONTRAST_LIGHT], ids=["black", "white"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colours]:
    """Wear high contrast, on black and on white."""
    yield theme.apply(qapp, dark=request.param is HIGH_CONTRAST, high_contrast=True)
    theme.apply(qapp, dark=False)


@pytest.fixture
def seen(qtbot: QtBot) -> Seen:
    """Returns a widget as it is seen on the ground, with the focus or with none."""
    place = QWidget()
    place.setObjectName("ground")
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    place.resize(600, 200)
    qtbot.addWidget(place)

    def shown(widget: QWidget, focus: bool = False) -> QImage:
        widget.setParent(place)
        place.show()
        widget.show()
        place.activateWindow()
        qtbot.waitUntil(place.isActiveWindow)
        (widget if focus else place).setFocus(Qt.FocusReason.OtherFocusReason)
        # not by itself: what lies behind it is seen in its gaps
        return place.grab(widget.geometry()).toImage()

    return shown


def colours_of(image: QImage) -> set[str]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in places}


def along(image: QImage, y: int) -> list[str]:
    """Return the colours from the left to the right, each once where it goes on."""
    return [name.upper() for name, _ in groupby(image.pixelColor(x, y).name() for x in range(image.width()))]


def test_what_cannot_be_used_is_quieter_and_still_read(scheme: Colours) -> None:
    """It is written in the colour of a line."""
    assert min(contrast(scheme.line, back) for back in (scheme.ground, scheme.sheet, scheme.accent_tint)) >= 4.5
    # told from the text at a glance, and from a hint
    assert contrast(scheme.text, scheme.line) >= 2.5
    assert contrast(scheme.quiet, scheme.line) >= 1.3


def test_a_hint_is_told_from_what_was_typed(scheme: Colours) -> None:
    assert contrast(scheme.text, scheme.quiet) >= 1.8
    assert contrast(scheme.quiet, scheme.accent_tint) >= 7


def test_a_filled_button_that_cannot_be_used_is_not_filled_and_its_edge_is_dashed(seen: Seen, scheme: Colours) -> None:
    step = button("Xuất tệp nộp", int, primary=True)
    assert scheme.accent in colours_of(seen(step))
    step.setEnabled(False)
    image = seen(step)
    assert scheme.accent not in colours_of(image)
    assert len(along(image, 0)) > 20
    other = button("Xuất tệp nộp", int)
    other.setEnabled(False)
    other.setFixedSize(step.size())
    step.hide()
    assert seen(other) == image


@pytest.mark.parametrize("kind", [QComboBox, QLineEdit])
def test_the_edge_of_a_field_that_cannot_be_used_is_dashed(
    seen: Seen, scheme: Colours, kind: type[QComboBox | QLineEdit]
) -> None:
    field = kind()
    assert len(along(seen(field), 0)) < 10
    field.setEnabled(False)
    assert len(along(seen(field), 0)) > 20


def test_the_edge_of_a_field_that_is_only_read_is_dashed_until_it_has_the_focus(seen: Seen, scheme: Colours) -> None:
    field = QLineEdit("24")
    assert len(along(seen(field), 0)) < 10
    field.setReadOnly(True)
    assert len(along(seen(field), 0)) > 20
    assert scheme.accent in along(seen(field, focus=True), 0)


def test_a_filled_button_with_the_focus_has_a_gap_inside_its_edge(seen: Seen, scheme: Colours) -> None:
    step = button("Xuất tệp nộp", int, primary=True)
    height = step.sizeHint().height()
    image = seen(step, focus=True)
    edge = [image.pixelColor(x, image.height() // 2).name().upper() for x in range(outlines.GAP + 2)]
    assert (edge[0], edge[-1]) == (scheme.accent, scheme.accent)
    assert max(contrast(one, scheme.accent) for one in edge) >= SEEN
    assert step.sizeHint().height() == height


def test_a_chosen_chip_with_the_focus_has_an_edge_of_another_colour(seen: Seen, scheme: Colours) -> None:
    chip = chips(QWidget(), {"": "Tất cả"}, int)[""]
    middle = chip.sizeHint().height() // 2
    assert along(seen(chip), middle)[0] == scheme.accent
    assert along(seen(chip, focus=True), middle)[0] == scheme.text


def test_how_far_a_bar_is_is_seen(seen: Seen, scheme: Colours) -> None:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, 2)
    bar.setValue(1)
    bar.setFixedWidth(100)
    image = seen(bar)
    middle = along(image, image.height() // 2)
    assert (middle[0], middle[-1]) == (scheme.line, scheme.line)
    assert (scheme.accent in middle, middle[-2]) == (True, scheme.sheet)
    assert contrast(scheme.accent, scheme.sheet) >= SEEN
    assert contrast(scheme.line, scheme.sheet) >= SEEN


def test_a_chosen_row_of_a_table_lies_between_lines_in_the_accent(seen: Seen, scheme: Colours) -> None:
    model = QStandardItemModel(2, 2)
    for row in range(2):
        for column in range(2):
            model.setItem(row, column, QStandardItem("Sở Tư pháp"))
    table = SheetTable(model, "Đơn vị")
    table.resize(300, 150)
    table.selectRow(1)
    seen(table)
    image = table.viewport().grab(QRect(0, table.rowViewportPosition(1), 200, table.rowHeight(1))).toImage()
    for y in (0, 1, image.height() - 1):
        assert along(image, y) == [scheme.accent]
    assert scheme.accent not in colours_of(image.copy(0, 2, 200, image.height() - 4))


def test_a_chosen_line_of_a_list_has_the_accent_at_its_left(seen: Seen, scheme: Colours) -> None:
    listed = QListWidget()
    listed.addItems(["Nhập số liệu", "Dán từ Excel"])
    listed.setCurrentRow(1)
    seen(listed)
    image = listed.viewport().grab(listed.visualItemRect(listed.item(1))).toImage()
    assert along(image, image.height() // 2)[:2] == [scheme.accent, scheme.accent_tint]
    assert image.pixelColor(outlines.BAR - 1, image.height() // 2) == QColor(scheme.accent)


def test_the_current_row_of_the_form_has_the_accent_at_its_left_and_does_not_move(seen: Seen, scheme: Colours) -> None:
    row = QFrame()
    row.setObjectName("formRow")
    row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row.resize(200, 40)
    assert along(seen(row), 10) == [scheme.sheet]
    before = row.contentsRect()
    restyle(row, current="true")
    image = seen(row)
    assert along(image, 10) == [scheme.accent, scheme.accent_tint]
    assert image.pixelColor(outlines.BAR - 1, 10) == QColor(scheme.accent)
    assert row.contentsRect() == before


@pytest.mark.parametrize("tone", ["accent", "error", "warning", "good"])
def test_what_is_tinted_has_an_outline_in_its_tone(seen: Seen, scheme: Colours, tone: str) -> None:
    for tinted in (Strip(tone, "Chưa giải trình"), pill("Quá hạn", tone)):
        image = seen(tinted)
        middle = along(image, image.height() // 2)
        assert middle[:2] == [getattr(scheme, tone), getattr(scheme, f"{tone}_tint")]
        assert contrast(getattr(scheme, tone), scheme.sheet) >= SEEN


def test_a_state_on_the_board_has_an_outline_in_its_tone(seen: Seen, scheme: Colours) -> None:
    states = (RECEIVED, WAITING, RETURNED, OVERDUE)
    model = QStandardItemModel(1, len(states))
    for column, state in enumerate(states):
        model.setData(model.index(0, column), state, STATE)
    table = SheetTable(model, "Bảng theo dõi")
    table.setItemDelegate(StateDelegate(table))
    table.resize(500, 120)
    seen(table)
    for column, state in enumerate(states):
        image = table.viewport().grab(table.visualRect(model.index(0, column))).toImage()
        edge = image.copy(0, image.height() // 2, image.width() // 2 - 12, 1)
        drawn = max(contrast(one, scheme.sheet) for one in colours_of(edge))
        assert drawn == contrast(getattr(scheme, TONES[state]), scheme.sheet), state


def test_what_is_in_part_in_the_chosen_row_has_an_outline_on_its_pixels(seen: Seen, scheme: Colours) -> None:
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), PARTIAL, STATE)
    table = SheetTable(model, "Bảng theo dõi")
    table.setItemDelegate(StateDelegate(table))
    table.resize(500, 120)
    table.selectRow(0)
    seen(table)
    image = table.viewport().grab(table.visualRect(model.index(0, 0))).toImage()
    edge = image.copy(0, image.height() // 2, image.width() // 2 - 12, 1)
    assert scheme.accent.lower() in {one.lower() for one in colours_of(edge)}


def test_the_entry_of_a_menu_that_a_key_goes_to_is_filled(qtbot: QtBot, scheme: Colours) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("Trang in", "Bảng tính"):
        menu.addAction(text)
    assert scheme.accent not in colours_of(menu.grab().toImage())
    menu.setActiveAction(menu.actions()[1])
    assert scheme.accent in colours_of(menu.grab().toImage())
    assert contrast(scheme.on_accent, scheme.accent) >= 7


def test_words_that_are_looked_for_are_underlined(qtbot: QtBot, scheme: Colours, tmp_path: Path) -> None:
    page = MarkdownPage("Trang hướng dẫn")
    qtbot.addWidget(page)
    (tmp_path / "nhap.md").write_text("# Nhập số liệu\n\nDán từ Excel\n", "utf-8")
    page.setSource(QUrl.fromLocalFile(str(tmp_path / "nhap.md")))
    page.mark("excel")
    assert [one.format.fontUnderline() for one in page.extraSelections()] == [True]
    assert [one.format.background().color() for one in page.extraSelections()] == [QColor(scheme.warning_tint)]


def test_other_schemes_stay_without() -> None:
    for scheme in (theme.LIGHT, theme.DARK):
        assert "dashed" not in theme.style_sheet(scheme)
        assert not theme.has_outlines(scheme)
