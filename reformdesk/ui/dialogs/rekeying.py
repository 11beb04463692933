"""A narrow window beside the browser: the figures in the ministry's order, each copied with one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QSettings, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QWhatsThisClickedEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget, QWidget

from reformdesk import rekeying_files
from reformdesk.core import rekeyed, rekeying
from reformdesk.core.rekeyed import WHOLE, Sheet
from reformdesk.core.rekeying import Line, State, Typing
from reformdesk.core.round_labels import RoundLabel
from reformdesk.ui import theme
from reformdesk.ui.dates import now
from reformdesk.ui.widgets.basics import Strip, button, columns, label, restyle, rows, scrolled, with_sign
from reformdesk.ui.widgets.elided import SpareLabel
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.rekeying_line import RekeyingLine, ToPaste
from reformdesk.ui.widgets.rekeying_list import RekeyingList
from reformdesk.ui.widgets.rekeying_settings import RekeyingSettings
from reformdesk.words import Words

GUIDE = "rekeying"
WIDTH, _LEAST_WIDTH, _LIST_HEIGHT, _ROOMY = 420, 380, 44, 640
_PLACE = "rekeying/geometry"


class RekeyingWindow(QWidget):
    """A window of its own: it stays beside the browser when the desk's is put away.

    ``wanted`` asks for another round or agency, ``carried`` says that a line was carried over (its key, with
    :class:`Carried` or None), ``helped`` asks for a page of the guide. ``settings`` has what is done with all lines.
    """

    wanted = Signal(str, str)
    carried = Signal(str, object)
    helped = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.sheet: Sheet | None = None
        self._lines: tuple[Line, ...] = ()
        self._shown: tuple[Line, ...] = ()
        self._asked = self._copied = ""
        self._problem: Strip | None = None
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Type into the ministry's software"))
        theme.hold(self, least_width=_LEAST_WIDTH)
        self.rounds, self.agencies = QComboBox(), QComboBox()
        self.line = RekeyingLine(words)
        self.pasted = ToPaste()
        self.sought = QLineEdit()
        self.only_open = QCheckBox(self.tr("To do alone"))
        self.list = RekeyingList(words)
        self.progress = label(role="small", wrap=True)
        self.settings = RekeyingSettings()
        self.stack = QStackedWidget()
        self.settings_button = button(self.tr("Settings, order, file"), self._turn)
        self._layout = rows(self, margin=theme.SPACE_12, space=theme.SPACE_8)
        self._lay_out()
        self._restore()
        self._connect()

    def _lay_out(self) -> None:
        for box, name in ((self.rounds, self.tr("Round")), (self.agencies, self.tr("Whose figures"))):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(1)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = columns()
        line.addWidget(self.rounds, 2)
        line.addWidget(self.agencies, 3)
        self._layout.addLayout(line)
        work = QWidget()
        inside = rows(work, space=theme.SPACE_8)
        inside.addWidget(self.pasted)
        inside.addWidget(self.line)
        hint = self.tr("Go to: number or word")
        self.sought.setPlaceholderText(hint)
        self.sought.setAccessibleName(hint)
        inside.addWidget(FoldingLine(self.sought, self.only_open))
        theme.hold(self.list, least_height=_LIST_HEIGHT)
        inside.addWidget(self.list, 1)
        hints = SpareLabel(self.tr("Space: copy · Backspace: back · Delete: untick · digits: go to"))
        hints.setProperty("role", "small")
        inside.addWidget(hints)
        self.stack.addWidget(work)
        self.stack.addWidget(scrolled(self.settings))
        self._layout.addWidget(self.stack, 1)
        self.settings_button.setCheckable(True)
        self.settings_button.setProperty("chip", True)
        self._layout.addWidget(FoldingLine(self.progress, self.settings_button))

    def _restore(self) -> None:
        """Take the place of the last time, and before that the right of the screen."""
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self.settings.in_front.isChecked())
        room = self.screen().availableGeometry()
        width = min(theme.px(WIDTH), room.width())
        self.setGeometry(QRect(room.right() - width, room.top() + theme.CONTROL, width, room.height() - theme.CONTROL))
        place = QSettings().value(_PLACE)
        if isinstance(place, QRect) and room.intersects(place):
            self.setGeometry(place)

    def _connect(self) -> None:
        self.rounds.activated.connect(lambda _: self._choose())
        self.agencies.activated.connect(lambda _: self._choose())
        self.line.taken.connect(self.take)
        self.list.taken.connect(self.take)
        self.list.back.connect(self._go_back)
        self.list.undone.connect(self._undo)
        self.list.copied.connect(self._copy_alone)
        self.list.sought.connect(self._seek)
        self.list.entered_row.connect(lambda _row: self._show_line())
        self.sought.textEdited.connect(lambda _: self._find(from_here=True))
        self.sought.returnPressed.connect(self._found)
        self.only_open.toggled.connect(lambda _: self._list_lines(self._key()))
        self.settings.retyped.connect(lambda: self._list_lines(self._key()))
        self.settings.front.connect(self._stay_in_front)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(lambda: self.helped.emit(GUIDE))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._leave)

    @property
    def typing(self) -> Typing:
        """How figures are written."""
        return self.settings.typing

    @property
    def current(self) -> Line | None:
        """The line at hand."""
        row = self.list.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def shown_sheet(self) -> Sheet | None:
        """Return what is shown with what was carried over until now."""
        return replace(self.sheet, lines=self._lines) if self.sheet is not None else None

    def offer(self, labels: Sequence[RoundLabel], chosen: str) -> None:
        """Offer the rounds, the newest first."""
        self.rounds.clear()
        for one in reversed(labels):
            self.rounds.addItem(one.short.text(self._words.language), one.id)
        self.rounds.setCurrentIndex(self.rounds.findData(chosen))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show lines as they stand, at the same line where they were shown before, else at the first to be done."""
        before = self.sheet
        same = before is not None and (before.round.id, before.agency) == (sheet.round.id, sheet.agency)
        self.sheet, self._lines = sheet, sheet.lines
        self._offer_agencies(sheet)
        if not same:
            self._forget_copied()
        self._list_lines(self._key() if same else "")

    def _offer_agencies(self, sheet: Sheet) -> None:
        self.agencies.clear()
        self.agencies.addItem(rekeying_files.say(self._words, "whole"), WHOLE)
        for agency in sheet.round.agencies:
            if sheet.round.owed(agency.id):
                self.agencies.addItem(agency.text(self._words.language), agency.id)
        self.agencies.setCurrentIndex(self.agencies.findData(sheet.agency))
        for box in (self.rounds, self.agencies):
            box.setToolTip(box.currentText())

    def _choose(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit(str(self.rounds.currentData()), str(self.agencies.currentData()))

    def _key(self) -> str:
        line = self.current
        return line.key if line is not None else ""

    def _list_lines(self, key: str, row: int = 0) -> None:
        """List what is wanted; at the line of a key, else from a row on at the first that is to be done."""
        shown = [line for line in self._lines if not self.only_open.isChecked() or line.state is not State.DONE]
        self._shown = tuple(shown)
        self.list.show_lines(self._shown, self.typing)
        places = [place for place, line in enumerate(shown) if line.key == key]
        places += [place for place, line in enumerate(shown) if place >= row and line.state is not State.DONE]
        self._go((places or [min(row, len(shown) - 1)])[0])
        self._count()

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.list.setCurrentIndex(self.list.lines.index(row, 2))
            self.list.scrollTo(self.list.currentIndex())
        self._show_line()

    def _show_line(self) -> None:
        line = self.current
        if line is None or line.key != self._asked:
            self._asked = ""
        self.line.show_line(line, len(self._lines), self.typing, asked=bool(self._asked))

    def _count(self) -> None:
        states = [line.state for line in self._lines]
        done, changed = states.count(State.DONE), states.count(State.CHANGED)
        said = self.tr("Carried over: {done} of {count}").format(done=done, count=len(states))
        if changed:
            said += " · " + with_sign("warning", self.tr("changed since: {count}").format(count=changed))
        elif done == len(states) and states:
            said = with_sign("good", self.tr("All {count} lines are carried over.").format(count=done))
        self.progress.setText(said)

    def take(self) -> None:
        """Copy the figure at hand, remember that it was carried over, and go on to the next line."""
        line = self.current
        if line is None:
            return
        if line.is_figure and line.needs_care and self.settings.stops.isChecked() and self._asked != line.key:
            self._asked = line.key
            self._show_line()
            return
        self._asked = ""
        self._copy(line)
        row = self.list.currentIndex().row()
        self._settle(line.key, rekeyed.carried_now(line, now()))
        gone = self.only_open.isChecked()
        following = self._shown[row + 1].key if row + 1 < len(self._shown) else ""
        self._list_lines(following, row if gone else row + 1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, key: str, changed: Line) -> None:
        self._lines = tuple(changed if line.key == key else line for line in self._lines)
        self.carried.emit(key, changed.carried)

    def _copy(self, line: Line) -> None:
        """Put a figure on the clipboard; what is none leaves nothing there that could be pasted in its place."""
        text = rekeying.typed(line.value, line.indicator, self.typing)
        name = f"{line.number} {rekeying_files.name_of(line, self._words)}"
        clipboard = QGuiApplication.clipboard()
        if text:
            clipboard.setText(text)
            said = self.tr("Paste now: {figure} · {name}").format(figure=text, name=name)
        else:
            if self._copied and clipboard.text() == self._copied:
                clipboard.clear()
            said = f"{rekeying_files.choice(line.value, self._words)} · {name}"
        self._copied = text
        self.pasted.say(with_sign("good", said) if text else said, "good" if text else "accent")

    def _copy_alone(self) -> None:
        if self.current is not None and self.current.is_figure:
            self._copy(self.current)

    def _forget_copied(self) -> None:
        self.pasted.say(self.tr("Space copies the figure below, ticks it and goes on."), "accent")

    def _go_back(self) -> None:
        self._go(max(0, self.list.currentIndex().row() - 1))

    def _undo(self) -> None:
        """Take the tick of the line at hand off."""
        line = self.current
        if line is not None and line.carried is not None:
            self._settle(line.key, line.undo())
            self._list_lines(line.key)

    def _seek(self, letter: str) -> None:
        self.sought.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sought.setText(letter)
        self._find(from_here=True)

    def _find(self, *, from_here: bool) -> bool:
        """Go to what is sought; the next one after the line at hand, or this one where it may be ``from_here``."""
        found = rekeying.searched(self._shown, self.sought.text(), self._words.language)
        at = self.list.currentIndex().row()
        restyle(self.sought, state="error" if self.sought.text().strip() and not found else "")
        if found:
            self._go(next((one for one in found if one > at or (from_here and one == at)), found[0]))
        return bool(found)

    def _found(self) -> None:
        """Stay at what was found, ready for the next key."""
        if self.sought.text().strip() and not self._find(from_here=True):
            return
        self.sought.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self.sought.hasFocus():
            self.sought.clear()
            restyle(self.sought, state="")
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.settings_button.isChecked():
            self.settings_button.click()
        else:
            self.close()

    def _turn(self) -> None:
        """Show the settings in place of the lines, or the lines again."""
        on = self.settings_button.isChecked()
        self.stack.setCurrentIndex(int(on))
        (self.settings.styles if on else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay_in_front(self, on: bool) -> None:
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on)
        # to change a window's kind hides it
        self.show()
        self.activateWindow()

    def say(self, text: str) -> None:
        """Say what was done."""
        self._clear_problem()
        self.pasted.say(text, "good")

    def show_problem(self, text: str) -> None:
        """Say what did not work."""
        self._clear_problem()
        self._problem = Strip("error", text)
        self._layout.insertWidget(0, self._problem)

    def _clear_problem(self) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def problem(self) -> str:
        """Return what did not work; empty where all did."""
        return self._problem.accessibleName() if self._problem is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to the list where there is little room."""
        super().resizeEvent(event)
        self.line.be_low(low=self.height() < theme.px(_ROOMY))

    def event(self, event: QEvent) -> bool:
        """Pass on which page of the guide a dialog over this window asks for."""
        if isinstance(event, QWhatsThisClickedEvent):
            self.helped.emit(event.href())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place for the next time."""
        QSettings().setValue(_PLACE, self.geometry())
        super().closeEvent(event)
