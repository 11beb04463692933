"""An agency's desk over the sample province, in real windows with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from reformdesk.core import store
from reformdesk.core.values import Number, Status, write
from reformdesk.ui import theme
from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.pages.figure_row import MOST_WIDTH
from reformdesk.ui.widgets.basics import Strip
from reformdesk.words import LANGUAGES
from tests import demo as sample
from tests.demo import AGENCY, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, button_named, desk_of, nameless, say
from tests.ui.on_form import data_of, field_at, give_reason, row_of, rows_of, settle, stored_in, type_into

AREAS = ("1", "2", "4", "5")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    """The desk of an agency after the sample's last round."""
    return desk_of(open_window(desk), AgencyDesk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_with_names_for_all_controls(
    language: str, desk: Path, open_window: Open, speak: Speak, hands: Hands
) -> None:
    agency = desk_of(open_window(desk, speak(language)), AgencyDesk)
    for key, page in (
        (HOME, agency.home),
        *((f"area:{area}", agency.form) for area in AREAS),
        (CHECK, agency.check),
    ):
        hands.click(agency.item(key))
        settle(agency, hands)
        assert agency.stack.currentWidget() is page
        assert agency.item(key).isChecked()
        assert nameless(agency) == []
    hands.click(agency.finish_button)
    settle(agency, hands)
    assert nameless(agency.errands.handing_in.finishing) == []


@pytest.mark.parametrize("round_id", sample.ROUNDS)
def test_every_round_of_the_sample_opens(round_id: str, agency: AgencyDesk, hands: Hands) -> None:
    agency.open_round(round_id)
    settle(agency, hands)
    data = data_of(agency)
    assert data.round.id == round_id
    assert agency.rounds.currentData() == round_id
    for area in data.round.areas_of(AGENCY):
        hands.click(agency.item(f"area:{area}"))
        assert [row.indicator.id for row in rows_of(agency)] == list(data.owed_in(area))


@pytest.mark.parametrize("area", AREAS)
def test_tab_follows_the_rows(area: str, agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item(f"area:{area}"))
    wanted = [row.indicator.id for row in rows_of(agency)]
    walked = [field_at(agency, hands)]
    for _ in range(60):
        if walked[-1] == wanted[-1]:
            break
        hands.press(Qt.Key.Key_Tab)
        walked.append(field_at(agency, hands))
    assert [name for name in walked if name] == wanted
    hands.press(Qt.Key.Key_Tab, SHIFT)
    assert field_at(agency, hands) == wanted[-2]


def test_enter_and_arrows_walk_the_column(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item("area:5"))
    wanted = [row.indicator.id for row in rows_of(agency)]
    walked = [field_at(agency, hands)]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        hands.press(key)
        walked.append(field_at(agency, hands))
    assert walked == wanted[:4]
    hands.press(Qt.Key.Key_Up)
    assert field_at(agency, hands) == wanted[2]
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert field_at(agency, hands) == wanted[1]


def test_arrows_and_space_walk_the_navigation(agency: AgencyDesk, hands: Hands) -> None:
    hands.focus(agency.item(HOME))
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert agency.item("area:2").hasFocus()
    hands.press(Qt.Key.Key_Space)
    assert agency.form.area == "2"
    assert field_at(agency, hands) == "legal-documents-issued"


def test_searching_without_diacritics_jumps_to_the_field(agency: AgencyDesk, hands: Hands) -> None:
    hands.focus(agency.item(HOME))
    hands.press(Qt.Key.Key_F, CONTROL)
    assert agency.search.hasFocus()
    hands.type("phieu da khao sat")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert field_at(agency, hands) == "agency-survey-forms"
    assert agency.search.text() == ""


def test_the_search_finds_by_the_words_an_officer_says(
    demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    path = sample.copy_of_agency(demo, "van-phong-ubnd-tinh", tmp_path / "office")
    agency = desk_of(open_window(path), AgencyDesk)
    hands.focus(agency.item(HOME))
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type("thu tuc")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    name = field_at(agency, hands)
    assert "thủ tục" in data_of(agency).round.catalogue.indicators[name].name.vi.casefold()
    assert agency.form.area == "3"


def test_f8_goes_round_what_is_open(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, "training-courses", "")
    blanks = set(data_of(agency).readiness.blanks)
    open_ = blanks | {one.indicator for one in data_of(agency).readiness.unexplained}
    hands.focus(agency.item(HOME))
    seen = []
    for _ in range(len(open_) + 1):
        hands.press(Qt.Key.Key_F8)
        seen.append(field_at(agency, hands))
    assert set(seen) == open_


def test_a_chosen_answer_that_is_no_figure_is_shown_in_words(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, desk: Path
) -> None:
    agency.jump("training-courses")
    settle(agency, hands)
    for place, status in enumerate((Status.NOT_DONE, Status.IN_PROGRESS, Status.NOT_APPLICABLE), 2):
        hands.focus(row_of(agency, "training-courses").field.edit)
        hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        for _ in range(place):
            hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)
        settle(agency, hands)
        assert row_of(agency, "training-courses").field.edit.text() == heard.words.answer(status.value)
    agency.window().close()
    assert stored_in(desk)["training-courses"] == Status.NOT_APPLICABLE.value


def test_every_value_survives_closing(agency: AgencyDesk, hands: Hands, desk: Path, open_window: Open) -> None:
    typed = {
        "inspected-subordinate-units": "1.234",
        "agency-satisfaction": "83,46%",
        "legal-documents-issued": "25",
        "civil-servants-trained": "0",
    }
    for name, text in typed.items():
        type_into(agency, hands, name, text)
    # what is still being typed counts as well
    agency.jump("training-courses")
    settle(agency, hands)
    hands.focus(row_of(agency, "training-courses").field.edit)
    hands.replace("8")
    agency.window().close()
    stored = stored_in(desk)
    assert {name: stored[name] for name in typed} == {**typed, "agency-satisfaction": "83,46"}
    assert stored["training-courses"] == "8"
    again = desk_of(open_window(desk), AgencyDesk)
    for name, text in {**typed, "training-courses": "8"}.items():
        again.jump(name)
        settle(again, hands)
        assert row_of(again, name).field.edit.text() == text


def test_typing_in_one_field_leaves_all_others_alone(agency: AgencyDesk, hands: Hands, desk: Path) -> None:
    type_into(agency, hands, "training-courses", "8")
    type_into(agency, hands, "training-courses", "9")
    agency.window().close()
    after = stored_in(desk)
    with store.open_workspace(desk) as workspace:
        changes = workspace.rows("SELECT count(*) AS n FROM history WHERE round = :round", {"round": NEWEST})
    assert after["training-courses"] == "9"
    assert changes[0]["n"] >= 2


def test_a_finding_stands_at_the_field_until_it_is_explained(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages
) -> None:
    type_into(agency, hands, "civil-servants-present", "99")
    row = row_of(agency, "civil-servants-present")
    assert [strip.property("strip") for strip in row.findChildren(Strip) if strip.isVisible()] == ["error", "warning"]
    assert nameless(row) == []
    waiting = len(data_of(agency).readiness.unexplained)
    edit = next(one for one in row.findChildren(QLineEdit) if one is not row.field.edit and one.isVisible())
    hands.focus(edit)
    hands.type_vietnamese("Tiếp nhận 02 công chức do sáp nhập")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert len(data_of(agency).readiness.unexplained) == waiting - 1
    # what was explained asks for nothing more, as the row's own sign says
    assert [strip.property("strip") for strip in row.findChildren(Strip) if strip.isVisible()] == ["good"]
    (finding,) = (one for one in data_of(agency).findings_on("civil-servants-present") if not one.blocks)
    said = heard.words.finding(finding)
    assert [one.property("role") for one in row.findChildren(QLabel) if one.text() == said] == ["quiet"]


def test_a_figure_copied_forward_is_noticed_as_it_is_typed(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages
) -> None:
    round_ = data_of(agency).round
    before = round_.previous("training-courses")
    assert before is not None
    copied = round_.earlier_value(before, AGENCY, "training-courses")
    assert isinstance(copied, Number)
    type_into(agency, hands, "training-courses", write(copied, round_.catalogue.indicators["training-courses"]))
    (finding,) = data_of(agency).findings_on("training-courses")
    assert (finding.code, finding.blocks) == ("same-again", False)
    row = row_of(agency, "training-courses")
    assert "warning" in [strip.property("strip") for strip in row.findChildren(Strip) if strip.isVisible()]
    assert heard.words.finding(finding) in [one.text() for one in row.findChildren(QLabel) if one.isVisible()]


def test_a_row_stays_as_long_as_the_eye_follows_in_a_wide_window(agency: AgencyDesk, hands: Hands) -> None:
    for width in (1366, 1920):
        agency.window().resize(width, 900)
        agency.jump("civil-servants-present")
        settle(agency, hands)
        room = agency.form.width() - 2 * theme.SPACE_20
        assert row_of(agency, "civil-servants-present").width() == min(room, MOST_WIDTH)
    assert room > MOST_WIDTH


def test_a_note_may_be_added_where_nothing_is_found(agency: AgencyDesk, hands: Hands) -> None:
    agency.jump("training-courses")
    settle(agency, hands)
    row = row_of(agency, "training-courses")
    pen = next(one for one in row.findChildren(QToolButton) if one.objectName() == "rowTool")
    hands.click(pen)
    hands.type_vietnamese("Gộp vào lớp của Sở Nội vụ")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer("training-courses").explanation == "Gộp vào lớp của Sở Nội vụ"


def test_the_keyboard_reaches_the_answers_of_a_question(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, "training-courses", "1,475")
    agency.jump("training-courses")
    settle(agency, hands)
    hands.press(Qt.Key.Key_Tab)
    answer = button_named(row_of(agency, "training-courses"), "1.475")
    assert answer.hasFocus()
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    assert row_of(agency, "training-courses").field.edit.text() == "1.475"


def test_undo_reaches_through_everything_typed(agency: AgencyDesk, hands: Hands) -> None:
    before = data_of(agency).answer("training-courses").value
    for text in ("8", "9", "10"):
        type_into(agency, hands, "training-courses", text)
    seen = []
    for _ in range(3):
        hands.press(Qt.Key.Key_Z, CONTROL)
        settle(agency, hands)
        seen.append(data_of(agency).answer("training-courses").value)
    assert [write(value, row_of(agency, "training-courses").indicator) for value in seen[:2]] == ["9", "8"]
    assert seen[2] == before


def test_each_page_says_the_keys_that_hold_on_it(agency: AgencyDesk, hands: Hands) -> None:
    said = {}
    for key in (HOME, "area:5", CHECK):
        agency.open_page(key)
        said[key] = agency.hints.text()
    assert "F4" in said["area:5"]
    assert not [key for key in (HOME, CHECK) if "F4" in said[key] or "Tab" in said[key]]
    agency.show_preview()
    assert agency.hints.text() == say(
        "AgencyDesk", "Space bar: tick · Enter: take what is ticked · Esc: leave all as it is"
    )


def test_the_list_of_what_is_open_says_what_it_counts(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, "civil-servants-present", "99")
    agency.open_page(CHECK)
    state = data_of(agency).readiness
    counts = {
        "Error": len(state.errors) + len(state.unreasoned),
        "Please explain": len(state.unexplained),
        "Not entered": len(state.blanks),
    }
    shown = [one.text() for one in agency.check.findChildren(QLabel) if one.isVisible()]
    assert " · ".join(f"{say('CheckPage', words)}: {count}" for words, count in counts.items()) in shown
    assert agency.check.list.count() == sum(counts.values())


def test_progress_is_said_in_the_navigation_and_the_status_line(agency: AgencyDesk, hands: Hands) -> None:
    data = data_of(agency)
    answered = data.readiness.owed - len(data.readiness.blanks)
    assert agency.counts.text().startswith(f"{answered}/{data.readiness.owed}")
    for area in AREAS:
        done, owed = data.answered_in(area), len(data.owed_in(area))
        assert agency.item(f"area:{area}").accessibleDescription() == f"{done}/{owed}"


def test_an_export_can_be_saved_again(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, demo: Path, tmp_path: Path
) -> None:
    heard.target = tmp_path / "bản sao.rdsub"
    hands.click(button_named(agency.home, say("RoundHomePage", "Save a copy…")))
    settle(agency, hands)
    assert heard.target.read_bytes() == (demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub").read_bytes()


def test_a_reply_of_home_affairs_shows_on_the_first_page(agency: AgencyDesk, demo: Path, hands: Hands) -> None:
    hands.drop(agency.window(), demo / "replies" / NEWEST / f"{AGENCY}-r1.rdreply")
    settle(agency, hands)
    assert len(data_of(agency).replies) == 1
    texts = [one.text() for one in agency.home.findChildren(QLabel) if one.isVisible()]
    assert any(
        text.startswith(say("RoundHomePage", "Receipt: no. {revision} was received {moment}")[:8]) for text in texts
    )


def test_the_message_to_send_lies_on_the_clipboard(agency: AgencyDesk, hands: Hands) -> None:
    type_into(agency, hands, "training-courses", "8")
    give_reason(agency, hands, "training-courses")
    hands.click(agency.finish_button)
    settle(agency, hands)
    hands.focus(agency.errands.handing_in.finishing.officer)
    hands.replace("Tran Thi B")
    hands.focus(agency.errands.handing_in.finishing.secret.first)
    hands.type("demo")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    hands.click(agency.errands.handing_in.exported.copy_text)
    assert f"{AGENCY}-r2.rdsub" in QApplication.clipboard().text()


@pytest.mark.parametrize(("language", "typed"), [("vi", "tu phap"), ("en", "tu phap"), ("en", "justice")])
def test_an_agency_is_found_by_either_name_and_never_none_chosen(
    language: str, typed: str, demo: Path, open_window: Open, speak: Speak, hands: Hands
) -> None:
    window = open_window(None, speak(language))
    window.open_path(demo / "rounds" / f"{NEWEST}.rdround")
    hands.settle(window)
    dialog = window.choosing
    dialog.accept()
    assert dialog.isVisible()
    hands.focus(dialog.filter)
    hands.type(typed)
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert dialog.agency() == "so-tu-phap"
    dialog.reject()
