"""What the check of a report found: sound, or each place that was altered, with what should stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from reformdesk.core.closing_document import Counted
from reformdesk.exchange.documents import SHORT
from reformdesk.office.report_places import Altered, What
from reformdesk.report_checking import ReportCheck
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import Strip, fit, label
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_WIDTH, _ROW, _MOST_ROWS, _LEAST_TABLE = 860, 31, 9, 124
_TABLE, _FIGURE = 90, 150
_MOST_LINES = 12


class CheckReportDialog(QuestionDialog):
    """Says that it is at work, then what was found."""

    GUIDE = "check_report"

    def __init__(self, parent: QWidget, path: Path, words: Words) -> None:
        super().__init__(parent, self.tr("Check a report"), self.tr("Close"), _WIDTH)
        self._words = words
        self.table: SheetTable | None = None
        self.content.addWidget(PathLabel(path, role="quiet"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.working = label(self.tr("The figures are made once more and compared…"), role="small", wrap=True)
        self.content.addWidget(self.bar)
        self.content.addWidget(self.working)
        self.add_buttons()
        self.cancel.hide()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, found: ReportCheck) -> None:
        """Say what was found."""
        self.bar.hide()
        self.working.hide()
        trouble, made = found.trouble, found.recomputed
        if trouble is not None:
            unsure = trouble.code == "report-not-whole"
            self.content.addWidget(Strip("warning" if unsure else "error", self._words.error(trouble)))
        else:
            self.content.addWidget(Strip("good", self._sound(found)))
        if found.altered:
            self._add_table(self.tr("Altered places"), found.altered, self.tr("Should be"))
        lines = list(self._lines(found))
        for text in lines[:_MOST_LINES]:
            self.content.addWidget(label(f"•  {text}", wrap=True))
        if len(lines) > _MOST_LINES:
            more = self.tr("and {count} more").format(count=len(lines) - _MOST_LINES)
            self.content.addWidget(label(more, role="quiet"))
        if made is not None and found.problem is None:
            self._add_since(found)
        fit(self)

    def _sound(self, found: ReportCheck) -> str:
        if found.recomputed is None:
            return self.tr("Every figure of this list is what it would be now.")
        text = self.tr("Sound: every figure is as it was made from the state {code}….")
        return text.format(code=found.recomputed.origin.state[:SHORT])

    def _add_since(self, found: ReportCheck) -> None:
        """Say whether what the report was made from still holds, and what would be printed otherwise today."""
        made = found.recomputed
        if made is None:
            return
        if made.current:
            self.content.addWidget(label(self._words.command("report-current"), role="quiet", wrap=True))
            return
        since = made.since
        text = self._words.command(
            "report-since", files=len(since.files), decisions=since.decisions, figures=len(since.figures)
        )
        self.content.addWidget(label(text, wrap=True))
        if found.today and not found.altered:
            self._add_table(self.tr("Figures that are others today"), found.today, self.tr("Today"))

    def _lines(self, found: ReportCheck) -> Iterator[str]:
        """Yield what is untrue in its origin, and what of it is not at this desk."""
        made, say = found.recomputed, self._words.command
        if made is None:
            return
        if found.framed:
            yield say("report-framed")
        for one in made.untrue:
            printed, now = self._counted(one.printed), self._counted(one.now)
            yield say("untrue-file", round=one.round, agency=one.name, printed=printed, now=now)
        if made.misdecided:
            yield say("untrue-decisions")
        for round_id in made.lacking.rounds:
            yield say("lacking-round", round=round_id)
        for round_id, agency, digest in made.lacking.files:
            yield say("lacking-file", round=round_id, agency=agency, code=digest[:SHORT])
        for name in (*made.lacking.decisions, *made.lacking.closings):
            yield say("lacking-decision", code=name[:SHORT])

    def _counted(self, one: Counted | None) -> str:
        say = self._words.command
        return say("no-file") if one is None else say("counted-file", revision=one.revision, code=one.digest[:SHORT])

    def _add_table(self, name: str, places: Sequence[Altered], expected: str) -> None:
        model = GridModel()
        table = self.table = SheetTable(model, name)
        model.setParent(table)
        header = (self.tr("Table"), self.tr("Row"), self.tr("Period"), self.tr("Stands there"), expected)
        model.show_rows(header, [self._row(one) for one in places])
        table.share({1: 3, 2: 1}, {0: _TABLE, 3: _FIGURE, 4: _FIGURE})
        theme.hold(table, height=max(_ROW * (min(len(places), _MOST_ROWS) + 1), _LEAST_TABLE))
        self.content.addWidget(label(name, role="strong"))
        self.content.addWidget(table)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, one: Altered) -> list[GridCell]:
        row = " · ".join(filter(None, [one.row, one.agency]))
        column = one.column or one.where
        stands, should = one.printed, one.expected
        said = {
            What.ROW_MISSING: self.tr("the row was taken out"),
            What.ROW_ADDED: self.tr("the row was put in"),
            What.TABLE_MISSING: self.tr("all of it was taken out"),
            What.TABLE_ADDED: self.tr("all of it was put in"),
        }.get(one.what)
        if said is not None:
            stands, should = said, ""
        blank = self._words.command("blank-place")
        return [
            GridCell(one.table or self._words.command("in-text"), hint=one.where),
            GridCell(row, hint=row),
            GridCell(column, hint=one.where),
            GridCell(stands or blank, right=said is None, hint=stands),
            GridCell(should or ("" if said else blank), right=True, strong=True, hint=should),
        ]
