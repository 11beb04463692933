"""One answer: a line to type in, the answers that are no figure in a list beside it.

It knows nothing of indicators. Nothing is completed or rewritten while someone types: what was
typed is handed over when the field is left or Enter is pressed.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QWidget

from reformdesk.core.text import nfc
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, restyle
from reformdesk.ui.widgets.typing_line import TypingLine

_ARROW_WIDTH = 26


class Move(StrEnum):
    """Where a key sends the cursor."""

    DOWN = "down"
    UP = "up"
    EXTEND_DOWN = "extend-down"
    EXTEND_UP = "extend-up"

    @property
    def step(self) -> int:
        """How many rows further down."""
        return 1 if self in (Move.DOWN, Move.EXTEND_DOWN) else -1

    @property
    def extends(self) -> bool:
        """Whether the rows that are passed are marked."""
        return self in (Move.EXTEND_DOWN, Move.EXTEND_UP)


_UNDOES = (Qt.Key.Key_Z, Qt.Key.Key_Y)
_MOVES = {
    (Qt.Key.Key_Down, False): Move.DOWN,
    (Qt.Key.Key_Up, False): Move.UP,
    (Qt.Key.Key_Down, True): Move.EXTEND_DOWN,
    (Qt.Key.Key_Up, True): Move.EXTEND_UP,
}
"""Where an arrow goes, without and with Shift."""


class ValueField(QWidget):
    """A field for a value as text.

    ``drafted`` gives what is being typed, key by key, ``committed`` what was typed, ``taken_back``
    that nothing was; ``chosen`` the code of an answer from the list, ``pasted`` a clipboard's text
    that is more than one cell. Where the field is one of several that are marked
    (``marked``), copying and clearing are the page's: ``copied``, ``cleared``.
    """

    drafted = Signal(str)
    committed = Signal(str)
    chosen = Signal(str)
    moved = Signal(str)
    entered = Signal()
    pasted = Signal(str)
    copied = Signal()
    cleared = Signal()
    taken_back = Signal()

    def __init__(self, *, mark: bool = False, text: bool = False) -> None:
        super().__init__()
        layout = columns(self, space=theme.SPACE_8)
        self.edit = _Line(self)
        side = Qt.AlignmentFlag.AlignLeft if text else Qt.AlignmentFlag.AlignRight
        self.edit.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._base_alignment = self.edit.alignment()
        layout.addWidget(self.edit, 1)
        self.tick: QCheckBox | None = None
        if mark:
            self.tick = QCheckBox()
            self.tick.setToolTip(self.tr("Held (x)"))
            self.tick.clicked.connect(self._ticked)
            layout.addWidget(self.tick)
        self.edit.textEdited.connect(self.drafted)
        self.setFocusProxy(self.edit)
        self.marked = False
        self._shown = ""
        self._handed_over = ""

    def offer(self, answers: list[tuple[str, str]]) -> None:
        """Set the list behind the arrow: (code, words); an empty code is a separator."""
        self.edit.offer(answers)

    def show_value(self, text: str, *, words: bool = False) -> None:
        """Show a stored value; ``words`` for an answer that is no figure."""
        self._shown = self._handed_over = text
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
            if self.edit.hasFocus():
                self.edit.selectAll()
        self.edit.setModified(False)
        self.edit.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if words else self._base_alignment
        )
        if self.tick is not None:
            self.tick.setChecked(text == "x")

    def show_refused(self, text: str) -> None:
        """Show what was typed and handed over and could not be stored; Esc takes it back."""
        self.edit.setText(text)
        self.edit.setModified(False)
        self._handed_over = text

    def hand_over_again(self) -> None:
        """What was handed over could not be written: the next Enter, or leaving the field, tries once more."""
        self._handed_over = self._shown
        self.edit.setModified(True)

    def show_state(self, state: str) -> None:
        """Frame the field: ``error``, ``warning`` or nothing."""
        restyle(self.edit, state=state)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed."""
        self.edit.setReadOnly(read_only)
        self.edit.arrow.setDisabled(read_only)
        if self.tick is not None:
            self.tick.setDisabled(read_only)

    def restore(self) -> None:
        """Take back what was typed, also what was handed over and could not be stored."""
        refused = self._handed_over != self._shown
        self.edit.setText(self._shown)
        self.edit.setModified(False)
        self.edit.selectAll()
        self.taken_back.emit()
        if refused:
            self._hand_over(self._shown)

    @property
    def is_busy(self) -> bool:
        """Whether someone is typing, or composing a letter: nothing may be shown in its place."""
        return self.edit.isModified() or self.edit.is_composing

    @property
    def is_changed(self) -> bool:
        """Whether the line says something else than what is stored."""
        return self.edit.text() != self._shown

    def commit(self) -> None:
        """Hand over what was typed, once."""
        if not self.edit.isModified():
            return
        if self.edit.text() != self._handed_over:
            self._hand_over(self.edit.text())
        elif self._handed_over == self._shown:
            self.edit.setModified(False)
            self.taken_back.emit()

    def _hand_over(self, text: str) -> None:
        self._handed_over = text
        self.edit.setModified(False)
        self.committed.emit(text)

    def name(self, name: str, description: str = "") -> None:
        """Tell a screen reader what the field is for."""
        for widget in (self.edit, self.tick):
            if widget is not None:
                widget.setAccessibleName(name)
                widget.setAccessibleDescription(description)
        self.edit.arrow.setAccessibleName(self.tr("Other answers: {name}").format(name=name))

    def _ticked(self, held: bool) -> None:
        # what was typed before the tick must not be handed over after it
        answer = "x" if held else "0"
        self.edit.setText(answer)
        self._hand_over(answer)


class _Line(TypingLine):
    """The line with its arrow and its keys."""

    def __init__(self, field: ValueField) -> None:
        super().__init__()
        self.setParent(field)
        self._field = field
        self._answers: list[tuple[str, str]] = []
        self._menu: QMenu | None = None
        self.arrow = QToolButton(self)
        self.arrow.setObjectName("fieldMenu")
        self.arrow.setText("▾")
        self.arrow.setCursor(Qt.CursorShape.ArrowCursor)
        self.arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.arrow.setToolTip(self.tr("Other answers (Alt+Down)"))
        self.arrow.clicked.connect(self.open_list)
        self.setTextMargins(0, 0, theme.px(_ARROW_WIDTH) - 8, 0)

    def offer(self, answers: list[tuple[str, str]]) -> None:
        """Say what the list behind the arrow has; a form of many fields makes one when it is first opened."""
        self._answers = answers
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def _list(self) -> QMenu:
        made = QMenu(self)
        for code, words in self._answers:
            if code:
                action = QAction(words, made)
                action.triggered.connect(lambda _=False, code=code: self._field.chosen.emit(code))
                made.addAction(action)
            else:
                made.addSeparator()
        return made

    def open_list(self) -> None:
        """Open the list below the field."""
        if not self.isReadOnly():
            self._menu = self._menu or self._list()
            self._menu.setMinimumWidth(self.width())
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arrow at the right edge."""
        super().resizeEvent(event)
        side = self.height() - 8
        self.arrow.setGeometry(self.width() - side - 4, 4, side, side)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, as a spreadsheet does; tell the row."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.selectAll()
        self._field.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._field.commit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page where nothing was typed, so that it reaches through autosave."""
        # the key first: a number, where whatever happens to the line is asked
        if isinstance(event, QKeyEvent) and event.key() in _UNDOES and event.type() is QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and not self.isModified():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrows move as in a spreadsheet; F2 edits, Esc restores."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave(Move.UP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else Move.DOWN)
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.paste_cells(QGuiApplication.clipboard().text())
        elif self._field.marked and event.matches(QKeySequence.StandardKey.Copy):
            self._field.copied.emit()
        elif self._field.marked and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._field.cleared.emit()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_list()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._leave(_MOVES[Qt.Key(key), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)])
        elif key == Qt.Key.Key_F2:
            self.deselect()
            self.end(False)
        elif key == Qt.Key.Key_Escape and self._field.is_changed:
            self._field.restore()
        elif key == Qt.Key.Key_Space and self._field.tick is not None and not self.isReadOnly():
            self._field.tick.click()
        else:
            super().keyPressEvent(event)

    def paste_cells(self, text: str) -> None:
        """Insert what is one cell; a block goes to the page, which shows where it would land."""
        from reformdesk.core.pasting import is_block

        if is_block(text):
            self._field.pasted.emit(text)
        else:
            self.insert(nfc(text).strip())

    def _leave(self, move: Move) -> None:
        self._field.commit()
        self._field.moved.emit(move.value)
