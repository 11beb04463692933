"""The sample's newest round and an agency in it, for tests of the form's workbook; and a report on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import entry, reporting, roundbook, store
from reformdesk.core.answers import Answer
from reformdesk.core.report import Report
from reformdesk.core.values import Number
from tests.demo import NEWEST, copy_of_agency, copy_of_office
from tests.office.filled_forms import PRESENT, RATE, with_total
from tests.office.forms import Form

Filed = tuple[Form, Mapping[str, Answer]]

HOME_AFFAIRS = "so-noi-vu"
"""It reports in three areas, rates by block and marks among them."""


@pytest.fixture
def filed(demo: Path, tmp_path: Path) -> Filed:
    """A form that is not written yet, and the agency's answers."""
    return _filed(demo, tmp_path, HOME_AFFAIRS)


def _filed(demo: Path, folder: Path, agency: str) -> Filed:
    path = copy_of_agency(demo, agency, folder / agency)
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        answers = entry.answers(workspace, NEWEST)
    return Form(round_, agency, folder / "bieu.xlsx"), answers


@pytest.fixture
def form(filed: Filed) -> Form:
    """The form, written and blank."""
    return filed[0].write()


@pytest.fixture(scope="module")
def report(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Report]:
    """The sample's report on all its rounds, whose agencies' figures may be read."""
    with store.open_workspace(copy_of_office(demo, tmp_path_factory.mktemp("office"))) as workspace:
        yield reporting.read(workspace)


@pytest.fixture(scope="module")
def told(report: Report) -> Report:
    """A report with figures that are easily known again."""
    changed = with_total(report, PRESENT, value=Number(Decimal(3156)))
    return with_total(changed, RATE, value=Number(Decimal("83.46")))
