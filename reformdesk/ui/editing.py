"""Drawing the next edition at Home Affairs' desk: each step goes into the draft at once, and the page follows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.agency_edits import SetContact
from reformdesk.core.catalogue import Reporter, Rule
from reformdesk.core.edition import Edit
from reformdesk.core.indicator_edits import Assign, RemoveRule, SetRule
from reformdesk.core.table_edits import MoveRow, NameEdition
from reformdesk.errors import ReformDeskError
from reformdesk.list_files import ListKind
from reformdesk.ui import edition_actions
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.edition.agency import GroupsDialog, JoinDialog
from reformdesk.ui.dialogs.edition.new_row import NewRowDialog
from reformdesk.ui.dialogs.edition.reorganise import ReorganiseDialog
from reformdesk.ui.dialogs.edition.rule import RuleDialog
from reformdesk.ui.dialogs.edition.small import ChangeNoteDialog, NamesDialog
from reformdesk.ui.dialogs.edition.tables import TablesDialog
from reformdesk.ui.dialogs.round_period import to_python
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.edition_actions import Nothing
from reformdesk.ui.list_taking import ListTaking
from reformdesk.ui.messages import Messages
from reformdesk.ui.models import edition_asks
from reformdesk.ui.models.edition_rows import PrintedLine
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.pages.edition.page import AGENCIES, CHECK, MATRIX, RULES, EditionPage
from reformdesk.ui.pages.edition.rule_box import RuleBox
from reformdesk.ui.workspace import OpenWorkspace, Operation


class Editing(QObject):
    """Connects the page with the draft.

    ``said`` has a sentence for the status line, ``use`` asks for a round by an indicator set and a register.
    """

    said = Signal(str)
    use = Signal(object, object)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self.workspace = workspace
        self._messages = messages
        self.page = self._page = EditionPage(messages.words)
        self.lists = ListTaking(desk, workspace, messages)
        self.tables: TablesDialog | None = None
        self.dialog: QuestionDialog | None = None
        self._day: date | None = None
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.begin.connect(lambda: self.workspace.run(edition_actions.begin, failed=self._told))
        page.undo.connect(lambda: self._step(edition_actions.undo))
        page.redo.connect(lambda: self._step(edition_actions.redo))
        page.discard.connect(self._discard)
        page.rename.connect(self._rename)
        page.use.connect(self._use)
        page.changes.connect(self._tell_changes)
        page.take_indicators.connect(lambda: self.lists.take(ListKind.INDICATORS))
        page.take_agencies.connect(lambda: self.lists.take(ListKind.AGENCIES))
        page.indicators_template.connect(lambda: self.lists.write_form(ListKind.INDICATORS))
        page.agencies_template.connect(lambda: self.lists.write_form(ListKind.AGENCIES))
        self.lists.taken.connect(self.record)
        self.lists.said.connect(self.said)
        page.rows.model.written.connect(self._write)
        page.rows.model.taken_out.connect(self._take_out)
        page.rows.add.connect(self._add_row)
        page.rows.take_out.connect(self._take_out)
        page.rows.shift.connect(self._move)
        page.rows.nest.connect(self._nest)
        page.tables.connect(self._open_tables)
        page.rows.panel.edited.connect(self.record)
        page.matrix.assign.connect(self._assign)
        page.register.panel.contact.connect(lambda agency, contact: self.record(SetContact(agency, contact)))
        page.register.reorganise.connect(self._reorganise)
        page.register.join.connect(self._join)
        page.register.change.connect(self._change_groups)
        for box in page.boxes_of_rules():
            box.tried.connect(lambda rule, round_id, box=box: self._try(box, rule, round_id))
            box.change.connect(self._change_rule)
            box.remove.connect(lambda rule: self.record(RemoveRule(rule.id)))

    @property
    def keys(self) -> str:
        """The keys for what one does in the part that is on show."""
        if self._page.sight is None:
            return ""
        own = {
            RULES: self.tr("Enter: change"),
            AGENCIES: self.tr("Enter: groups"),
            MATRIX: self.tr("Space: give to the column · Ctrl+A: the whole column"),
            CHECK: self.tr("Enter: go there"),
        }
        of_table = self.tr("Enter: change · Alt+↑ ↓: move")
        always = self.tr("Ctrl+Z: undo · Ctrl+Y: redo")
        return f"{own.get(self._page.part, of_table)} · {always}"

    def refresh(self) -> None:
        """Show the draft as it stands."""
        self.workspace.read(edition_actions.read, self._show, failed=self._told)

    def _show(self, found: EditionSight | Nothing) -> None:
        if isinstance(found, Nothing):
            self._day = None
            self._page.show_none(found.base)
            return
        self._page.show_sight(found)
        if self.tables is not None and self.tables.isVisible():
            self.tables.show_sight(found)

    def record(self, edit: Edit | None) -> None:
        """Do one more step; what cannot be done is told, and the page shows again what is."""
        if edit is not None:
            self.workspace.run(edition_actions.record(edit), failed=self._refused)

    def _refused(self, problem: ReformDeskError) -> None:
        if self.tables is not None and self.tables.isVisible():
            self.tables.show_problem(self._messages.words.error(problem))
            return
        self._messages.error(self._desk, problem)
        self.refresh()

    def _told(self, problem: ReformDeskError) -> None:
        self._messages.error(self._desk, problem)

    @property
    def _sight(self) -> EditionSight:
        if self._page.sight is None:
            raise RuntimeError("no draft is on show")
        return self._page.sight

    def _step(self, operation: Operation[None]) -> None:
        self.workspace.run(operation, failed=lambda _: self.refresh())

    def _write(self, line: PrintedLine, column: int, value: object) -> None:
        language = self._messages.words.language
        edit = edition_asks.written(self._sight.catalogue, line, column, value, language)
        if edit is None:
            # a rate needs its parts, which are chosen beside
            self._page.rows.panel.tabs.setCurrentIndex(0)
            self._page.rows.panel.choose_rate()
        self.record(edit)

    def _take_out(self, line: PrintedLine) -> None:
        self.record(edition_asks.taken_out(line))

    def _move(self, line: PrintedLine, step: int) -> None:
        table = next(one for one in self._sight.catalogue.tables if one.id == line.table)
        edit = edition_asks.moved(table, line, step)
        if isinstance(edit, MoveRow):
            self._page.rows.follow(edit.at)
        self.record(edit)

    def _nest(self, line: PrintedLine, step: int) -> None:
        self.record(edition_asks.nested(line, step))

    def _add_row(self, table_id: str, line: PrintedLine | None) -> None:
        sight = self._sight
        table = next(one for one in sight.catalogue.tables if one.id == table_id)
        wording = self._page.wording
        self.dialog = dialog = NewRowDialog(self._desk.window(), table, line, sight.reporters(wording), wording)
        own = sight.catalogue.indicators.get(line.indicator) if line is not None else None
        if own is not None:
            dialog.choose(own.reporter)
        dialog.accepted.connect(lambda: self._from(dialog, dialog.edit()))
        dialog.open()

    def _from(self, dialog: QuestionDialog, edit: Edit | None) -> None:
        """Do what a dialog says; where it cannot be done, the dialog says why with all that was typed in it."""

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._messages.words.error(problem))
            dialog.open()

        if edit is not None:
            self.workspace.run(edition_actions.record(edit), failed=failed)

    def _open_tables(self) -> None:
        self.tables = TablesDialog(self._desk.window(), self._page.wording)
        self.tables.edited.connect(self.record)
        self.tables.show_sight(self._sight)
        self.tables.open()

    def _assign(self, indicators: tuple[str, ...], reporter: Reporter) -> None:
        self.record(Assign(indicators, reporter))

    def _reorganise(self, agency: str) -> None:
        edition = self._sight.edition
        self._ask(ReorganiseDialog(self._desk.window(), edition, agency, self._next_day(), self._page.wording))

    def _join(self, behind: str) -> None:
        register, on = self._sight.register, self._next_day()
        self._ask(JoinDialog(self._desk.window(), register, behind, on, self._page.wording))

    def _change_groups(self, agency: str) -> None:
        register, on = self._sight.register, self._next_day()
        self._ask(GroupsDialog(self._desk.window(), register, register.by_id[agency], on, self._page.wording))

    def _next_day(self) -> date:
        """Return the day that a change of agencies begins with: the last one said in this draft."""
        return self._day or _next_month(today())

    def _ask(self, dialog: ReorganiseDialog | JoinDialog | GroupsDialog) -> None:
        """Open what changes the agencies from a day on."""

        def accepted() -> None:
            self._day = to_python(dialog.on.date())
            self._from(dialog, dialog.edit())

        self.dialog = dialog
        dialog.accepted.connect(accepted)
        dialog.open()

    def _change_rule(self, rule: Rule | None, indicator: str) -> None:
        dialog = RuleDialog(self._desk.window(), self._sight.catalogue, rule, indicator, self._page.wording)
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._from(dialog, SetRule(dialog.rule())))
        dialog.open()

    def _try(self, box: RuleBox, rule: Rule, round_id: str) -> None:
        self.workspace.read(
            lambda workspace: edition_actions.try_rule(workspace, rule, round_id),
            lambda trial: box.show_trial(rule, trial),
            failed=self._told,
        )

    def _rename(self) -> None:
        name = self._sight.catalogue.name
        fields = ((self.tr("Name, in Vietnamese"), name.vi), (self.tr("Name, in English"), name.en))
        self.dialog = dialog = NamesDialog(self._desk.window(), self.tr("Name the edition"), fields)
        dialog.accepted.connect(lambda: self._from(dialog, NameEdition(dialog.label())))
        dialog.open()

    def _use(self) -> None:
        self.workspace.read(
            edition_actions.in_use,
            lambda draft: self.use.emit(draft.to_hand_out(), draft.edition.register),
            failed=self._told,
        )

    def _tell_changes(self) -> None:
        words, base = self._messages.words, self._sight.base.drawn.name.text(self._messages.words.language)
        self.workspace.read(
            lambda workspace: edition_actions.note(workspace, words),
            lambda note: self._show_changes(self.tr("Against {edition}").format(edition=base), note),
        )

    def _show_changes(self, title: str, note: str) -> None:
        self.note = ChangeNoteDialog(self._desk.window(), title, note)
        self.note.open()

    def _discard(self) -> None:
        question = self.tr("The draft and all its steps are thrown away. Rounds that were handed out stay as they are.")
        if self._messages.ask(self._desk, question, self.tr("Discard the draft"), self.tr("Keep it")):
            self.workspace.run(edition_actions.discard, failed=self._told)


def _next_month(day: date) -> date:
    """Return the first day of the month that follows: what changes, changes then."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
