"""The annex to the stamped letter: its number and date, and in which form it is wanted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from reformdesk.core.annexes import Annex, Letter
from reformdesk.core.letters import LONGEST
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import button, columns, fit, label, labelled

_WIDTH = 560
_FORMAT = "dd/MM/yyyy"


class AnnexDialog(QuestionDialog):
    """``save`` gives the file's ending; ``preview`` asks for the pages on the screen. Accepting keeps the letter."""

    GUIDE = "annex"

    save = Signal(str)
    preview = Signal()

    def __init__(self, parent: QWidget, annex: Annex, symbol: str) -> None:
        super().__init__(parent, self.tr("Annex to the stamped letter"), self.tr("Save and close"), _WIDTH)
        self.annex = annex
        number = self.tr("Submission no. {revision}").format(revision=annex.revision)
        self.content.addWidget(label(number, role="quiet"))
        line = columns()
        self.number = QLineEdit(annex.letter.number or symbol)
        self.number.setMaxLength(LONGEST)
        self.number.setPlaceholderText(self.tr("for example 123/BC-STP"))
        line.addLayout(labelled(self.tr("Number of the letter"), self.number), 1)
        self.dated = QDateEdit()
        self.dated.setDisplayFormat(_FORMAT)
        self.dated.setCalendarPopup(True)
        known = annex.letter.dated or today()
        self.dated.setDate(QDate(known.year, known.month, known.day))
        line.addLayout(labelled(self.tr("Date of the letter"), self.dated))
        self.content.addLayout(line)
        self.open_date = QCheckBox(self.tr("No date yet; the clerk fills it in"))
        self.open_date.setChecked(annex.letter.dated is None)
        self.content.addWidget(self.open_date)
        text = self.tr("They are kept with this submission and stand on the round's page; you may change them later.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        outputs = columns()
        self.word = button(self.tr("Save as Word…"), lambda: self.save.emit(".docx"))
        self.pdf = button(self.tr("Save as PDF…"), lambda: self.save.emit(".pdf"))
        self.look = button(self.tr("Preview and print…"), self.preview.emit)
        for one in (self.word, self.pdf, self.look):
            outputs.addWidget(one)
        outputs.addStretch(1)
        self.content.addLayout(outputs)
        self.said = label(role="small", tone="good", wrap=True)
        self.said.hide()
        self.content.addWidget(self.said)
        self.add_buttons()
        self.open_date.toggled.connect(lambda is_open: self.dated.setEnabled(not is_open))
        self.dated.setEnabled(not self.open_date.isChecked())
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.setCursorPosition(0)
        fit(self)

    def letter(self) -> Letter:
        """Return number and date as they stand; a symbol without a number before it is none."""
        number = self.number.text().strip()
        shown = self.dated.date()
        dated = None if self.open_date.isChecked() else date(shown.year(), shown.month(), shown.day())
        return Letter("" if number.startswith("/") else number, dated)

    def show_saved(self, name: str) -> None:
        """Say where it was saved."""
        self.said.setText(self.tr("✓ Saved to {file}").format(file=name))
        self.said.show()
        fit(self)
