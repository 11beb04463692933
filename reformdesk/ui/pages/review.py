"""A submission's view: who sealed it, what it says, beside what was said before; what to decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from reformdesk.core.merged import Received
from reformdesk.ui import theme
from reformdesk.ui.channels import correction_words
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.models.review_run import Run
from reformdesk.ui.pages.compare_sides import SidesView
from reformdesk.ui.pages.entered_strips import EnteredStrips
from reformdesk.ui.pages.review_answers import FILES, ReviewAnswers
from reformdesk.ui.pages.review_corrections import ReviewCorrections
from reformdesk.ui.pages.review_place import NEXT, PREVIOUS, PlaceBar
from reformdesk.ui.pages.review_rows import ReviewRows
from reformdesk.ui.pages.review_strips import ReviewStrips
from reformdesk.ui.widgets.basics import ENTERED_SIGN, button, clear, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

ACCEPT, DECIDE, TRACE = "A", "D", "L"
_NUMBER_WIDTH, _EARLIER_WIDTH, _VALUE_WIDTH = 52, 68, 144
_NAME_SHARE, _WORDS_SHARE = 3, 2


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
        self.words = words
        self._data: ReviewData | None = None
        self._awaited = False
        self._held: list[Callable[[], object]] = []
        self._lines = ReviewRows(words)
        self.corrections = ReviewCorrections(words)
        self.corrections.verdict.connect(self.verdict)
        self.entered = EnteredStrips(self)
        self.entered.other.connect(self.other)
        self._said = ReviewStrips(self)
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
        self.answers = ReviewAnswers(self.table, self.model, words)
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
            (ACCEPT, lambda: self._once_shown(self.accept)),
            (DECIDE, lambda: self._once_shown(self._decide)),
            (TRACE, lambda: self._once_shown(self._trace)),
            ("Esc", self._step_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def accept(self) -> None:
        """Accept the submission on show, where it may be."""
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
            self.table.selectRow(self.model.row_of(indicator))

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
        self.ask.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.ask.triggered.connect(lambda: self._once_shown(self._ask_about_current))
        self.table.addAction(self.ask)
        self.addAction(self.ask)
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
        row = -1 if self.shows_sides else self.table.currentIndex().row()
        if self._data is not None:
            self.returned.emit(self._data.received.digest, self.model.cell(row, 0).key if row >= 0 else "")

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

    @property
    def shows_sides(self) -> bool:
        """Whether the sides of a fork are on show, and not one submission alone."""
        return self._below.currentWidget() is self.sides

    def take_focus(self) -> None:
        """Let the keys go to the answers, whichever way they are shown."""
        table = self.sides.table if self._below.currentWidget() is self.sides else self.table
        if not table.currentIndex().isValid():
            # above it stands its area
            table.selectRow(1 if table is self.table else 0)
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
        here = self.model.cell(row, 0).key if row >= 0 else ""
        alone = again and self._below.currentWidget() is self.answers
        self._data = data
        self.ask.setEnabled(data.may_be_returned)
        self._show_head(data)
        self._show_answers(data)
        self.answers.show_review(data)
        self.sides.show_sides(data)
        self._show_below(data, sides=bool(data.sides) and not alone)
        if here and (place := self.model.row_of(here)) >= 0:
            self.table.selectRow(place)

    def _show_below(self, data: ReviewData, *, sides: bool) -> None:
        self._below.setCurrentWidget(self.sides if sides else self.answers)
        self._show_decisions(data)

    def _show_head(self, data: ReviewData) -> None:
        clear(self._head)
        one = data.received
        self._head.addWidget(button(self.tr("‹ Back"), self.back.emit))
        names = rows(space=0)
        agency = data.round.by_id[one.agency].text(self.words.language)
        title = self.tr("{agency} · no. {revision}").format(agency=agency, revision=self._numbered(data, one))
        names.addWidget(label(title, role="title", wrap=True))
        facts = self.tr("{signed}, received {received}, file {file}").format(
            signed=self._said.signed(one.signer_name, one.issuer, one.signed_at),
            received=long_moment(one.received_at),
            file=one.name,
        )
        if one.signer not in data.known_keys and data.known_keys & set(one.followed):
            followed = self.tr("a new key, signed over by the one before")
            facts = f"{facts} · {followed}"
        for head in data.approvals:
            approved = self._said.signed(head.name, head.issuer, head.signed_at)
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

    def _numbered(self, data: ReviewData, one: Received) -> str:
        """Return a revision's number, with the letter of its side where there are several."""
        letter = next((side.letter for side in data.sides if side.received.digest == one.digest), "")
        return f"{one.revision}{letter}{f' {ENTERED_SIGN}' if one.entered else ''}"

    def _show_decisions(self, data: ReviewData) -> None:
        clear(self._strips)
        for strip in self._said.strips(data):
            self._strips.addWidget(strip)

    def turn(self, data: ReviewData, *, sides: bool) -> None:
        """Show the sides of a fork, or the one submission alone."""
        self._show_below(data, sides=sides)
        # the button that was pressed is gone
        self.take_focus()

    def _show_answers(self, data: ReviewData) -> None:
        header = [
            self.tr("No."),
            self.tr("Indicator"),
            *(past.short.text(self.words.language) for past in data.earlier),
            data.round.short.text(self.words.language),
            self.tr("Findings and explanation"),
        ]
        self.model.show_rows(header, list(self._lines.lines(data)))
        # what has words shares the room; a review may have other columns than the one before
        last = len(header) - 1
        widths = [_EARLIER_WIDTH] * len(data.earlier) + [_VALUE_WIDTH]
        fixed = {0: _NUMBER_WIDTH, **dict(enumerate(widths, 2))}
        self.table.share({1: _NAME_SHARE, last: _WORDS_SHARE}, fixed, range(2, 1 + len(data.earlier)))
