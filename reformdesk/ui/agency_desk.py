"""An agency's desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton

from reformdesk.core.changes import Changes
from reformdesk.errors import WANTS_NEWER, ReformDeskError
from reformdesk.exchange.documents import PART_SUFFIX
from reformdesk.ui.day_turning import DayTurning
from reformdesk.ui.entering import Entering
from reformdesk.ui.errands import Errands
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData, read_form
from reformdesk.ui.pages.covered import covered
from reformdesk.ui.pages.due import due
from reformdesk.ui.pages.form import EVIDENCE, HISTORY, UNITS, FormPage
from reformdesk.ui.pages.round_home import RoundHomePage
from reformdesk.ui.widgets.basics import button, label, pill, restyle
from reformdesk.ui.widgets.frame import Frame
from reformdesk.ui.widgets.search_field import SearchField
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words

if TYPE_CHECKING:
    from reformdesk.ui.pages.check import CheckPage
    from reformdesk.ui.pages.entry_home import EntryHomePage
    from reformdesk.ui.pages.field_panel import FieldPanel
    from reformdesk.ui.pages.part import PartPage
    from reformdesk.ui.pages.preview import PreviewPage

HOME, CHECK, FORM, PREVIEW = "home", "check", "form", "preview"
ENTRY_HOME, PART = "entry_home", "part"
_AREA = "area:"


class AgencyDesk(Frame):
    """Shows one round at a time; the newest first. ``wants_newer`` has a file that a newer program made."""

    shown = Signal()
    wants_newer = Signal(object)

    def __init__(self, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__()
        self.workspace = workspace
        self._messages = messages
        self._words: Words = messages.words
        self._data: FormData | None = None
        self._round_id = ""
        # the worker reads while the pages are made
        self.reload()
        self.home = RoundHomePage(self._words)
        self.form = FormPage(self._words)
        self.add_page(HOME, self.home)
        self.add_page(FORM, self.form)
        self.offer_page(CHECK, lambda: self.check)
        self.offer_page(PREVIEW, lambda: self.preview)
        self.offer_page(ENTRY_HOME, lambda: self.entry_home)
        self.offer_page(PART, lambda: self.part)
        self.entering = Entering(self.form, workspace, messages)
        self.errands = Errands(self, workspace, messages)
        self._make_tools()
        self._connect()
        self.days = DayTurning(self)
        self.days.turned.connect(self.reload)

    def show_page(self, key: str, page: str | None = None) -> None:
        """Show a page, with the keys that hold on it."""
        super().show_page(key, page)
        taking = self.tr("Space bar: tick · Enter: take what is ticked · Esc: leave all as it is")
        keys = {
            FORM: self.tr("Enter: down · Tab: next · Ctrl+Z: undo · F4: explain · F8: next open · Ctrl+F: find"),
            CHECK: self.tr("Enter: go there · Ctrl+Z: undo · F8: next open · Ctrl+F: find"),
            PREVIEW: taking,
            PART: taking,
        }
        self.hints.setText(keys.get(self.page, self.tr("Ctrl+Z: undo · F8: next open · Ctrl+F: find")))

    @cached_property
    def check(self) -> CheckPage:
        """The page of what is still open."""
        from reformdesk.ui.pages.check import CheckPage

        made = CheckPage(self._words)
        made.jump.connect(self.jump)
        return made

    @cached_property
    def preview(self) -> PreviewPage:
        """The page of figures that come from elsewhere."""
        from reformdesk.ui.pages.preview import PreviewPage

        return PreviewPage(self._words)

    @cached_property
    def part(self) -> PartPage:
        """The page that holds a colleague's file against what stands here."""
        from reformdesk.ui.pages.part import PartPage

        return PartPage(self._words)

    @cached_property
    def entry_home(self) -> EntryHomePage:
        """The page of the round at a desk for data entry only."""
        from reformdesk.ui.pages.entry_home import EntryHomePage

        made = EntryHomePage(self._words)
        self._connect_home(made)
        made.export_areas.connect(self.export_areas)
        return made

    def _make_tools(self) -> None:
        self.deadline = pill(tone="warning")
        self.search = SearchField(self.tr("Find an indicator (Ctrl+F)"))
        self.check_button: QPushButton = button(self.tr("Check"), self.open_check)
        self.check_button.setToolTip(self.tr("Counts errors and what is to be explained, and no blanks."))
        self.finish_button = button(self.tr("Finish and export…"), self.finish, primary=True)
        self.export_button = button(self.tr("Export areas…"), self.export_areas, primary=True)
        self.add_tool(self.deadline, self.search, self.check_button, self.finish_button, self.export_button)
        self.rounds = QComboBox()
        self.rounds.setAccessibleName(self.tr("Round"))
        self.below_navigation.addWidget(label(self.tr("Round"), role="small"))
        self.below_navigation.addWidget(self.rounds)
        self.below_navigation.addWidget(button(self.tr("Open a file…"), self.choose_file))
        self.below_navigation.addWidget(button(self.tr("Excel form…"), self.open_excel_form, flat=True))
        self.key_button = button(self.tr("Your key…"), self.errands.open_key, flat=True)
        self.below_navigation.addWidget(self.key_button)
        self.hand_over_button = button(self.tr("Hand over…"), self.errands.hand_over, flat=True)
        self.below_navigation.addWidget(self.hand_over_button)
        self._show_kind(entry_only=False)

    def _connect(self) -> None:
        self.navigated.connect(self.open_page)
        self.entering.said.connect(self.report)
        self.entering.stale.connect(self.reload)
        self.entering.unsettled.connect(self._show_counts)
        self.entering.stepped.connect(self._show_stepped)
        self.form.panel_made.connect(self._connect_panel)
        self.form.pasted.connect(self.errands.paste)
        self.search.found.connect(self.jump)
        self._connect_home(self.home)
        self.home.finish.connect(self.finish)
        self.home.export_again.connect(self.errands.export_again)
        self.home.annex.connect(self.errands.open_annex)
        self.home.open_file.connect(self.choose_file)
        self.home.jump.connect(self.jump)
        self.home.compare_office.connect(self._compare_office)
        self.home.show_receipt.connect(self.errands.show_receipt)
        self.home.withdraw.connect(self.errands.withdraw_request)
        self.rounds.activated.connect(lambda place: self.open_round(str(self.rounds.itemData(place))))
        self.workspace.changed.connect(self._changed)
        for keys, verb in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.entering.undo),
            (QKeySequence("Ctrl+Y"), self.entering.redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence("F4"), self.form.explain_current),
            (QKeySequence("F8"), self.go_to_next_open),
            (QKeySequence("Shift+F8"), lambda: self.go_to_next_open(-1)),
            (QKeySequence("F9"), self.go_to_next_finding),
            (QKeySequence("Shift+F9"), lambda: self.go_to_next_finding(-1)),
            (QKeySequence("Ctrl+H"), lambda: self.form.show_panel(HISTORY)),
            (QKeySequence("Ctrl+D"), lambda: self.form.show_panel(UNITS)),
            (QKeySequence("Ctrl+E"), lambda: self.form.show_panel(EVIDENCE)),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def _connect_home(self, home: RoundHomePage) -> None:
        home.fill.connect(self._fill)
        home.check.connect(self.open_check)
        home.turn.connect(self.errands.turn)

    def _connect_panel(self, panel: FieldPanel) -> None:
        from reformdesk.ui.belongings import Belongings

        self.belongings = Belongings(self.form, panel, self.workspace, self._messages, self.entering)
        self.belongings.stale.connect(self.reload)
        panel.history.request.connect(self.errands.write_request)

    def reload(self) -> None:
        """Read the round anew and show it."""
        self.workspace.read(lambda workspace: read_form(workspace, self._round_id), self.show_data)

    def open_round(self, round_id: str) -> None:
        """Show another round."""
        self.form.commit()
        self._round_id = round_id
        self._data = None
        self.reload()

    def show_data(self, data: FormData) -> None:
        """Show a round as it was just read."""
        self.ready.emit()
        first = self._data is None or self._data.round.digest != data.round.digest
        self._data = self.entering.data = data
        self._show_kind(entry_only=data.entry_only)
        self._round_id = data.round.id
        if first:
            self.form.begin(data)
            self._build_navigation(data)
        self._show_title(data)
        for area in data.round.areas_of(data.agency):
            self.item(_AREA + area).show_progress(data.answered_in(area), len(data.owed_in(area)))
        if first or self.page in (HOME, ENTRY_HOME):
            self.open_page(HOME)
            (self.entry_home if data.entry_only else self.home).begin()
        else:
            self._refresh_page()
        self.shown.emit()

    def _show_kind(self, *, entry_only: bool) -> None:
        """A desk for data entry only seals nothing: it has no key, and exports where the main desk finishes."""
        self.export_button.setVisible(entry_only)
        restyle(self.subtitle, tone="accent" if entry_only else "")
        for one in (self.finish_button, self.key_button, self.hand_over_button):
            one.setVisible(not entry_only)

    def _build_navigation(self, data: FormData) -> None:
        self.clear_navigation()
        self.add_item(HOME, self.tr("The round"))
        for area in data.round.areas_of(data.agency):
            found = data.round.catalogue.area(area)
            self.add_item(_AREA + area, f"{found.id}  {found.short.text(self._words.language)}", progress=True)
        self.add_gap()
        self.add_item(CHECK, self.tr("What is still open"))
        indicators = data.round.catalogue.indicators
        self.search.offer(
            [
                (
                    name,
                    f"{data.round.catalogue.printed_number(name)}  {indicators[name].name.text(self._words.language)}",
                )
                for name in data.round.owed(data.agency)
            ]
        )
        self.rounds.clear()
        for round_id, title in reversed(data.rounds):
            self.rounds.addItem(title.text(self._words.language), round_id)
        self.rounds.setCurrentIndex(self.rounds.findData(data.round.id))

    def _show_title(self, data: FormData) -> None:
        agency = data.round.by_id[data.agency].text(self._words.language)
        self.say(f"{agency} · {data.round.title.text(self._words.language)}", self._subtitle(data))
        stands = due(data)
        self.deadline.setText(stands.text)
        open_tone = "warning" if stands.tone == "quiet" else stands.tone
        restyle(self.deadline, pill="quiet" if data.is_handed_in or data.is_correcting else open_tone)
        self._show_counts()

    def _show_counts(self) -> None:
        if self._data is None:
            return
        state = self._data.readiness
        errors = len(state.errors) + len(self.form.unsettled) + len(state.unreasoned)
        findings = errors + len(state.unexplained) + len(state.unmet)
        self.check_button.setText(self.tr("Check ({count})").format(count=findings) if findings else self.tr("Check"))
        answered = state.owed - len(state.blanks)
        parts = [self.tr("{done}/{owed} indicators").format(done=answered, owed=state.owed)]
        if errors:
            parts.append(self.tr("errors: {count}").format(count=errors))
        if state.unexplained:
            parts.append(self.tr("please explain: {count}").format(count=len(state.unexplained)))
        self.count(" · ".join(parts))

    def _subtitle(self, data: FormData) -> str:
        """Say what kind of desk this is, who asks, and in an area what its figures cover."""
        office = f"{data.round.by_id[data.round.office].text(self._words.language)}, {data.round.province}"
        if data.entry_only:
            kind = self.tr("Data entry only")
            office = f"{kind} · {office}"
        cut_off = data.round.period.cut_off.get(self.form.area)
        if cut_off is None or self.stack.currentWidget() is not self.form:
            return office
        return f"{covered(data.round.period, cut_off)} · {office}"

    def open_page(self, key: str) -> None:
        """Show a page; an area's key shows the form of that area."""
        if self._data is None:
            return
        self.form.commit()
        if key.startswith(_AREA):
            data = self._data
            self.form.show_area(key.removeprefix(_AREA), data)
            self.show_page(key, FORM)
            first = data.owed_in(self.form.area)[:1]
            if first:
                self.form.go_to(first[0])
        else:
            self.show_page(key, ENTRY_HOME if key == HOME and self._data.entry_only else None)
        self.subtitle.say(self._subtitle(self._data))
        self._refresh_page()

    def _refresh_page(self) -> None:
        if self._data is None:
            return
        page = self.stack.currentWidget()
        if self.page == CHECK:
            self.check.refresh(self._data, self.form.unsettled)
        elif isinstance(page, FormPage | RoundHomePage):
            page.refresh(self._data)

    def jump(self, name: str) -> None:
        """Go to an indicator's field."""
        if self._data is not None:
            self.open_page(_AREA + self._data.round.catalogue.area_of[name])
            self.form.go_to(name)

    def _fill(self) -> None:
        if self._data is None:
            return
        blanks = self._data.readiness.blanks or self._data.round.owed(self._data.agency)
        self.jump(blanks[0])

    def go_to_next_open(self, step: int = 1) -> None:
        """Go to the next field with a finding or without an answer, through all areas and round again."""
        if self._data is not None:
            self._go_on(self._found(self._data) | set(self._data.readiness.blanks), step)

    def go_to_next_finding(self, step: int = 1) -> None:
        """Go to the next field with a finding alone."""
        if self._data is not None:
            self._go_on(self._found(self._data), step)

    def _found(self, data: FormData) -> set[str]:
        state = data.readiness
        found = {one.indicator for one in (*state.errors, *state.unexplained)}
        return found | {*state.unreasoned, *state.unmet, *self.form.unsettled}

    def _go_on(self, wanted: set[str], step: int) -> None:
        """Go to the next of some fields from where the cursor is; ``step`` is -1 for the one before."""
        if self._data is None:
            return
        order = self._data.round.owed(self._data.agency)[::step]
        here = self.form.current if self.stack.currentWidget() is self.form else ""
        start = order.index(here) + 1 if here in order else 0
        target = next((name for name in order[start:] + order[:start] if name in wanted), None)
        if target is not None:
            self.jump(target)

    def _show_stepped(self, name: str) -> None:
        """Show what undo changed, wherever it is."""
        if self._data is None:
            return
        if self.form.area != self._data.round.catalogue.area_of[name] or self.stack.currentWidget() is not self.form:
            self.jump(name)
        self.form.go_to(name)

    def finish(self) -> None:
        """Seal and export, or show what is in the way."""
        self.form.commit()
        self.errands.handing_in.finish(self.form.unsettled)

    def export_areas(self) -> None:
        """Write chosen areas into a file for the main desk."""
        self.form.commit()
        self.errands.officers.export(self.form.unsettled)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _changed(self, changes: Changes, origin: object) -> None:
        if origin is not self.entering and changes:
            self.reload()

    def go_back_to(self, name: str) -> None:
        """Go where what was taken can be seen."""
        if name:
            self.jump(name)
        else:
            self.open_page(HOME)

    def open_home(self) -> None:
        """Show where the round stands."""
        self.open_page(HOME)

    def open_check(self) -> None:
        """Show what is still open."""
        self.open_page(CHECK)

    def show_preview(self) -> None:
        """Show the page of figures that come from elsewhere."""
        self.show_page(PREVIEW)

    def show_part(self) -> None:
        """Show the page of a colleague's file."""
        self.show_page(PART)

    def open_excel_form(self) -> None:
        """Hand out an Excel form, or read one back."""
        self.form.commit()
        self.errands.excel.open()

    def choose_file(self) -> None:
        """Open a round file, a reply, a colleague's data-entry file, or an Excel form that came back."""
        kinds = (".rdround", ".rdreply", PART_SUFFIX, ".zip", ".xlsx")
        path = self._messages.choose_file(self, self.tr("Open a file"), kinds)
        if path is not None:
            self.take_files([path])

    def take_files(self, paths: list[Path]) -> None:
        """Take round files and replies; an Excel form is shown first."""
        from reformdesk.ui import excel_actions

        for path in paths:
            self.workspace.read(excel_actions.is_workbook(path), partial(self._take_file, path))

    def _take_file(self, path: Path, is_workbook: bool) -> None:
        if is_workbook:
            self.form.commit()
            self.errands.excel.read(path)
        else:
            from reformdesk.ui import actions

            self.workspace.run(actions.take_at_agency(path), self.open_round, failed=partial(self._not_taken, path))

    def _not_taken(self, path: Path, problem: ReformDeskError) -> None:
        """A colleague's file is looked at, a file under a new key of Home Affairs is a question; the rest is told."""
        if problem.code == "part-file":
            self.errands.officers.open(path)
            return
        if problem.code in WANTS_NEWER:
            self.wants_newer.emit(path)
            return
        key = str(problem.params.get("fingerprint", ""))
        if problem.code == "office-key-differs" and key and self._data is not None:
            before = str(problem.params["before"])
            self.errands.trust.compare_new_office_key(self._data.round, key, before, path, self.open_round)
        else:
            self._messages.error(self, problem)

    def _compare_office(self) -> None:
        if self._data is not None and self._data.office_key is not None:
            self.errands.trust.compare_office(self._data.round, self._data.office_key.fingerprint)

    def leave(self) -> None:
        """Hand over what is being typed before the desk closes."""
        self.form.commit()
