"""The board: agencies by areas, and how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reformdesk.core import merged, roundbook
from reformdesk.core.merged import Received
from reformdesk.core.organisation import Agency
from reformdesk.core.report import PROVISIONAL
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import fold, whole_numbers
from reformdesk.core.values import Status, is_answer
from reformdesk.ui import theme
from reformdesk.ui.dates import moment
from reformdesk.ui.widgets.basics import SIGNS
from reformdesk.words import Words

RECEIVED, PARTIAL, WAITING, RETURNED, MISSING, NOT_OWED = (
    "good",
    "partial",
    "waiting",
    "returned",
    "missing",
    "not-owed",
)
NOT_COMPARED = "not-compared"
"""No state of its own: what counts although nobody has compared its key yet."""

STATE = Qt.ItemDataRole.UserRole
TONES = {RECEIVED: "good", PARTIAL: "accent", WAITING: "warning", RETURNED: "error", MISSING: "quiet"}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class AgencyLine:
    """An agency's line: its state as a whole, by area, and its newest submission.

    ``provisional``: what counts of it rests on a key that nobody has compared yet.
    """

    agency: Agency
    state: str
    areas: Mapping[str, str]
    newest: Received | None
    provisional: bool = False

    def is_in(self, state: str) -> bool:
        """Whether it is in a state; what was received in part is received."""
        if state == NOT_COMPARED:
            return self.provisional
        return self.state in ((RECEIVED, PARTIAL) if state == RECEIVED else (state,))


@dataclass(frozen=True, eq=False)
class BoardData:
    """A round at Home Affairs as it stands; ``lines`` in the office's order."""

    round: Round
    lines: tuple[AgencyLine, ...]
    received: tuple[Received, ...]
    rounds: tuple[tuple[str, Any], ...]

    def count(self, state: str) -> int:
        """Return how many agencies are in a state; what was received in part is received."""
        return sum(line.is_in(state) for line in self.lines)

    @property
    def waiting(self) -> tuple[Received, ...]:
        """The submissions that an officer must decide on."""
        return tuple(one for one in self.received if one.needs_decision)


def read_board(workspace: Workspace, round_id: str) -> BoardData:
    """Read a round's board; ``round_id`` may be empty for the newest."""
    round_ = roundbook.load(workspace, round_id) if round_id else roundbook.latest(workspace)
    received = merged.received(workspace, round_.id)
    counting = merged.submitted(workspace, round_.id)
    by_agency: dict[str, list[Received]] = {}
    for one in received:
        by_agency.setdefault(one.agency, []).append(one)
    lines = []
    for agency in round_.agencies:
        if not round_.owed(agency.id):
            continue
        counted = counting.get(agency.id)
        lines.append(_line(round_, agency, by_agency.get(agency.id, []), counted.answers if counted else None))
    rounds = tuple((name, roundbook.load(workspace, name).title) for name in roundbook.round_ids(workspace))
    return BoardData(round_, tuple(lines), tuple(received), rounds)


def _line(round_: Round, agency: Agency, received: list[Received], answers: Mapping[str, Any] | None) -> AgencyLine:
    newest = received[-1] if received else None
    areas = {}
    for area in round_.areas_of(agency.id):
        owed = [name for name in round_.owed(agency.id) if round_.catalogue.area_of[name] == area]
        if answers is None:
            areas[area] = _without_answers(received)
        else:
            full = all(is_answer(answers.get(name, Status.BLANK)) for name in owed)
            areas[area] = RECEIVED if full else PARTIAL
    if any(one.needs_decision for one in received):
        state = WAITING
    elif answers is None:
        state = _without_answers(received)
    else:
        state = RECEIVED if all(one == RECEIVED for one in areas.values()) else PARTIAL
    return AgencyLine(agency, state, areas, newest, any(one.counts and one.provisional for one in received))


def _without_answers(received: list[Received]) -> str:
    if any(one.returned for one in received):
        return RETURNED
    return WAITING if any(one.needs_decision for one in received) else MISSING


class BoardModel(QAbstractTableModel):
    """The board as a table: name, one column an area, number, received at, contact."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._data: BoardData | None = None
        self._lines: list[AgencyLine] = []
        self._areas: list[str] = []
        self._text = ""
        self._state = ""
        self._named = True

    def show_areas(self, *, named: bool) -> None:
        """Head an area's column with its number and name, or its number alone."""
        if named is not self._named:
            self._named = named
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def show_board(self, data: BoardData) -> None:
        """Show a board."""
        self.beginResetModel()
        self._data = data
        self._areas = list(data.round.period.areas)
        self._lines = self._filtered()
        self.endResetModel()

    def narrow(self, text: str, state: str) -> None:
        """Show only agencies whose name holds ``text`` and that are in ``state``; empty for all."""
        self.beginResetModel()
        self._text, self._state = fold(text), state
        self._lines = self._filtered()
        self.endResetModel()

    def _filtered(self) -> list[AgencyLine]:
        if self._data is None:
            return []
        return [
            line
            for line in self._data.lines
            if self._text in fold(f"{line.agency.name} {line.agency.name_en}")
            and (not self._state or line.is_in(self._state))
        ]

    def line(self, row: int) -> AgencyLine:
        """Return the line in a row."""
        return self._lines[row]

    @property
    def area_columns(self) -> range:
        """The columns that hold areas."""
        return range(1, 1 + len(self._areas))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of agencies."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._areas) + 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.area_columns:
            return Qt.AlignmentFlag.AlignCenter
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role not in roles or orientation is not Qt.Orientation.Horizontal or self._data is None:
            return None
        if section in self.area_columns:
            area = self._data.round.catalogue.area(self._areas[section - 1])
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"{area.id}  {area.short.text(self._words.language)}"
            return f"{area.id} {area.tiny.text(self._words.language)}" if self._named else area.id
        last = section - 1 - len(self._areas)
        return (self.tr("No."), self.tr("Received"), self.tr("Contact"), self.tr("Agency"))[last if section else -1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if column in self.area_columns:
            return self._area_data(line.areas.get(self._areas[column - 1], NOT_OWED), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(line, column - 1 - len(self._areas))
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return f"{self._text_of(line, -1)}\n{line.agency.contact}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return f"{self._text_of(line, -1)}: {self._words_on(line)}"
        if role == Qt.ItemDataRole.ToolTipRole and column == 1 + len(self._areas) and line.provisional:
            return self._words_on(line)
        return None

    def _words_on(self, line: AgencyLine) -> str:
        """Return how an agency stands, in words."""
        words = self._state_words(line.state)
        not_compared = self.tr("matching code not compared yet")
        return f"{words}; {not_compared}" if line.provisional else words

    def _text_of(self, line: AgencyLine, last: int) -> str:
        if last < 0:
            return line.agency.text(self._words.language)
        newest = line.newest
        if last == 2:
            return whole_numbers(line.agency.contact)
        if newest is None:
            return "" if last == 0 else self._state_words(MISSING)
        number = f"{newest.revision} {PROVISIONAL}" if line.provisional else str(newest.revision)
        return number if last == 0 else moment(newest.received_at)

    def _area_data(self, state: str, role: int) -> Any:
        if role == STATE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS.get(state, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._state_words(state)
        return None

    def _state_words(self, state: str) -> str:
        return {
            RECEIVED: self.tr("received"),
            PARTIAL: self.tr("received in part: something is blank"),
            WAITING: self.tr("waiting for a decision"),
            RETURNED: self.tr("returned"),
            MISSING: self.tr("not sent"),
            NOT_OWED: self.tr("not assigned"),
        }[state]


class StateDelegate(QStyledItemDelegate):
    """Paints a state as its sign on its tint."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave a state's text to :meth:`paint`; the view paints all cells with one option."""
        super().initStyleOption(option, index)
        if index.data(STATE) is not None:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        state = index.data(STATE)
        if state in (None, NOT_OWED):
            return
        scheme = theme.current()
        tone = TONES[state]
        box = option.rect.adjusted(theme.SPACE_8, 3, -theme.SPACE_8, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state != MISSING:
            painter.setBrush(QColor(getattr(scheme, f"{tone}_tint")))
            painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setPen(QColor(getattr(scheme, tone)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[state])
        painter.restore()
