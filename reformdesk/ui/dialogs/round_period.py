"""Pages of a round's plan: the period and its days, the areas and the indicator set, what is demanded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLineEdit, QWidget

from reformdesk.core.catalogue import Catalogue
from reformdesk.core.periods import PERIODS, PeriodProposal, custom, next_due, propose
from reformdesk.core.roundbook import RoundPlan
from reformdesk.ui import theme
from reformdesk.ui.dates import today
from reformdesk.ui.widgets.basics import button, columns, label, rows

CUSTOM = "custom"
_FIRST_YEAR = 2020
_EVIDENCE = (0, 1, 2, 5, 10, 20, 30)
"""Megabytes of evidence to choose from; 0 names no limit of the round's own."""


@dataclass(frozen=True)
class Demands:
    """How many seals a submission needs, whether units' shares are asked for, megabytes of evidence (0: no limit)."""

    signatures: int
    details: bool
    evidence_limit: int


class _Lines:
    """Names on the left, what is to be filled on the right; two of them side by side where there is room."""

    def __init__(self) -> None:
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.SPACE_12)
        self.grid.setVerticalSpacing(theme.SPACE_8)
        for column in (1, 3):
            self.grid.setColumnStretch(column, 1)

    def add(self, *pairs: tuple[str, QWidget]) -> None:
        """Add a line of one or two fields."""
        place = self.grid.rowCount()
        for at, (text, widget) in enumerate(pairs):
            self.grid.addWidget(label(text), place, 2 * at)
            self.grid.addWidget(widget, place, 2 * at + 1, 1, 3 if len(pairs) == 1 else 1)
            widget.setAccessibleName(text)


class PeriodPage(QWidget):
    """What the round covers. A usual period proposes its days; every one can be changed.

    ``proposed`` has what is usual, ``edited`` says that anything was changed.
    """

    proposed = Signal(object)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept: RoundPlan | None = None
        outer = rows(self)
        lines = _Lines()
        self.year = QComboBox()
        for year in range(today().year + 1, _FIRST_YEAR - 1, -1):
            self.year.addItem(str(year), year)
        due, year_due = next_due(today())
        self.year.setCurrentIndex(self.year.findData(year_due))
        self.period = QComboBox()
        words = {
            "q1": self.tr("first quarter"),
            "h1": self.tr("first six months"),
            "q3": self.tr("third quarter"),
            "9m": self.tr("first nine months"),
            "year": self.tr("whole year"),
            CUSTOM: self.tr("another span"),
        }
        for key in (*PERIODS, CUSTOM):
            self.period.addItem(words[key], key)
        self.period.setCurrentIndex(self.period.findData(due))
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.english = QLineEdit()
        self.english.setMaxLength(200)
        self.starts, self.ends, self.deadline = date_edit(), date_edit(), date_edit()
        self.cumulates = QComboBox()
        self.cumulates.addItem(self.tr("figures add up from the year's start"), userData=True)
        self.cumulates.addItem(self.tr("figures of this span alone"), userData=False)
        lines.add((self.tr("Year"), self.year), (self.tr("Period"), self.period))
        lines.add((self.tr("Name of the round"), self.title))
        lines.add((self.tr("Its English name"), self.english))
        lines.add((self.tr("From"), self.starts), (self.tr("To"), self.ends))
        lines.add((self.tr("Counted"), self.cumulates), (self.tr("Deadline for agencies"), self.deadline))
        outer.addLayout(lines.grid)
        self.earlier = label(role="small", wrap=True)
        outer.addWidget(self.earlier)
        outer.addStretch(1)
        self.year.currentIndexChanged.connect(self._propose)
        self.period.currentIndexChanged.connect(self._propose)
        for edit in (self.title, self.english):
            edit.textChanged.connect(self.edited)
        for days in (self.starts, self.ends, self.deadline):
            days.dateChanged.connect(self.edited)
        self.cumulates.currentIndexChanged.connect(self.edited)

    @property
    def is_custom(self) -> bool:
        """Whether the span is none of the usual ones."""
        return str(self.period.currentData()) == CUSTOM

    def propose(self) -> None:
        """Propose the days of the period that is chosen."""
        self._propose()

    def keep(self, plan: RoundPlan) -> None:
        """Show an open round's span: its id stays, whatever is corrected."""
        self._kept = plan
        for chooser in (self.year, self.period):
            chooser.setEnabled(False)
            chooser.setToolTip(self.tr("A correction stays with its round."))
        self.title.setText(str(plan.title["vi"]))
        self.english.setText(str(plan.title.get("en", "")))
        self.starts.setDate(to_qt(date.fromisoformat(plan.period["from"])))
        self.ends.setDate(to_qt(date.fromisoformat(plan.period["to"])))
        self.deadline.setDate(to_qt(plan.deadline))
        self.cumulates.setCurrentIndex(self.cumulates.findData(plan.period["cumulates"]))

    def _propose(self) -> None:
        for edit in (self.title, self.english):
            edit.setEnabled(self.is_custom)
            edit.setToolTip("" if self.is_custom else self.tr("A usual period has its own name."))
        if self.is_custom:
            self.title.clear()
            self.english.clear()
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()
            return
        found = propose(str(self.period.currentData()), int(self.year.currentData()))
        self.title.setText(found.title["vi"])
        self.english.setText(found.title["en"])
        self.starts.setDate(to_qt(found.starts))
        self.ends.setDate(to_qt(found.ends))
        self.deadline.setDate(to_qt(found.deadline))
        self.cumulates.setCurrentIndex(self.cumulates.findData(found.cumulates))
        self.proposed.emit(found)
        self.edited.emit()

    def span(self) -> PeriodProposal:
        """Return the period as it was laid out; a usual one keeps its id and name whatever its days."""
        starts, ends = to_python(self.starts.date()), to_python(self.ends.date())
        cumulates = bool(self.cumulates.currentData())
        if self._kept is not None:
            return self._corrected(self._kept, starts, ends, cumulates=cumulates)
        if self.is_custom:
            return custom(self.title.text(), self.english.text(), starts, ends, cumulates=cumulates)
        usual = propose(str(self.period.currentData()), int(self.year.currentData()))
        return replace(usual, starts=starts, ends=ends, cumulates=cumulates)

    def _corrected(self, plan: RoundPlan, starts: date, ends: date, *, cumulates: bool) -> PeriodProposal:
        """Return an open round's span with what was corrected in it."""
        named = custom(self.title.text(), self.english.text(), starts, ends, cumulates=cumulates)
        is_same = (plan.period["from"], plan.period["to"]) == (starts.isoformat(), ends.isoformat())
        return replace(
            named,
            id=plan.id,
            title=named.title if named.title != plan.title else plan.title,
            short=plan.short if named.title == plan.title else named.short,
            months=plan.period["months"] if is_same else named.months,
            printed=plan.period["printed"],
        )

    def due(self) -> date:
        """Return the deadline."""
        return to_python(self.deadline.date())


class AreasPage(QWidget):
    """Which areas are asked, the day that the figures of each are taken on, by which indicator set.

    ``edition`` has the place of another indicator set in the list, ``wants_file`` asks for one from a file.
    """

    edited = Signal()
    edition = Signal(int)
    wants_file = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._days: dict[str, tuple[QCheckBox, QDateEdit]] = {}
        outer = rows(self)
        line = columns()
        self.sets = short_list()
        self.sets.setAccessibleName(self.tr("Indicator set"))
        self.sets.activated.connect(self.edition)
        line.addWidget(label(self.tr("Indicator set")))
        line.addWidget(self.sets, 1)
        self.from_file = button(self.tr("From a file…"), self.wants_file.emit)
        line.addWidget(self.from_file)
        outer.addLayout(line)
        outer.addWidget(label(self.tr("Areas and the day their figures are taken on"), role="small"))
        self._place = rows()
        outer.addLayout(self._place)
        outer.addStretch(1)
        self._box = QWidget()
        self._place.addWidget(self._box)

    def show_sets(self, names: Sequence[str], chosen: int) -> None:
        """List the indicator sets that there are."""
        self.sets.clear()
        self.sets.addItems(list(names))
        self.sets.setCurrentIndex(chosen)

    def show_areas(self, catalogue: Catalogue, asked: Callable[[str], bool], day: date) -> None:
        """Show a set's areas; ``asked`` says which are ticked at first, ``day`` is the usual cut-off."""
        self._days = {}
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE_12)
        grid.setVerticalSpacing(theme.SPACE_8)
        for place, area in enumerate(catalogue.areas):
            tick = QCheckBox(f"{area.id}  {area.short.text(self._language)}")
            tick.setChecked(asked(area.id))
            edit = date_edit()
            edit.setDate(to_qt(day))
            edit.setEnabled(tick.isChecked())
            edit.setAccessibleName(self.tr("Cut-off: {area}").format(area=area.short.text(self._language)))
            tick.toggled.connect(edit.setEnabled)
            tick.toggled.connect(lambda _: self.edited.emit())
            edit.dateChanged.connect(lambda _: self.edited.emit())
            row, column = divmod(place, 2)
            grid.addWidget(tick, row, 2 * column)
            grid.addWidget(edit, row, 2 * column + 1)
            self._days[area.id] = (tick, edit)
        grid.setColumnStretch(4, 1)
        self._place.replaceWidget(self._box, box)
        self._box.hide()
        self._box.deleteLater()
        self._box = box

    def take_days(self, cut_off: Mapping[str, date]) -> None:
        """Take the day of each area from what was asked before."""
        for area, (_, edit) in self._days.items():
            if area in cut_off:
                edit.setDate(to_qt(cut_off[area]))

    def set_days(self, day: date) -> None:
        """Take the figures of all areas on one day."""
        for _, edit in self._days.values():
            edit.setDate(to_qt(day))

    def cut_off(self) -> Mapping[str, date]:
        """Return the areas that are asked, each with its day, in printed order."""
        return {area: to_python(edit.date()) for area, (tick, edit) in self._days.items() if tick.isChecked()}


class DemandsPage(QWidget):
    """What a submission must bring: seals, details, evidence."""

    def __init__(self, signatures: int, evidence_limit: int, *, details: bool) -> None:
        super().__init__()
        outer = rows(self, space=theme.SPACE_12)
        self.two_signatures = QCheckBox(self.tr("The head of each agency must approve as well (a second seal)"))
        self.two_signatures.setChecked(signatures > 1)
        self.details = QCheckBox(self.tr("Where subordinate units have figures, each unit's share is asked for"))
        self.details.setChecked(details)
        outer.addWidget(self.two_signatures)
        outer.addWidget(self.details)
        line = columns()
        self.evidence = QComboBox()
        for megabytes in sorted({*_EVIDENCE, evidence_limit}):
            named = f"{megabytes} MB" if megabytes else self.tr("as much as a file holds")
            self.evidence.addItem(named, megabytes)
        self.evidence.setCurrentIndex(self.evidence.findData(evidence_limit))
        self.evidence.setAccessibleName(self.tr("Evidence in one submission, at most"))
        line.addWidget(label(self.tr("Evidence in one submission, at most")))
        line.addWidget(self.evidence)
        line.addStretch(1)
        outer.addLayout(line)
        note = self.tr("Lines are weak and mailboxes small: 5 MB pass nearly everywhere.")
        outer.addWidget(label(note, role="small", wrap=True))
        outer.addStretch(1)

    def demanded(self) -> Demands:
        """Return what is demanded."""
        signatures = 2 if self.two_signatures.isChecked() else 1
        return Demands(signatures, self.details.isChecked(), int(self.evidence.currentData()))


def date_edit() -> QDateEdit:
    """Return a field for a day, written as here whatever the system's format."""
    made = QDateEdit()
    # some systems have digits of their own
    made.setLocale(QLocale("vi_VN"))
    made.setDisplayFormat("dd/MM/yyyy")
    made.setCalendarPopup(True)
    return made


def short_list() -> QComboBox:
    """Return a list to choose from whose longest name does not widen the dialog."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(20)
    return made


def to_qt(value: date) -> QDate:
    """Return Qt's day."""
    return QDate(value.year, value.month, value.day)


def to_python(value: QDate) -> date:
    """Return Python's day."""
    return date(value.year(), value.month(), value.day())
