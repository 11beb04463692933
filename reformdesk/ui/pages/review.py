"""A submission's view: who sealed it, what it says, beside what was said before; what to decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from reformdesk.core.evidence import Paper
from reformdesk.core.merged import Received
from reformdesk.core.pins import Revocation
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.core.returns import Return
from reformdesk.core.standing import Reason
from reformdesk.core.text import sentence
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.channels import correction_words
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.models.review_run import Run
from reformdesk.ui.pages.compare_sides import SidesView
from reformdesk.ui.pages.entered_strips import EnteredStrips
from reformdesk.ui.pages.restored_strip import restored_strip
from reformdesk.ui.pages.review_answers import FILES, ReviewAnswers
from reformdesk.ui.pages.review_corrections import ReviewCorrections
from reformdesk.ui.pages.review_place import NEXT, PREVIOUS, PlaceBar
from reformdesk.ui.pages.review_rows import ReviewRows
from reformdesk.ui.widgets.basics import ENTERED_SIGN, Strip, button, clear, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

ACCEPT, DECIDE, TRACE = "A", "D", "L"
_EARLIER_WIDTH, _VALUE_WIDTH = 68, 160
_SAID_ELSEWHERE = (
    *(Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN, Reason.FORK, Reason.NOT_CHOSEN, Reason.GAP),
    Reason.BESIDE_ENTERED,
)


class ReviewPage(QWidget):
    """Shows one submission; each decision is a signal with what it is about.

    ``compare`` gives a digest and the key to compare, ``returned`` a digest and the indicator that
    is asked about first, empty for none; ``other`` an agency and a digest to show instead; ``step`` is
    -1 or +1 in the list one came from; ``accepted`` the digest of what was looked at and is right; ``decide``
    an agency and a digest about which there is something to decide; ``verdict`` a request on an earlier figure,
    what is to be decided, and the request in words; ``traced`` asks for the signed file, and has the indicator of
    the row.
    """

    back = Signal()
    compare = Signal(str, str)
    provisional = Signal(str)
    chosen = Signal(str)
    history_accepted = Signal(str)
    returned = Signal(str, str)
    received = Signal(object)
    other = Signal(str, str)
    step = Signal(int)
    verdict = Signal(str, str, str)
    accepted = Signal(str)
    decide = Signal(str, str)
    traced = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._data: ReviewData | None = None
        self._awaited = False
        self._held: list[Callable[[], object]] = []
        self._lines = ReviewRows(words)
        self._corrections = ReviewCorrections(words)
        self._corrections.verdict.connect(self.verdict)
        self.entered = EnteredStrips(self)
        self.entered.other.connect(self.other)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        self._head = columns(space=theme.SPACE_12)
        top = columns(space=theme.SPACE_12)
        top.addLayout(self._head, 1)
        self.place = PlaceBar()
        self.place.step.connect(self.step)
        top.addWidget(self.place)
        layout.addLayout(top)
        self._strips = rows(space=theme.SPACE_4)
        layout.addLayout(self._strips)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Answers of the submission"))
        self.table.wrap_header()
        self._offer_to_ask()
        self.sides = SidesView(words)
        self.sides.chosen.connect(self.chosen)
        self._below = QStackedWidget()
        self.answers = ReviewAnswers(self.table, words)
        self.answers.wants_file.connect(self._trace)
        self._below.addWidget(self.answers)
        self._below.addWidget(self.sides)
        layout.addWidget(self._below, 1)
        self._take_keys()

    def _take_keys(self) -> None:
        """Letters go on wherever one is on the page: there is nothing to type into."""
        for keys, verb in (
            (PREVIOUS, self.place.previous.click),
            (NEXT, self.place.next.click),
            (FILES, lambda: self._once_shown(self.answers.go_to_files)),
            (ACCEPT, lambda: self._once_shown(self._accept)),
            (DECIDE, lambda: self._once_shown(self._decide)),
            (TRACE, lambda: self._once_shown(self._trace)),
            ("Esc", self._step_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def _accept(self) -> None:
        if self._data is not None and self._data.received.may_be_accepted:
            self.accepted.emit(self._data.received.digest)

    def _decide(self) -> None:
        if self._data is not None and self._data.received.reasons:
            self.decide.emit(self._data.received.agency, self._data.received.digest)

    def _trace(self) -> None:
        row = self.table.currentIndex().row()
        if self._data is not None:
            self.traced.emit(self.model.cell(row, 0).key if 0 <= row < self.model.rowCount() else "")

    def follow(self, indicator: str) -> None:
        """Keep to the row of an indicator, where Enter goes on to the signed file; empty: to none."""
        self.answers.leads_on = bool(indicator)
        if self._data is not None and indicator in self._data.names:
            self.table.selectRow(self._data.names.index(indicator))

    def _step_back(self) -> None:
        """From the details to the table, from there to the list."""
        focused = self.window().focusWidget()
        if focused is not None and self.answers.details.isAncestorOf(focused):
            self.take_focus()
        else:
            self.back.emit()

    def _offer_to_ask(self) -> None:
        """Let a row be asked about: from its menu (mouse or menu key), or with R."""
        self.ask = QAction(self.tr("Ask about this…"), self.table)
        self.ask.setShortcut(QKeySequence("R"))
        self.ask.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.ask.triggered.connect(lambda: self._once_shown(self._ask_about_current))
        self.table.addAction(self.ask)
        self.came = QAction(self.tr("When it came…"), self.table)
        self.came.setShortcut(QKeySequence("T"))
        self.came.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.came.triggered.connect(lambda: self._once_shown(self._ask_when_it_came))
        self.table.addAction(self.came)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _ask_when_it_came(self) -> None:
        if self._data is not None:
            self.received.emit(self._data.received)

    def _ask_about_current(self) -> None:
        current = self.table.currentIndex()
        if self._data is not None and current.isValid():
            self.returned.emit(self._data.received.digest, self.model.cell(current.row(), 0).key)

    def show_run(self, run: Run) -> None:
        """Say which one of how many this is."""
        self.place.show_run(run)

    def await_no_more(self) -> None:
        """Do what was asked for by key meanwhile: there is no next one to show."""
        self._awaited = False
        held, self._held = self._held, []
        for verb in held:
            # one of them may ask for the next: those behind it are meant for that one
            self._once_shown(verb)

    def await_next(self) -> None:
        """Keep what is asked for by key until the next submission is on show: it is meant for that one."""
        self._awaited = True

    def _once_shown(self, verb: Callable[[], object]) -> None:
        if self._awaited:
            self._held.append(verb)
        else:
            verb()

    def take_focus(self) -> None:
        """Let the keys go to the answers, whichever way they are shown."""
        table = self.sides.table if self._below.currentWidget() is self.sides else self.table
        if not table.currentIndex().isValid():
            table.selectRow(0)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, data: ReviewData) -> None:
        """Show a submission; the same one again keeps the place in its table and whether its fork is on show.

        Where a button that had the focus goes, the focus goes to the table.
        """
        again = self._data is not None and self._data.received.digest == data.received.digest
        focused = self.window().focusWidget()
        homeless = focused is not None and self.isAncestorOf(focused) and not self._stays(focused)
        self._show(data, again=again)
        if homeless or not again:
            self.take_focus()
        self.await_no_more()

    def _stays(self, widget: QWidget) -> bool:
        return self._below.isAncestorOf(widget) or (self.place.isAncestorOf(widget) and widget.isEnabled())

    def _show(self, data: ReviewData, *, again: bool) -> None:
        row = self.table.currentIndex().row() if again else -1
        alone = again and self._below.currentWidget() is self.answers
        self._data = data
        self.ask.setEnabled(data.may_be_returned)
        self._show_head(data)
        self._show_answers(data)
        self.answers.show_review(data)
        self.sides.show_sides(data)
        self._show_below(data, sides=bool(data.sides) and not alone)
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)

    def _show_below(self, data: ReviewData, *, sides: bool) -> None:
        self._below.setCurrentWidget(self.sides if sides else self.answers)
        self._show_decisions(data)

    def _show_head(self, data: ReviewData) -> None:
        clear(self._head)
        one = data.received
        self._head.addWidget(button(self.tr("‹ Back"), self.back.emit))
        names = rows(space=0)
        agency = data.round.by_id[one.agency].text(self._words.language)
        title = self.tr("{agency} · no. {revision}").format(agency=agency, revision=self._numbered(data, one))
        names.addWidget(label(title, role="title", wrap=True))
        facts = self.tr("{signed}, received {received}, file {file}").format(
            signed=self._signed(one.signer_name, one.issuer, one.signed_at),
            received=long_moment(one.received_at),
            file=one.name,
        )
        if one.signer not in data.known_keys and data.known_keys & set(one.followed):
            followed = self.tr("a new key, signed over by the one before")
            facts = f"{facts} · {followed}"
        for head in data.approvals:
            approved = self._signed(head.name, head.issuer, head.signed_at)
            words = self.tr("approved: {signed}").format(signed=approved)
            facts = f"{facts} · {words}"
        if one.corrected is not None:
            facts = f"{facts} · {correction_words(one, one.corrected)}"
        if data.previous is not None:
            changed = self.tr("fields changed since no. {revision}: {count}").format(
                revision=data.previous.revision, count=len(data.changed)
            )
            facts = f"{facts} · {changed}"
        names.addWidget(label(facts, role="small", wrap=True))
        self._head.addLayout(names, 1)
        for another in data.others:
            text = self.tr("No. {revision}").format(revision=self._numbered(data, another))
            self._head.addWidget(button(text, partial(self.other.emit, another.agency, another.digest)))
        if one.reasons:
            self._head.addWidget(button(self.tr("Decide… (D)"), self._decide))

    def _signed(self, name: str, issuer: str, signed_at: str) -> str:
        """Say what a signature is: a seal by the program's own key, or one with an authority's certificate."""
        moment = long_moment(signed_at)
        if issuer:
            text = self.tr("Digital signature of {name} (certificate by {issuer}) {moment}")
            return text.format(name=name, issuer=issuer, moment=moment)
        return self.tr("Sealed by {name} {moment}").format(name=name, moment=moment)

    def _paper_strip(self, paper: Paper) -> Strip:
        """Say who signed the form that came along, and whether it says what the submission says."""
        if paper.problem is not None:
            return Strip("warning", f"{paper.title}: {self._words.error(paper.problem)}")
        signers = "; ".join(
            self._signed(one.name, one.issuer, one.signed_at.isoformat() if one.signed_at else "")
            for one in paper.signatures
        )
        if not all(one.whole for one in paper.signatures):
            return Strip(
                "error",
                self.tr("{paper}: {signers}. It was changed after it was signed.").format(
                    paper=paper.title, signers=signers
                ),
            )
        if paper.agrees:
            return Strip(
                "good",
                self.tr("{paper}: {signers}. It agrees with these figures.").format(paper=paper.title, signers=signers),
            )
        return Strip(
            "error",
            self.tr("{paper}: {signers}. It was printed from OTHER figures.").format(
                paper=paper.title, signers=signers
            ),
        )

    def _numbered(self, data: ReviewData, one: Received) -> str:
        """Return a revision's number, with the letter of its side where there are several."""
        letter = next((side.letter for side in data.sides if side.received.digest == one.digest), "")
        return f"{one.revision}{letter}{f' {ENTERED_SIGN}' if one.entered else ''}"

    def _show_decisions(self, data: ReviewData) -> None:
        clear(self._strips)
        one = data.received
        if data.restored is not None:
            self._strips.addWidget(restored_strip(data, data.restored, self.history_accepted.emit))
        for key in data.open_keys:
            self._strips.addWidget(self._key_strip(data, key))
        for strip in (*self.entered.strips(data), *self._reason_strips(data)):
            self._strips.addWidget(strip)
        if data.revoked is not None:
            self._strips.addWidget(self._revoked_strip(one, data.revoked))
        for paper in data.papers:
            self._strips.addWidget(self._paper_strip(paper))
        if data.asked is not None:
            self._strips.addWidget(self._answer_strip(data, data.asked))
        for strip in self._corrections.strips(data):
            self._strips.addWidget(strip)
        if one.returned and not one.entered:
            self._strips.addWidget(self._returned_strip(data.said))
        elif one.counts and not one.entered:
            self._strips.addWidget(self._counted_strip(one))

    def _revoked_strip(self, one: Received, revoked: Revocation) -> Strip:
        text = self.tr("This key was revoked {moment} ({reason}). This file had come before, and stays good.")
        if revoked.fingerprint != one.signer:
            text = self.tr("The head's key was revoked {moment} ({reason}). This file had come before, and stays good.")
        return Strip("warning", text.format(moment=long_moment(revoked.revoked_at), reason=revoked.reason))

    def _counted_strip(self, one: Received) -> Strip:
        text = self.tr("Received, and counted in the totals.")
        if one.provisional:
            text = self.tr(
                "Received provisionally: counted in the totals, each of which is marked {sign} until the code is "
                "compared."
            ).format(sign=PROVISIONAL)
        if one.reviewed:
            reviewed = self.tr("Reviewed and accepted.")
            text = f"{text} {reviewed}"
        strip = Strip("good", text)
        if not one.reviewed:
            strip.add(button(self.tr("Accept (A)"), self._accept))
        send_back = button(self.tr("Return…"), lambda: self.returned.emit(one.digest, ""))
        send_back.setToolTip(self.tr("Or press R on a row to ask about that field."))
        strip.add(send_back)
        return strip

    def _key_strip(self, data: ReviewData, key: str) -> Strip:
        one = data.received
        text = (
            self.tr("This key was not compared yet. Telephone the agency and compare its code: {code}")
            if key == one.signer
            else self.tr("The head's key was not compared yet. Telephone the agency and compare its code: {code}")
        )
        strip = Strip("warning", text.format(code=matching_code(key)))
        strip.add(button(self.tr("Compare the code…"), lambda: self.compare.emit(one.digest, key)))
        if not one.provisional and key == data.open_keys[0]:
            strip.add(button(self.tr("Accept provisionally"), lambda: self.provisional.emit(one.digest)))
        return strip

    def _reason_strips(self, data: ReviewData) -> list[Strip]:
        """Return a sentence for each thing that an officer must decide, with its buttons."""
        one = data.received
        strips = []
        for code in one.reasons:
            if code in _SAID_ELSEWHERE or (code == Reason.HISTORY_BROKEN and data.restored is not None):
                continue
            text = self._words.reason(code)
            if code == Reason.HISTORY_BROKEN:
                why = self.tr(
                    "It was changed outside the program, or an older copy was put back. Ask the agency before you "
                    "accept it."
                )
                text = f"{sentence(text)} {why}"
            strip = Strip("warning", text)
            if code == Reason.HISTORY_BROKEN:
                strip.add(button(self.tr("Accept it all the same"), lambda: self.history_accepted.emit(one.digest)))
            strips.append(strip)
        if data.missing is not None:
            strips.append(self._missing_strip(data))
        if data.sides:
            strips.append(self._fork_strip(data))
        return strips

    def _missing_strip(self, data: ReviewData) -> Strip:
        """Say what a submission goes on from that is not there."""
        revision, missing = data.received.revision, data.missing
        if missing is not None and missing.numbers:
            numbers = ", ".join(map(str, missing.numbers))
            text = self.tr("Missing: no. {numbers} (named by no. {revision}). Ask the agency to send it.")
            return Strip("warning", text.format(numbers=numbers, revision=revision))
        if missing is None or missing.before is None:
            text = self.tr("No. {revision} goes on from another no. {before} than the one here. Ask the agency for it.")
            return Strip("warning", text.format(revision=revision, before=revision - 1))
        before = missing.before
        text = self.tr("No. {revision} goes on from no. {before}, which waits itself. Decide on that one first.")
        strip = Strip("warning", text.format(revision=revision, before=before.revision))
        show = self.tr("Open no. {revision}").format(revision=before.revision)
        strip.add(button(show, partial(self.other.emit, before.agency, before.digest)))
        return strip

    def _fork_strip(self, data: ReviewData) -> Strip:
        decided = any(side.holds for side in data.sides)
        strip = Strip(
            "warning",
            self.tr("Another file with this number was chosen. This one stays here and does not count.")
            if decided
            else self.tr("Two different files say they are this number. Ask the agency which one holds, then choose."),
        )
        on_show = self._below.currentWidget() is self.sides
        text = self.tr("Show this one alone") if on_show else self.tr("Show the sides")
        strip.add(button(text, lambda: self._turn(data, sides=not on_show)))
        return strip

    def _turn(self, data: ReviewData, *, sides: bool) -> None:
        self._show_below(data, sides=sides)
        # the button that was pressed is gone
        self.take_focus()

    def _returned_strip(self, said: Return | None) -> Strip:
        """Say with what words a submission was returned, and until when an answer is due."""
        parts = [self.tr("Returned.")]
        if said is not None:
            parts += [sentence(said.words)] if said.words else []
            if said.fields:
                parts.append(self.tr("Fields asked about: {count}.").format(count=len(said.fields)))
            if said.until is not None:
                parts.append(self.tr("Answer by {day}.").format(day=day(said.until)))
        return Strip("returned", " ".join(parts))

    def _answer_strip(self, data: ReviewData, asked: Return) -> Strip:
        """Say how far a revision answers the return before it."""
        about = [one for one in asked.fields if one.indicator in data.names]
        answered = sum(data.answers(one) for one in about)
        others = len(data.changed - {one.indicator for one in about})
        number = data.previous.revision if data.previous is not None else data.received.revision - 1
        text = self.tr(
            "Answers your return of no. {revision}: {answered} of {asked} fields you asked about; other fields "
            "changed: {others}."
        ).format(revision=number, answered=answered, asked=len(about), others=others)
        if asked.words:
            written = self.tr("You wrote: {words}").format(words=asked.words)
            text = f"{text} {written}"
        return Strip("good" if answered == len(about) else "warning", text)

    def _show_answers(self, data: ReviewData) -> None:
        titles = {past.id: past.short.text(self._words.language) for past in data.round.earlier}
        header = [
            self.tr("Indicator"),
            *(titles[name] for name, _ in data.earlier),
            data.round.short.text(self._words.language),
            self.tr("Findings and explanation"),
        ]
        self.model.show_rows(header, [self._lines.line(data, name) for name in data.names])
        # what has words shares the room; a review may have other columns than the one before
        last = len(header) - 1
        widths = [_EARLIER_WIDTH] * len(data.earlier) + [_VALUE_WIDTH]
        self.table.share({0: 1, last: 1}, dict(enumerate(widths, 1)))
