"""Pages of a round's plan: which agencies take part, and who reports what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from reformdesk.core.catalogue import Reporter
from reformdesk.core.organisation import Agency
from reformdesk.core.round_layout import EVERYONE, Layout, assign, change, join, leave
from reformdesk.core.text import fold
from reformdesk.errors import Mendable
from reformdesk.ui import dates, theme
from reformdesk.ui.dialogs.round_period import short_list
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, label, labelled, rows, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_LEAST_TABLE = 170


class GroupWords(QWidget):
    """Names groups as people do; a group of the office's own is named by its id."""

    def said(self, group: str) -> str:
        """Return a group's name."""
        known = {
            EVERYONE: self.tr("every agency"),
            "departments": self.tr("departments and sectors"),
            "districts": self.tr("districts"),
            "communes": self.tr("communes and wards"),
        }
        return known.get(group, group)

    def meant(self, said: str, groups: Sequence[str]) -> list[str]:
        """Return the groups that a list means: names or ids with semicolons between; commas part what is no name."""
        by_name = {fold(self.said(group)): group for group in groups}
        found: list[str] = []
        for one in filter(None, map(str.strip, said.split(";"))):
            known = by_name.get(fold(one))
            parts = [known] if known else [part.strip() for part in one.split(",")]
            found += [by_name.get(fold(part), part) for part in parts if part]
        return found


class AgencyEntryDialog(QuestionDialog):
    """An agency's name, groups and contact."""

    GUIDE = "new_round"

    def __init__(self, parent: QWidget, layout: Layout, agency: Agency | None) -> None:
        title = self.tr("An agency joins") if agency is None else self.tr("Change an agency")
        super().__init__(parent, title, self.tr("Add") if agency is None else self.tr("Change"))
        self.name = QLineEdit(agency.name if agency else "")
        self.english = QLineEdit(agency.name_en if agency else "")
        self.contact = QLineEdit(agency.contact if agency else "")
        for edit in (self.name, self.english, self.contact):
            edit.setMaxLength(300)
        self._words = GroupWords(self)
        self._words.hide()
        self._known = [group for group in layout.groups if group != EVERYONE]
        its = [group for group in (agency.groups if agency else ()) if group != EVERYONE]
        self.groups = QLineEdit("; ".join(map(self._words.said, its)))
        self.groups.setPlaceholderText("; ".join(map(self._words.said, self._known)))
        for text, edit in (
            (self.tr("Name"), self.name),
            (self.tr("English name"), self.english),
            (self.tr("Groups, with semicolons between"), self.groups),
            (self.tr("Contact"), self.contact),
        ):
            self.content.addLayout(labelled(text, edit))
        self.add_buttons()
        self.name.textChanged.connect(lambda _: self._enable())
        self._enable()

    def group_names(self) -> list[str]:
        """Return the groups that were typed."""
        return self._words.meant(self.groups.text(), self._known)

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Type the agency's name first."))


class LeavingDialog(QuestionDialog):
    """Who stands in for an agency that takes no part any more."""

    GUIDE = "new_round"

    def __init__(self, parent: QWidget, layout: Layout, agency: Agency, language: str) -> None:
        super().__init__(parent, self.tr("An agency takes no part"), self.tr("Take it out"))
        alone = len(layout.alone(agency.id))
        self.content.addWidget(
            label(
                self.tr(
                    "{agency} alone reports {count} indicators. Choose who stands in for it; single indicators are "
                    "given to others under “Who reports what”."
                ).format(agency=agency.text(language), count=alone),
                wrap=True,
            )
        )
        self.successor = short_list()
        self.successor.addItem(self.tr("nobody yet"), "")
        for one in layout.members:
            if one.id != agency.id:
                self.successor.addItem(one.text(language), one.id)
        self.content.addLayout(labelled(self.tr("Stands in"), self.successor))
        self.add_buttons()


class AgenciesPage(QWidget):
    """The agencies that take part; ``changed`` has the new layout, ``wants_registered`` asks for the register's."""

    changed = Signal(object)
    wants_registered = Signal()

    def __init__(self, words: Words, office: str) -> None:
        super().__init__()
        self._words = words
        self._office = office
        self._layout: Layout | None = None
        self._group_words = GroupWords(self)
        self._group_words.hide()
        outer = rows(self)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Agencies"))
        theme.hold(self.table, least_height=_LEAST_TABLE)
        self.table.opened.connect(lambda _row: self._change())
        outer.addWidget(self.table, 1)
        line = columns()
        self.join_button = button(self.tr("An agency joins…"), self._join)
        self.change_button = button(self.tr("Change…"), self._change)
        self.leave_button = button(self.tr("Takes no part…"), self._leave)
        self._day = label(role="small", wrap=True)
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.registered_button = button("", self.wants_registered.emit)
        self.registered_button.setToolTip(self.tr("Changed by hand: the agencies do not follow the period any more."))
        self.registered_button.hide()
        for one in (self.join_button, self.change_button, self.leave_button):
            line.addWidget(one)
        line.addWidget(self._day, 1)
        line.addWidget(self.registered_button)
        outer.addLayout(line)

    def show_layout(self, layout: Layout, assigned: Callable[[str], int]) -> None:
        """List the agencies, each with how much it owes."""
        self._layout = layout
        row = max(0, self.table.currentIndex().row())
        header = [self.tr("Agency"), self.tr("Groups"), self.tr("Contact"), self.tr("Indicators")]
        self.model.show_rows(header, [self._cells(one, assigned(one.id)) for one in layout.members])
        self.table.share({0: 4, 1: 3, 2: 3}, {3: 90})
        self.table.selectRow(min(row, len(layout.members) - 1))

    def tell_day(self, day: date, gone: Sequence[Agency], *, is_registered: bool) -> None:
        """Say that the agencies are the register's of a day, ``gone`` no more by then, or were changed by hand."""
        said = {"day": dates.day(day), "count": len(gone)}
        text = self.tr("The agencies of {day}, the period's last day.")
        if gone:
            text = self.tr("The agencies of {day}, the period's last day. No more by then: {count}.")
        self._day.setText(text.format(**said) if is_registered else "")
        self._day.setToolTip("; ".join(one.text(self._words.language) for one in gone))
        self.registered_button.setText(self.tr("Take those of {day}").format(**said))
        self.registered_button.setHidden(is_registered)

    def _cells(self, agency: Agency, count: int) -> list[GridCell]:
        groups = "; ".join(self._group_words.said(group) for group in agency.groups if group != EVERYONE)
        name = agency.text(self._words.language)
        return [
            GridCell(name, key=agency.id, hint=name),
            GridCell(groups, tone="quiet", hint=groups),
            GridCell(agency.contact, tone="quiet", hint=agency.contact),
            GridCell(str(count) if count else with_sign("warning", "0"), right=True, tone="" if count else "warning"),
        ]

    def _chosen(self) -> Agency | None:
        row = self.table.currentIndex().row()
        return self._layout.members[row] if self._layout is not None and row >= 0 else None

    def _join(self) -> None:
        if self._layout is not None:
            self._ask(self._layout, None)

    def _change(self) -> None:
        chosen = self._chosen()
        if self._layout is not None and chosen is not None:
            self._ask(self._layout, chosen)

    def _ask(self, layout: Layout, agency: Agency | None) -> None:
        self.entry = AgencyEntryDialog(self.window(), layout, agency)
        self.entry.accepted.connect(lambda: self._entered(layout, agency))
        self.entry.open()

    def _entered(self, layout: Layout, agency: Agency | None) -> None:
        said = (self.entry.name.text(), self.entry.group_names(), self.entry.english.text(), self.entry.contact.text())
        try:
            changed = join(layout, *said) if agency is None else change(layout, agency.id, *said)
        except Mendable as problem:
            self.entry.show_problem(self._words.error(problem))
            self.entry.open()
            return
        self.changed.emit(changed)
        if agency is None:
            self.table.selectRow(len(changed.members) - 1)

    def _leave(self) -> None:
        layout, agency = self._layout, self._chosen()
        if layout is None or agency is None:
            return
        self.leaving = LeavingDialog(self.window(), layout, agency, self._words.language)
        self.leaving.accepted.connect(lambda: self._left(layout, agency))
        self.leaving.open()

    def _left(self, layout: Layout, agency: Agency) -> None:
        try:
            changed = leave(layout, agency.id, self._office, str(self.leaving.successor.currentData()))
        except Mendable as problem:
            self.leaving.show_problem(self._words.error(problem))
            self.leaving.open()
            return
        self.changed.emit(changed)


class AssignmentsPage(QWidget):
    """Who reports each indicator; ``changed`` has the new layout, ``wants_successors`` hands tasks on."""

    changed = Signal(object)
    wants_successors = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._layout: Layout | None = None
        self._shown: list[str] = []
        self._asked: tuple[str, ...] = ()
        self._asked_areas: tuple[str, ...] = ()
        self.again: frozenset[str] = frozenset()
        self._group_words = GroupWords(self)
        self._group_words.hide()
        outer = rows(self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type part of an indicator or of who reports it"))
        self.filter.setAccessibleName(self.tr("Type part of an indicator or of who reports it"))
        self.filter.textChanged.connect(lambda _: self._list())
        self.unreported = QCheckBox(self.tr("Only what nobody reports"))
        self.unreported.toggled.connect(lambda _: self._list())
        above = columns(space=theme.SPACE_12)
        above.addWidget(self.filter, 1)
        above.addWidget(self.unreported)
        outer.addLayout(above)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Who reports what"))
        self.table.setSelectionMode(SheetTable.SelectionMode.ExtendedSelection)
        theme.hold(self.table, least_height=_LEAST_TABLE)
        outer.addWidget(self.table, 1)
        line = columns()
        self.reporter = short_list()
        self.reporter.setAccessibleName(self.tr("The chosen lines are reported by"))
        line.addWidget(label(self.tr("The chosen lines are reported by")))
        line.addWidget(self.reporter, 1)
        self.assign_button = button(self.tr("Assign"), self._assign)
        line.addWidget(self.assign_button)
        self.again_button = button(self.tr("Ask again"), self._ask_again)
        self.again_button.setToolTip(
            self.tr("The chosen lines are to be answered anew, though nothing in them changed.")
        )
        self.again_button.hide()
        line.addWidget(self.again_button)
        self.successors_button = button("", self.wants_successors.emit)
        self.successors_button.setToolTip(
            self.tr("What agencies that are no more reported alone is given to those that took the task over.")
        )
        self.successors_button.hide()
        line.addWidget(self.successors_button)
        outer.addLayout(line)

    def show_layout(self, layout: Layout, areas: tuple[str, ...]) -> None:
        """List the indicators of some areas."""
        self._layout, self._asked_areas = layout, areas
        area_of = layout.catalogue.area_of
        self._asked = tuple(name for name in layout.catalogue.order if area_of[name] in areas)
        chosen = self.reporter.currentData()
        self.reporter.clear()
        for group in layout.groups:
            self.reporter.addItem(self._group_words.said(group), f"group:{group}")
        for agency in layout.members:
            self.reporter.addItem(agency.text(self._words.language), f"agency:{agency.id}")
        self.reporter.setCurrentIndex(max(0, self.reporter.findData(chosen)))
        self._list()

    def tell_taken_over(self, count: int) -> None:
        """Offer to hand indicators on that one other agency took over."""
        self.successors_button.setText(self.tr("Give to the successors: {count}").format(count=count))
        self.successors_button.setVisible(count > 0)

    def _said(self, reporter: Reporter, layout: Layout) -> tuple[str, str]:
        """Return who reports, and in which tone it is said."""
        if reporter.group:
            is_there = reporter.group in layout.groups
            return self._group_words.said(reporter.group), "" if is_there else "error"
        found = next((one for one in layout.members if one.id == reporter.agency), None)
        return (found.text(self._words.language), "") if found else (self.tr("nobody"), "error")

    def _list(self) -> None:
        layout = self._layout
        if layout is None:
            return
        wanted = fold(self.filter.text())
        unreported = layout.unreported(self._asked_areas) if self.unreported.isChecked() else ()
        kept = {self._shown[index.row()] for index in self.table.selectionModel().selectedRows()}
        lines: list[list[GridCell]] = []
        self._shown = []
        for name in self._asked:
            indicator = layout.catalogue.indicators[name]
            text = indicator.name.text(self._words.language)
            who, tone = self._said(indicator.reporter, layout)
            if wanted and wanted not in fold(f"{indicator.name.vi} {indicator.name.en} {who}"):
                continue
            if self.unreported.isChecked() and name not in unreported:
                continue
            number = layout.catalogue.printed_number(name)
            self._shown.append(name)
            if name in self.again:
                who, tone = self.tr("{reporter} · asked again").format(reporter=who), tone or "warning"
            by = GridCell(with_sign(tone, who), tone=tone, hint=who)
            lines.append([GridCell(number), GridCell(text, key=name, hint=text), by])
        self.model.show_rows([self.tr("No."), self.tr("Indicator"), self.tr("Reported by")], lines)
        self.table.share({1: 5, 2: 3}, {0: 60})
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        rows_kept = [row for row, name in enumerate(self._shown) if name in kept] or [0] * bool(lines)
        for row in rows_kept:
            self.table.selectionModel().select(self.model.index(row, 0), whole)
        if rows_kept:
            current = self.model.index(rows_kept[0], 0)
            self.table.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _chosen(self) -> frozenset[str]:
        return frozenset(self._shown[index.row()] for index in self.table.selectionModel().selectedRows())

    def _ask_again(self) -> None:
        """Ask for the chosen lines anew, of a rate for its parts; where all of them are, let them be."""
        layout = self._layout
        if layout is None:
            return
        computed = layout.catalogue.rates
        chosen = {part for name in self._chosen() for part in (computed[name].parts if name in computed else (name,))}
        self.again = self.again - chosen if chosen <= self.again else self.again | chosen
        self.changed.emit(layout)

    def _assign(self) -> None:
        layout = self._layout
        chosen = self._chosen()
        if layout is None or not chosen:
            return
        kind, _, name = str(self.reporter.currentData()).partition(":")
        self.changed.emit(assign(layout, chosen, Reporter(group=name) if kind == "group" else Reporter(agency=name)))
