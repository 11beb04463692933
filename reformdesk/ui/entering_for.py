"""Entering on behalf of an agency at Home Affairs' desk: what is typed or dropped in, and its seal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import entered, values
from reformdesk.core.answers import Given
from reformdesk.core.enclosures import KINDS
from reformdesk.core.entered import Draft
from reformdesk.core.merged import Received
from reformdesk.core.values import Ambiguous, Unreadable, Value
from reformdesk.errors import ReformDeskError
from reformdesk.office.form_reading import TELLS_ALONE
from reformdesk.ui import entered_actions
from reformdesk.ui.deciding import Deciding
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.entered_actions import Filled
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.intake import IntakeLine
from reformdesk.ui.pages.entering_for import EnteringPage
from reformdesk.ui.token_finding import offer_tokens
from reformdesk.ui.workspace import OpenWorkspace, Operation

FORM = ".xlsx"
_TELL_AT_MOST = 3


class EnteringFor(QObject):
    """Connects the page with the workspace.

    ``looking`` asks for the page, ``left`` for the one before it, ``said`` has a sentence for the status line,
    with its tone.
    """

    looking = Signal()
    left = Signal()
    said = Signal(str, str)

    def __init__(
        self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, page: EnteringPage, deciding: Deciding
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._page = page
        self._deciding = deciding
        self._place = ("", "")
        self._asked = 0
        self._forms: deque[Path] = deque()
        page.back.connect(self._leave)
        page.typed.connect(self._typed)
        page.decided.connect(self._decided)
        page.explained.connect(lambda name, words: self._enter({name: Given(explanation=words)}))
        page.pasted.connect(self._pasted)
        page.sourced.connect(lambda source: self._do(lambda draft: entered_actions.keep_source(draft, source)))
        page.attach.connect(self._choose_paper)
        page.detach.connect(lambda digest: self._do(lambda draft: entered_actions.detach(draft, digest)))
        page.seal.connect(self._seal)
        page.discard.connect(self._discard)

    def open(self, round_id: str, agency: str) -> None:
        """Show what is being entered for an agency in a round."""
        self._forms.clear()
        self._page.begin()
        self._place = (round_id, agency)
        self._read(looks=True)

    def open_again(self) -> None:
        """Read anew what is on show."""
        if self._place != ("", ""):
            self._read()

    def _read(self, *, looks: bool = False) -> None:
        self._asked += 1
        asked, place = self._asked, self._place

        def show(draft: Draft) -> None:
            if asked == self._asked:
                if looks:
                    # first, so that it is built for its size and takes the keys
                    self.looking.emit()
                self._page.show_draft(draft, len(self._forms))

        self._workspace.read(lambda workspace: entered.draft(workspace, *place), show, failed=self._fail)

    def enter_arrival(self, line: IntakeLine) -> None:
        """Enter on behalf of whoever a line of the intake is about: an agency, or its Excel form."""
        if line.is_form and line.path is not None:
            self.take_forms([line.path])
        elif line.round is not None and line.agency is not None:
            self.open(line.round.id, line.agency.id)

    def take_files(self, paths: Sequence[Path], *, on_show: bool) -> list[Path]:
        """Take Excel forms, and papers where the page is ``on_show``; return the rest."""
        forms = [path for path in paths if path.suffix.lower() == FORM and path.is_file()]
        papers = [path for path in paths if on_show and path not in forms and path.suffix.lower() in KINDS]
        for path in papers:
            self._attach(path)
        if on_show and len(forms) == 1:
            self._fill(forms[0])
        elif forms:
            self.take_forms(forms)
        return [path for path in paths if path not in forms and path not in papers]

    def take_forms(self, paths: Sequence[Path]) -> None:
        """Open agencies' Excel forms one after the other, each with its figures filled in."""
        self._page.commit()
        self._forms = deque(paths)
        self._next_form()

    def _next_form(self) -> bool:
        if not self._forms:
            return False
        path = self._forms.popleft()

        def known(place: tuple[str, str]) -> None:
            self._page.begin()
            self._place = place
            self._fill(path)

        def unknown(problem: ReformDeskError) -> None:
            self._fail(problem)
            self._next_form()

        self._workspace.read(entered_actions.whose(path), known, failed=unknown)
        return True

    def _fill(self, path: Path) -> None:
        operation = entered_actions.take_form(path, *self._place, self._messages.words.language)
        self._workspace.run(operation, partial(self._filled, path.name), failed=self._fail)

    def _filled(self, name: str, filled: Filled) -> None:
        text = self.tr("From {file}: {count} answers filled in. Look at them before you seal.")
        lost = [loss for loss in filled.losses if loss.code not in TELLS_ALONE]
        losses = [self._messages.words.loss(one.code, asdict(one)) for one in lost]
        self._tell_filled(text.format(file=name, count=filled.taken), filled, losses)

    def _tell_filled(self, text: str, filled: Filled, losses: Sequence[str]) -> None:
        draft = self._page.draft
        catalogue = draft.round.catalogue if draft is not None else None
        language = self._messages.words.language
        left = [
            f"{catalogue.indicators[one.indicator].name.text(language)}: {one.offered.raw}"
            for one in filled.left
            if catalogue is not None and one.indicator in catalogue.indicators
        ]
        untaken = [*left, *losses]
        if untaken:
            not_taken = self.tr("Not taken ({count}): {what}").format(
                count=len(untaken), what="; ".join(untaken[:_TELL_AT_MOST])
            )
            text = f"{text} {not_taken}{'…' if len(untaken) > _TELL_AT_MOST else ''}"
        self._page.tell(text, "warning" if untaken else "good")
        self._read(looks=True)

    def _typed(self, name: str, text: str) -> None:
        draft = self._page.draft
        if draft is None:
            return
        # the answers that are no figure may also be typed in the interface's language
        status = self._messages.words.status_named(text)
        reading = status or values.read(text, draft.round.catalogue.indicators[name])
        if isinstance(reading, Ambiguous | Unreadable):
            self._page.ask(name, reading)
        else:
            self._decided(name, reading)

    def _decided(self, name: str, value: Value) -> None:
        self._enter({name: Given(value)})

    def _enter(self, given: Mapping[str, Given]) -> None:
        draft = self._page.draft
        if draft is None:
            return

        def kept(_: None) -> None:
            for name in given:
                self._page.settle(name)
            self._read()

        self._overtake()
        self._workspace.run(entered_actions.enter(draft, given), kept, failed=self._fail)

    def _pasted(self, name: str, text: str) -> None:
        draft = self._page.draft
        if draft is not None:
            self._workspace.run(entered_actions.paste(draft, text, name), self._pasted_in, failed=self._fail)

    def _pasted_in(self, filled: Filled) -> None:
        text = self.tr("Pasted: {count} answers. Look at them before you seal.").format(count=filled.taken)
        self._tell_filled(text, filled, ())

    def _do(self, verb: Callable[[Draft], Operation[None]]) -> None:
        draft = self._page.draft
        if draft is not None:
            self._overtake()
            self._workspace.run(verb(draft), lambda _: self._read(), failed=self._fail)

    def _overtake(self) -> None:
        """Let go of what is being read: it knows nothing of what is kept now, and would put the old in its place."""
        self._asked += 1

    def _choose_paper(self) -> None:
        path = self._messages.choose_file(self._desk, self.tr("Attach a scan"), tuple(KINDS))
        if path is not None:
            self._attach(path)

    def _attach(self, path: Path) -> None:
        self._do(lambda draft: entered_actions.attach(draft, path))

    def _seal(self) -> None:
        self._page.commit()
        if self._page.source.show_missing():
            self._page.tell(self.tr("Say where the figures come from first."))
            return
        if self._page.unsettled:
            self._page.tell(self.tr("Something that was typed cannot be kept as it stands. Settle it first."))
            self._page.go_to(self._page.unsettled[0])
            return
        # behind what was just handed over
        self._deciding.with_name(self._ask_for_key)

    def _ask_for_key(self, officer: str) -> None:
        draft = self._page.draft
        if draft is None:
            return
        agency = draft.round.by_id[draft.agency].text(self._messages.words.language)
        title = self.tr("Seal what was entered for {agency}").format(agency=agency)
        dialog = self.sealing = PassphraseDialog(self._desk, title)
        dialog.accepted.connect(lambda: self._run_seal(officer))
        offer_tokens(self._workspace, self._messages.words, dialog, dialog.key)
        dialog.open()

    def _run_seal(self, officer: str) -> None:
        draft = self._page.draft
        if draft is not None:
            operation = entered_actions.seal(draft, self.sealing.key.choice(), officer)
            self._workspace.run(operation, self._sealed, failed=self._not_sealed)

    def _not_sealed(self, problem: ReformDeskError) -> None:
        words = self._messages.words.error(problem)
        if problem.code in ("entry-overtaken", "entry-empty", "errors-open", "entry-source-missing"):
            self._page.tell(words)
            self._read()
        else:
            self.sealing.show_problem(words)
            self.sealing.open()

    def _sealed(self, made: Received) -> None:
        draft = self._page.draft
        agency = (
            draft.round.by_id[made.agency].text(self._messages.words.language) if draft is not None else made.agency
        )
        self._place = ("", "")
        text = self.tr("✓ Entered on behalf of {agency}, no. {revision}")
        self.said.emit(text.format(agency=agency, revision=made.revision), "good")
        if not self._next_form():
            self.left.emit()

    def _discard(self) -> None:
        draft = self._page.draft
        if draft is None or not self._messages.ask(
            self._desk,
            self.tr("Throw away what was typed for this agency? What was sealed before stays."),
            self.tr("Throw away"),
            self.tr("Keep"),
        ):
            return

        def gone(_: None) -> None:
            self._place = ("", "")
            if not self._next_form():
                self.left.emit()

        self._workspace.run(entered_actions.discard(draft), gone, failed=self._fail)

    def _leave(self) -> None:
        self._page.commit()
        self._forms.clear()
        self.left.emit()

    def _fail(self, problem: ReformDeskError) -> None:
        self._messages.error(self._desk, problem)
