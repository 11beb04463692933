"""The particulars of a chosen row: what is changed there, and what nobody touched."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from reformdesk.core import catalogue_reading, register
from reformdesk.core.catalogue import Consolidation, Label, Rate
from reformdesk.core.edition import Edition
from reformdesk.core.indicator_edits import Consolidate
from reformdesk.ui.models.edition_rows import printed_lines
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.pages.edition.row_panel import RowPanel
from reformdesk.words import Words
from tests.core.builders import AGENCIES, indicator, source


def test_other_parts_leave_a_rate_that_may_exceed_its_whole_as_it_is(qtbot: QtBot) -> None:
    plan = {"numerator": "m", "denominator": "n", "may_exceed": True}
    rate = indicator("r", "percent", consolidation="rate", rate=plan)
    made = source(*(indicator(name) for name in "mno"), rate)
    edition = Edition({**made, "format": catalogue_reading.RATES_FORMAT}, register.from_agencies(AGENCIES, office="a"))
    panel = RowPanel(EditionWording(Words("en")))
    qtbot.addWidget(panel)
    asked: list[object] = []
    panel.edited.connect(asked.append)
    panel.show_row(EditionSight(edition, Label("", ""), date(2025, 7, 1)), printed_lines(edition.drawn.tables[0])[-1])
    panel.denominator.activated.emit(panel.denominator.currentIndex())
    assert asked == []
    panel.denominator.setCurrentIndex(panel.denominator.findData("o"))
    panel.denominator.activated.emit(panel.denominator.currentIndex())
    assert asked == [Consolidate("r", Consolidation.RATE, rate=Rate("m", "o", may_exceed=True))]
