"""The sample's newest round and an agency in it, for tests of the form's workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reformdesk.core import entry, roundbook, store
from reformdesk.core.answers import Answer
from tests.demo import NEWEST, copy_of_agency
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
