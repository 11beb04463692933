"""Closing a round: what is missing before it, what it is known by after it, and reopening it with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from reformdesk.core.closing_document import Against, State
from reformdesk.core.closing_overview import ClosingOverview
from reformdesk.core.journal import LONGEST_REASON
from reformdesk.core.merged import Received
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.closing import ChangeRows
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.widgets.basics import SIGNS, Strip, button, columns, fit, label, labelled, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_WIDTH, _REASON_HEIGHT = 720, 64
_LEAST_TABLE, _ROW = 124, 27
_MOST_ROWS, _MOST_NAMES, _SIGN_WIDTH = 6, 6, 16
_FIGURE_WIDTH, _COVERAGE_WIDTH = 150, 130
REPORTS = (("Excel", ".xlsx"), ("Word", ".docx"), ("CSV", ".csv"), ("JSON", ".json"), ("SDMX", ".sdmx.csv"))


class _WithFacts(QuestionDialog):
    """Says how a round stands, in lines with a sign each."""

    GUIDE = "closing"

    def __init__(self, parent: QWidget, title: str, go: str, overview: ClosingOverview, words: Words) -> None:
        super().__init__(parent, title, go, _WIDTH)
        self.overview, self._words = overview, words
        self.tables: list[SheetTable] = []

    def _names(self, agencies: Sequence[str]) -> str:
        """Return the agencies' names, shortened where there are many; the tooltip has all."""
        names = [self.overview.name(one, self._words.language) for one in agencies]
        if len(names) <= _MOST_NAMES:
            return ", ".join(names)
        text = self.tr("{names} and {count} more")
        return text.format(names=", ".join(names[: _MOST_NAMES - 1]), count=len(names) - _MOST_NAMES + 1)

    def _submissions(self, found: Sequence[Received]) -> str:
        """Return whose submissions, with their numbers."""
        text = self.tr("{agency} (no. {revision})")
        named = [
            text.format(agency=self.overview.name(one.agency, self._words.language), revision=one.revision)
            for one in found[:_MOST_NAMES]
        ]
        return ", ".join(named) + (" …" if len(found) > _MOST_NAMES else "")

    def _add_changes(self, against: Sequence[Against], now: str) -> None:
        """Show what differs from closings, a table for each."""
        for one in against:
            text = self.tr("Changed since closing no. {number} · {code}… · figures: {figures}, agencies: {agencies}")
            text = text.format(
                number=one.number,
                code=one.code,
                figures=len(one.differences.totals),
                agencies=len(one.differences.counted),
            )
            self.content.addWidget(label(text, role="strong", wrap=True))
            if one.differences.corrected:
                self.content.addWidget(label(self.tr("The round itself was corrected since."), role="quiet"))
            made = ChangeRows(one, self._words, now, self.overview.board.round.by_id)
            lines = made.rows()
            model = GridModel()
            table = SheetTable(model, text)
            model.setParent(table)
            model.show_rows(made.header(), lines)
            table.share({0: 1}, {1: _FIGURE_WIDTH, 2: _FIGURE_WIDTH, 3: _COVERAGE_WIDTH})
            theme.hold(table, height=max(_ROW * (min(len(lines), _MOST_ROWS) + 1), _LEAST_TABLE))
            self.content.addWidget(table)
            self.tables.append(table)

    def _add_fact(self, tone: str, text: str, names: str = "") -> None:
        """Add a line with its sign; who it is about stands below."""
        line = columns(space=theme.SPACE_8)
        sign = label(SIGNS[tone], role="strong", tone=tone)
        theme.hold(sign, width=_SIGN_WIDTH)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = rows(space=0)
        words.addWidget(label(text, wrap=True))
        if names:
            words.addWidget(label(names, role="small", tone="quiet", wrap=True))
        line.addLayout(words, 1)
        self.content.addLayout(line)


class ClosingDialog(_WithFacts):
    """What stands and what does not before a round is closed; only two issues that both claim to hold block it.

    ``reopen_wanted``: desks closed it apart, and it shall be opened instead.
    """

    reopen_wanted = Signal()

    def __init__(self, parent: QWidget, overview: ClosingOverview, words: Words) -> None:
        number = overview.stand.number + 1
        title = self.tr("Close the round: {round}").format(round=overview.board.round.title.text(words.language))
        super().__init__(parent, title, self.tr("Close as no. {number}").format(number=number), overview, words)
        self.content.addWidget(
            label(
                self.tr(
                    "The consolidated figures are frozen with their digest. From then on nothing in the round is "
                    "decided, and what comes late waits until you reopen it. What is missing blocks nothing."
                ),
                role="quiet",
                wrap=True,
            )
        )
        if overview.issue_contested:
            text = self.tr("Two desks corrected the round differently. Decide first which of the two issues holds.")
            self.content.addWidget(Strip("error", text))
        if overview.stand.state is State.CONTESTED:
            self._add_apart()
        self._add_facts()
        note = overview.note
        if note is not None and not note.against:
            text = self.tr("Nothing has changed since closing no. {number}.")
            self._add_fact("good", text.format(number=note.number))
        self._add_changes(note.against if note is not None else (), self.tr("Now"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("such as: report of six months"))
        self.content.addLayout(labelled(self.tr("Note on this closing (may be left empty)"), self.reason))
        self.add_buttons()
        if overview.stand.state is State.CONTESTED:
            self.reopen = button(self.tr("Reopen instead…"), self.reopen_wanted.emit)
            self.lead(self.reopen)
        self.go.setEnabled(not overview.issue_contested)
        self.go.setToolTip(self.tr("Two issues of the round claim to hold.") if overview.issue_contested else "")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_apart(self) -> None:
        """Show the closings that desks made apart; closing anew decides between them."""
        found = "; ".join(
            self.tr("no. {number} · {code}…").format(number=one.number, code=one.code)
            for one in self.overview.stand.last
        )
        text = self.tr(
            "Two desks closed the round differently ({closings}). Closing anew holds what is shown here; reopen it "
            "where something has to be decided first."
        )
        self.content.addWidget(Strip("warning", text.format(closings=found)))

    def _add_facts(self) -> None:
        overview = self.overview
        received, owing = overview.counting, len(overview.board.lines)
        text = self.tr("Received: {received} of {owing} agencies").format(received=received, owing=owing)
        missing = [line.agency.id for line in overview.missing]
        self._add_fact("warning" if received < owing else "good", text, self._lacking(missing))
        if overview.in_part:
            text = self.tr("Sent in part: {count} agencies").format(count=len(overview.in_part))
            self._add_fact("partial", text, self._names([line.agency.id for line in overview.in_part]))
        text = self.tr("Figures with every agency's answer: {complete} of {asked}")
        whole = overview.complete == overview.asked
        self._add_fact("good" if whole else "warning", text.format(complete=overview.complete, asked=overview.asked))
        if overview.waiting:
            text = self.tr("Files that wait for a decision: {count}. They go on waiting and do not count.")
            self._add_fact("waiting", text.format(count=len(overview.waiting)), self._submissions(overview.waiting))
        if overview.contested:
            text = self.tr("Decided differently at two desks: {count}. It goes as if nothing had been decided.")
            self._add_fact("waiting", text.format(count=overview.contested))
        self._add_marks()

    def _lacking(self, missing: Sequence[str]) -> str:
        return self.tr("Nothing counts of: {names}").format(names=self._names(missing)) if missing else ""

    def _add_marks(self) -> None:
        provisional, entered = self.overview.counted(provisional=True), self.overview.counted(entered=True)
        if provisional:
            text = self.tr("Counted though the matching code was not compared yet: {count} agencies")
            self._add_fact("warning", text.format(count=provisional))
        if entered:
            text = self.tr("Entered on behalf: {count} agencies").format(count=entered)
            self._add_fact("partial", text)


class ClosedDialog(_WithFacts):
    """What a closed round is known by, and what came since.

    ``receipts_wanted`` asks for the receipts for all, ``report_wanted`` for a report of a kind: of all rounds as
    they stand, or with a digest of this round as that closing has it; ``reopen_wanted`` for the round to be opened.
    """

    receipts_wanted = Signal()
    report_wanted = Signal(str, str)
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget, overview: ClosingOverview, words: Words) -> None:
        (closing,) = overview.stand.last
        title = self.tr("{round}: closed as no. {number}").format(
            round=overview.board.round.title.text(words.language), number=closing.number
        )
        super().__init__(parent, title, self.tr("Done"), overview, words)
        self._closing = closing
        self._add_hands()
        self.digest = QLineEdit(closing.digest)
        self.digest.setReadOnly(True)
        self.copy = button(self.tr("Copy"), self._copy)
        line = columns()
        line.addLayout(labelled(self.tr("Digest of the consolidated figures (SHA-256)"), self.digest), 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(line)
        self._add_since()
        note = overview.note
        now = self.tr("Closing no. {number}").format(number=closing.number)
        self._add_changes(note.against if note is not None else (), self.tr("Now") if overview.stand.differs else now)
        self._add_tools()
        self.add_buttons()
        self.cancel.hide()
        self.reopen = button(self.tr("Reopen…"), self.reopen_wanted.emit)
        self.lead(self.reopen)
        self.receipts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_hands(self) -> None:
        """Say who closed it, when and why."""
        unnamed = self.tr("no name given")
        text = self.tr("{officer}, {moment}")
        hands = "; ".join(
            text.format(officer=hand.author or unnamed, moment=long_moment(hand.decided_at))
            for hand in self.overview.hands
        )
        self.content.addWidget(label(hands, wrap=True))
        if self.overview.reason:
            self.content.addWidget(label(self.overview.reason, role="quiet", wrap=True))

    def _add_since(self) -> None:
        """Say what came or was brought since."""
        if self.overview.late:
            text = self.tr("Came late and waits: {names}. Reopen the round to take it in.")
            self.content.addWidget(Strip("warning", text.format(names=self._submissions(self.overview.late))))
        if self.overview.stand.differs:
            text = self.tr(
                "The figures here differ from closing no. {number}: another desk had decided more, or a key was "
                "compared since. Reopen the round and close it anew to settle it."
            )
            self.content.addWidget(Strip("warning", text.format(number=self._closing.number)))

    def _add_tools(self) -> None:
        self.receipts = button(self.tr("Save receipts for all…"), self.receipts_wanted.emit)
        self.report = QToolButton()
        self.report.setObjectName("menuButton")
        self.report.setText(self.tr("Export the report ▾"))
        self.report.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.report.setMenu(self._reports())
        line = columns()
        line.addWidget(self.receipts)
        line.addWidget(self.report)
        line.addStretch(1)
        self.content.addLayout(line)
        self.said = label(role="small", tone="good", wrap=True)
        self.content.addWidget(self.said)
        self.said.hide()

    def _reports(self) -> QMenu:
        """All rounds as they stand, and this one as each of its closings has it."""
        menu = QMenu(self.report)
        self._add_kinds(menu, "")
        for one in reversed(self.overview.closings):
            text = self.tr("As closed, no. {number} · {code}…").format(number=one.number, code=one.code)
            self._add_kinds(menu.addMenu(text), one.digest)
        return menu

    def _add_kinds(self, menu: QMenu, digest: str) -> None:
        for name, suffix in REPORTS:
            menu.addAction(f"{name} ({suffix})").triggered.connect(
                lambda _checked=False, suffix=suffix: self.report_wanted.emit(suffix, digest)
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.digest.text())
        self.say(self.tr("✓ Copied"))

    def say(self, text: str) -> None:
        """Say what was done."""
        self.said.setText(text)
        self.said.show()
        fit(self)


class ReopenDialog(_WithFacts):
    """Asks why a closed round is opened again; what came late is proposed."""

    def __init__(self, parent: QWidget, overview: ClosingOverview, words: Words) -> None:
        title = self.tr("Reopen the round: {round}").format(round=overview.board.round.title.text(words.language))
        super().__init__(parent, title, self.tr("Reopen the round"), overview, words)
        text = self.tr(
            "What came late is judged like everything else, and decisions can be made again. Closing no. {number} "
            "stays in the journal; close the round anew as no. {next}, and the report lists what changed."
        )
        number = overview.stand.number
        self.content.addWidget(label(text.format(number=number, next=number + 1), wrap=True))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        theme.hold(self.reason, height=_REASON_HEIGHT)
        self.reason.setPlaceholderText(self.tr("which file was late, or what was wrong"))
        if overview.late:
            text = self.tr("Came late: {names}").format(names=self._submissions(overview.late))
            self.reason.setPlainText(text)
        self.content.addLayout(labelled(self.tr("Why"), self.reason))
        self.add_buttons()
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.reason.toPlainText().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Write why first."))
