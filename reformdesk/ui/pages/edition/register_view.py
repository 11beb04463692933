"""The agencies over the years: who is there from when to when, in which groups, and who succeeded whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedWidget, QWidget

from reformdesk.core.organisation import Succession
from reformdesk.core.register import Entry, Membership, Register
from reformdesk.core.round_layout import EVERYONE
from reformdesk.core.text import fold
from reformdesk.ui.dates import day as written_day
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.edition.beside import Beside, bring_into_view, filter_field, sheet_rows, under
from reformdesk.ui.widgets.basics import EmptyState, button, clear, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable

_LISTED, _OF_ALL, _OF_SOME = range(3)
"""What stands in the list's place: itself, or that nothing is found among all agencies, or among those of now."""


def succession_of(register: Register, agency: str, wording: EditionWording) -> tuple[str, str]:
    """Return whom an agency took over from, and who took over from it, each as a list of names."""
    before = [one for one in register.successions if one.after == agency]
    after = [one for one in register.successions if one.before == agency]
    names = {one: wording.agency(register.by_id[one], date.max) for one in register.by_id}
    return (
        "; ".join(dict.fromkeys(names.get(one.before, one.before) for one in before)),
        "; ".join(dict.fromkeys(names.get(one.after, one.after) for one in after)),
    )


class AgencyPanel(QWidget):
    """The chosen agency; ``contact`` has its id and whom to call."""

    contact = Signal(str, str)

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self._wording = wording
        self._entry: Entry | None = None
        layout = sheet_rows(self)
        self.name = label(role="strong", wrap=True)
        layout.addWidget(self.name)
        self.call = QLineEdit()
        self.call.setMaxLength(300)
        self.call.editingFinished.connect(self._note)
        self._call_name = under(layout, self.tr("Contact"), self.call)
        told = QWidget()
        told.setObjectName("sheet")
        self._told = rows(told, space=4)
        layout.addWidget(told)
        layout.addStretch(1)

    def show_agency(self, sight: EditionSight, entry: Entry | None) -> None:
        """Show an agency, or that none is chosen."""
        self._entry = entry
        clear(self._told)
        for one in (self.call, self._call_name):
            one.setVisible(entry is not None)
        self.name.setText(self._wording.agency(entry, sight.day) if entry is not None else "")
        if entry is None:
            return
        if not (self.call.hasFocus() and self.call.isModified()):
            self.call.setText(entry.contact)
            self.call.setCursorPosition(0)
        for role, text in self._lines(sight, entry):
            self._told.addWidget(label(text, role=role, wrap=True))

    def _lines(self, sight: EditionSight, entry: Entry) -> list[tuple[str, str]]:
        words, register = self._wording, sight.register
        told = [("small", self.tr("Known as: {id}").format(id=entry.id))]
        for named in entry.names[1:]:
            since = words.since(named.since)
            told.append(("", self.tr("Since {day}: {name}").format(day=since, name=named.name)))
        if len(entry.names) > 1:
            told.append(("small", self.tr("Before: {name}").format(name=entry.names[0].name)))
        told += [
            ("", self._member(words.group(register, one.group), one))
            for one in entry.memberships
            if one.group != EVERYONE
        ]
        told += [
            ("", self._succession(register, entry.id, one))
            for one in register.successions
            if entry.id in (one.before, one.after)
        ]
        owed = len(sight.owed.get(entry.id, ()))
        text = self.tr("Owes indicators on {day}: {count}")
        told.append(("small", text.format(day=written_day(sight.day), count=owed)))
        return told

    def _member(self, group: str, membership: Membership) -> str:
        """Return a group with the days since when an agency is in it and from when it is not, where there are any."""
        span = {
            (True, True): self.tr("{group}: from {since}, no more from {until}"),
            (True, False): self.tr("{group}: from {since}"),
            (False, True): self.tr("{group}: no more from {until}"),
            (False, False): "{group}",
        }
        text = span[membership.since is not None, membership.until is not None]
        days = {"since": self._wording.since(membership.since), "until": self._wording.since(membership.until)}
        return text.format(group=group, **days)

    def _succession(self, register: Register, own: str, succession: Succession) -> str:
        took_over = own == succession.after
        other = succession.before if took_over else succession.after
        entry = register.by_id.get(other)
        name = self._wording.agency(entry, date.max) if entry is not None else other
        said = self.tr("{day}: took over from {agency}") if took_over else self.tr("{day}: handed over to {agency}")
        text = said.format(day=written_day(succession.on), agency=name)
        if succession.indicators is None:
            return text
        return self.tr("{succession}, indicators: {count}").format(succession=text, count=len(succession.indicators))

    def _note(self) -> None:
        if self._entry is not None and self.call.text().strip() != self._entry.contact:
            self.contact.emit(self._entry.id, self.call.text().strip())


class RegisterView(Beside):
    """``reorganise`` asks for the dialog with an agency chosen, ``join`` for a new agency behind it, ``change`` for
    its groups.
    """

    reorganise = Signal(str)
    join = Signal(str)
    change = Signal(str)

    def __init__(self, wording: EditionWording) -> None:
        self.panel = AgencyPanel(wording)
        super().__init__(self.panel)
        self._wording = wording
        self._sight: EditionSight | None = None
        self._entries: tuple[Entry, ...] = ()
        self.filter = filter_field(self.tr("Type part of an agency's name"))
        self.filter.textChanged.connect(lambda _: self._list())
        self.gone = QCheckBox(self.tr("With those that are no more"))
        self.gone.setChecked(True)
        self.gone.toggled.connect(lambda _: self._list())
        self.main.addWidget(FoldingLine(self.filter, self.gone))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Agencies"))
        self.table.wrap_header()
        self.table.entered_row.connect(lambda _: self._show_agency())
        self.table.opened.connect(lambda _: self._ask_change())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        some = self.tr("Type less, or tick “With those that are no more”.")
        for remedy in (self.tr("Type less of the name."), some):
            self._stack.addWidget(EmptyState(self.tr("Nothing is found"), remedy))
        self.main.addWidget(self._stack, 1)
        self.reorganise_button = button(self.tr("Reorganise…"), lambda: self.reorganise.emit(self.chosen()))
        self.join_button = button(self.tr("New agency…"), lambda: self.join.emit(self.chosen()))
        self.change_button = button(self.tr("Groups…"), self._ask_change)
        first = QWidget()
        columns(first).addWidget(self.reorganise_button)
        self.main.addWidget(FoldingLine(first, self.join_button, self.change_button, near=True))

    def show_sight(self, sight: EditionSight) -> None:
        """List the agencies; the cursor stays on its own."""
        self._sight = sight
        self._list()

    def chosen(self) -> str:
        """Return the id of the agency that the cursor is on."""
        row = self.table.currentIndex().row()
        return self._entries[row].id if 0 <= row < len(self._entries) else ""

    def go_to(self, agency: str) -> None:
        """Put the cursor on an agency."""
        row = self.model.row_of(agency)
        if row >= 0:
            self.table.selectRow(row)
            bring_into_view(self.table)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        sight = self._sight
        if sight is None:
            return
        before, wanted = self.chosen(), fold(self.filter.text())
        self._entries = tuple(
            entry
            for entry in sight.register.entries
            if (self.gone.isChecked() or entry.dissolved is None)
            and wanted in fold(" ".join(f"{one.name} {one.name_en}" for one in entry.names))
        )
        header = [
            self.tr("Agency"),
            self.tr("Groups"),
            self.tr("Since"),
            self.tr("Gone from"),
            self.tr("Succession"),
        ]
        self.model.show_rows(header, [self._cells(sight, entry) for entry in self._entries])
        self.table.share({0: 4, 4: 4}, {1: 108, 2: 96, 3: 96})
        self._stack.setCurrentIndex(_LISTED if self._entries else _OF_ALL if self.gone.isChecked() else _OF_SOME)
        if self._entries:
            self.table.selectRow(max(0, self.model.row_of(before)))
        self._show_agency()

    def _cells(self, sight: EditionSight, entry: Entry) -> list[GridCell]:
        words = self._wording
        name = words.agency(entry, sight.day)
        there = [one.group for one in entry.memberships if one.group != EVERYONE and one.holds(sight.day)]
        groups = "; ".join(words.group(sight.register, group) for group in there)
        before, after = succession_of(sight.register, entry.id, words)
        succession = " · ".join(filter(None, [f"← {before}" if before else "", f"→ {after}" if after else ""]))
        gone = "quiet" if entry.dissolved is not None else ""
        return [
            GridCell(name, key=entry.id, hint=name, tone=gone),
            GridCell(groups, tone="quiet", hint=groups),
            GridCell(words.since(entry.founded), tone="quiet"),
            GridCell(words.since(entry.dissolved), tone="quiet"),
            GridCell(succession, tone="quiet", hint=succession),
        ]

    def _show_agency(self) -> None:
        chosen = self.chosen()
        if self._sight is not None:
            self.panel.show_agency(self._sight, self._sight.register.by_id.get(chosen))
        self.change_button.setEnabled(bool(chosen))

    def _ask_change(self) -> None:
        if self.chosen():
            self.change.emit(self.chosen())
