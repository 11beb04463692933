"""Filling a form of the ministry's in the window: looked at first, written beside the original, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from reformdesk.office.form_answers import Filled
from reformdesk.ui.dialogs.filling import FillingDialog
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import NEWEST
from tests.office.filled_forms import cells
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, desk_of, nameless, say

PRESENT = "civil-servants-present"


@pytest.fixture
def desk(office: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    """The desk after the sample's last round."""
    made = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(made)
    return made


@pytest.fixture
def dialog(desk: OfficeDesk, hands: Hands) -> FillingDialog:
    """The dialog, opened from the menu beside the report."""
    (verb,) = [one for one in desk.report_button.menu().actions() if one.text() == say("OfficeDesk", "Fill a form…")]
    verb.trigger()
    hands.settle_desk(desk)
    made = desk.errands.filling.dialog
    assert made is not None
    return made


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with four placeholders, of which one means nothing."""
    path = tmp_path / "Biểu của Bộ.xlsx"
    texts = (f"{{{{{PRESENT}}}}}", f"{{{{{PRESENT}; 2023}}}}", f"{{{{{PRESENT}; kỳ trước}}}}", "{{khong-co}}")
    path.write_bytes(cells(**{f"A{row}": text for row, text in enumerate(texts, 1)}))
    return path


def shown(dialog: FillingDialog) -> list[list[str]]:
    model = dialog.model
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_a_form_is_looked_at_filled_and_written(
    desk: OfficeDesk,
    dialog: FillingDialog,
    form: Path,
    heard: HeardMessages,
    hands: Hands,
    check_model: CheckModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert nameless(dialog) == []
    assert not dialog.go.isEnabled()
    before = form.read_bytes()
    heard.files = [form]
    hands.focus(dialog.choose_button)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert dialog.name.text() == form.name
    lines = shown(dialog)
    assert lines[0][:2] == ["{{khong-co}}", "Biểu 1, ô A4"]
    assert lines[0][2].startswith("! ")
    assert [line[0] for line in lines[1:]] == [
        *(f"{{{{{PRESENT}}}}}", f"{{{{{PRESENT}; 2023}}}}", f"{{{{{PRESENT}; kỳ trước}}}}")
    ]
    assert all(line[2].startswith("✓ ") for line in lines[1:])
    assert "3/4" in dialog.said.text()
    check_model(dialog.model)

    target = heard.target = form.parent / "gửi.xlsx"
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert str(target) in dialog.said.text()
    assert form.read_bytes() == before
    sheet = load_workbook(target).worksheets[0]
    assert isinstance(sheet["A1"].value, int)
    assert sheet["A2"].value == sheet["A3"].value
    assert sheet["A4"].value == "{{khong-co}}"
    assert dialog.isVisible()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hands.click(dialog.folder_button)
    assert [Path(one.toLocalFile()) for one in opened] == [target.parent]


def test_another_period_makes_other_figures(desk: OfficeDesk, dialog: FillingDialog, form: Path, hands: Hands) -> None:
    hands.drop(dialog, form)
    hands.settle_desk(desk)
    assert dialog.round_id == NEWEST
    assert rounds(dialog) == [NEWEST, "2023", "2023"]
    assert "3/4" in dialog.said.text()
    dialog.round.setCurrentIndex(dialog.round.findData("2023"))
    hands.settle_desk(desk)
    assert rounds(dialog) == ["2023", "2023", "2022"]


def rounds(dialog: FillingDialog) -> list[str]:
    """Return of which period each figure is."""
    assert dialog.filled is not None
    return [line.outcome.round for line in dialog.filled.filled if isinstance(line.outcome, Filled)]


def test_the_form_is_never_written_over(
    desk: OfficeDesk, dialog: FillingDialog, form: Path, heard: HeardMessages, hands: Hands
) -> None:
    before = form.read_bytes()
    hands.drop(dialog, form)
    hands.settle_desk(desk)
    heard.target = form
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert dialog.said.text().startswith("✕ ")
    assert form.read_bytes() == before
    heard.target = form.parent / "khong co" / "a.xlsx"
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert dialog.said.text().startswith("✕ ")
    assert dialog.filled is not None


def test_what_is_no_form_is_told_and_the_next_one_taken(
    desk: OfficeDesk, dialog: FillingDialog, form: Path, tmp_path: Path, hands: Hands
) -> None:
    wrong = tmp_path / "biểu.doc"
    wrong.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    hands.drop(dialog, wrong)
    hands.settle_desk(desk)
    assert dialog.said.text().startswith("✕ ")
    assert wrong.name in dialog.said.text()
    assert (shown(dialog), dialog.go.isEnabled()) == ([], False)
    hands.drop(dialog, form)
    hands.settle_desk(desk)
    assert dialog.go.isEnabled()


def test_the_list_of_placeholders_is_saved(
    desk: OfficeDesk, dialog: FillingDialog, tmp_path: Path, heard: HeardMessages, hands: Hands
) -> None:
    target = heard.target = tmp_path / "mã điền.xlsx"
    hands.click(dialog.list_button)
    hands.settle_desk(desk)
    sheet = load_workbook(target).worksheets[0]
    assert f"{{{{{PRESENT}}}}}" in [cell.value for cell in sheet["E"]]
    assert str(target) in dialog.said.text()
    hands.drop(dialog, target)
    hands.settle_desk(desk)
    assert dialog.go.isEnabled()
