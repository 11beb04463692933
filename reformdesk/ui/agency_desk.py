"""An agency's desk: its pages in the frame, and what connects them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton

from reformdesk.core import values
from reformdesk.core.changes import Changes
from reformdesk.core.values import Ambiguous, Unreadable, Value
from reformdesk.errors import ReformDeskError
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import actions
from reformdesk.ui.annex import render
from reformdesk.ui.dates import clock, day, now, today
from reformdesk.ui.dialogs.finish import ExportedDialog, FinishDialog, KeysHere
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.receipt import ReceiptDialog
from reformdesk.ui.key_keeping import KeyKeeping
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData, read_form
from reformdesk.ui.pages.check import CheckPage
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.pages.round_home import RoundHomePage
from reformdesk.ui.trust import Trust
from reformdesk.ui.widgets.basics import button, label, pill
from reformdesk.ui.widgets.frame import Frame
from reformdesk.ui.widgets.search_field import SearchField
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words

HOME, CHECK, FORM = "home", "check", "form"
_AREA = "area:"


class AgencyDesk(Frame):
    """Shows one round at a time; the newest first."""

    shown = Signal()

    def __init__(self, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__()
        self.workspace = workspace
        self._messages = messages
        self._words: Words = messages.words
        self._data: FormData | None = None
        self._round_id = ""
        self.home = RoundHomePage(self._words)
        self.form = FormPage(self._words)
        self.check = CheckPage(self._words)
        for key, page in ((HOME, self.home), (FORM, self.form), (CHECK, self.check)):
            self.add_page(key, page)
        self.key = KeyKeeping(self, workspace, messages)
        self.trust = Trust(self, workspace, messages.words.language)
        self._make_tools()
        self._connect()
        self.hints.setText(
            self.tr("Enter: down · Tab: next · Ctrl+Z: undo · F4: explain · F8: next open · Ctrl+F: find")
        )
        self.reload()

    def _make_tools(self) -> None:
        self.deadline = pill(tone="warning")
        self.search = SearchField(self.tr("Find an indicator (Ctrl+F)"))
        self.search.setFixedWidth(212)
        self.check_button: QPushButton = button(self.tr("Check"), lambda: self.open_page(CHECK))
        self.finish_button = button(self.tr("Finish and export…"), self.finish, primary=True)
        self.add_tool(self.deadline, self.search, self.check_button, self.finish_button)
        self.rounds = QComboBox()
        self.rounds.setAccessibleName(self.tr("Round"))
        self.below_navigation.addWidget(label(self.tr("Round"), role="small"))
        self.below_navigation.addWidget(self.rounds)
        self.below_navigation.addWidget(button(self.tr("Open a file…"), self.choose_file))
        self.below_navigation.addWidget(button(self.tr("Your key…"), self.key.open, flat=True))

    def _connect(self) -> None:
        self.navigated.connect(self.open_page)
        self.form.typed.connect(self._typed)
        self.form.decided.connect(self._decided)
        self.form.explained.connect(self._explained)
        self.check.jump.connect(self.jump)
        self.search.found.connect(self.jump)
        self.home.fill.connect(self._fill)
        self.home.check.connect(lambda: self.open_page(CHECK))
        self.home.finish.connect(self.finish)
        self.home.export_again.connect(self._export_again)
        self.home.open_file.connect(self.choose_file)
        self.home.jump.connect(self.jump)
        self.home.compare_office.connect(self._compare_office)
        self.home.show_receipt.connect(self._show_receipt)
        self.rounds.activated.connect(lambda place: self.open_round(str(self.rounds.itemData(place))))
        self.key.said.connect(self.report)
        self.workspace.changed.connect(self._changed)
        for keys, verb in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence("F4"), self.form.explain_current),
            (QKeySequence("F8"), self.go_to_next_open),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def reload(self) -> None:
        """Read the round anew and show it."""
        self.workspace.read(lambda workspace: read_form(workspace, self._round_id), self._show)

    def open_round(self, round_id: str) -> None:
        """Show another round."""
        self.form.commit()
        self._round_id = round_id
        self._data = None
        self.reload()

    def _show(self, data: FormData) -> None:
        first = self._data is None or self._data.round.digest != data.round.digest
        self._data = data
        self._round_id = data.round.id
        if first:
            self._build_navigation(data)
        self._show_title(data)
        for area in data.round.areas_of(data.agency):
            self.item(_AREA + area).show_progress(data.answered_in(area), len(data.owed_in(area)))
        if first:
            self.open_page(HOME)
        else:
            self._refresh_page()
        self.shown.emit()

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
        left = (data.round.deadline - today()).days
        due = day(data.round.deadline)
        self.deadline.setText(
            self.tr("{days} days left · due {day}").format(days=left, day=due)
            if left >= 0
            else self.tr("due {day}").format(day=due)
        )
        self._show_counts(data)

    def _show_counts(self, data: FormData) -> None:
        state = data.readiness
        errors = len(state.errors) + len(self.form.unsettled) + len(state.unreasoned)
        findings = errors + len(state.unexplained) + len(state.unmet)
        self.check_button.setText(self.tr("Check ({count})").format(count=findings) if findings else self.tr("Check"))
        answered = state.owed - len(state.blanks)
        parts = [self.tr("{done}/{owed} indicators").format(done=answered, owed=state.owed)]
        if errors:
            parts.append(self.tr("errors: {count}").format(count=errors))
        if state.unexplained:
            parts.append(self.tr("please explain: {count}").format(count=len(state.unexplained)))
        self.counts.setText(" · ".join(parts))

    def _subtitle(self, data: FormData) -> str:
        """Say who asks, and in an area on which day its figures are taken."""
        office = f"{data.round.by_id[data.round.office].text(self._words.language)}, {data.round.province}"
        cut_off = data.round.period.cut_off.get(self.form.area)
        if cut_off is None or self.stack.currentWidget() is not self.form:
            return office
        until = self.tr("Figures as of {day}").format(day=day(cut_off))
        return f"{until} · {office}"

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
            self.show_page(key)
        self.subtitle.setText(self._subtitle(self._data))
        self._refresh_page()

    def _refresh_page(self) -> None:
        if self._data is None:
            return
        page = self.stack.currentWidget()
        if page is self.check:
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

    def go_to_next_open(self) -> None:
        """Go to the next field with a finding or without an answer, through all areas and round again."""
        if self._data is None:
            return
        state = self._data.readiness
        found = {one.indicator for one in (*state.errors, *state.unexplained)}
        found |= {*state.unreasoned, *state.unmet}
        wanted = found | set(state.blanks) | set(self.form.unsettled)
        order = self._data.round.owed(self._data.agency)
        here = self.form.current if self.stack.currentWidget() is self.form else ""
        start = order.index(here) + 1 if here in order else 0
        target = next((name for name in order[start:] + order[:start] if name in wanted), None)
        if target is not None:
            self.jump(target)

    def _typed(self, name: str, text: str) -> None:
        if self._data is None:
            return
        # the answers that are no figure may also be typed in the interface's language
        status = self._words.status_named(text)
        reading = status or values.read(text, self._data.round.catalogue.indicators[name])
        if isinstance(reading, Ambiguous | Unreadable):
            self.form.ask(name, reading)
            self._show_counts(self._data)
        else:
            self._decided(name, reading)

    def _decided(self, name: str, value: Value) -> None:
        if self._data is not None:
            self._saving()
            operation = actions.enter(self._data.round, name, value)
            self.workspace.run(operation, lambda _: self._stored(name), failed=self._not_stored, origin=self)

    def _explained(self, name: str, words: str) -> None:
        if self._data is not None:
            self._saving()
            operation = actions.explain(self._data.round, name, words)
            self.workspace.run(operation, lambda _: self._stored(name), failed=self._not_stored, origin=self)

    def _saving(self) -> None:
        self.report(self.tr("Saving…"), "quiet")

    def _stored(self, name: str | None) -> None:
        if name is not None:
            self.form.settle(name)
        self.report(self.tr("✓ Saved {time}").format(time=clock(now())))
        self.reload()

    def _not_stored(self, problem: ReformDeskError) -> None:
        self.report(self.tr("✕ Not saved"), "error")
        self._messages.error(self, problem)

    def undo(self) -> None:
        """Take the last change back."""
        self.workspace.run(actions.undo(self._round_id), self._stepped, origin=self)

    def redo(self) -> None:
        """Do it again."""
        self.workspace.run(actions.redo(self._round_id), self._stepped, origin=self)

    def _stepped(self, name: str | None) -> None:
        if name is None or self._data is None:
            return
        if self.form.area != self._data.round.catalogue.area_of[name] or self.stack.currentWidget() is not self.form:
            self.jump(name)
        self._stored(name)
        self.form.go_to(name)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _changed(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes:
            self.reload()

    def choose_file(self) -> None:
        """Open a round file or a reply."""
        path = self._messages.choose_file(
            self, self.tr("Open a file of Home Affairs"), (".rdround", ".rdreply", ".zip")
        )
        if path is not None:
            self.take_files([path])

    def take_files(self, paths: list[Path]) -> None:
        """Take round files and replies."""
        for path in paths:
            self.workspace.run(actions.take_at_agency(path), self.open_round, failed=partial(self._not_taken, path))

    def _not_taken(self, path: Path, problem: ReformDeskError) -> None:
        """A file under a new key of Home Affairs is a question; anything else is told."""
        key = str(problem.params.get("fingerprint", ""))
        if problem.code == "office-key-differs" and key and self._data is not None:
            before = str(problem.params["before"])
            self.trust.compare_new_office_key(self._data.round, key, before, path, self.open_round)
        else:
            self._messages.error(self, problem)

    def _compare_office(self) -> None:
        if self._data is not None and self._data.office_key is not None:
            self.trust.compare_office(self._data.round, self._data.office_key.fingerprint)

    def finish(self) -> None:
        """Seal and export, or show what is in the way."""
        self.form.commit()
        self.workspace.read(
            lambda workspace: (read_form(workspace, self._round_id), actions.keys_here(workspace)),
            lambda read: self._finish(*read),
        )

    def _finish(self, data: FormData, keys: KeysHere) -> None:
        self._show(data)
        if data.readiness.errors or data.readiness.unreasoned or self.form.unsettled:
            self.open_page(CHECK)
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.finishing = FinishDialog(self, data, self._messages, folder / "ReformDesk", keys)
        self.finishing.accepted.connect(lambda: self._seal(data))
        self.finishing.wants_tokens.connect(self._find_tokens)
        self.finishing.check_form.connect(lambda path: self._check_form(data, path))
        self.finishing.print_form.connect(lambda: self._print_form(data))
        self.finishing.open()

    def _seal(self, data: FormData) -> None:
        operation = actions.finish(data.round, self.finishing.choice())
        self.workspace.run(operation, self._exported, failed=self._seal_failed)

    def _find_tokens(self, box: KeyBox) -> None:
        self.workspace.read(actions.find_tokens, box.offer, failed=self.finishing.show_problem)

    def _print_form(self, data: FormData) -> None:
        """Save the form as a PDF for the records clerk to sign."""
        name = f"{data.agency}-{data.round.id}.pdf"
        target = self._messages.choose_target(self.finishing, self.tr("Print the form"), name)
        if target is not None:
            officer = self.finishing.officer.text().strip()
            self.workspace.read(
                actions.form_to_print(data.round, officer),
                lambda annex: self.workspace.run(
                    actions.write_file(target, render(annex)),
                    self.finishing.show_printed,
                    failed=self.finishing.show_problem,
                ),
            )

    def _check_form(self, data: FormData, path: Path) -> None:
        self.workspace.run(
            actions.check_form(data.round, path),
            lambda found: self.finishing.attach(*found),
            failed=self.finishing.show_problem,
        )

    def _seal_failed(self, problem: ReformDeskError) -> None:
        self.finishing.show_problem(problem)
        self.finishing.open()

    def _exported(self, exported: actions.Exported) -> None:
        data = self._data
        if data is None:
            return
        message = self.tr("{agency} sends its report for {round}, no. {revision}: {file}").format(
            agency=data.round.by_id[data.agency].text(self._words.language),
            round=data.round.title.text(self._words.language),
            revision=exported.submission.revision,
            file=exported.path.name,
        )
        code = matching_code(exported.fingerprint)
        self.exported = ExportedDialog(self, exported.path, message, code, key_copied=exported.key_copied)
        self.exported.finished.connect(self._help_on_its_way)
        self.exported.open()
        self.open_page(HOME)

    def _help_on_its_way(self, chosen: int) -> None:
        if chosen == ExportedDialog.OPEN_FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.exported.path.parent)))
        elif chosen == ExportedDialog.COPY_TEXT:
            QGuiApplication.clipboard().setText(self.exported.message)
        elif chosen == ExportedDialog.COPY_KEY:
            self.key.copy()

    def _export_again(self, digest: str) -> None:
        data = self._data
        name = next((str(one["name"]) for one in data.sent if one["digest"] == digest), "") if data else ""
        target = self._messages.choose_target(self, self.tr("Save a copy"), name)
        if target is not None:
            self.workspace.run(actions.copy_of(digest, target))

    def _show_receipt(self, digest: str, revision: int) -> None:
        data = self._data
        if data is None:
            return
        reply = next(one for one in data.replies if (one.digest, one.revision) == (digest, revision))
        self.receipt = ReceiptDialog(self, data, reply, self._words.language)
        self.receipt.finished.connect(lambda chosen: self._save_receipt(digest, chosen))
        self.receipt.open()

    def _save_receipt(self, digest: str, chosen: int) -> None:
        if chosen != ReceiptDialog.SAVE:
            return
        target = self._messages.choose_target(self, self.tr("Save a copy"), f"{self._round_id}.rdreply")
        if target is not None:
            self.workspace.run(actions.copy_of(digest, target))

    def leave(self) -> None:
        """Hand over what is being typed before the desk closes."""
        self.form.commit()
