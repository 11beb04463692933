"""Open a round at Home Affairs: the period, the days, the passphrase."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QWidget

from reformdesk.core.catalogue import Catalogue
from reformdesk.core.periods import PERIODS, PeriodProposal, propose
from reformdesk.core.roundbook import RoundPlan
from reformdesk.ui import theme
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import fit, label

_FIRST_YEAR = 2020


class NewRoundDialog(QuestionDialog):
    """Proposes days from the period; every one can be changed."""

    GUIDE = "new_round"

    def __init__(
        self, parent: QWidget, base: RoundPlan, catalogue: Catalogue, messages: Messages, *, new_key: bool
    ) -> None:
        super().__init__(parent, self.tr("Open a round"), self.tr("Open the round"), 700)
        self._base = base
        self._catalogue = catalogue
        self._messages = messages
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_12)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._make_period()
        self._make_days(catalogue)
        self.content.addLayout(self._grid)
        self.two_signatures = QCheckBox(self.tr("The head of each agency must approve as well (a second seal)"))
        self.content.addWidget(self.two_signatures)
        self.key = KeyBox(new=new_key)
        self.key.kind.currentIndexChanged.connect(lambda: fit(self))
        self.secret = self.key.secret
        self.content.addWidget(self.key)
        self.add_buttons()
        self.key.edited.connect(self._enable)
        self._propose()
        self._enable()

    def _row(self, text: str, widget: QWidget) -> None:
        place = self._grid.rowCount()
        self._grid.addWidget(label(text), place, 0)
        self._grid.addWidget(widget, place, 1, 1, 3)
        widget.setAccessibleName(text)

    def _make_period(self) -> None:
        self.year = QComboBox()
        for year in range(today().year + 1, _FIRST_YEAR - 1, -1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(today().year))
        self.period = QComboBox()
        words = {
            "q1": self.tr("first quarter"),
            "h1": self.tr("first six months"),
            "q3": self.tr("third quarter"),
            "year": self.tr("whole year"),
        }
        for key in PERIODS:
            self.period.addItem(words[key], key)
        self.period.setCurrentIndex(list(PERIODS).index("h1"))
        self._row(self.tr("Year"), self.year)
        self._row(self.tr("Period"), self.period)
        self.deadline = _date_edit()
        self._row(self.tr("Deadline for agencies"), self.deadline)
        self.year.currentIndexChanged.connect(self._propose)
        self.period.currentIndexChanged.connect(self._propose)

    def _make_days(self, catalogue: Catalogue) -> None:
        self._days: dict[str, tuple[QCheckBox, QDateEdit]] = {}
        language = self._messages.words.language
        self._grid.addWidget(
            label(self.tr("Areas and the day their figures are taken on"), role="small"), self._grid.rowCount(), 0, 1, 4
        )
        start = self._grid.rowCount()
        for place, area in enumerate(catalogue.areas):
            asked = QCheckBox(f"{area.id}  {area.short.text(language)}")
            asked.setChecked(True)
            edit = _date_edit()
            edit.setAccessibleName(self.tr("Cut-off: {area}").format(area=area.short.text(language)))
            asked.toggled.connect(edit.setEnabled)
            asked.toggled.connect(lambda _: self._enable())
            column = 2 * (place % 2)
            self._grid.addWidget(asked, start + place // 2, column)
            self._grid.addWidget(edit, start + place // 2, column + 1)
            self._days[area.id] = (asked, edit)

    def _proposal(self) -> PeriodProposal:
        return propose(str(self.period.currentData()), int(self.year.currentData()))

    def _propose(self) -> None:
        proposal = self._proposal()
        self.deadline.setDate(_qt(proposal.deadline))
        for _, edit in self._days.values():
            edit.setDate(_qt(proposal.ends))

    def plan(self) -> RoundPlan:
        """Return the round as it was laid out here."""
        proposal = self._proposal()
        areas = [area for area, (asked, _) in self._days.items() if asked.isChecked()]
        cut_off = {area: _python(self._days[area][1].date()).isoformat() for area in areas}
        return RoundPlan(
            id=proposal.id,
            province=self._base.province,
            office=self._base.office,
            title=proposal.title,
            short=proposal.short,
            period={
                "from": proposal.starts.isoformat(),
                "to": proposal.ends.isoformat(),
                "months": proposal.months,
                "cumulates": proposal.cumulates,
                "cut_off": cut_off,
                "areas": areas,
                "printed": proposal.printed,
                "printed_in": {},
            },
            deadline=_python(self.deadline.date()),
            catalogue=self._base.catalogue,
            agencies=self._base.agencies,
            signatures=2 if self.two_signatures.isChecked() else 1,
        )

    def _enable(self) -> None:
        asked = any(box.isChecked() for box, _ in self._days.values())
        self.go.setEnabled(self.key.is_ready and asked)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Choose an area and type the passphrase first."))


def _date_edit() -> QDateEdit:
    made = QDateEdit()
    # some systems have digits of their own
    made.setLocale(QLocale("vi_VN"))
    made.setDisplayFormat("dd/MM/yyyy")
    made.setCalendarPopup(True)
    return made


def _qt(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)


def _python(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
