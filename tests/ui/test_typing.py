"""Vietnamese typing and a full disk: no letter doubled or swallowed, no box that stops the hand."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from reformdesk.errors import StoreError
from reformdesk.ui.agency_desk import CHECK, AgencyDesk
from reformdesk.ui.widgets.basics import SIGNS, Strip
from tests import demo as sample
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, say
from tests.ui.on_form import data_of, row_of, settle, stored_in, type_into

FIELD = "training-courses"
MARK = "reform-contest"


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


@pytest.fixture(autouse=True)
def _no_box() -> Iterator[None]:
    yield
    assert QApplication.activeModalWidget() is None


def compose(widget: QLineEdit, *steps: str) -> None:
    """Compose as an input method does: each step replaces the letters that are not in the text yet."""
    for step in steps:
        QApplication.sendEvent(widget, QInputMethodEvent(step, []))


def commit(widget: QLineEdit, text: str) -> None:
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(widget, done)


def telex(hands: Hands, *keys: str) -> None:
    """Type as UniKey does: it takes its letters back with backspaces and sends others."""
    for key in keys:
        if key == "<":
            hands.press(Qt.Key.Key_Backspace)
        else:
            hands.type_vietnamese(key)


def explanation(agency: AgencyDesk, hands: Hands, name: str = FIELD) -> QLineEdit:
    agency.jump(name)
    settle(agency, hands)
    hands.focus(row_of(agency, name).field.edit)
    hands.press(Qt.Key.Key_F4)
    found = hands.focused()
    assert isinstance(found, QLineEdit)
    return found


def field(agency: AgencyDesk, hands: Hands, name: str = FIELD) -> QLineEdit:
    agency.jump(name)
    settle(agency, hands)
    edit = row_of(agency, name).field.edit
    hands.focus(edit)
    return edit


def place(agency: AgencyDesk, hands: Hands, where: str) -> QLineEdit:
    """Return one of the places where text is typed, with the cursor in it."""
    if where == "search":
        hands.focus(agency.search)
        return agency.search
    return field(agency, hands) if where == "field" else explanation(agency, hands)


@pytest.mark.parametrize("where", ["field", "explanation", "search"])
def test_a_word_that_is_composed_comes_out_once(agency: AgencyDesk, hands: Hands, where: str) -> None:
    edit = place(agency, hands, where)
    edit.clear()
    compose(edit, "T", "Ti", "Tiê", "Tiế", "Tiến")
    commit(edit, "Tiếng")
    commit(edit, " ")
    compose(edit, "V", "Việ")
    commit(edit, "Việt")
    assert edit.text() == "Tiếng Việt"


@pytest.mark.parametrize("where", ["field", "explanation", "search"])
def test_fake_backspaces_take_back_their_own_letters_only(agency: AgencyDesk, hands: Hands, where: str) -> None:
    edit = place(agency, hands, where)
    edit.clear()
    telex(hands, "d", "<", "đ", "a", "n", "g", " ", "t", "r", "i", "e", "<", "ê", "n", "<", "<", "ể", "n")
    assert edit.text() == "đang triển"


def test_letters_being_composed_survive_what_is_saved_meanwhile(agency: AgencyDesk, hands: Hands) -> None:
    edit = field(agency, hands, "agency-satisfaction")
    hands.replace("83,46")
    hands.press(Qt.Key.Key_Return)
    hands.focus(edit)
    edit.clear()
    edit.setModified(False)
    compose(edit, "C", "Ch", "Chư")
    settle(agency, hands)
    agency.reload()
    settle(agency, hands)
    commit(edit, "Chưa")
    assert edit.text() == "Chưa"


def test_an_explanation_being_composed_survives_a_new_finding(agency: AgencyDesk, hands: Hands) -> None:
    edit = explanation(agency, hands)
    compose(edit, "d", "đ", "đa")
    agency.reload()
    settle(agency, hands)
    assert hands.focused() is edit
    commit(edit, "đang")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(FIELD).explanation == "đang"


def test_what_is_typed_stands_as_it_is_typed_until_the_field_is_left(agency: AgencyDesk, hands: Hands) -> None:
    edit = field(agency, hands, "agency-satisfaction")
    text = "83,46 %"
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for end in range(1, len(text) + 1):
        hands.type(text[end - 1])
        settle(agency, hands)
        assert edit.text() == text[:end]


def test_a_blank_is_told_from_an_answer_by_its_sign(agency: AgencyDesk, hands: Hands) -> None:
    blank = sorted(data_of(agency).readiness.blanks)[0]
    agency.jump(blank)
    settle(agency, hands)
    edit = row_of(agency, blank).field.edit
    assert edit.text() == ""
    assert edit.placeholderText() == f"{SIGNS['missing']} {say('FormRow', 'not entered')}"


@pytest.mark.parametrize("form", ["NFC", "NFD", "mixed"])
def test_text_is_stored_in_nfc_however_it_was_typed(agency: AgencyDesk, hands: Hands, desk: Path, form: str) -> None:
    words = "Đã hoàn thành nghị quyết"
    mixed = "Đa\u0303 hoàn tha\u0300nh nghị quyê\u0301t"
    typed = {"NFC": words, "NFD": unicodedata.normalize("NFD", words), "mixed": mixed}
    edit = explanation(agency, hands)
    edit.clear()
    commit(edit, typed[form])
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(FIELD).explanation == words


def test_a_tick_says_x_since_x_is_a_tone_key(demo: Path, tmp_path: Path, open_window: Open, hands: Hands) -> None:
    path = sample.copy_of_agency(demo, "so-noi-vu", tmp_path / "office")
    agency = desk_of(open_window(path), AgencyDesk)
    edit = field(agency, hands, MARK)
    tick = row_of(agency, MARK).field.tick
    assert tick is not None
    type_into(agency, hands, MARK, "0")
    hands.focus(edit)
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    assert (tick.isChecked(), edit.text()) == (True, "x")
    hands.click(tick)
    settle(agency, hands)
    agency.window().close()
    assert stored_in(path)[MARK] == "0"


def _fill_disk(agency: AgencyDesk, hands: Hands, *, full: bool) -> None:
    """Let SQLite itself say that there is no room for one page more."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        pages = workspace.rows("PRAGMA page_count")[0]["page_count"] if full else 1_000_000
        workspace.db.execute(f"PRAGMA max_page_count = {int(pages)}")
        return None, Changes.NOTHING

    agency.workspace.run(operation)
    settle(agency, hands)


def _long(count: int = 30) -> list[str]:
    return ["Giải trình dài để tệp phải thêm trang. " * 90 + str(number) for number in range(count)]


def test_a_full_disk_is_said_above_the_form_and_nothing_typed_is_lost(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, desk: Path
) -> None:
    _fill_disk(agency, hands, full=True)
    typed = ""
    for text in _long():
        edit = explanation(agency, hands)
        edit.setText(text)
        hands.press(Qt.Key.Key_Return)
        settle(agency, hands)
        typed = text
        if agency.form._trouble is not None:
            break
    trouble = agency.form._trouble
    assert isinstance(trouble, Strip)
    full = StoreError("disk-full", file=agency.workspace.path.name)
    assert trouble.accessibleName() == heard.words.error(full)
    assert heard.problems == []
    agency.jump(FIELD)
    settle(agency, hands)
    assert explanation(agency, hands).text() == typed
    _fill_disk(agency, hands, full=False)
    retry = next(one for one in trouble.findChildren(QPushButton) if one.text() == say("FormPage", "Try again"))
    hands.click(retry)
    settle(agency, hands)
    assert agency.form._trouble is None
    assert data_of(agency).answer(FIELD).explanation == typed.strip()


def test_a_value_that_could_not_be_written_stays_at_its_field_and_stops_finishing(
    agency: AgencyDesk, hands: Hands
) -> None:
    _break_writing(agency, hands, broken=True)
    type_into(agency, hands, FIELD, "77")
    assert agency.form.unsettled == (FIELD,)
    hands.click(agency.item("area:2"))
    settle(agency, hands)
    agency.jump(FIELD)
    settle(agency, hands)
    assert row_of(agency, FIELD).field.edit.text() == "77"
    hands.click(agency.finish_button)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.check
    _break_writing(agency, hands, broken=False)
    agency.open_page(CHECK)
    type_into(agency, hands, FIELD, "77")
    assert data_of(agency).answer(FIELD).value == Number(Decimal(77))


def _break_writing(agency: AgencyDesk, hands: Hands, *, broken: bool) -> None:
    """Let SQLite refuse every write, as on a disk that turned read-only."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        workspace.db.execute(f"PRAGMA query_only = {int(broken)}")
        return None, Changes.NOTHING

    agency.workspace.run(operation)
    settle(agency, hands)


def test_a_pulled_stick_is_said_above_the_form_and_what_was_typed_is_stored_once_it_is_back(
    agency: AgencyDesk, desk: Path, hands: Hands, heard: HeardMessages
) -> None:
    pulled = desk.parent.with_name("pulled")
    type_into(agency, hands, FIELD, "76")
    desk.parent.rename(pulled)
    type_into(agency, hands, FIELD, "77")
    trouble = agency.form._trouble
    assert isinstance(trouble, Strip)
    gone = StoreError("workspace-gone", file=desk.name, folder=str(desk.parent))
    assert trouble.accessibleName() == heard.words.error(gone)
    assert row_of(agency, FIELD).field.edit.text() == "77"
    # to the system it is another file when it comes back
    shutil.copytree(pulled, desk.parent)
    retry = next(one for one in trouble.findChildren(QPushButton) if one.text() == say("FormPage", "Try again"))
    hands.click(retry)
    settle(agency, hands)
    assert agency.form._trouble is None
    assert data_of(agency).answer(FIELD).value == Number(Decimal(77))
    type_into(agency, hands, FIELD, "78")
    assert heard.problems == []
    agency.window().close()
    assert stored_in(desk)[FIELD] == "78"
