"""Handing the desk over: who leaves, who follows, the two passphrases; then what is left to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reformdesk.core.handover import Handover
from reformdesk.core.office_handover import OfficeHandover
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.passphrase import PassphraseBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, label, labelled, rows

_WIDTH = 760


@dataclass(frozen=True)
class HandoverFacts:
    """What is known before: who prepared until now, whether there is a key, the handovers until now."""

    officer: str
    has_key: bool
    past: tuple[Handover, ...] | tuple[OfficeHandover, ...]
    is_office: bool = False


class HandoverDialog(QuestionDialog):
    """``accepted`` hands over; ``print_past`` asks for the record of the last handover once more."""

    GUIDE = "handover"

    print_past = Signal()

    def __init__(self, parent: QWidget, facts: HandoverFacts) -> None:
        super().__init__(parent, self.tr("Hand the desk over"), self.tr("Hand over"), _WIDTH)
        self._has_key = facts.has_key
        text = self.tr(
            "Figures, history and key stay as they are, and Home Affairs compares nothing anew. The successor chooses "
            "a passphrase; the old one opens the key on this machine no more."
        )
        if facts.is_office:
            text = self.tr(
                "Rounds, files, decisions and key stay as they are, and no agency compares anything anew. The "
                "successor chooses a passphrase; the old one opens the key on this machine no more."
            )
        if not facts.has_key:
            text = self.tr("Figures and history stay as they are. There is no key of this program here to hand over.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        sides = columns(space=theme.SPACE_20)
        self.leaving, self.old = QLineEdit(facts.officer), PassphraseBox(new=False, name=self.tr("Current passphrase"))
        self.following, self.new = QLineEdit(), PassphraseBox(new=True)
        sides.addLayout(self._side(self.tr("Who leaves"), self.leaving, self.old), 1)
        sides.addLayout(self._side(self.tr("Who follows"), self.following, self.new), 1)
        self.content.addLayout(sides)
        if facts.has_key:
            warning = self.tr(
                "Copies of the key that were made before keep the old passphrase. Hand them over as well, and save a "
                "new copy afterwards."
            )
            self.content.addWidget(Strip("warning", warning))
        self.add_buttons()
        if facts.past:
            again = button(self.tr("Print the last record again…"), self.print_past.emit, flat=True)
            last = facts.past[-1]
            again.setToolTip(f"{last.leaving} → {last.following}, {long_moment(last.at)}")
            self.lead(again)
        self._enable()
        (self.old.first if facts.officer and facts.has_key else self.leaving).setFocus()
        fit(self)

    def names(self) -> tuple[str, str]:
        """Return who leaves and who follows."""
        return self.leaving.text(), self.following.text()

    def passphrases(self) -> tuple[str, str]:
        """Return the passphrase of now and the successor's."""
        return self.old.passphrase, self.new.passphrase

    def _side(self, title: str, name: QLineEdit, secret: PassphraseBox) -> QVBoxLayout:
        side = rows(space=theme.SPACE_8)
        side.addWidget(label(title, role="strong"))
        name.setPlaceholderText(self.tr("Full name"))
        side.addLayout(labelled(self.tr("Full name"), name))
        name.setAccessibleName(f"{title}: {self.tr('Full name')}")
        name.textChanged.connect(self._enable)
        secret.setVisible(self._has_key)
        secret.edited.connect(self._enable)
        secret.edited.connect(lambda: fit(self))
        side.addWidget(secret)
        side.addStretch(1)
        return side

    def _enable(self) -> None:
        named = all(name.strip() for name in self.names())
        ready = named and (not self._has_key or (self.old.is_ready and self.new.is_ready))
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Type both names and the passphrases first."))


class HandedOverDialog(QuestionDialog):
    """It is done: print the record, save a new copy of the key."""

    GUIDE = "handover"

    copy = Signal()

    def __init__(self, parent: QWidget, made: Handover | OfficeHandover) -> None:
        super().__init__(parent, self.tr("The desk is handed over"), self.tr("Print the record…"), 560)
        text = self.tr("From the next submission on, “Prepared by” is {name}.")
        if isinstance(made, OfficeHandover):
            text = self.tr("From now on this desk is {name}'s.")
        self.content.addWidget(label(text.format(name=made.following), wrap=True))
        paper = self.tr(
            "The record lists what was sent, what is still open, the key and the files. Both sign it; it can be "
            "printed again later."
        )
        self.content.addWidget(label(paper, role="quiet", wrap=True))
        if made.fingerprint:
            strip = Strip("warning", self.tr("Save a copy of the key under the new passphrase on a USB stick."))
            strip.add(button(self.tr("Save a copy…"), self.copy.emit))
            self.content.addWidget(strip)
        self.add_buttons(self.tr("Close"))
        fit(self)
