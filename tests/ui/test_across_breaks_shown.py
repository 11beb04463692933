"""A break and a reorganisation where they lie: a marked line in the chart, words beside a comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from reformdesk import series_words
from reformdesk.core import charted
from reformdesk.core.charted import Series
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.report_charts import AreaChart, area_charts
from reformdesk.core.rounds_compared import Comparison, compare
from reformdesk.ui import theme
from reformdesk.ui.dialogs.charts import ChartsDialog
from reformdesk.ui.pages.comparison import ComparisonPage
from reformdesk.ui.report_pdf_charts import _RIGHT, _plot, paint_area
from reformdesk.ui.widgets.series_chart import SeriesChart
from reformdesk.words import Words
from tests.core.test_across_breaks import MERGED, TWO, UNIT, gave
from tests.core.test_breaks import round_of
from tests.ui.conftest import CheckModel
from tests.ui.test_charts import drawn, pixels

WORDS = Words("en")
MEAN = {"consolidation": "mean"}


def parts(**changed: object) -> list[ConsolidatedRound]:
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED, **changed)
    return [gave(old, 2023, **TWO), gave(old, 2024, a="4", b="5"), gave(new, 2025, c="9"), gave(new, 2026, c="10")]


def series(**changed: object) -> Series:
    rounds = parts(**changed)
    return charted.series(rounds, "n", rounds[-1].round.id)


def test_the_line_goes_on_over_a_reorganisation_and_stops_at_a_break(qtbot: QtBot) -> None:
    chart = SeriesChart(WORDS)
    qtbot.addWidget(chart)
    size = QSize(600, 240)
    going_on, broken = series(), series(**MEAN)
    accents = []
    for shown in (replace(going_on, seams={}), going_on, broken):
        chart.show_series(shown)
        image = drawn(chart, theme.LIGHT, size)
        accents.append((pixels(image, theme.LIGHT.accent), pixels(image, theme.LIGHT.warning) > 0))
    assert [warned for _, warned in accents] == [False, False, True]
    # a third of the line is missing
    assert accents[2][0] < 0.8 * accents[1][0]
    assert chart.words().startswith("From năm 2025") is False
    assert "9 to 10, 2 periods." in chart.words()
    assert chart.words().endswith(series_words.sentence(broken.seams[2], WORDS))
    last = parts(**MEAN)[:3]
    chart.show_series(charted.series(last, "n", last[-1].round.id))
    assert "from 1/1 agencies. Break in the series" in chart.words()
    chart.show_series(going_on)
    assert "8 to 10, 4 periods." in chart.words()


def test_a_break_at_the_edge_is_drawn_inwards(qtbot: QtBot) -> None:
    chart = SeriesChart(WORDS)
    qtbot.addWidget(chart)
    rounds = parts(**UNIT)
    for of in (0, -1):
        chart.show_series(charted.series(rounds, "n", rounds[of].round.id))
        assert chart.count() == 2
        assert pixels(drawn(chart, theme.LIGHT, QSize(600, 240)), theme.LIGHT.warning) > 100


def test_the_table_behind_the_chart_has_the_break_in_its_place(qtbot: QtBot, check_model: CheckModel) -> None:
    shown = series(**UNIT)
    dialog = ChartsDialog(None, shown.indicator, WORDS)
    qtbot.addWidget(dialog)
    dialog.show_series(shown)
    assert "2023" in dialog._said.text().partition("Not drawn")[2]
    dialog.as_table.setChecked(True)
    dialog.show_series(series(**MEAN))
    model = dialog.model
    check_model(model)
    firsts = [model.cell(row, 0) for row in range(model.rowCount())]
    assert [one.tone for one in firsts] == ["", "", "warning", "", ""]
    assert firsts[2].text == series_words.sentence(series(**MEAN).seams[2], WORDS)


def shown(qtbot: QtBot, comparison: Comparison) -> tuple[ComparisonPage, list[str]]:
    page = ComparisonPage(WORDS)
    qtbot.addWidget(page)
    page.now.addItem("", comparison.now.id)
    page.before.addItem("", comparison.before.id)
    page.both_only.setChecked(comparison.both_only)
    page.show_comparison(comparison)
    return page, [page.model.cell(1, column).text for column in range(page.model.columnCount())]


def test_a_comparison_says_who_reported_before_and_compares_what_adds_up(qtbot: QtBot) -> None:
    _, before, now, _ = parts()
    page, cells = shown(qtbot, compare(before, now))
    assert cells[2:] == ["9", "9", "0", "0%", "2/2 → 1/1 · before 01/07/2025: 2 agencies"]
    assert (
        page.warning.text()
        == page.about()
        == ("Reorganised on 01/07/2025: totals that add up are compared with those of the agencies before.")
    )
    _, cells = shown(qtbot, compare(before, now, both_only=True))
    assert cells[6] == "agencies in both: 1, before 2 · before 01/07/2025: 2 agencies"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (UNIT, "not compared: the unit was “pieces” and is “nghìn cái”"),
        (MEAN, "not compared: the agencies' figures are consolidated in another way"),
    ],
)
def test_a_comparison_says_no_difference_across_a_break(qtbot: QtBot, changed: dict[str, object], why: str) -> None:
    _, before, now, _ = parts(**changed)
    page, cells = shown(qtbot, compare(before, now))
    assert cells[2:] == ["9", "9", "", "", why]
    assert page.about().startswith("Not compared, since their series is broken: 1 (")
    assert "Reorganised" in page.about()


def test_nothing_is_said_where_nothing_lies_between(qtbot: QtBot) -> None:
    before, now, *_ = parts()
    page, cells = shown(qtbot, compare(before, now))
    assert (cells[4], page.about(), page.warning.isVisibleTo(page)) == ("+1", "", False)


def test_on_paper_both_are_marked_and_the_line_stops_at_a_break(qtbot: QtBot) -> None:
    beside, at = (0.42, 0.46), (0.49, 0.51)
    (going_on,), (broken,) = area_charts(parts()), area_charts(parts(**MEAN))
    bare = replace(going_on, seams={})
    assert min(ink(one, *at) for one in (going_on, broken)) > 3 * ink(bare, *at)
    assert ink(going_on, *beside) == ink(bare, *beside) > 1.5 * ink(broken, *beside)


def ink(chart: AreaChart, left: float, right: float) -> int:
    """Return how much of a strip is drawn on; it is given in parts of the width between the axis' ends."""
    image = QImage(QSize(1000, 400), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(5000)
    image.setDotsPerMeterY(5000)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    place = QRectF(0, 0, 1000, 400)
    paint_area(painter, place, chart)
    plot = _plot(place, _RIGHT)
    painter.end()
    columns = range(int(plot.left() + left * plot.width()), int(plot.left() + right * plot.width()))
    # above the figures, where nothing else stands
    return sum(image.pixelColor(x, y).lightness() < 128 for x in columns for y in range(int(plot.bottom())))
