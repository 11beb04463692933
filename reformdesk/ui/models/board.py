"""The board: agencies by areas, and how each stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reformdesk.core import collation
from reformdesk.core.board import (
    MISSING,
    NOT_OWED,
    OVERDUE,
    PARTIAL,
    RECEIVED,
    RETURNED,
    WAITING,
    AgencyLine,
    BoardData,
)
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.core.text import fold, whole_numbers
from reformdesk.ui import theme
from reformdesk.ui.channels import CORRECTED
from reformdesk.ui.dates import day, long_moment, moment
from reformdesk.ui.widgets.basics import ENTERED_SIGN, SIGNS
from reformdesk.words import Words

STATE = Qt.ItemDataRole.UserRole
_ENTERED = {RECEIVED: "received-entered", PARTIAL: "partial-entered"}
"""How the states of what counts are called where Home Affairs entered it."""
SIGN = {
    RECEIVED: SIGNS["good"],
    PARTIAL: SIGNS["partial"],
    WAITING: SIGNS["waiting"],
    RETURNED: SIGNS["returned"],
    MISSING: SIGNS["missing"],
    OVERDUE: SIGNS["warning"],
    _ENTERED[RECEIVED]: f"{SIGNS['good']}{ENTERED_SIGN}",
    _ENTERED[PARTIAL]: f"{SIGNS['partial']}{ENTERED_SIGN}",
}
TONES = {
    RECEIVED: "good",
    PARTIAL: "accent",
    WAITING: "warning",
    RETURNED: "error",
    MISSING: "quiet",
    OVERDUE: "error",
    _ENTERED[RECEIVED]: "good",
    _ENTERED[PARTIAL]: "accent",
}
NAME, NUMBER, RECEIVED_AT, CONTACT = "name", "number", "received", "contact"
"""What a column holds; an area's column holds the area's id."""
URGENCY = "urgency"
"""No column: how an agency stands as a whole."""

_ANSWERED = frozenset(
    {
        STATE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
    }
)
"""What a view asks for a dozen more of, for each cell it paints."""

_URGENT_FIRST = (OVERDUE, MISSING, RETURNED, WAITING, PARTIAL, RECEIVED, NOT_OWED)

Index = QModelIndex | QPersistentModelIndex


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
        self.sorted_by = ""
        self.backwards = False

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
        lines = [
            line
            for line in self._data.lines
            if self._text in fold(f"{line.agency.name} {line.agency.name_en}")
            and (not self._state or line.is_in(self._state))
        ]
        if self.sorted_by:
            # of equal ones the office's order stands, in either direction
            lines.sort(key=self._sort_key, reverse=self.backwards)
        return lines

    def sort_by(self, what: str, *, backwards: bool = False) -> None:
        """Order the lines by a column's content; the office's own order where ``what`` is empty."""
        self.layoutAboutToBeChanged.emit()
        before = {index: self._lines[index.row()].agency.id for index in self.persistentIndexList()}
        self.sorted_by, self.backwards = what, backwards
        self._lines = self._filtered()
        rows = {line.agency.id: row for row, line in enumerate(self._lines)}
        for index, agency in before.items():
            self.changePersistentIndex(index, self.index(rows[agency], index.column()))
        self.layoutChanged.emit()

    def _sort_key(self, line: AgencyLine) -> Any:
        what = self.sorted_by
        if what == NAME:
            return collation.key(line.agency.text(self._words.language))
        if what == CONTACT:
            return collation.key(line.agency.contact)
        if what == NUMBER:
            return line.newest.revision if line.newest else 0
        if what == URGENCY:
            return _URGENT_FIRST.index(_shown_state(line, line.state))
        if what == RECEIVED_AT:
            return line.newest.received_at if line.newest else ""
        return _URGENT_FIRST.index(_shown_state(line, line.areas.get(what, NOT_OWED)))

    def content_of(self, column: int) -> str:
        """Return what a column holds, to sort by."""
        if column == 0:
            return NAME
        if column in self.area_columns:
            return self._areas[column - 1]
        return (NUMBER, RECEIVED_AT, CONTACT)[column - 1 - len(self._areas)]

    def column_of(self, what: str) -> int:
        """Return the column that holds something, -1 where none does."""
        return next((column for column in range(self.columnCount()) if self.content_of(column) == what), -1)

    def row_of(self, agency: str) -> int:
        """Return the row of an agency, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.agency.id == agency), -1)

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
        if role not in _ANSWERED or not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if column in self.area_columns:
            return self._area_data(_shown_state(line, line.areas.get(self._areas[column - 1], NOT_OWED)), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(line, column - 1 - len(self._areas))
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return f"{self._text_of(line, -1)}\n{line.agency.contact}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return f"{self._text_of(line, -1)}: {self._words_on(line)}"
        if (
            role == Qt.ItemDataRole.ToolTipRole
            and column == 1 + len(self._areas)
            and (line.provisional or line.reviewed)
        ):
            return self._words_on(line)
        if column == 2 + len(self._areas):
            return self._arrival_data(line, role)
        return None

    def _arrival_data(self, line: AgencyLine, role: int) -> Any:
        """Return how a late arrival looks, beside its sign, and what is to be known of arrival and deadline."""
        if role == Qt.ItemDataRole.ForegroundRole and line.late:
            scheme = theme.current()
            return QColor(scheme.warning)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([*self._on_time(line), *self._on_arrival(line)]) or None
        return None

    def _on_time(self, line: AgencyLine) -> list[str]:
        """Say what an agency's deadline has to do with it."""
        parts = [self.tr("sent after the deadline")] if line.late else []
        if line.extended:
            parts.append(self.tr("deadline extended to {day}").format(day=day(line.due)))
        elif line.extension is not None and line.extension.contested:
            parts.append(self.tr("two desks extended the deadline differently"))
        return parts

    def _on_arrival(self, line: AgencyLine) -> list[str]:
        """Say that a time of arrival is not what the program noted."""
        newest = line.newest
        if newest is None or newest.corrected is None:
            return []
        if newest.corrected.contested:
            return [self.tr("two desks corrected its arrival differently; the earliest counts")]
        text = self.tr("arrival corrected: {reason}; noted {moment}")
        return [text.format(reason=newest.corrected.reason, moment=long_moment(newest.came_at))]

    def _words_on(self, line: AgencyLine) -> str:
        """Return how an agency stands, in words."""
        parts = [self._state_words(_shown_state(line, line.state))]
        parts += self._on_time(line)
        parts += [self.tr("matching code not compared yet")] if line.provisional else []
        parts += [self.tr("entered on behalf by Home Affairs")] if line.entered else []
        parts += [self.tr("reviewed")] if line.reviewed else []
        return "; ".join(parts)

    def _text_of(self, line: AgencyLine, last: int) -> str:
        if last < 0:
            return line.agency.text(self._words.language)
        newest = line.newest
        if last == 2:
            return whole_numbers(line.agency.contact)
        if newest is None:
            without = self.tr("overdue") if line.overdue else self._state_words(MISSING)
            if line.extended and not line.overdue:
                without = self.tr("until {day}").format(day=f"{line.due:%d/%m}")
            return "" if last == 0 else without
        sign = ENTERED_SIGN if newest.entered else PROVISIONAL if line.provisional else ""
        if last == 0:
            return " ".join(filter(None, [str(newest.revision), sign, SIGNS["good"] if line.reviewed else ""]))
        signs = [SIGNS["warning"]] if line.late else []
        signs += [CORRECTED] if newest.corrected is not None else []
        return " ".join([moment(newest.received_at), *signs])

    def _area_data(self, state: str, role: int) -> Any:
        if role == STATE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGN.get(state, "")
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
            OVERDUE: self.tr("not sent, overdue"),
            NOT_OWED: self.tr("not assigned"),
            _ENTERED[RECEIVED]: self.tr("received: entered on behalf by Home Affairs"),
            _ENTERED[PARTIAL]: self.tr("received in part: entered on behalf by Home Affairs, something is blank"),
        }[state]


def _shown_state(line: AgencyLine, state: str) -> str:
    """Return a state as it is shown: what is missing after the deadline is overdue, what was entered says so."""
    if line.entered:
        return _ENTERED.get(state, state)
    return OVERDUE if state == MISSING and line.overdue else state


class StateDelegate(QStyledItemDelegate):
    """Paints a state as its sign on its tint, asking the model for nothing else: a screen has hundreds."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        state = index.data(STATE)
        if state is None:
            super().paint(painter, option, index)
            return
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(ground, option, painter, option.widget)
        if state == NOT_OWED:
            return
        scheme = theme.current()
        tone = TONES[state]
        # an outline of one pixel lies on pixels, not between them
        box = QRectF(option.rect).adjusted(theme.SPACE_8 + 0.5, 3.5, -theme.SPACE_8 - 0.5, -4.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(getattr(scheme, tone)) if theme.has_outlines(scheme) else Qt.PenStyle.NoPen)
        if state != MISSING:
            painter.setBrush(QColor(getattr(scheme, f"{tone}_tint")))
            if tone == "accent" and option.state & QStyle.StateFlag.State_Selected:
                # the chosen row has the same tint
                painter.setPen(QColor(scheme.accent))
            painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setPen(QColor(getattr(scheme, tone)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGN[state])
        painter.restore()
