"""The particulars of a chosen row: what is changed there, and what nobody touched."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from reformdesk.core import catalogue_reading, edition_checks, register
from reformdesk.core.agency_edits import DissolveAgency
from reformdesk.core.catalogue import Consolidation, Rate
from reformdesk.core.edition import Edition
from reformdesk.core.edition_edits import Several, apply
from reformdesk.core.indicator_edits import Consolidate, Retire
from reformdesk.ui.models.edition_rows import REPORTER, printed_lines
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.pages.edition.problems_view import ProblemsView
from reformdesk.ui.pages.edition.row_panel import RowPanel
from reformdesk.ui.pages.edition.rows_view import RowsView
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
    panel.show_row(EditionSight(edition, edition, date(2025, 7, 1)), printed_lines(edition.drawn.tables[0])[-1])
    panel.denominator.activated.emit(panel.denominator.currentIndex())
    assert asked == []
    panel.denominator.setCurrentIndex(panel.denominator.findData("o"))
    panel.denominator.activated.emit(panel.denominator.currentIndex())
    assert asked == [Consolidate("r", Consolidation.RATE, rate=Rate("m", "o", may_exceed=True))]


def test_who_is_no_more_and_what_was_retired_are_called_by_their_names(qtbot: QtBot) -> None:
    rule = {"id": "n-within-m", "kind": "at-most", "left": "n", "right": "m", "severity": "warning"}
    asked = (indicator("n", reporter={"agency": "b"}, consolidation="sole"), {**indicator("m"), "name": "Đã thôi hỏi"})
    base = Edition(source(*asked, rules=(rule,)), register.from_agencies(AGENCIES, office="a"))
    edition = apply(base, Several((Retire("m"), DissolveAgency("b", date(2025, 7, 1)))))
    sight = EditionSight(edition, base, date(2025, 7, 1), problems=edition_checks.problems(edition, base))
    wording = EditionWording(Words("vi"))
    rows, problems = RowsView(wording), ProblemsView(wording)
    for view in (rows, problems):
        qtbot.addWidget(view)
    rows.show_sight(sight, edition.drawn.tables[0].id)
    cell = rows.model.cell(0, REPORTER)
    assert (cell.text, cell.wrong) == ("B", True)
    assert rows.panel.reporter.currentText() == "B"
    assert "“Đã thôi hỏi”" in rows.panel.rules.model.index(0, 0).data()
    problems.show_sight(sight)
    assert "“Đã thôi hỏi”" in problems.model.index(0, 0).data() + problems.model.index(1, 0).data()
