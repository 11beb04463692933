"""Submissions of one agency beside each other, field by field, with who sealed each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reformdesk.core.merged import Received
from reformdesk.core.values import Status
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.review import ReviewData, Side, value_of, value_text
from reformdesk.ui.widgets.basics import SIGNS, button, clear, columns, hairline, label, pill, rows, scrolled
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_NAME_SHARE, _VALUE_WIDTH = 2, 132
_SHEET_HEIGHT = 150
_NAMES_WIDTH = 300


class SidesView(QWidget):
    """Shows what differs; what agrees is folded away. ``chosen`` gives the digest of the side that holds.

    Where it is chosen elsewhere (not ``choosing``), each side says how it stands instead.
    """

    chosen = Signal(str)

    def __init__(self, words: Words, *, choosing: bool = True) -> None:
        super().__init__()
        self._words = words
        self._choosing = choosing
        inner = QWidget()
        inner.setObjectName("ground")
        layout = rows(inner, space=theme.SPACE_8)
        self._heads = QFrame()
        self._heads.setObjectName("sheet")
        self._lines = rows(self._heads, space=0)
        layout.addWidget(self._heads)
        self.note = label(role="quiet", wrap=True)
        layout.addWidget(self.note)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("The sides, field by field"))
        theme.hold(self.table, least_height=_SHEET_HEIGHT)
        layout.addWidget(self.table, 1)
        self.fold = button("", self._turn, flat=True)
        line = columns()
        line.addWidget(self.fold)
        line.addStretch(1)
        layout.addLayout(line)
        # on a small screen who sealed what stays whole, and the sheet keeps a few lines
        rows(self, space=0).addWidget(scrolled(inner))
        self._data: ReviewData | None = None
        self._unfolded = False

    def show_sides(self, data: ReviewData) -> None:
        """Show the sides; one alone is shown whole."""
        self._data = data
        self._unfolded = False
        clear(self._lines)
        for place, side in enumerate(data.sides):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._head(side, decided=any(one.holds for one in data.sides)))
        self._show_fields()

    def _head(self, side: Side, *, decided: bool) -> QWidget:
        """Say who sealed a side, when it says so and when it came, and let it be chosen."""
        one = side.received
        head = QWidget()
        line = columns(head, space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        if side.letter:
            line.addWidget(label(side.letter, role="title"))
        said = QWidget()
        names = rows(said, space=2)
        who = self.tr("Sealed by {name}, matching code {code}")
        if one.issuer:
            who = self.tr("Digital signature of {name} (certificate by {issuer}), matching code {code}")
        who = who.format(name=one.signer_name, issuer=one.issuer, code=matching_code(one.signer))
        names.addWidget(label(who, role="strong", wrap=True))
        when = self.tr("Says it was sealed {signed}; received {received}; file {file}").format(
            signed=long_moment(one.signed_at), received=long_moment(one.received_at), file=one.name
        )
        names.addWidget(label(when, role="small", wrap=True))
        line.addWidget(FoldingLine(said, *self._beside(side, decided=decided), enough=_NAMES_WIDTH), 1)
        return head

    def _beside(self, side: Side, *, decided: bool) -> list[QWidget]:
        """Return how a side stands, or what chooses it."""
        one = side.received
        if not self._choosing:
            return [pill(text, tone) for text, tone in self._standing(one)]
        if side.holds:
            chosen = self.tr("This one was chosen")
            return [pill(f"{SIGNS['good']} {chosen}", "good")]
        if decided:
            return []
        choose = button(self.tr("This one holds"), partial(self.chosen.emit, one.digest))
        choose.setAccessibleName(self.tr("Side {letter} holds").format(letter=side.letter))
        return [choose]

    def _standing(self, one: Received) -> list[tuple[str, str]]:
        """Say how a side stands now."""
        entered = [(self.tr("Entered on behalf"), "accent")] if one.entered else []
        if one.counts:
            counted = self.tr("Counts now")
            return [*entered, (f"{SIGNS['good']} {counted}", "good")]
        if one.needs_decision:
            waits = self.tr("Waits")
            return [*entered, (f"{SIGNS['waiting']} {waits}", "warning")]
        return entered

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show_fields()

    def _show_fields(self) -> None:
        data = self._data
        if data is None:
            return
        alone = len(data.sides) == 1
        differing = [name for name in data.names if alone or _differs(data, name)]
        agreeing = [name for name in data.names if name not in differing]
        self.note.setVisible(not alone)
        self.note.setText(
            self.tr("These fields differ: {count}").format(count=len(differing))
            if differing
            else self.tr("Every field says the same. The files differ only in when they were sealed, or by whom.")
        )
        shown = differing + (agreeing if self._unfolded else [])
        titles = [self.tr("Side {letter}").format(letter=one.letter) for one in data.sides]
        header = [self.tr("Indicator"), *([self.tr("Submission")] if alone else titles)]
        self.model.show_rows(header, [self._line(data, name, strong=name in differing) for name in shown])
        values = range(1, len(header))
        if any(one.content.explanations.get(name) for one in data.sides for name in shown):
            self.table.share({0: _NAME_SHARE, **dict.fromkeys(values, 1)}, {})
        else:
            self.table.share({0: 1}, dict.fromkeys(values, _VALUE_WIDTH))
        self.fold.setVisible(bool(agreeing))
        text = self.tr("Fields that agree: {count}").format(count=len(agreeing))
        self.fold.setText(f"{'▾' if self._unfolded else '▸'} {text}")

    def _line(self, data: ReviewData, name: str, *, strong: bool) -> list[GridCell]:
        indicator = data.round.catalogue.indicators[name]
        title = indicator.name.text(self._words.language)
        tone = "" if strong else "quiet"
        cells = [GridCell(title, tone=tone, key=name, hint=title)]
        for side in data.sides:
            value = value_of(side.content, name)
            words = [value_text(value, indicator, self._words)]
            if explanation := side.content.explanations.get(name, ""):
                words.append(self.tr("Explanation: {words}").format(words=explanation))
            text = "\n".join(words)
            figure = strong and not isinstance(value, Status)
            cells.append(GridCell(text, right=True, strong=figure, tone=tone, hint=text))
        return cells


def _differs(data: ReviewData, name: str) -> bool:
    said = {(value_of(one.content, name), one.content.explanations.get(name, "")) for one in data.sides}
    return len(said) > 1
