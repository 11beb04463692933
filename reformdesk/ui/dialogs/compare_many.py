"""Comparing many matching codes in a row, by keyboard: from a telephone list or a pile of stamped sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from reformdesk.core.comparing import Uncompared
from reformdesk.core.pins import Against
from reformdesk.core.text import fold, whole_numbers
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import SIGNS, button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable

AGREES, DIFFERS, LATER = "1", "2", "3"
"""The keys; letters would be composed by a Vietnamese keyboard."""
_LEAST_WIDTH, _TABLE_HEIGHT = 640, 120
_SIZE = (940, 600)
_CODE_WIDTH = 256


class CompareManyDialog(QuestionDialog):
    """Keeps what was found until it is accepted: :meth:`agree` and :meth:`differ`, compared :meth:`against`.

    Nothing is kept by itself: a slip of the key is mended by another one. Leaving it with something found
    is asked about once.
    """

    FITS = False
    GUIDE = "compare_many"

    def __init__(self, parent: QWidget, pile: Sequence[Uncompared], language: str) -> None:
        super().__init__(parent, self.tr("Compare matching codes"), self.tr("Save the results"), _LEAST_WIDTH)
        self.take(*_SIZE)
        self._language = language
        self._pile = tuple(pile)
        self._found: dict[int, bool] = {}
        self._shown: list[int] = []
        self._warned = False
        self.content.addLayout(self._top())
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Codes that nobody has compared yet"))
        theme.hold(self.table, least_height=_TABLE_HEIGHT)
        self.table.entered_row.connect(lambda _row: self._show_current())
        self.content.addWidget(self.table, 1)
        self.content.addLayout(self._current())
        self.add_buttons(self.tr("Close"))
        self.count = label(role="quiet")
        self.lead(self.count)
        self._list()
        self._go_to(0)
        self.table.setFocus()

    def _top(self) -> QHBoxLayout:
        line = columns(space=theme.SPACE_12)
        line.addWidget(label(self.tr("Compared")))
        self.sources = {
            Against.STAMPED_SHEET: QRadioButton(self.tr("on the stamped sheet")),
            Against.TELEPHONE: QRadioButton(self.tr("by telephone")),
        }
        for source in self.sources.values():
            line.addWidget(source)
        self.sources[Against.STAMPED_SHEET].setChecked(True)
        line.addStretch(1)
        self.search = QLineEdit()
        hint = self.tr("Find an agency (Ctrl+F)")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        theme.hold(self.search, least_width=220)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._enter_table)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        line.addWidget(self.search)
        return line

    def _current(self) -> QVBoxLayout:
        """What is compared now, large, and what each answer does."""
        box = rows(space=theme.SPACE_4)
        self.who = label(role="strong", wrap=True)
        self.code = label(role="large")
        box.addWidget(self.who)
        texts = {
            AGREES: self.tr("{key}  Agrees").format(key=AGREES),
            DIFFERS: self.tr("{key}  Differs").format(key=DIFFERS),
            LATER: self.tr("{key}  Later").format(key=LATER),
        }
        verbs: dict[str, Callable[[], None]] = {
            AGREES: lambda: self._mark(agrees=True),
            DIFFERS: lambda: self._mark(agrees=False),
            LATER: lambda: self._mark(agrees=None),
        }
        self.answers = {key: button(text, verbs[key]) for key, text in texts.items()}
        for key, verb in verbs.items():
            pressed = QShortcut(QKeySequence(key), self.table)
            pressed.setContext(Qt.ShortcutContext.WidgetShortcut)
            pressed.activated.connect(verb)
        box.addWidget(FoldingLine(self.code, *self.answers.values()))
        self.effect = label(role="quiet", wrap=True)
        box.addWidget(self.effect)
        return box

    @property
    def agree(self) -> tuple[Uncompared, ...]:
        """The keys whose code agrees."""
        return tuple(self._pile[place] for place, agrees in sorted(self._found.items()) if agrees)

    @property
    def differ(self) -> tuple[Uncompared, ...]:
        """The keys whose code differs."""
        return tuple(self._pile[place] for place, agrees in sorted(self._found.items()) if not agrees)

    @property
    def against(self) -> Against:
        """What the codes were compared against."""
        return next(source for source, choice in self.sources.items() if choice.isChecked())

    def reject(self) -> None:
        """Close; what was found and not kept is asked about once."""
        if self._found and not self._warned:
            self._warned = True
            text = self.tr("Nothing of it is kept yet: {count}. Press “Keep”, or close once more to let it go.")
            self.show_problem(text.format(count=len(self._found)))
            return
        super().reject()

    def _narrow(self) -> None:
        self._list()
        self._go_to(0)

    def _list(self) -> None:
        wanted = fold(self.search.text())
        self._shown = [
            place
            for place, one in enumerate(self._pile)
            if wanted in fold(f"{one.agency.name} {one.agency.name_en} {matching_code(one.key)}")
        ]
        header = [self.tr("Agency"), self.tr("Matching code"), self.tr("No."), self.tr("Contact"), self.tr("Found")]
        self.model.show_rows(header, [self._cells(place) for place in self._shown])
        self.table.share({0: 3, 3: 2}, {1: _CODE_WIDTH, 2: 48, 4: 96})
        agree, differ = len(self.agree), len(self.differ)
        text = self.tr("agrees: {agree} · differs: {differ} · left: {left}")
        self.count.setText(text.format(agree=agree, differ=differ, left=len(self._pile) - agree - differ))
        counted = self.tr("Save the results ({count})").format(count=agree + differ)
        self.go.setText(counted if agree + differ else self.tr("Save the results"))
        self.go.setEnabled(bool(self._found))
        self.go.setToolTip("" if self._found else self.tr("Compare a code first."))

    def _cells(self, place: int) -> list[GridCell]:
        one = self._pile[place]
        found = self._found.get(place)
        text, tone = "", ""
        if found is not None:
            tone = "good" if found else "error"
            word = self.tr("agrees") if found else self.tr("differs")
            text = f"{SIGNS[tone]} {word}"
        return [
            GridCell(self._name(one)),
            GridCell(matching_code(one.key)),
            GridCell(str(one.newest.revision)),
            GridCell(whole_numbers(one.agency.contact), tone="quiet"),
            GridCell(text, tone=tone),
        ]

    def _name(self, one: Uncompared) -> str:
        name = one.agency.text(self._language)
        return self.tr("{agency}: the head").format(agency=name) if one.is_head else name

    def _current_place(self) -> int:
        """Return which of the pile the cursor is at, -1 for none."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else -1

    def _show_current(self) -> None:
        place = self._current_place()
        for answer in self.answers.values():
            answer.setEnabled(place >= 0)
        if place < 0:
            self.who.setText(self.tr("No agency has this name among those whose code is still to be compared."))
            self.code.setText("")
            self.effect.setText("")
            return
        one = self._pile[place]
        who = self._name(one)
        if one.before:
            text = self.tr(
                "{who}. Until now their code was {code}; a new one is normal after a new computer: ask them."
            )
            who = text.format(who=who, code=matching_code(one.before))
        self.who.setText(who)
        self.code.setText("   ".join(matching_code(one.key).split()))
        self.effect.setText(self._effect(one))

    def _effect(self, one: Uncompared) -> str:
        agrees = self.tr("Agrees: what this key seals is theirs from now on, and is taken at once.")
        differs = self.tr(
            "Differs: what came under it (files: {count}) is put aside and never counts. Tell them at once."
        )
        if one.counts:
            differs = self.tr(
                "Differs: what came under it (files: {count}) is put aside and goes out of the totals, in which it "
                "counts provisionally. Tell them at once."
            )
        return f"{agrees} {differs.format(count=len(one.sealed))}"

    def _mark(self, *, agrees: bool | None) -> None:
        """Note what was found at the cursor, and go on to the next."""
        place = self._current_place()
        if place < 0:
            return
        if agrees is None:
            self._found.pop(place, None)
        else:
            self._found[place] = agrees
        self._warned = False
        row = self.table.currentIndex().row()
        self._list()
        if self.search.text():
            # sheets of a pile lie in no order: the next one is looked for again
            self._go_to(row)
            self._find()
        else:
            self._go_to(self._next_open(row))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_open(self, row: int) -> int:
        """Return the next row below that nothing was found for, else the one below."""
        below = range(row + 1, len(self._shown))
        return next((one for one in below if self._shown[one] not in self._found), min(row + 1, len(self._shown) - 1))

    def _go_to(self, row: int) -> None:
        if self._shown:
            self.table.selectRow(row)
        self._show_current()

    def _enter_table(self) -> None:
        if self._shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
