"""``reformdesk enter`` with the form's workbook: the same reader as the window's, the same checks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import entry, roundbook, store
from reformdesk.core.values import Number
from tests.commands import Command, one_line
from tests.demo import AGENCY, NEWEST, Said
from tests.office.forms import Form, cell_of

COUNT, OTHER = "legal-documents-issued", "legal-documents-examined"


@pytest.fixture
def form(desk: Path, tmp_path: Path) -> Form:
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
    return Form(round_, AGENCY, tmp_path / "bieu.xlsx").write()


def _value(desk: Path, name: str) -> object:
    with store.open_workspace(desk) as workspace:
        return entry.answers(workspace, NEWEST)[name].value


def test_a_form_is_entered_as_a_list_is(form: Form, desk: Path, command: Command) -> None:
    form.fill({COUNT: 31, OTHER: "1.234"})
    assert command("enter", "--workspace", desk, "--from", form.path) == Said(0, "Values entered: 2.\n", "")
    assert [_value(desk, name) for name in (COUNT, OTHER)] == [Number(Decimal(31)), Number(Decimal(1234))]
    assert command("enter", "--workspace", desk, "--from", form.path).out == "Values entered: 0.\n"


def test_each_loss_is_a_line_and_the_rest_is_entered(form: Form, desk: Path, command: Command) -> None:
    form.fill({COUNT: "#REF!", OTHER: 6, "legal-documents-handled": "khoảng 12"})
    said = command("enter", "--workspace", desk, "--from", form.path)
    assert (said.code, said.out) == (1, "Values entered: 1.\n")
    lines = said.err.splitlines()
    assert len(lines) == 2
    assert "legal-documents-handled" in lines[0]
    assert cell_of(form.book(), COUNT).coordinate in lines[1]
    assert "#REF!" in lines[1]


def test_what_is_only_worth_knowing_is_no_failure(form: Form, desk: Path, command: Command) -> None:
    form.fill({COUNT: 31})
    form.change(lambda book: book.remove(book.worksheets[-1]))
    said = command("enter", "--workspace", desk, "--from", form.path)
    assert (said.code, said.out) == (0, "Values entered: 1.\n")
    assert len(said.err.splitlines()) == 1


def test_the_form_of_another_agency_is_one_line(form: Form, desk: Path, command: Command) -> None:
    form.agency = "so-noi-vu"
    one_line(command("enter", "--workspace", desk, "--from", form.write().path), 1, "Sở Nội vụ")
