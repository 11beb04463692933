"""Figures that come from elsewhere: a clipboard, a workbook, a colleague. Looked at first, written in one step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reformdesk.core import pasting, proposals
from reformdesk.core.answers import Given
from reformdesk.core.entry import PASTED
from reformdesk.core.form_lines import FormLine, form_lines
from reformdesk.core.pasting import Block, Landing
from reformdesk.ui.entering import Entering
from reformdesk.ui.models.form import FormData
from reformdesk.ui.models.preview import Preview
from reformdesk.ui.pages.preview import PreviewPage

_MOST_NAMED = 5


@dataclass(frozen=True)
class _Pasted:
    """A block that is being looked at, and the field it was pasted into."""

    block: Block
    start: str


class Importing(QObject):
    """``looking`` asks for the preview's page; ``done`` names the field to go back to, empty for none."""

    looking = Signal()
    done = Signal(str)

    def __init__(self, preview: PreviewPage, entering: Entering) -> None:
        super().__init__(preview)
        self._preview = preview
        self._entering = entering
        self._pasted: _Pasted | None = None
        self._source = ""
        self._back_to = ""
        preview.relaid.connect(self._lay)
        preview.taken.connect(self._take)
        preview.left.connect(lambda: self.done.emit(self._back_to))

    def paste(self, name: str, text: str) -> None:
        """Show what a block of cells offers that was pasted into a field."""
        data = self._entering.data
        if data is None:
            return
        block = pasting.parse(text)
        self._pasted = _Pasted(block, name)
        self._back_to, self._source = name, PASTED
        self._lay(pasting.propose(block, self._lines(data, name, block), data.round.catalogue.indicators))
        self.looking.emit()
        self._preview.begin()

    def look(self, preview: Preview, source: str) -> None:
        """Show what something else than a clipboard offers; ``source`` is what the history will say."""
        self._pasted = None
        self._back_to, self._source = "", source
        self._preview.show_preview(preview)
        self.looking.emit()
        self._preview.begin()

    def _lines(self, data: FormData, start: str, block: Block) -> tuple[FormLine, ...]:
        """Return the lines a block can land on: with names all areas', the one of the cursor first."""
        here = data.round.catalogue.area_of[start]
        areas = [here]
        if block.width > 1:
            areas += [area for area in data.round.areas_of(data.agency) if area != here]
        return tuple(line for area in areas for line in form_lines(data.round, data.agency, area))

    def _lay(self, landing: Landing) -> None:
        data, pasted = self._entering.data, self._pasted
        if data is None or pasted is None:
            return
        lines = self._lines(data, pasted.start, pasted.block)
        landed = pasting.land(pasted.block, landing, lines, pasted.start)
        weighed = proposals.weigh(data.round, data.agency, data.answers, landed.offers, landing.style)
        title = self.tr("From the clipboard: {count} rows").format(count=len(pasted.block.rows))
        preview = Preview(title, data.round.catalogue, weighed, self._remarks(landed.lost))
        self._preview.show_block(preview, pasted.block, landing)

    def _remarks(self, lost: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
        if not lost:
            return ()
        named = [self.tr("row {row} “{words}”").format(row=row, words=words[:40]) for row, words in lost[:_MOST_NAMED]]
        more = [self.tr("and {count} more").format(count=len(lost) - _MOST_NAMED)] if len(lost) > _MOST_NAMED else []
        return (self.tr("No place here for: {rows}.").format(rows=", ".join((*named, *more))),)

    def _take(self, given: dict[str, Given]) -> None:
        self._entering.take(given, self._source)
        self.done.emit(next(iter(given), self._back_to))
