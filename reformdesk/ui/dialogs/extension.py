"""More time for one agency or for several: until when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from reformdesk.core.board import AgencyLine
from reformdesk.core.rounds import Round
from reformdesk.ui.dates import day, today
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import Strip, button, label, labelled

_WIDTH = 560
_LONGEST = 2000
_FORMAT = "dd/MM/yyyy"
_DAYS = 3
_NAMED = 4
"""How many agencies are named; of more the others are counted."""


class ExtensionDialog(QuestionDialog):
    """Accepting extends to :meth:`until`; ``taken_back`` asks for the round's own deadline again."""

    GUIDE = "extension"
    taken_back = Signal()

    def __init__(self, parent: QWidget, round_: Round, lines: Sequence[AgencyLine], language: str) -> None:
        super().__init__(parent, self.tr("Extension of the deadline"), self.tr("Extend"), _WIDTH)
        self.lines = tuple(lines)
        self._language = language
        names = ", ".join(line.agency.text(language) for line in self.lines[:_NAMED])
        if len(self.lines) > _NAMED:
            text = self.tr("{names} and {count} more")
            names = text.format(names=names, count=len(self.lines) - _NAMED)
        self.content.addWidget(label(names, role="strong", wrap=True))
        text = self.tr("The deadline of the round is {day}.").format(day=day(round_.deadline))
        self.content.addWidget(label(text, role="quiet"))
        for words in self._standing():
            self.content.addWidget(words)
        self._until = QDateEdit()
        self._until.setDisplayFormat(_FORMAT)
        self._until.setCalendarPopup(True)
        least = round_.deadline + timedelta(days=1)
        self._until.setMinimumDate(_as_qt(least))
        extended = [line.due for line in self.lines if line.extended]
        self._until.setDate(_as_qt(max([least, today() + timedelta(days=_DAYS), *extended])))
        self.content.addLayout(labelled(self.tr("They may hand in until the end of"), self._until))
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("for example: no electricity after the storm"))
        self.content.addLayout(labelled(self.tr("Why (the agency reads it with its next receipt file)"), self.reason))
        self.add_buttons()
        self.back = button(self.tr("Take the extension back"), self._take_back)
        self.lead(self.back)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self._until.setFocus()

    def _standing(self) -> list[QWidget]:
        """Say what was decided before, and what desks decided differently."""
        made: list[QWidget] = []
        for line in self.lines:
            name, extension = line.agency.text(self._language), line.extension
            if extension is None:
                continue
            if extension.contested:
                days = ", ".join(day(one) if one else self.tr("no extension") for one in extension.contested)
                text = self.tr(
                    "{agency}: two desks decided differently ({days}). The round's deadline holds until you decide."
                )
                made.append(Strip("warning", text.format(agency=name, days=days)))
            elif line.extended:
                text = self.tr("{agency} has until {day}: {reason}")
                said = text.format(agency=name, day=day(line.due), reason=extension.reason)
                made.append(label(said, role="quiet", wrap=True))
        return made[:_NAMED]

    def until(self) -> date:
        """Return the last day."""
        chosen = self._until.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def agencies(self) -> tuple[str, ...]:
        """Return whose deadline it is."""
        return tuple(line.agency.id for line in self.lines)

    def _enable(self) -> None:
        ready = bool(self.reason.text().strip())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Write why first."))
        held = any(line.extended or (line.extension is not None and line.extension.contested) for line in self.lines)
        self.back.setVisible(held)
        self.back.setEnabled(ready)
        self.back.setToolTip(self.go.toolTip())

    def _take_back(self) -> None:
        self.hide()
        self.taken_back.emit()


def _as_qt(one: date) -> QDate:
    return QDate(one.year, one.month, one.day)
