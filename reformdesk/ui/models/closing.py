"""What changed since a closing, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from reformdesk.core.closing_document import Against, Counted, Figure, TotalChange
from reformdesk.core.values import Status, write
from reformdesk.ui.models.grid import GridCell
from reformdesk.words import Words

_NOT_ASKED = "–"


class ChangeRows(QObject):
    """Puts a closing's differences into cells: first the figures, then whose submission counts."""

    def __init__(self, against: Against, words: Words, now: str) -> None:
        super().__init__()
        self._against = against
        self._words = words
        self._now = now

    def header(self) -> list[str]:
        """Return the headings; ``now`` is what the newer state is called."""
        then = self.tr("Closing no. {number}").format(number=self._against.number)
        return [self.tr("Changed"), then, self._now, self.tr("Coverage")]

    def rows(self) -> list[list[GridCell]]:
        """Return a row for each figure and each agency."""
        return [*self._totals(), *self._counted()]

    def _totals(self) -> Iterator[list[GridCell]]:
        for one in self._against.differences.totals:
            indicator = self._against.indicators.get(one.indicator)
            name = indicator.name.text(self._words.language) if indicator is not None else one.indicator
            covered = [figure.coverage for figure in (one.before, one.after) if figure is not None]
            same = len(set(covered)) == 1
            yield [
                GridCell(name, hint=self._hint(one)),
                GridCell(self._figure(one, one.before), right=True, tone="quiet"),
                GridCell(self._figure(one, one.after), right=True, strong=True),
                GridCell(covered[0] if same else " → ".join(covered), tone="quiet"),
            ]

    def _figure(self, change: TotalChange, figure: Figure | None) -> str:
        indicator = self._against.indicators.get(change.indicator)
        if figure is None or indicator is None:
            return _NOT_ASKED
        if isinstance(figure.value, Status):
            return self._words.answer(figure.value.value)
        text = write(figure.value, indicator).replace("\n", "; ")
        return self.tr("{figure} (adjusted)").format(figure=text) if figure.computed is not None else text

    def _hint(self, change: TotalChange) -> str:
        before, after = change.before, change.after
        if before is None:
            return self.tr("A new indicator")
        if after is None:
            return self.tr("Asked no more")
        said = []
        if before.entered != after.entered:
            said.append(self.tr("On behalf: {before} → {after}").format(before=before.entered, after=after.entered))
        if before.provisional != after.provisional:
            text = self.tr("Not compared: {before} → {after}")
            said.append(text.format(before=before.provisional, after=after.provisional))
        return "; ".join(said)

    def _counted(self) -> Iterator[list[GridCell]]:
        for one in self._against.differences.counted:
            yield [
                GridCell(self._against.agencies.get(one.agency, one.agency)),
                GridCell(self._submission(one.before), right=True, tone="quiet"),
                GridCell(self._submission(one.after), right=True, strong=True),
                GridCell(""),
            ]

    def _submission(self, one: Counted | None) -> str:
        if one is None:
            return self.tr("nothing")
        text = self.tr("No. {revision}").format(revision=one.revision)
        if one.entered:
            text = self.tr("{submission}, on behalf").format(submission=text)
        return self.tr("{submission}, not compared").format(submission=text) if one.provisional else text
