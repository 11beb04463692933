"""An indicator in pictures: drawn from the theme, walked by keys, said in words, taken along as a picture."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reformdesk.core import charted, merged, round_totals, store
from reformdesk.core.charted import Bars, Series
from reformdesk.ui import theme
from reformdesk.ui.dialogs.charts import ACROSS, ChartsDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import TABLES
from reformdesk.ui.widgets.bars_chart import BarsChart
from reformdesk.ui.widgets.chart import Chart
from reformdesk.ui.widgets.series_chart import SeriesChart
from reformdesk.words import Words
from tests.demo import NEWEST
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, Situation, desk_of, nameless, say
from tests.ui.test_theme import contrast

STOCK, FLOW = "civil-servants-assigned", "legal-documents-handled"


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    return made


@pytest.fixture
def dialog(desk: OfficeDesk, hands: Hands, qtbot: QtBot) -> ChartsDialog:
    """The pictures of an indicator, opened beside its shares."""
    desk.open_page(TABLES)
    hands.settle_desk(desk)
    desk.tables.go_to(NEWEST, STOCK, "so-noi-vu")
    desk.open_page(TABLES)
    hands.settle_desk(desk)
    hands.click(desk.tables.pane.charts_button)
    hands.settle_desk(desk)
    made = desk.errands.charting.dialog
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def series(office: Path) -> Series:
    with store.open_workspace(office) as workspace:
        return charted.series(
            [round_totals.of_round(workspace, name) for name in (NEWEST, "2021", "2023", "2022")], STOCK, NEWEST
        )


@pytest.fixture
def bars(office: Path) -> Bars:
    with store.open_workspace(office) as workspace:
        part = round_totals.of_round(workspace, NEWEST)
        return charted.bars(part.round, merged.total(workspace, NEWEST, STOCK))


def partly(series: Series) -> Series:
    """Return a series whose last point is of fewer agencies than are asked."""
    *others, last = series.points
    return replace(series, points=(*others, replace(last, total=replace(last.total, answered=30))))


def drawn(chart: Chart, scheme: theme.Colours, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.sheet))
    painter = QPainter(image)
    chart.draw(painter, scheme, size)
    painter.end()
    return image


def pixels(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_the_pictures_open_beside_the_shares_and_say_what_they_show(
    dialog: ChartsDialog, check_model: CheckModel, hands: Hands
) -> None:
    assert nameless(dialog) == []
    assert dialog.chart is dialog.series_chart
    assert dialog.series_chart.accessibleName() == dialog.series_chart.words()
    assert dialog.series_chart.words().startswith("Từ 2021 đến 6 tháng 2024")
    assert say("ChartsDialog", "◐ hollow: answers are missing.") in dialog._said.text()
    dialog.as_table.setChecked(True)
    model = dialog.model
    check_model(model)
    coverage = [(model.cell(row, 0).text, model.cell(row, 2).text) for row in range(model.rowCount())]
    assert coverage == [
        ("Năm 2021", "39/39"),
        ("Năm 2022", "39/39"),
        ("Năm 2023", "39/39"),
        ("6 tháng đầu năm 2024", "◐ 36/39"),
    ]
    dialog.tabs.setCurrentIndex(ACROSS)
    # whoever has given none stands below
    assert model.rowCount() == 39
    assert model.cell(38, 3).text == say("ChartsDialog", "no figure")
    hands.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_arrows_walk_from_mark_to_mark_and_what_each_says_is_read(dialog: ChartsDialog, hands: Hands) -> None:
    chart = dialog.series_chart
    hands.focus(chart)
    for key, place in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 3), (Qt.Key.Key_Left, 2)):
        hands.press(key)
        assert chart.at == place
        assert dialog.pointed.text() == chart.accessibleDescription() == chart.words_of(place)
    hands.press(Qt.Key.Key_Up)
    assert chart.hasFocus()
    dialog.tabs.setCurrentIndex(ACROSS)
    bars = dialog.bars_chart
    hands.focus(bars)
    hands.press(Qt.Key.Key_End)
    assert bars.at == bars.count() - 1
    assert dialog.pointed.text() == bars.words_of(bars.at)
    # the row that the cursor is at is scrolled to
    row = bars.row_of(bars.at)
    assert bars.visibleRegion().boundingRect().bottom() >= int(row.center().y())
    hands.press(Qt.Key.Key_Home)
    assert bars.at == 0


def test_the_frame_of_the_focus_is_around_what_scrolls_the_bars(dialog: ChartsDialog, hands: Hands) -> None:
    dialog.tabs.setCurrentIndex(ACROSS)
    around, bars = dialog._scroll, dialog.bars_chart
    hands.focus(bars)
    QApplication.processEvents()
    image = around.grab().toImage()
    accent = QColor(theme.LIGHT.accent)
    across, down = image.width() // 2, image.height() // 2
    edges = ((across, 0), (across, image.height() - 1), (0, down), (image.width() - 1, down))
    assert [image.pixelColor(*edge) == accent for edge in edges] == [True] * 4
    hands.focus(dialog.as_table)
    assert around.grab().toImage().pixelColor(across, 0) != accent


def test_the_longest_name_has_the_room_it_wants_up_to_nearly_half(office: Path, qtbot: QtBot) -> None:
    with store.open_workspace(office) as workspace:
        bars = charted.bars(round_totals.of_round(workspace, NEWEST).round, merged.total(workspace, NEWEST, STOCK))
    chart = BarsChart(Words("en"), str)
    qtbot.addWidget(chart)
    chart.show_bars(bars)
    size = QSize(860, chart.sizeHint().height())
    room = chart._area(size).left() - theme.SPACE_12 - theme.SPACE_8
    assert all(chart.elided(chart._name(bar), room) == chart._name(bar) for bar in bars.bars)
    assert chart._area(QSize(400, size.height())).left() == 180


def test_the_picture_is_copied_and_saved_on_white_in_the_dark(
    dialog: ChartsDialog, desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, qapp: QApplication
) -> None:
    theme.apply(qapp, dark=True)
    hands.click(dialog.go)
    copied = QGuiApplication.clipboard().image()
    assert copied.pixelColor(1, 1) == QColor(theme.LIGHT.sheet)
    assert dialog.isVisible()
    heard.target = tmp_path / "biểu đồ.png"
    hands.click(dialog.save_button)
    hands.settle_desk(desk)
    saved = QImage(str(heard.target))
    assert saved.width() == copied.width()
    assert pixels(saved, theme.LIGHT.accent) > 100
    assert dialog.pointed.text().startswith("✓")
    theme.apply(qapp, dark=False)


@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_the_line_of_the_middle_is_seen_on_a_filled_bar(
    bars: Bars, qtbot: QtBot, qapp: QApplication, dark: bool, high_contrast: bool
) -> None:
    scheme = theme.apply(qapp, dark=dark, high_contrast=high_contrast)
    chart = BarsChart(Words("vi"), str)
    qtbot.addWidget(chart)
    chart.show_bars(bars)
    chart.resize(900, chart.sizeHint().height())
    image = chart.grab().toImage()
    # the first group's bars are the filled ones
    place = next(at for at, bar in enumerate(bars.bars) if bar.group == bars.groups[0])
    row = chart.row_of(place).center().toPoint().y()
    across = [image.pixelColor(x, row).name() for x in range(image.width())]
    filled = [x for x, name in enumerate(across) if name == scheme.accent.lower()]
    # the bar is filled from its left to its right but for the line, which has the sheet at its sides
    gap = [x for x in range(filled[0], filled[-1]) if across[x] != scheme.accent.lower()]
    assert len(gap) == 3
    assert (across[gap[0]], across[gap[-1]]) == (scheme.sheet.lower(), scheme.sheet.lower())
    assert contrast(scheme.sheet, scheme.accent) >= 3
    theme.apply(qapp, dark=False)


def test_what_is_of_another_length_is_named_and_not_drawn(desk: OfficeDesk, hands: Hands) -> None:
    desk.errands.show_charts("2023", FLOW)
    hands.settle_desk(desk)
    dialog = desk.errands.charting.dialog
    assert dialog.series_chart.count() == 3
    said = say("ChartsDialog", "Not drawn, of another length: {rounds}.").format(rounds="6 tháng 2024")
    assert said in dialog._said.text()
    dialog.close()


def test_a_dialog_that_was_closed_is_read_for_no_more(desk: OfficeDesk, hands: Hands) -> None:
    desk.errands.show_charts(NEWEST, STOCK)
    hands.settle_desk(desk)
    first = desk.errands.charting.dialog
    desk.errands.show_charts("2022", STOCK)
    hands.settle_desk(desk)
    assert desk.errands.charting.dialog is not first
    assert first.series_chart.count() == 4
    for one in (first, desk.errands.charting.dialog):
        one.close()


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK, theme.HIGH_CONTRAST, theme.HIGH_CONTRAST_LIGHT])
def test_partial_coverage_looks_otherwise(
    qtbot: QtBot, heard: HeardMessages, series: Series, scheme: theme.Colours
) -> None:
    chart = SeriesChart(heard.words)
    qtbot.addWidget(chart)
    size = QSize(600, 240)
    chart.show_series(series)
    whole = drawn(chart, scheme, size)
    assert pixels(whole, scheme.warning) == 0
    chart.show_series(partly(series))
    part = drawn(chart, scheme, size)
    assert pixels(part, scheme.warning) > 10
    # the last point is hollow, and the line to it has gaps
    assert pixels(part, scheme.accent) < pixels(whole, scheme.accent)


def test_a_period_without_a_figure_leaves_a_gap(qtbot: QtBot, heard: HeardMessages, series: Series) -> None:
    first, second, *others = series.points
    chart = SeriesChart(heard.words)
    qtbot.addWidget(chart)
    chart.show_series(replace(series, points=(first, replace(second, amount=None), *others)))
    spots = [chart._spot(chart._area(QSize(600, 240)), place) for place in range(chart.count())]
    assert [spot is None for spot in spots] == [False, True, False, False]
    assert heard.words.answer("blank") in chart.words_of(1)
    drawn(chart, theme.LIGHT, QSize(600, 240))
    chart.show_series(replace(series, points=()))
    assert chart.accessibleName() == say("SeriesChart", "No figure yet in any period of this kind.")
    drawn(chart, theme.LIGHT, QSize(600, 240))


def test_bars_are_sorted_with_the_middle_and_groups_told_apart(qtbot: QtBot, heard: HeardMessages, bars: Bars) -> None:
    chart = BarsChart(heard.words, str.upper)
    qtbot.addWidget(chart)
    odd = bars.bars[3].agency.id
    chart.show_bars(bars, frozenset({odd}))
    assert chart.count() == 39
    assert "39" in chart.words()
    assert bars.bars[0].agency.name in chart.words()
    assert "!" in chart.words_of(3)
    assert "!" not in chart.words_of(2)
    looks = {chart._colours(theme.LIGHT, group) for group in bars.groups}
    assert len(looks) == 2
    size = chart.sizeHint()
    image = drawn(chart, theme.LIGHT, size)
    assert pixels(image, theme.LIGHT.accent) > 1000
    assert pixels(image, theme.LIGHT.warning) > 0
    middle = chart.row_of(5).center()
    assert chart.place_at(QPointF(50, middle.y())) == 5
    assert chart.place_at(QPointF(50, 2)) == -1


def test_nothing_is_drawn_of_nobody(qtbot: QtBot, heard: HeardMessages, bars: Bars) -> None:
    chart = BarsChart(heard.words, str.upper)
    qtbot.addWidget(chart)
    none = replace(bars, bars=(), median=None, without=tuple(bar.agency for bar in bars.bars))
    chart.show_bars(none)
    assert chart.words() == say("BarsChart", "No agency has given a figure yet.")
    drawn(chart, theme.LIGHT, QSize(400, 80))
    flat = replace(bars, bars=tuple(replace(bar, amount=Decimal(0)) for bar in bars.bars), median=Decimal(0))
    chart.show_bars(flat)
    drawn(chart, theme.LIGHT, chart.sizeHint())


def test_three_hundred_agencies_are_painted_in_part(qtbot: QtBot, bars: Bars, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rows that are to be seen."""
    many = tuple(replace(bars.bars[place % 39], amount=Decimal(1000 - place)) for place in range(300))
    chart = BarsChart(Words("vi"), str.upper)
    qtbot.addWidget(chart)
    chart.show_bars(replace(bars, bars=many))
    rows: list[int] = []
    whole = chart._draw_row

    def counted(painter: QPainter, scheme: theme.Colours, place: int, area: QRectF) -> None:
        rows.append(place)
        whole(painter, scheme, place, area)

    monkeypatch.setattr(chart, "_draw_row", counted)
    image = QImage(QSize(600, 200), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setClipRect(0, 0, 600, 200)
    chart.draw(painter, theme.LIGHT, chart.sizeHint())
    painter.end()
    assert 0 < len(rows) < 15
