"""Below the form: a figure by subordinate units, its evidence; below the rows the area's words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reformdesk.core import drafts, entry, narratives, store
from reformdesk.core.values import Number
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.pages.form import EVIDENCE, UNITS
from reformdesk.ui.widgets.basics import Strip
from tests.demo import NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, nameless
from tests.ui.on_form import data_of, field_at, row_of, settle, type_into

FIELD, RATE = "training-courses", "agency-satisfaction"
NAMES = "Trung tâm Công báo\nPhòng Nội vụ\n\nChi cục Văn thư"
A, B, C = "trung-tam-cong-bao", "phong-noi-vu", "chi-cuc-van-thu"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def agency(desk: Path, open_window: Open, hands: Hands) -> AgencyDesk:
    found = desk_of(open_window(desk), AgencyDesk)
    go_to(found, hands, FIELD)
    return found


def go_to(agency: AgencyDesk, hands: Hands, name: str) -> None:
    agency.jump(name)
    settle(agency, hands)
    hands.focus(row_of(agency, name).field.edit)


def with_units(agency: AgencyDesk, hands: Hands, name: str = FIELD) -> None:
    """Open the units of a field and write the list of them."""
    go_to(agency, hands, name)
    hands.press(Qt.Key.Key_D, CONTROL)
    settle(agency, hands)
    assert agency.form.panel.units.list_button.hasFocus()
    hands.press(Qt.Key.Key_Space)
    dialog = agency.belongings.listing
    assert dialog is not None
    assert nameless(dialog) == []
    hands.focus(dialog.names)
    dialog.names.setPlainText(NAMES)
    hands.click(dialog.go)
    # what a window manager does once a dialog has gone
    agency.window().activateWindow()
    settle(agency, hands)


def value_of(agency: AgencyDesk, name: str = FIELD) -> object:
    return data_of(agency).answer(name).value


def number(text: str) -> Number:
    return Number(Decimal(text))


def fill(hands: Hands, text: str) -> None:
    hands.replace(text)
    hands.press(Qt.Key.Key_Return)


def test_units_are_listed_once_filled_by_keys_and_summed_live(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands)
    tab = agency.form.panel.units
    assert nameless(agency.form.panel) == []
    assert hands.focused() is tab.field(A).edit
    fill(hands, "12")
    settle(agency, hands)
    assert hands.focused() is tab.field(B).edit
    assert "12" in tab.sum.text()
    assert value_of(agency) == number("12")
    fill(hands, "1.030")
    settle(agency, hands)
    assert value_of(agency) == number("1042")
    assert row_of(agency, FIELD).field.edit.text() == "1.042"
    assert "Chi cục Văn thư" in [one.text() for one in tab.findChildren(QLabel)][-1]
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert value_of(agency) == number("12")
    assert tab.field(B).edit.text() == ""
    go_to(agency, hands, "civil-servants-trained")
    hands.press(Qt.Key.Key_D, CONTROL)
    settle(agency, hands)


def test_a_rate_asks_for_both_its_parts(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands, RATE)
    tab = agency.form.panel.units
    hands.focus(tab.field(A, 1).edit)
    fill(hands, "200")
    settle(agency, hands)
    before = value_of(agency, RATE)
    hands.focus(tab.field(A).edit)
    fill(hands, "150")
    settle(agency, hands)
    assert value_of(agency, RATE) == number("75") != before


def test_what_is_no_figure_is_said_below_and_not_stored(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands)
    before = value_of(agency)
    fill(hands, "nhieu")
    settle(agency, hands)
    tab = agency.form.panel.units
    assert [one.property("strip") for one in tab.findChildren(Strip) if one.isVisible()] == ["error"]
    hands.focus(tab.field(B).edit)
    fill(hands, "1,475")
    assert [one.property("strip") for one in tab.findChildren(Strip) if one.isVisible()] == ["warning"]
    assert value_of(agency) == before


def test_a_block_from_excel_lands_by_the_names_of_units(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands)
    QApplication.clipboard().setText("chi cuc van thu\t7\nKhông có đơn vị này\t9\nTrung tâm Công báo\t5\n")
    hands.press(Qt.Key.Key_V, CONTROL)
    settle(agency, hands)
    tab = agency.form.panel.units
    assert [tab.field(unit).edit.text() for unit in (A, B, C)] == ["5", "", "7"]
    assert value_of(agency) == number("12")
    assert [one.property("strip") for one in tab.findChildren(Strip) if one.isVisible()] == ["warning"]
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert tab.field(A).edit.text() == ""


def test_a_unit_twice_is_told_in_the_dialog_and_nothing_typed_is_lost(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands)
    hands.click(agency.form.panel.units.list_button)
    dialog = agency.belongings.listing
    assert dialog is not None
    dialog.names.setPlainText("Văn phòng\nVĂN PHÒNG")
    hands.click(dialog.go)
    settle(agency, hands)
    assert dialog.isVisible()
    assert dialog.listed() == ["Văn phòng", "VĂN PHÒNG"]
    assert [one.property("strip") for one in dialog.findChildren(Strip) if one.isVisible()] == ["error"]
    assert len(data_of(agency).units) == 3
    dialog.reject()


def test_a_value_typed_over_the_sum_wants_a_word(agency: AgencyDesk, hands: Hands) -> None:
    with_units(agency, hands)
    fill(hands, "12")
    settle(agency, hands)
    type_into(agency, hands, FIELD, "15")
    assert [one.code for one in data_of(agency).findings_on(FIELD)].count("units-differ") == 1


def test_evidence_is_attached_saved_and_taken_out(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    heard.files = [tmp_path / "Quyết định 12.pdf"]
    heard.files[0].write_bytes(b"%PDF-1.7\n...")
    hands.press(Qt.Key.Key_E, CONTROL)
    settle(agency, hands)
    tab = agency.form.panel.evidence
    assert agency.form.panel.tabs.currentIndex() == EVIDENCE
    assert tab.attach_button.hasFocus()
    assert not tab.out_button.isEnabled()
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    assert tab.list.item(0).text().startswith("Quyết định 12.pdf")
    assert nameless(agency.form.panel) == []
    heard.target = tmp_path / "bản sao.pdf"
    hands.click(tab.save_button)
    settle(agency, hands)
    assert heard.target.read_bytes() == b"%PDF-1.7\n..."
    hands.click(tab.out_button)
    settle(agency, hands)
    assert tab.list.count() == 0
    assert heard.problems == []


def test_what_cannot_be_attached_is_told(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    heard.files = [tmp_path / "chương trình.exe", tmp_path / "không có.pdf"]
    heard.files[0].write_bytes(b"MZ")
    hands.press(Qt.Key.Key_E, CONTROL)
    settle(agency, hands)
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    assert len(heard.problems) == 2
    assert "chương trình.exe" in heard.problems[0]


def test_the_words_of_an_area_are_kept_while_they_are_typed_and_go_out(
    agency: AgencyDesk, hands: Hands, desk: Path
) -> None:
    box = agency.form.narrative
    area = agency.form.area
    hands.focus(box.edit)
    hands.type_vietnamese("Đã ban hành kế hoạch")
    found: dict[tuple[str, str], str] = {}
    for _ in range(50):
        settle(agency, hands)
        agency.workspace.read(lambda workspace: drafts.drafts(workspace, NEWEST), found.update)
        settle(agency, hands)
        if found:
            break
        box._timer.setInterval(0)
        box._timer.start()
    assert found == {(area, entry.NARRATIVE): "Đã ban hành kế hoạch"}
    hands.press(Qt.Key.Key_Tab)
    settle(agency, hands)
    assert data_of(agency).narratives == {area: "Đã ban hành kế hoạch"}
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        assert narratives.narratives(workspace, NEWEST) == {area: "Đã ban hành kế hoạch"}
        assert drafts.drafts(workspace, NEWEST) == {}


def test_each_area_has_its_own_words(agency: AgencyDesk, hands: Hands) -> None:
    hands.focus(agency.form.narrative.edit)
    hands.type_vietnamese("Một")
    first = agency.form.area
    hands.click(agency.item("area:2"))
    settle(agency, hands)
    assert agency.form.narrative.edit.toPlainText() == ""
    hands.focus(agency.form.narrative.edit)
    hands.type_vietnamese("Hai")
    hands.click(agency.item(f"area:{first}"))
    settle(agency, hands)
    assert agency.form.narrative.edit.toPlainText() == "Một"
    assert data_of(agency).narratives == {first: "Một", "2": "Hai"}


def test_all_of_it_goes_out_with_the_submission(
    agency: AgencyDesk, hands: Hands, tmp_path: Path, heard: HeardMessages
) -> None:
    heard.files = [tmp_path / "Quyết định 12.pdf"]
    heard.files[0].write_bytes(b"%PDF-1.7\n...")
    hands.press(Qt.Key.Key_E, CONTROL)
    settle(agency, hands)
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    hands.focus(agency.form.narrative.edit)
    hands.type_vietnamese("Kết quả tốt")
    hands.click(agency.finish_button)
    settle(agency, hands)
    dialog = agency.errands.handing_in.finishing
    hands.focus(dialog.officer)
    hands.replace("Tran Thi B")
    hands.focus(dialog.secret.first)
    hands.type("demo")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    verified = verify(agency.errands.handing_in.exported.path.read_bytes())
    assert isinstance(verified.document, SubmissionDocument)
    assert list(verified.attachments.values()) == [b"%PDF-1.7\n..."]
    assert [one["text"] for one in verified.document.narratives] == ["Kết quả tốt"]
    agency.errands.handing_in.exported.reject()


def test_the_panel_shows_no_units_where_nothing_can_be_added_up(agency: AgencyDesk, hands: Hands) -> None:
    hands.press(Qt.Key.Key_D, CONTROL)
    settle(agency, hands)
    assert agency.form.panel.tabs.currentIndex() == UNITS
    assert field_at(agency, hands) == ""
    hands.press(Qt.Key.Key_Escape)
    assert not agency.form.panel.isVisible()
    assert field_at(agency, hands) == FIELD
