"""Comparing two rounds at Home Affairs' desk: read for the page, saved as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import round_labels, rounds_compared
from reformdesk.core.charted import amount_of
from reformdesk.core.consolidation import Total
from reformdesk.core.rounds_compared import Line
from reformdesk.core.values import write
from reformdesk.office import comparison_xlsx
from reformdesk.office.list_xlsx import Entry
from reformdesk.ui import actions
from reformdesk.ui.messages import Messages
from reformdesk.ui.pages.comparison import ComparisonPage, Pair
from reformdesk.ui.workspace import OpenWorkspace


class ComparingRounds(QObject):
    """Reads for the page; ``said`` has a sentence for the status line."""

    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, page: ComparisonPage) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._page = page
        page.wanted.connect(self._read)
        page.save.connect(self._save)

    def refresh(self, round_id: str) -> None:
        """Offer the rounds there are, at first the one at hand, and show what is chosen as it stands."""
        self._workspace.read(round_labels.labels, lambda labels: self._page.offer(labels, round_id))

    def _read(self, pair: Pair) -> None:
        self._workspace.read(
            lambda workspace: rounds_compared.read(workspace, pair.before, pair.now, both_only=pair.both_only),
            self._page.show_comparison,
        )

    def _save(self) -> None:
        comparison = self._page.comparison
        if comparison is None:
            return
        name = self.tr("comparison-{now}-{before}.xlsx").format(now=comparison.now.id, before=comparison.before.id)
        target = self._messages.choose_target(self._desk, self.tr("Save the comparison"), name)
        if target is not None:
            self._workspace.run(actions.write_file(target, self._workbook()), self._saved)

    def _saved(self, target: Path) -> None:
        self.said.emit(self.tr("✓ Saved to {file}").format(file=target))

    def _workbook(self) -> bytes:
        page, language = self._page, self._messages.words.language
        comparison = page.comparison
        if comparison is None:
            raise RuntimeError("nothing is compared")
        sides = (comparison.now.title.text(language), comparison.before.title.text(language))
        title = self.tr("{now} compared with {before}").format(now=sides[0], before=sides[1])
        only = self.tr("Only agencies that answered in both rounds.") if comparison.both_only else ""
        shown = " ".join(filter(None, (only, page.about())))
        header = page.header()
        header.insert(2, self.tr("Unit"))
        rows = [self._row(line) for line in page.lines()]
        return comparison_xlsx.workbook(title, shown, self.tr("Comparison"), header, rows)

    def _row(self, line: Line) -> Sequence[Entry]:
        language = self._messages.words.language
        remark, _ = self._page.remark(line)
        return (
            line.number,
            line.indicator.name.text(language),
            line.indicator.unit.text(language),
            _entry(line, line.before),
            _entry(line, line.now),
            line.difference if line.difference is not None else "",
            line.percent if line.percent is not None else "",
            remark,
        )


def _entry(line: Line, total: Total | None) -> Entry:
    """Return a total as a number where it is one, else as it is printed."""
    if total is None:
        return ""
    amount = amount_of(total.value)
    return amount if amount is not None else write(total.value, line.asked(total))
