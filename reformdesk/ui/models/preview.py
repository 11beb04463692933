"""What a clipboard or a file would change, row by row, with a tick each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from reformdesk.core.answers import Answer, Given
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.proposals import Fate, Proposal, accepted
from reformdesk.core.values import Ambiguous, Status, Unreadable, Value, write_number
from reformdesk.ui import theme
from reformdesk.ui.models.form import field_text
from reformdesk.ui.models.ticking import CAME, HERE, NAME, NOTE, NUMBER, Index, TickingModel, strong
from reformdesk.ui.widgets.basics import with_sign
from reformdesk.words import Words

NOW, NEW = HERE, CAME
_TONES = {Fate.CHANGES: "warning", Fate.ASKS: "warning", Fate.UNREADABLE: "error", Fate.NOT_OWED: "error"}
_FOREIGN = (Fate.NOT_OWED, Fate.COMPUTED)


@dataclass(frozen=True)
class Lost:
    """Something in a source that cannot be taken: what it is called there, what it says, why."""

    name: str
    text: str
    why: str


@dataclass(frozen=True)
class Preview:
    """What is to be looked at before it is written.

    ``source`` says where it comes from; ``remarks`` are sentences on what found no place, ``lost``
    has a row of its own for each. ``with_places``: an offer's place in the source helps to find it.
    """

    source: str
    catalogue: Catalogue
    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    with_places: bool = False


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (NOW, NEW) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class PreviewModel(TickingModel):
    """Number, name, the answer as it stands, the one it would become, what to know; ``counted`` after each tick."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._preview: Preview | None = None
        self._proposals: list[Proposal] = []
        self._taken: set[str] = set()

    def show_preview(self, preview: Preview) -> None:
        """Show a preview; what can be taken is ticked, what is asked is not until it is answered."""
        self.beginResetModel()
        self._preview = preview
        self._proposals = list(preview.proposals)
        self._taken = {one.indicator for one in self._proposals if one.fate in (Fate.NEW, Fate.CHANGES)}
        self.endResetModel()
        self.counted.emit()

    def proposal(self, row: int) -> Proposal:
        """Return a row's proposal."""
        return self._proposals[row]

    def given(self) -> dict[str, Given]:
        """Return what is to be written of the rows that are ticked."""
        return accepted(self._proposals, self._taken)

    def replaced(self) -> int:
        """Return how many of them would take the place of another answer."""
        return sum(one.now.value is not Status.BLANK for one in self._proposals if one.indicator in self.given())

    def choices(self, row: int) -> tuple[Value, ...]:
        """Return what a row could mean; empty where that is settled by itself."""
        if row >= len(self._proposals):
            return ()
        reading = self._proposals[row].reading
        return reading.choices if isinstance(reading, Ambiguous) else ()

    def choose(self, row: int, value: Value) -> None:
        """Settle what a row means, and tick it."""
        self._proposals[row] = self._proposals[row].settled(value)
        self.tick(row, on=True)

    def toggle(self, row: int) -> None:
        """Tick a row, or take the tick off."""
        if row >= len(self._proposals):
            return
        self.tick(row, on=self._proposals[row].indicator not in self._taken)

    def words_of(self, value: Value, name: str) -> str:
        """Return a value as it stands in its field; blank as the word for it."""
        if isinstance(value, Status):
            return self._words.answer(value.value)
        return field_text(value, self._catalogue.indicators[name]).replace("\n", "; ")

    @property
    def _catalogue(self) -> Catalogue:
        if self._preview is None:
            raise TypeError("nothing is shown")
        return self._preview.catalogue

    @property
    def _lost(self) -> tuple[Lost, ...]:
        return self._preview.lost if self._preview is not None else ()

    def can_be_ticked(self, row: int) -> bool:
        """Whether a row can be taken at all."""
        return row < len(self._proposals) and self._proposals[row].fate.can_be_taken

    def tick(self, row: int, *, on: bool) -> None:
        """Tick a row, or take the tick off."""
        one = self._proposals[row]
        if not one.fate.can_be_taken or one.value is None:
            return
        (self._taken.add if on else self._taken.discard)(one.indicator)
        self.dataChanged.emit(self.index(row, 0), self.index(row, NOTE))
        self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._proposals) + len(self._lost)

    def headings(self) -> tuple[str, ...]:
        """Return what stands above the columns."""
        return self.tr("No."), self.tr("Indicator"), self.tr("Now"), self.tr("New"), self.tr("Note")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, side, weight, colour and tick."""
        if not index.isValid():
            return None
        if index.row() >= len(self._proposals):
            return self._data_of_lost(self._lost[index.row() - len(self._proposals)], index.column(), role)
        return self._data_of(self._proposals[index.row()], index, role)

    def _data_of(self, one: Proposal, index: Index, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(one, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(one, index.column()) or None
            case Qt.ItemDataRole.CheckStateRole if index.column() == NUMBER and one.fate.can_be_taken:
                return Qt.CheckState.Checked if one.indicator in self._taken else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
            case Qt.ItemDataRole.FontRole if index.column() == NEW and one.indicator in self._taken:
                return strong()
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(one, index.column())
        return None

    def _data_of_lost(self, one: Lost, column: int, role: int) -> Any:
        """Return a cell of a row that cannot be taken."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                text = {NUMBER: "✕", NAME: one.name, NEW: one.text, NOTE: one.why}.get(column, "")
                return text if role == Qt.ItemDataRole.DisplayRole else text or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.ForegroundRole:
                scheme = theme.current()
                return QColor(scheme.error if column in (NUMBER, NOTE) else scheme.quiet)
        return None

    def _text(self, one: Proposal, column: int) -> str:
        known = one.indicator in self._catalogue.indicators
        match column:
            case 0:
                return self._catalogue.printed_number(one.indicator) if known else ""
            case 1:
                return self._catalogue.indicators[one.indicator].name.text(self._words.language) if known else ""
            case 2:
                return self._standing(one.now, one.indicator) if known else ""
            case 3:
                return self._offered(one)
            case _:
                return self._note(one)

    def _standing(self, now: Answer, name: str) -> str:
        return "" if now.value is Status.BLANK else self.words_of(now.value, name)

    def _offered(self, one: Proposal) -> str:
        if one.value is not None and one.fate not in _FOREIGN:
            return self.words_of(one.value, one.indicator)
        if isinstance(one.reading, Ambiguous):
            return " ? ".join(self.words_of(choice, one.indicator) for choice in one.reading.choices)
        raw = one.offered.raw
        return write_number(raw) if isinstance(raw, Decimal) else raw

    def _note(self, one: Proposal) -> str:
        parts = [self._words.note(note) for note in one.offered.notes]
        if isinstance(one.reading, Unreadable):
            parts.insert(0, self._words.unreadable(one.reading))
        elif one.fate is Fate.NOT_OWED:
            parts.insert(0, self.tr("Not among your indicators."))
        elif one.fate is Fate.COMPUTED:
            parts.insert(0, self.tr("Computed from its two parts; what stands here is not taken."))
        elif one.fate is Fate.ASKS and one.chosen is None:
            parts.insert(0, self.tr("Which one is meant? Press Enter."))
        elif one.fate is Fate.SAME:
            parts.insert(0, self.tr("Stands like this already."))
        elif one.fate is Fate.CHANGES:
            parts.insert(0, self.tr("Replaces the answer that stands."))
        if one.explanation and one.explanation != one.now.explanation:
            parts.append(self.tr("Explanation: {words}").format(words=one.explanation))
        looked_up = bool(one.offered.notes) or one.fate in (Fate.ASKS, Fate.UNREADABLE, *_FOREIGN)
        if looked_up and self._preview is not None and self._preview.with_places:
            parts.append(f"({one.offered.where})")
        return with_sign(_TONES.get(one.fate, ""), " ".join(parts))

    def _colour(self, one: Proposal, column: int) -> QColor | None:
        scheme = theme.current()
        if one.fate in (Fate.SAME, Fate.COMPUTED) or column == NOW:
            return QColor(scheme.quiet)
        if column == NOTE and one.fate in _TONES:
            return QColor(getattr(scheme, _TONES[one.fate]))
        return None
