"""Beside the browser with real keys: a figure a key, nothing copied unawares, and tomorrow it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reformdesk.core import adjusting, merged, rekeyed, rekeying, store
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.rekeying import Line, Order, State, Style, Typing
from reformdesk.core.rekeying_order import cells_in, read_order
from reformdesk.core.values import Number, Status
from reformdesk.ui import theme
from reformdesk.ui.dialogs.rekeying import RekeyingWindow
from reformdesk.ui.dialogs.rekeying_order import RekeyingOrderDialog, as_text
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import TABLES
from reformdesk.words import LANGUAGES, Words
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Situation, Speak, desk_of, nameless
from tests.ui.looking import cut_off, filled, outside, scrolling_sideways

LEFT_THERE = "của người khác"


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    return made


@pytest.fixture
def window(desk: OfficeDesk, hands: Hands, qtbot: QtBot) -> Iterator[RekeyingWindow]:
    """The window, opened with a key on the page of the totals; somebody else's words are on the clipboard."""
    QGuiApplication.clipboard().setText(LEFT_THERE)
    yield shown(desk, hands, qtbot)
    QGuiApplication.clipboard().setText("")


def shown(desk: OfficeDesk, hands: Hands, qtbot: QtBot) -> RekeyingWindow:
    desk.open_page(TABLES)
    hands.settle_desk(desk)
    hands.focus(desk.tables.table)
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.settle_desk(desk)
    made = desk.errands.rekeying.window
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    hands.focus(made.list)
    return made


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def lines(window: RekeyingWindow) -> tuple[Line, ...]:
    sheet = window.shown_sheet()
    assert sheet is not None
    return sheet.lines


def at(window: RekeyingWindow) -> Line:
    assert window.current is not None
    return window.current


def go_to(hands: Hands, window: RekeyingWindow, line: Line) -> None:
    """Type a line's place, as one does who knows where to go."""
    hands.focus(window.list)
    for digit in str(line.place):
        hands.type(digit)
    hands.press(Qt.Key.Key_Return)
    assert at(window).key == line.key


def first(window: RekeyingWindow, *, figure: bool, care: bool = False) -> Line:
    return next(line for line in lines(window) if line.is_figure is figure and line.needs_care is care)


def test_one_key_copies_ticks_and_goes_on(window: RekeyingWindow, hands: Hands) -> None:
    line = first(window, figure=True)
    go_to(hands, window, line)
    hands.press(Qt.Key.Key_Space)
    assert clipboard() == rekeying.typed(line.value, line.indicator, Typing(Style.COMMA))
    assert at(window).place == line.place + 1
    assert clipboard() in window.pasted.text()
    assert line.number in window.pasted.text()
    assert [one.key for one in lines(window) if one.state is State.DONE] == [line.key]
    assert QApplication.focusWidget() is window.list


def test_it_goes_on_tomorrow_where_it_ended(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands, open_window: Open, situation: Situation, qtbot: QtBot
) -> None:
    window.settings.stops.setChecked(False)
    for _ in range(5):
        hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    desk.window().close()
    assert not window.isVisible()
    again = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(again)
    tomorrow = shown(again, hands, qtbot)
    assert [line.state for line in lines(tomorrow)[:6]] == [*[State.DONE] * 5, State.TO_DO]
    assert at(tomorrow).place == 6
    assert "5/80" in tomorrow.progress.text()


def test_what_is_no_figure_is_never_copied_and_leaves_nothing_to_paste(window: RekeyingWindow, hands: Hands) -> None:
    figure, other = first(window, figure=True), first(window, figure=False)
    go_to(hands, window, other)
    assert window.line.choice.isVisible()
    assert not window.line.figure.isVisible()
    hands.press(Qt.Key.Key_Space)
    # what others left there is theirs
    assert clipboard() == LEFT_THERE
    go_to(hands, window, figure)
    hands.press(Qt.Key.Key_Space)
    assert clipboard() != LEFT_THERE
    go_to(hands, window, other)
    hands.press(Qt.Key.Key_Space)
    assert clipboard() == ""
    hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == ""
    assert {one.key for one in lines(window) if one.state is State.DONE} == {figure.key, other.key}


def test_a_figure_that_is_not_final_is_copied_at_the_second_press_alone(window: RekeyingWindow, hands: Hands) -> None:
    line = first(window, figure=True, care=True)
    go_to(hands, window, line)
    before = window.line.take.text()
    assert window.line.warning.isVisible()
    hands.press(Qt.Key.Key_Space)
    assert (clipboard(), at(window).key) == (LEFT_THERE, line.key)
    assert window.line.take.text() != before
    # to look elsewhere and come back begins anew
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    assert window.line.take.text() == before
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    assert clipboard() == rekeying.typed(line.value, line.indicator, Typing())
    assert at(window).place == line.place + 1


def test_who_does_not_want_to_be_asked_is_not(window: RekeyingWindow, hands: Hands) -> None:
    hands.click(window.settings_button)
    hands.focus(window.settings.stops)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Escape)
    line = first(window, figure=True, care=True)
    go_to(hands, window, line)
    hands.press(Qt.Key.Key_Return)
    assert clipboard() == rekeying.typed(line.value, line.indicator, Typing())
    assert RekeyingWindow(Words("vi")).settings.stops.isChecked() is False


def test_a_key_that_is_held_down_copies_once(window: RekeyingWindow, hands: Hands) -> None:
    line = first(window, figure=True)
    go_to(hands, window, line)
    for repeats in (False, True, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeats)
        QApplication.sendEvent(window.list, key)
    assert at(window).place == line.place + 1


def test_back_and_delete_take_a_tick_off_again(desk: OfficeDesk, window: RekeyingWindow, hands: Hands) -> None:
    line = first(window, figure=True)
    go_to(hands, window, line)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Backspace)
    assert at(window).key == line.key
    hands.press(Qt.Key.Key_Delete)
    assert {one.state for one in lines(window)} == {State.TO_DO}
    hands.settle_desk(desk)
    assert carried_in(desk) == set()


def carried_in(desk: OfficeDesk) -> set[str]:
    found: list[set[str]] = []
    desk.workspace.read(lambda workspace: set(rekeyed.carried(workspace, NEWEST)), found.append)
    while not found:
        QApplication.processEvents()
    return found[0]


def test_a_number_or_a_word_leads_to_its_line_and_what_is_not_there_is_shown(
    window: RekeyingWindow, hands: Hands
) -> None:
    hands.type("7")
    hands.type(".13")
    assert (at(window).number, window.sought.text()) == ("7.13", "7.13")
    hands.press(Qt.Key.Key_Return)
    assert (QApplication.focusWidget(), window.sought.text()) == (window.list, "")
    hands.focus(window.sought)
    hands.type("chu ky so")
    assert at(window).key == "digital-signatures"
    hands.replace("zzz")
    assert window.sought.property("state") == "error"
    assert at(window).key == "digital-signatures"
    hands.press(Qt.Key.Key_Escape)
    assert (QApplication.focusWidget(), window.isVisible()) == (window.list, True)


def test_only_what_is_to_be_done_is_listed_and_the_end_is_said(window: RekeyingWindow, hands: Hands) -> None:
    window.settings.stops.setChecked(False)
    hands.click(window.only_open)
    hands.focus(window.list)
    count = len(lines(window))
    seen = []
    for left in range(count, 0, -1):
        assert window.list.lines.rowCount() == left
        seen.append(at(window).key)
        hands.press(Qt.Key.Key_Space)
    assert seen == [line.key for line in lines(window)]
    assert window.current is None
    assert window.progress.text().startswith("✓")
    hands.press(Qt.Key.Key_Space)
    assert not window.line.take.isEnabled()
    window.only_open.setChecked(False)
    assert window.list.lines.rowCount() == count


def test_a_figure_that_was_changed_after_it_was_carried_over_says_both(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands
) -> None:
    window.settings.stops.setChecked(False)
    line = first(window, figure=True)
    assert isinstance(line.value, Number)
    go_to(hands, window, line)
    hands.press(Qt.Key.Key_Space)
    now = Number(line.value.amount + 6)

    def adjust(workspace: store.Workspace) -> tuple[None, object]:
        round_ = rekeyed.read(workspace, NEWEST).round
        computed = merged.total(workspace, NEWEST, line.key).computed
        wanted = Adjustment(line.key, now, computed, "Đơn vị nộp muộn")
        return None, adjusting.adjust(workspace, round_, wanted, "Lan", LATER)

    desk.workspace.run(adjust)  # type: ignore[arg-type] # what core returns are Changes
    hands.settle_desk(desk)
    (changed,) = [one for one in lines(window) if one.state is State.CHANGED]
    assert (changed.key, changed.value) == (line.key, now)
    go_to(hands, window, changed)
    before, after = (rekeying.typed(value, line.indicator, Typing()) for value in (line.value, now))
    assert f"Đã nhập {before}, nay là {after}" in window.line.warning.text()
    row = window.list.currentIndex().row()
    assert f"Đã nhập {before}, nay là {after}" in window.list.lines.cell(row, 2).text
    assert window.list.lines.cell(row, 0).text == "≠"
    assert "1" in window.progress.text().partition("!")[2]
    hands.press(Qt.Key.Key_Space)
    assert (clipboard(), [one for one in lines(window) if one.state is State.CHANGED]) == (after, [])


def test_how_figures_are_written_is_chosen_and_remembered(window: RekeyingWindow, hands: Hands) -> None:
    hands.click(window.settings_button)
    hands.focus(window.settings.styles)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.focus(window.settings.percent)
    hands.press(Qt.Key.Key_Space)
    assert window.typing == Typing(Style.GROUPED, percent=True)
    hands.press(Qt.Key.Key_Escape)
    window.settings.stops.setChecked(False)
    large = next(line for line in lines(window) if isinstance(line.value, Number) and line.value.amount >= 1000)
    rate = next(line for line in lines(window) if line.is_figure and rekeying.is_rate(line.indicator))
    go_to(hands, window, large)
    hands.press(Qt.Key.Key_Space)
    assert "." in clipboard()
    go_to(hands, window, rate)
    hands.press(Qt.Key.Key_Space)
    assert clipboard().endswith("%")
    assert RekeyingWindow(Words("vi")).typing == window.typing


def test_another_round_and_one_agency_have_their_own_ticks(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    choose(desk, window, hands, agency=AGENCY)
    assert {line.state for line in lines(window)} == {State.TO_DO}
    sheet = window.sheet
    assert sheet is not None
    assert len(sheet.lines) == len(sheet.round.owed(AGENCY)) < 80
    choose(desk, window, hands, round_id="2022")
    assert window.sheet is not None
    assert (window.sheet.round.id, window.sheet.agency) == ("2022", AGENCY)
    choose(desk, window, hands, round_id=NEWEST, agency=rekeyed.WHOLE)
    assert State.DONE in {line.state for line in lines(window)}


def choose(desk: OfficeDesk, window: RekeyingWindow, hands: Hands, **wanted: str) -> None:
    for box, name in ((window.rounds, "round_id"), (window.agencies, "agency")):
        if name in wanted:
            box.setCurrentIndex(box.findData(wanted[name]))
            assert box.currentIndex() >= 0
    window.agencies.activated.emit(window.agencies.currentIndex())
    hands.settle_desk(desk)


def test_the_softwares_own_order_is_pasted_and_its_unknown_lines_listed(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands
) -> None:
    hands.click(window.settings_button)
    hands.click(window.settings.order_button)
    hands.settle_desk(desk)
    dialog = desk.errands.rekeying.ordering
    assert nameless(dialog) == []
    hands.focus(dialog.box)
    QGuiApplication.clipboard().setText("Số lượng chữ ký số\nSố máy tính\n2.1")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.order() == Order(("digital-signatures", "legal-documents-issued"))
    hands.press(Qt.Key.Key_F1)
    assert desk.window().guide.shown == "rekeying"  # type: ignore[attr-defined] # the desk's window is a MainWindow
    assert dialog.model.rowCount() == 1
    assert "Số máy tính" in dialog.model.cell(0, 0).text
    hands.focus(dialog.rest)
    hands.press(Qt.Key.Key_Space)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert [line.key for line in lines(window)] == ["digital-signatures", "legal-documents-issued"]
    hands.click(window.settings.order_button)
    hands.settle_desk(desk)
    hands.click(desk.errands.rekeying.ordering.printed_button)
    hands.settle_desk(desk)
    assert len(lines(window)) == 80


def test_the_order_is_loaded_from_a_file_and_a_wrong_one_is_said(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    hands.click(window.settings_button)
    hands.click(window.settings.order_button)
    hands.settle_desk(desk)
    dialog = desk.errands.rekeying.ordering
    before = dialog.box.toPlainText()
    heard.files = [tmp_path / "mất.txt"]
    hands.click(dialog.load_button)
    assert dialog.box.toPlainText() == before
    good = tmp_path / "thứ tự.txt"
    good.write_text("7.5\n2.1\n", "utf-16")
    heard.files = [good]
    hands.click(dialog.load_button)
    assert dialog.order().listed == ("digital-signatures", "legal-documents-issued")
    dialog.reject()


def test_an_order_keeps_what_only_another_rounds_indicator_set_has(office: Path, qtbot: QtBot) -> None:
    with store.open_workspace(office) as workspace:
        catalogue = rekeyed.read(workspace, NEWEST).round.catalogue
    given = Order(("gone-by-now", "digital-signatures"), rest=False)
    dialog = RekeyingOrderDialog(None, catalogue, given, Words("vi"))
    qtbot.addWidget(dialog)
    assert dialog.order() == Order(("digital-signatures", "gone-by-now"), rest=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_in_use_is_shown_as_a_list_that_is_read_alike(office: Path, language: str) -> None:
    with store.open_workspace(office) as workspace:
        catalogue = rekeyed.read(workspace, NEWEST).round.catalogue
    for names in (catalogue.order, tuple(reversed(catalogue.order))):
        assert read_order(catalogue, cells_in(as_text(catalogue, names, Words(language)))).listed == names


def test_the_list_is_saved_with_what_was_carried_over(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    line = first(window, figure=True)
    go_to(hands, window, line)
    hands.press(Qt.Key.Key_Space)
    heard.target = tmp_path / "nhập lại.xlsx"
    hands.click(window.settings_button)
    hands.click(window.settings.save_button)
    hands.settle_desk(desk)
    (page,) = load_workbook(BytesIO(heard.target.read_bytes())).worksheets
    row = 4 + line.place
    assert isinstance(line.value, Number)
    assert Decimal(str(page.cell(row=row, column=5).value)) == line.value.amount
    assert page.cell(row=row, column=8).value == "Đã nhập"
    assert str(heard.target) in window.pasted.text()
    heard.target = tmp_path / "không có" / "x.xlsx"
    hands.click(window.settings.save_button)
    hands.settle_desk(desk)
    assert window.problem() != ""


def test_to_begin_anew_asks_first(desk: OfficeDesk, window: RekeyingWindow, hands: Hands, heard: HeardMessages) -> None:
    go_to(hands, window, first(window, figure=True))
    hands.press(Qt.Key.Key_Space)
    hands.click(window.settings_button)
    for answer, left in ((False, 1), (True, 0)):
        heard.answer = answer
        hands.click(window.settings.anew_button)
        hands.settle_desk(desk)
        assert len([one for one in lines(window) if one.carried]) == left
    assert len(heard.asked) == 2


def test_f1_opens_its_page_and_escape_puts_it_away(desk: OfficeDesk, window: RekeyingWindow, hands: Hands) -> None:
    main = desk.window()
    hands.press(Qt.Key.Key_F1)
    assert main.guide.shown == "rekeying"  # type: ignore[attr-defined] # the desk's window is a MainWindow
    hands.focus(window.list)
    hands.press(Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert main.isVisible()


def test_it_stays_in_front_where_that_is_wanted_and_does_not_hide(window: RekeyingWindow, hands: Hands) -> None:
    hands.click(window.settings_button)
    hands.focus(window.settings.in_front)
    hands.press(Qt.Key.Key_Space)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    assert RekeyingWindow(Words("vi")).windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    # without a window manager a window that was shown again does not become active
    window.settings.in_front.setChecked(False)
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("height", "text_size"), [(720, 100), (574, 100), (720, 150)])
def test_it_is_narrow_and_nothing_is_cut_off(
    situation: Situation,
    open_window: Open,
    hands: Hands,
    speak: Speak,
    qtbot: QtBot,
    qapp: QApplication,
    language: str,
    height: int,
    text_size: int,
) -> None:
    theme.apply(qapp, dark=False, text_size=text_size)
    desk = desk_of(open_window(situation.path, speak(language)), OfficeDesk)
    theme.apply(qapp, dark=False, text_size=text_size)
    hands.settle_desk(desk)
    window = shown(desk, hands, qtbot)
    window.resize(theme.px(420), height)
    for page in range(2):
        for line in (first(window, figure=True, care=True), first(window, figure=False)):
            if page == 0:
                go_to(hands, window, line)
            hands.settle_desk(desk)
            assert (window.width(), window.height()) == (theme.px(420), height)
            assert [*scrolling_sideways(window), *cut_off(window), *outside(window), *nameless(window)] == []
            assert len(filled(window)) <= 1
        hands.click(window.settings_button)
    theme.apply(qapp, dark=False)


def test_what_is_blank_is_left_empty_and_shows_once_there_is_a_figure(
    desk: OfficeDesk, window: RekeyingWindow, hands: Hands
) -> None:
    blank = next(line for line in lines(window) if line.value is Status.BLANK)
    go_to(hands, window, blank)
    assert window.line.choice.text() == "Để trống: chưa nhập"
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert carried_in(desk) == {blank.key}
