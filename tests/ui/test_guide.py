"""The guide: its pages stay true to the interface, and its window is used with real keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QShortcut, QTextDocument, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from reformdesk.assets import resource, translation
from reformdesk.core.text import fold
from reformdesk.ui import theme
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.guide import INDEX, PAGE_FOR, GuideWindow, contents, page_for
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.markdown_page import find_folded
from reformdesk.words import LANGUAGES
from tests.ui.conftest import Hands, Open, Speak, button_named, desk_of, nameless

NAMES = sorted(path.stem for path in resource("help", "vi").glob("*.md"))
PAGES = [(language, name) for language in LANGUAGES for name in NAMES]
LONG = {"keyboard", "index", "integrators", "integrators-rules", "report-data"}
"""What one looks something up in may be longer than a screen and a half."""

_BESIDE_A_TITLE = 11
"""A list's padding beside a line, and Qt's own margin."""
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`]+)`")
_BLANK = re.compile(r"\\{\w+\\}")
_ENGLISH = re.compile(r"\b(the|and|your|you|with|this|that|press|click|from|file|is|are|of|for|not)\b", re.IGNORECASE)
_MOST_HEIGHT = 930
_MOST_LETTERS = 3200
_LEAST_LETTERS = 400

_BACKWARD = QTextDocument.FindFlag.FindBackward

MakeGuide = Callable[..., GuideWindow]


class Interface(NamedTuple):
    """What the interface says in one language: fixed texts, and patterns of those with blanks to fill."""

    texts: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def says(self, words: str) -> bool:
        return words in self.texts or any(one.fullmatch(words) for one in self.patterns)


def read(language: str, name: str) -> str:
    return resource("help", language, f"{name}.md").read_text("utf-8")


@cache
def interface(language: str) -> Interface:
    """Read what the interface says; the command line's words and errors are no labels."""
    messages = [
        message
        for context in ET.parse(translation("vi").with_suffix(".ts")).getroot().iter("context")
        if context.findtext("name") not in {"commands", "errors"}
        for message in context.iter("message")
    ]
    part = "translation" if language == "vi" else "source"
    texts = [message.findtext(part, "") for message in messages]
    filled = [_BLANK.sub(r"[^.]{1,40}", re.escape(text)) for text in texts if "{" in text]
    patterns = tuple(re.compile(one) for one in filled if sum(map(str.isalpha, one)) > 12)
    return Interface(frozenset(texts), patterns)


@pytest.fixture
def guide(qapp: QApplication, qtbot: QtBot, speak: Speak) -> MakeGuide:
    """Open the guide at a page, at the size it opens with."""

    def opened(page: str = INDEX, language: str = "vi", *, dark: bool = False) -> GuideWindow:
        theme.apply(qapp, dark=dark)
        speak(language)
        made = GuideWindow(language)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.open_at(page)
        return made

    return opened


def text_of(window: GuideWindow) -> str:
    return window.page.toPlainText()


def scroll_of(window: GuideWindow) -> int:
    return window.page.verticalScrollBar().value()


# --- the pages


def test_the_text_stands_in_the_middle_of_a_wide_window(guide: MakeGuide, hands: Hands) -> None:
    window = guide("vi")
    window.resize(1920, 900)
    hands.settle()
    page = window.page
    left = page.viewport().x()
    right = page.width() - left - page.lineWrapColumnOrWidth()
    assert left > 300
    assert abs(left - right) <= 2 * page.frameWidth() + 1


def test_every_language_has_the_same_pages() -> None:
    assert len(NAMES) >= 25
    for language in LANGUAGES:
        assert sorted(path.stem for path in resource("help", language).glob("*.md")) == NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_lists_every_page_once_by_its_own_title(language: str) -> None:
    _, sections = contents(language)
    listed = [page for section in sections for page in section.pages]
    assert sorted(name for name, _ in listed) == [name for name in NAMES if name != INDEX]
    assert [(name, read(language, name).splitlines()[0]) for name, _ in listed] == [
        (name, f"# {title}") for name, title in listed
    ]


def test_both_languages_list_the_pages_in_one_order() -> None:
    orders = {tuple(name for section in contents(one)[1] for name, _ in section.pages) for one in LANGUAGES}
    assert len(orders) == 1


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_a_page_has_a_title_says_something_and_stays_short(language: str, name: str) -> None:
    text = read(language, name)
    first, blank, *rest = text.splitlines()
    assert re.fullmatch(r"# \S.*", first)
    assert blank == ""
    assert _LEAST_LETTERS < len("\n".join(rest)) < _MOST_LETTERS
    assert not any(line.startswith("# ") for line in rest)
    assert "![" not in text


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_link_leads_to_a_page(language: str, name: str) -> None:
    targets = [target for _, target in _LINK.findall(read(language, name))]
    assert [one for one in targets if one.removesuffix(".md") not in NAMES or not one.endswith(".md")] == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_what_is_bold_is_what_the_interface_says(language: str, name: str) -> None:
    said = interface(language)
    assert [words for words in _BOLD.findall(read(language, name)) if not said.says(words)] == []


def test_a_label_that_the_interface_does_not_have_is_found() -> None:
    said = interface("vi")
    assert said.says("Mở tệp…")
    assert not said.says("Mở tệp...")
    assert said.says("Không thay đổi so với kỳ 6 tháng 2023: 5 chỉ tiêu")
    assert not said.says("Không thay đổi gì cả")


@pytest.mark.parametrize("name", NAMES)
def test_the_vietnamese_pages_hold_no_english(name: str) -> None:
    text = _CODE.sub("", _LINK.sub(r"\1", read("vi", name)))
    assert _ENGLISH.findall(text) == []
    assert any(ord(letter) > 0x1E00 for letter in text)


# --- the right page


def test_every_page_of_the_desks_has_a_page_of_the_guide(desk: Path, office: Path, open_window: Open) -> None:
    assert set(PAGE_FOR.values()) <= set(NAMES)
    for shown in (desk_of(open_window(desk), AgencyDesk), desk_of(open_window(office), OfficeDesk)):
        assert [key for key in shown._pages if page_for(key) == INDEX] == []


def test_the_keys_of_the_desks_stand_on_the_page_of_keys(desk: Path, office: Path, open_window: Open) -> None:
    keys = set(_CODE.findall(read("en", "keyboard")))
    for shown in (desk_of(open_window(desk), AgencyDesk), desk_of(open_window(office), OfficeDesk)):
        shortcuts = shown.findChildren(QShortcut)
        assert len(shortcuts) > 1
        assert {one.key().toString() for one in shortcuts} - keys == set()


def test_both_languages_name_the_same_keys() -> None:
    same = {"Phím cách": "Space", "Alt+↓": "Alt+Down", "Alt+←": "Alt+Left", "↓": "Down", "↑": "Up"}
    same |= {"Ctrl+Phím cách": "Ctrl+Space"}
    same |= {"Shift+↓": "Shift+Down", "Shift+↑": "Shift+Up"}
    keys = _CODE.findall(read("vi", "keyboard"))
    assert [same.get(key, key) for key in keys] == _CODE.findall(read("en", "keyboard"))


@pytest.mark.parametrize(
    ("key", "page"), [("area:5", "the-form"), ("check", "findings"), ("revoke", "keys-ha"), ("nothing", INDEX)]
)
def test_a_place_in_the_program_has_its_page(key: str, page: str) -> None:
    assert page_for(key) == page


# --- the window


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_read_without_scrolling_much_or_sideways(language: str, guide: MakeGuide) -> None:
    window = guide(language=language)
    for name in NAMES:
        window.open_at(name)
        assert window.shown == name
        assert text_of(window).splitlines()[0] == read(language, name).splitlines()[0].removeprefix("# ")
        assert window.page.horizontalScrollBar().maximum() == 0, name
        assert name in LONG or window.page.document().size().height() <= _MOST_HEIGHT, name
    assert nameless(window) == []


def test_the_lines_of_a_piece_of_code_stand_close_on_one_tint(guide: MakeGuide) -> None:
    document = guide("integrators", "en").page.document()
    first = document.find("openssl req").block()
    last = first.next().next().next()
    assert last.text() == "  -keyout key.pem -out cert.pem"
    lines = [first, first.next(), first.next().next(), last]
    assert [line.blockFormat().bottomMargin() for line in lines] == [0, 0, 0, theme.SPACE_12]
    assert {line.blockFormat().background().color().name() for line in lines} == {theme.LIGHT.accent_tint.lower()}
    assert not last.next().blockFormat().hasProperty(QTextFormat.Property.BackgroundBrush)


def test_it_fits_a_small_screen(guide: MakeGuide, qtbot: QtBot) -> None:
    window = guide("keys")
    assert (window.width(), window.height()) == (986, 620)
    window.resize(760, 480)
    assert (window.width(), window.height()) == (760, 480)
    assert window.page.horizontalScrollBar().maximum() == 0
    window.resize(1093, 614)
    assert window.page.horizontalScrollBar().maximum() == 0


def test_what_is_no_page_opens_the_list_of_all(guide: MakeGuide) -> None:
    assert guide("no-such-page").shown == INDEX


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_has_room_in_the_list(guide: MakeGuide, language: str) -> None:
    window = guide(language=language)
    room = window.list.viewport().width() - 2 * _BESIDE_A_TITLE
    items = [window.list.item(place) for place in range(window.list.count())]
    wide = {one.text(): QFontMetrics(one.font()).horizontalAdvance(one.text()) for one in items}
    assert {text for text, width in wide.items() if width > room} == set()


def test_the_arrows_go_through_the_list_and_pass_over_headings(guide: MakeGuide, hands: Hands) -> None:
    window = guide()
    hands.focus(window.list)
    seen = [window.shown]
    for _ in NAMES[1:]:
        hands.press(Qt.Key.Key_Down)
        seen.append(window.shown)
    assert seen == window.names()
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() is window.page


def test_a_link_is_followed_with_tab_and_enter_and_back_returns(guide: MakeGuide, hands: Hands) -> None:
    window = guide("corrections")
    assert hands.focused() is window.page
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    assert window.shown == "replies"
    assert window.list.currentItem().text() == text_of(window).splitlines()[0]
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.shown == "corrections"
    assert window.list.currentItem().text() == "Bản đính chính"
    hands.click(button_named(window, "‹ Quay lại"))
    assert window.shown == INDEX
    assert not window.back.isEnabled()


def test_search_finds_without_diacritics_and_marks_the_words(guide: MakeGuide, hands: Hands) -> None:
    window = guide("finish")
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hands.focused() is window.search
    hands.type("mat khau")
    found = window.found()
    assert found == [name for name in window.names() if "mat khau" in fold(read("vi", name))]
    assert 1 < len(found) < len(NAMES)
    marked = window.page.extraSelections()
    assert {one.cursor.selectedText() for one in marked} == {"mật khẩu"}
    hands.press(Qt.Key.Key_Return)
    assert window.shown == found[0]
    assert hands.focused() is window.list
    hands.press(Qt.Key.Key_Down)
    assert window.shown == found[1]
    assert {fold(one.cursor.selectedText()) for one in window.page.extraSelections()} == {"mat khau"}


def test_headings_without_a_found_page_are_hidden(guide: MakeGuide, hands: Hands) -> None:
    window = guide()
    hands.focus(window.search)
    hands.type("ba ngay khac nhau")
    headings = [item.text() for item in window._items() if not item.data(Qt.ItemDataRole.UserRole)]
    assert len(headings) == 4
    shown = [one.text() for one in window._items() if not one.isHidden() and one.text() in headings]
    assert shown == ["Sở Nội vụ"]


def test_a_marked_word_far_down_is_brought_into_view(guide: MakeGuide, hands: Hands) -> None:
    window = guide("keyboard")
    assert scroll_of(window) == 0
    hands.focus(window.search)
    hands.type_vietnamese("gửi trả")
    assert scroll_of(window) > 0


def test_nothing_found_is_said_and_taken_back(guide: MakeGuide, hands: Hands) -> None:
    window = guide()
    hands.focus(window.search)
    hands.type("qqq")
    assert window.found() == []
    assert window._nothing.isVisible()
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Down)
    assert window.shown == INDEX
    hands.replace("token")
    assert not window._nothing.isVisible()
    window.open_at("start")
    assert window.search.text() == ""
    assert window.found() == window.names()


def test_down_goes_from_the_search_to_the_list(guide: MakeGuide, hands: Hands) -> None:
    window = guide()
    hands.focus(window.search)
    hands.type("telex")
    hands.press(Qt.Key.Key_Down)
    assert hands.focused() is window.list
    assert window.shown == "the-form"


@pytest.mark.parametrize("place", ["search", "list", "page", "back"])
def test_escape_closes_from_everywhere(place: str, guide: MakeGuide, hands: Hands) -> None:
    window = guide("start")
    hands.focus(getattr(window, place))
    hands.press(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_it_opens_again_at_another_page(guide: MakeGuide, qtbot: QtBot) -> None:
    window = guide("start")
    window.close()
    with qtbot.waitActive(window):
        window.open_at("finish")
    assert window.isVisible()
    assert window.shown == "finish"


def test_it_is_used_beside_an_open_dialog(guide: MakeGuide, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    owner = QLineEdit()
    dialog = QDialog(owner)
    qtbot.addWidget(owner)
    owner.show()
    dialog.open()
    assert dialog.isModal()
    window = guide("finish")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.search.hasFocus)
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert window.shown == INDEX
    assert dialog.isVisible()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


@pytest.mark.parametrize("dark", [False, True])
def test_links_and_text_wear_the_programs_colours(dark: bool, guide: MakeGuide) -> None:
    window = guide("start", dark=dark)
    _assert_dressed(window, theme.colours(dark))


def test_it_follows_the_program_into_the_dark(guide: MakeGuide, qapp: QApplication, qtbot: QtBot) -> None:
    window = guide("start")
    theme.apply(qapp, dark=True)
    qtbot.waitUntil(lambda: _colour_at(window, "Nhập số liệu") == theme.DARK.accent.lower())
    _assert_dressed(window, theme.DARK)
    assert window.shown == "start"


def _assert_dressed(window: GuideWindow, scheme: theme.Colours) -> None:
    assert window.page.palette().text().color().name() == scheme.text.lower()
    assert _colour_at(window, "Nhập số liệu") == scheme.accent.lower()


def _colour_at(window: GuideWindow, words: str) -> str:
    """Return the colour of the last place that says ``words``."""
    cursor = window.page.document().find(words, window.page.document().characterCount() - 1, _BACKWARD)
    assert not cursor.isNull()
    return QColor(cursor.charFormat().foreground().color()).name()


def test_text_is_found_whatever_its_diacritics() -> None:
    text = "Đợt báo cáo, đợt\nbáo CÁO"
    assert [text[start:end] for start, end in find_folded(text, "dot bao cao")] == ["Đợt báo cáo", "đợt\nbáo CÁO"]
    assert list(find_folded(text, "")) == []
    assert list(find_folded("", "a")) == []


def test_nothing_is_taken_from_the_clipboard_or_written(guide: MakeGuide, hands: Hands) -> None:
    window = guide("start")
    QGuiApplication.clipboard().setText("chữ lạ")
    before = text_of(window)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.type("abc")
    assert text_of(window) == before
