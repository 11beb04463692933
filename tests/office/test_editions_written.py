"""Whatever edition can be handed out: reports and forms of it are written in every format."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import edition_checks
from reformdesk.core.report import Report
from reformdesk.office import export, form_template
from reformdesk.office.form_template import Filled
from tests.core import drawing
from tests.core.test_edition_laws import answered, drawn, handed_out

NOW = datetime(2026, 6, 20, tzinfo=UTC)


@settings(max_examples=8)
@given(st.data(), st.integers(0, 1000))
def test_reports_and_forms_are_written_of_whatever_was_drawn(data: st.DataObject, seed: int) -> None:
    edition, _ = drawn(data, drawing.base())
    if any(one.blocks for one in edition_checks.problems(edition)):
        return
    part = answered(handed_out(edition), seed)
    report = Report.of([part], "0" * 64)
    for suffix in export.SUFFIXES:
        name = f"report{suffix}"
        assert export.render(name, report)
        assert len(export.companions(name, report, NOW)) == len(export.companion_names(name))
    for agency in part.round.agencies[:2]:
        assert form_template.workbook(Filled(part.round, agency.id, {}, "vi"))
