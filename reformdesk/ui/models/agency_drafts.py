"""The agencies of a set-up as they were pasted: name, group, contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reformdesk.core.agency_draft import AgencyDraft, Doubt
from reformdesk.core.text import fold
from reformdesk.ui.models.drafts import Choice, DraftCell, DraftModel

NAME, GROUP, CONTACT = range(3)


class AgencyModel(DraftModel):
    """A row for each agency; ``groups`` are the words of the known groups."""

    def __init__(self, header: Sequence[str], hint: str, groups: Mapping[str, str]) -> None:
        super().__init__(header, hint)
        self._groups = groups
        self.drafts: list[AgencyDraft] = []
        self._named: Counter[str] = Counter()

    def show_drafts(self, drafts: Sequence[AgencyDraft]) -> None:
        """Show a list."""
        self.beginResetModel()
        self.drafts = list(drafts)
        self._count_names()
        self.endResetModel()
        self.corrected.emit()

    def _count_names(self) -> None:
        self._named = Counter(fold(one.name) for one in self.drafts)

    def cell(self, row: int, column: int) -> DraftCell:
        """Return a cell; a name that stands twice must be mended."""
        draft = self.drafts[row]
        if column == NAME:
            wrong = not draft.name or self._named[fold(draft.name)] > 1
            return DraftCell(draft.name, guessed=Doubt.NAME in draft.doubts and not wrong, wrong=wrong)
        if column == CONTACT:
            return DraftCell(draft.contact)
        words = self._groups.get(draft.group, draft.group)
        own = dict.fromkeys(one.group for one in self.drafts if one.group not in self._groups)
        choices = [Choice(text, key) for key, text in self._groups.items()] + [Choice(one, one) for one in own]
        return DraftCell(words, guessed=Doubt.GROUP in draft.doubts, choices=tuple(choices), value=draft.group)

    def count(self) -> int:
        """Return the number of agencies."""
        return len(self.drafts)

    def write(self, row: int, column: int, value: object) -> None:
        """Set a cell right."""
        member, doubt = {NAME: ("name", Doubt.NAME), GROUP: ("group", Doubt.GROUP), CONTACT: ("contact", None)}[column]
        draft = self.drafts[row]
        text = " ".join(str(value).split())
        self.drafts[row] = replace(draft, **{member: text}, doubts=draft.doubts - {doubt})
        self._count_names()

    def confirm(self, row: int) -> None:
        """Let what a row guesses stand."""
        self.drafts[row] = replace(self.drafts[row], doubts=frozenset())
        self.tell()

    def remove(self, row: int) -> None:
        """Take an agency out."""
        del self.drafts[row]
        self._count_names()
