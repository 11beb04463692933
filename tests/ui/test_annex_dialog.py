"""The second paper at a real desk: the letter's number is kept and shown, the annex saved and previewed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel

from reformdesk.core import letters, store
from reformdesk.core.annexes import Letter
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.dialogs.annex import AnnexDialog
from reformdesk.ui.dialogs.finish import ExportedDialog
from reformdesk.words import LANGUAGES
from tests.demo import NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, button_named, desk_of, nameless, say
from tests.ui.on_form import give_reason, settle, type_into

LETTER = Letter("123/BC-STP", date(2024, 6, 12))


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


def open_annex(agency: AgencyDesk, hands: Hands) -> AnnexDialog:
    hands.click(agency.item(HOME))
    settle(agency, hands)
    hands.click(button_named(agency.home, say("RoundHomePage", "Annex…")))
    settle(agency, hands)
    dialog = agency.errands.handing_in.annexing.dialog
    assert dialog is not None
    return dialog


def fill(dialog: AnnexDialog, hands: Hands) -> None:
    hands.focus(dialog.number)
    hands.replace("123/BC-STP")
    hands.focus(dialog.open_date)
    hands.press(Qt.Key.Key_Space)
    dialog.dated.setDate(QDate(2024, 6, 12))


def test_number_and_date_are_kept_shown_and_filled_in_again(agency: AgencyDesk, hands: Hands, desk: Path) -> None:
    dialog = open_annex(agency, hands)
    assert nameless(dialog) == []
    fill(dialog, hands)
    hands.click(dialog.go)
    settle(agency, hands)
    shown = say("RoundHomePage", "Letter {number} of {day}").format(number="123/BC-STP", day="12/06/2024")
    assert shown in [one.text() for one in agency.home.findChildren(QLabel) if one.isVisible()]
    again = open_annex(agency, hands)
    assert again.letter() == LETTER
    hands.press(Qt.Key.Key_Escape)
    window = agency.window()
    window.close()
    with store.open_workspace(desk) as workspace:
        assert letters.letters(workspace, NEWEST) == {1: LETTER}


def test_the_annex_is_saved_as_word_and_pdf(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    dialog = open_annex(agency, hands)
    fill(dialog, hands)
    heard.target = tmp_path / "phụ lục.docx"
    hands.click(dialog.word)
    settle(agency, hands)
    assert Document(str(heard.target)).paragraphs[0].text == "123/BC-STP"
    assert heard.target.name in dialog.said.text()
    heard.target = tmp_path / "phụ lục.pdf"
    hands.click(dialog.pdf)
    settle(agency, hands)
    assert heard.target.read_bytes().startswith(b"%PDF-")
    assert heard.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_bears_the_code_that_home_affairs_sees(
    desk: Path, open_window: Open, speak: Speak, hands: Hands, language: str, tmp_path: Path
) -> None:
    """The paper is Vietnamese whatever the window speaks."""
    heard = speak(language)
    agency = desk_of(open_window(desk, heard), AgencyDesk)
    hands.click(agency.item(HOME))
    settle(agency, hands)
    hands.click(button_named(agency.home, say("RoundHomePage", "Annex…")))
    settle(agency, hands)
    dialog = agency.errands.handing_in.annexing.dialog
    assert dialog is not None
    heard.target = tmp_path / "phụ lục.docx"
    hands.click(dialog.word)
    settle(agency, hands)
    data = agency.entering.data
    assert data is not None
    cells = [cell.text for cell in Document(str(heard.target)).tables[-1].rows[0].cells]
    assert f"Mã đối chiếu của đơn vị: {matching_code(data.sent[0]['signer'])}" in cells[1]


def test_a_file_that_cannot_be_written_is_said_in_the_dialog(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    dialog = open_annex(agency, hands)
    heard.target = tmp_path / "nowhere" / "phụ lục.docx"
    hands.click(dialog.word)
    settle(agency, hands)
    assert dialog.isVisible()
    assert dialog._problem is not None
    assert heard.problems == []


def test_the_pages_are_shown_before_they_are_printed(agency: AgencyDesk, hands: Hands) -> None:
    dialog = open_annex(agency, hands)
    hands.click(dialog.look)
    settle(agency, hands)
    preview = agency.errands.handing_in.annexing.preview
    assert preview is not None
    assert preview.isVisible()
    assert preview.pages.pageCount() >= 2
    assert not preview.back.isEnabled()
    hands.click(preview.on)
    assert preview.pages.currentPage() == 2
    wanted = say("PrintPreview", "Page {page} of {count}")
    assert preview.place.text() == wanted.format(page=2, count=preview.pages.pageCount())
    hands.press(Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert dialog.isVisible()


def test_after_the_export_the_annex_is_one_click_away(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, "training-courses", "8")
    give_reason(agency, hands, "training-courses")
    hands.click(agency.finish_button)
    settle(agency, hands)
    finishing = agency.errands.handing_in.finishing
    hands.focus(finishing.officer)
    hands.replace("Tran Thi B")
    hands.click(finishing.preview_button)
    settle(agency, hands)
    assert agency.errands.handing_in.annexing.preview is not None
    hands.press(Qt.Key.Key_Escape)
    hands.focus(finishing.secret.first)
    hands.type("demo")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    exported = agency.errands.handing_in.exported
    assert isinstance(exported, ExportedDialog)
    hands.click(exported.annex)
    settle(agency, hands)
    dialog = agency.errands.handing_in.annexing.dialog
    assert dialog is not None
    assert (dialog.annex.revision, dialog.annex.is_correction) == (2, True)
