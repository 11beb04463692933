"""Pictures of every widget in every state: ``python -m tests.ui.gallery FOLDER``.

Saves ``light-vi.png``, ``dark-vi.png``, ``light-en.png`` and ``dark-en.png`` at the size of an office's screen,
for people to look at; it asserts nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import SIGNS, Counter, EmptyState, Strip, button, columns, label, pill, rows
from reformdesk.ui.widgets.frame import Frame
from reformdesk.ui.widgets.search_field import SearchField
from reformdesk.ui.widgets.sparkline import Sparkline
from reformdesk.ui.widgets.value_field import ValueField
from reformdesk.words import LANGUAGES, Words

SCREEN = (1366, 768)
TONES = ("accent", "good", "warning", "error")
_WIDE = 176


def _nothing() -> None:
    """Stands in for what a button does."""


def _line(*pieces: QWidget) -> QHBoxLayout:
    made = columns(space=theme.SPACE_12)
    for piece in pieces:
        made.addWidget(piece)
    made.addStretch(1)
    return made


def _field(text: str = "", state: str = "", *, mark: bool = False, words: bool = False, fixed: bool = False) -> QWidget:
    made = ValueField(mark=mark, text=words)
    made.setFixedWidth(_WIDE)
    made.edit.setPlaceholderText("chưa nhập")
    made.show_value(text, words=words)
    made.show_state(state)
    made.set_read_only(fixed)
    return made


def _series(*heights: float | None) -> Sparkline:
    made = Sparkline()
    made.show_series(heights)
    return made


def _lines(say: Words) -> list[QLayout | QWidget]:
    counters = [Counter(say.state(code), tone) for code, tone in (("accepted", "good"), ("waiting", "warning"))]
    for place, counter in enumerate(counters):
        counter.show_count(31 - 28 * place)
    return [
        _line(*counters, *(label(f"{sign} {name}", role="quiet") for name, sign in SIGNS.items())),
        _line(*(pill(say.answer("in-progress"), tone) for tone in TONES)),
        _line(_field("24"), _field("14", "warning"), _field("1", "error"), _field(), _field("1.234,5", fixed=True)),
        _line(_field(say.answer("not-done"), words=True), _field("x", mark=True), _field("0", mark=True)),
        _line(_series(95, 85, 76, 24), _series(2, None, 14, 14), _series(0, 0, 0, 0), _series(None, 0, 1)),
        *(Strip(tone, say.reason("key-unknown")) for tone in TONES),
    ]


def _frame(say: Words) -> Frame:
    made = Frame()
    made.say("Sở Tư pháp · 6 tháng đầu năm 2024", "Số liệu tính đến 31/5/2024 · Sở Nội vụ, tỉnh Minh Sơn")
    made.add_tool(pill("hạn 05/7/2024", "warning"), SearchField("Ctrl+F"), button("F8", _nothing))
    asleep = button("Ctrl+O", _nothing)
    asleep.setEnabled(False)
    made.add_tool(asleep, button("F5", _nothing, primary=True))
    made.add_item("plain", say.state("accepted"))
    for key, done in (("full", 7), ("part", 5), ("none", 0)):
        made.add_item(key, f"{done}  {say.answer('in-progress')}", progress=True).show_progress(done, 7)
    made.add_gap()
    made.add_item("badge", say.state("waiting")).show_badge(3)
    page = QWidget()
    page.setObjectName("ground")
    layout = rows(page, margin=theme.SPACE_20)
    for line in _lines(say):
        if isinstance(line, QWidget):
            layout.addWidget(line)
        else:
            layout.addLayout(line)
    layout.addWidget(EmptyState(say.state("missing"), say.reason("gap"), button("Ctrl+O", _nothing)), 1)
    made.add_page("part", page)
    made.show_page("part")
    made.report("✓ 14:32:07")
    made.count("12/18")
    made.hints.setText("F1 · F8")
    return made


def draw(folder: Path) -> list[Path]:
    """Draw all pictures into ``folder``."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for language in LANGUAGES:
        say = Words(language)
        application.installTranslator(say.translator)
        for dark in (False, True):
            theme.apply(application, dark=dark)
            frame = _frame(say)
            frame.resize(*SCREEN)
            frame.show()
            application.processEvents()
            drawn.append(folder / f"{'dark' if dark else 'light'}-{language}.png")
            frame.grab().save(str(drawn[-1]))
            frame.close()
            frame.deleteLater()
        application.removeTranslator(say.translator)
    return drawn


if __name__ == "__main__":
    print(*draw(Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")), sep="\n")
