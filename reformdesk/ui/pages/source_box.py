"""Where figures come from that Home Affairs enters on behalf of an agency: who gave them, when, how, which paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from reformdesk.core.enclosures import Enclosure
from reformdesk.core.entered import How, Source
from reformdesk.core.store import timestamp
from reformdesk.ui import theme
from reformdesk.ui.dates import now
from reformdesk.ui.widgets.basics import button, clear, columns, label, labelled, restyle, rows
from reformdesk.ui.widgets.elided import ElidedLabel
from reformdesk.ui.widgets.typing_line import TypingLine

FORMAT = "dd/MM/yyyy HH:mm"
_LEAST_ACROSS = 720
"""Pixels at 100 % from which all fields stand beside each other, in two lines."""


class SourceBox(QWidget):
    """``changed`` gives the source as it stands, ``attach`` asks for a file, ``detach`` gives one's SHA-256."""

    changed = Signal(object)
    attach = Signal()
    detach = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = rows(self, space=theme.SPACE_8)
        layout.addWidget(label(self.tr("Where the figures come from"), role="strong"))
        self.how = QComboBox()
        for how, text in self._ways().items():
            self.how.addItem(text, how)
        self.given_by = _line(self.tr("name, office, telephone number"))
        self.given_at = QDateTimeEdit()
        self.given_at.setDisplayFormat(FORMAT)
        self.given_at.setCalendarPopup(True)
        self.document = _line(self.tr("number and date of the letter"))
        self._places = (
            labelled(self.tr("How"), self.how),
            labelled(self.tr("Who gave them"), self.given_by),
            labelled(self.tr("When"), self.given_at),
            labelled(self.tr("Document"), self.document),
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_12)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        layout.addLayout(self._grid)
        self._across: bool | None = None
        self.papers: QVBoxLayout = rows(space=theme.SPACE_4)
        layout.addLayout(self.papers)
        line = columns()
        self.attach_button = button(self.tr("Attach a scan…"), self.attach.emit)
        line.addWidget(self.attach_button)
        line.addWidget(label(self.tr("Or drop it here: PDF, picture, Excel."), role="small"), 1)
        layout.addLayout(line)
        self.lay_out(across=True)
        self.how.activated.connect(lambda _place: self._say())
        for one in (self.given_by, self.document):
            one.editingFinished.connect(self._say)
        self.given_at.editingFinished.connect(self._say)
        self._shown = Source()

    def _ways(self) -> dict[How, str]:
        return {
            How.TELEPHONE: self.tr("By telephone"),
            How.PAPER: self.tr("On stamped paper"),
            How.EXCEL_FORM: self.tr("In the Excel form"),
            How.OTHER: self.tr("Another way"),
        }

    def lay_out(self, *, across: bool) -> None:
        """Put the fields beside each other, or where there is no room two in a line."""
        if across is self._across:
            return
        self._across = across
        wide = 4 if across else 2
        for place in self._places:
            self._grid.removeItem(place)
        for number, place in enumerate(self._places):
            self._grid.addLayout(place, number // wide, number % wide, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, (2 if column in (1, 3) else 1) if column < wide else 0)

    def fit(self, width: int) -> None:
        """Follow the page's width."""
        self.lay_out(across=width >= theme.px(_LEAST_ACROSS))

    def source(self) -> Source:
        """Return what the fields say."""
        moment = datetime.fromtimestamp(self.given_at.dateTime().toSecsSinceEpoch(), UTC)
        return Source(How(self.how.currentData()), self.given_by.text(), timestamp(moment), self.document.text())

    def show_source(self, source: Source, papers: Sequence[Enclosure]) -> None:
        """Show what is kept; what is being typed stays."""
        self._shown = source
        self.how.setCurrentIndex(self.how.findData(source.how))
        for field, text in ((self.given_by, source.given_by), (self.document, source.document)):
            if not field.isModified():
                field.setText(text)
        if not self.given_at.hasFocus():
            moment = datetime.fromisoformat(source.given_at) if source.given_at else now()
            self.given_at.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))
        self._show_papers(papers)

    def _show_papers(self, papers: Sequence[Enclosure]) -> None:
        clear(self.papers)
        for one in papers:
            line = columns()
            name = ElidedLabel("quiet")
            name.say(f"▤ {one.title}")
            out = button(self.tr("Take out"), partial(self.detach.emit, one.sha256), flat=True)
            out.setAccessibleName(self.tr("Take out: {file}").format(file=one.title))
            line.addWidget(name, 1)
            line.addWidget(out)
            self.papers.addLayout(line)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self._say()

    def show_missing(self) -> bool:
        """Frame what is still missing and put the cursor there; whether anything is."""
        needed = [self.given_by] + ([self.document] if self.how.currentData() is How.OTHER else [])
        missing = [field for field in needed if not field.text().strip()]
        for field in (self.given_by, self.document):
            restyle(field, state="error" if field in missing else "")
        if missing:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(missing)

    def _say(self) -> None:
        source = self.source()
        for field in (self.given_by, self.document):
            field.setModified(False)
            if field.text().strip():
                restyle(field, state="")
        if source != self._shown:
            self._shown = source
            self.changed.emit(source)


def _line(placeholder: str) -> QLineEdit:
    made = TypingLine()
    made.setPlaceholderText(placeholder)
    return made
