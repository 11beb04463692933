"""An agency's tasks divided among others: each indicator that it reports goes to one of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from reformdesk.core.edition import Edit, Edition
from reformdesk.ui import theme
from reformdesk.ui.models import reorganisation
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.reorganisation import NewAgency, owed
from reformdesk.ui.pages.edition.beside import choices
from reformdesk.ui.widgets.basics import button, columns, label, labelled, rows
from reformdesk.ui.widgets.sheet_table import SheetTable

_LEAST_TABLE = 150
_NEW = "new:"


class DividingPage(QWidget):
    """``edited`` follows each change."""

    edited = Signal()

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self._wording = wording
        self._edition: Edition | None = None
        self._day = date.min
        self._whose = ""
        self._tasks: dict[str, str] = {}
        self._shown: tuple[str, ...] = ()
        self._new: dict[str, NewAgency] = {}
        layout = rows(self)
        self.agency = choices(self.tr("Agency"))
        self.agency.currentIndexChanged.connect(lambda _: self._begin())
        layout.addLayout(labelled(self.tr("Agency"), self.agency))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("What it reports"))
        self.table.setSelectionMode(SheetTable.SelectionMode.ExtendedSelection)
        theme.hold(self.table, least_height=_LEAST_TABLE)
        layout.addWidget(self.table, 1)
        self.heir = choices(self.tr("The chosen rows go to"))
        self.heir.currentIndexChanged.connect(lambda _: self._ask_for_name())
        self.give_button = button(self.tr("Give"), self._give)
        line = columns()
        line.addWidget(label(self.tr("The chosen rows go to")))
        line.addWidget(self.heir, 1)
        line.addWidget(self.give_button)
        layout.addLayout(line)
        self.new = QWidget()
        names = columns(self.new, space=theme.SPACE_12)
        self.new_name, self.new_english = QLineEdit(), QLineEdit()
        self.new_name.textChanged.connect(lambda _: self._enable())
        names.addLayout(labelled(self.tr("Its name"), self.new_name), 1)
        names.addLayout(labelled(self.tr("Its English name"), self.new_english), 1)
        layout.addWidget(self.new)
        self.ends = QCheckBox(self.tr("The agency is no more from that day"))
        self.ends.setChecked(True)
        self.ends.toggled.connect(lambda _: self._list_and_tell())
        layout.addWidget(self.ends)

    def offer(self, edition: Edition, day: date, agency: str) -> None:
        """Offer the agencies that are there on the day before."""
        self._edition, self._day = edition, day
        there = edition.register.at(date.fromordinal(day.toordinal() - 1))
        chosen = self.agency.currentData() or agency
        self.agency.blockSignals(True)
        self.agency.clear()
        for one in there:
            self.agency.addItem(one.text(self._wording.language), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(chosen)))
        self.agency.blockSignals(False)
        self._offer_heirs()
        self._begin()

    def _offer_heirs(self) -> None:
        if self._edition is None:
            return
        self.heir.blockSignals(True)
        chosen = self.heir.currentData()
        self.heir.clear()
        self.heir.addItem(self.tr("a new agency"), _NEW)
        for key, new in self._new.items():
            self.heir.addItem(new.name, key)
        for one in self._edition.register.at(self._day):
            self.heir.addItem(one.text(self._wording.language), one.id)
        self.heir.setCurrentIndex(max(0, self.heir.findData(chosen)))
        self.heir.blockSignals(False)
        self._ask_for_name()

    def _begin(self) -> None:
        """Begin with tasks that nobody has taken over yet; another day leaves an agency what was chosen for it."""
        edition, agency = self._edition, str(self.agency.currentData())
        if edition is None:
            return
        there = edition.register.at(date.fromordinal(self._day.toordinal() - 1))
        self._shown = owed(edition.drawn, there).get(agency, ())
        chosen = self._tasks if agency == self._whose else {}
        self._whose = agency
        self._tasks = {name: heir for name, heir in chosen.items() if name in self._shown and heir != agency}
        self._list_and_tell()

    def _list_and_tell(self) -> None:
        self._list()
        self.edited.emit()

    def _list(self) -> None:
        edition = self._edition
        if edition is None:
            return
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        nobody = self.tr("nobody yet") if self.ends.isChecked() else self.tr("stays where it is")
        lines = []
        for name in self._shown:
            text = self._wording.indicator(edition.drawn, name)
            heir = self._tasks.get(name, "")
            said = self._named(heir) if heir else nobody
            lines.append([GridCell(text, key=name, hint=text), GridCell(said, hint=said, tone="" if heir else "quiet")])
        self.model.show_rows([self.tr("What it reports"), self.tr("Goes to")], lines)
        self.table.share({0: 3, 1: 2}, {})
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in chosen & set(range(len(lines))) or {0} & set(range(len(lines))):
            self.table.selectionModel().select(self.model.index(row, 0), whole)
        self._enable()

    def _named(self, heir: str) -> str:
        if heir in self._new:
            return self._new[heir].name
        entry = self._edition.register.by_id.get(heir) if self._edition is not None else None
        return self._wording.agency(entry, self._day) if entry is not None else heir

    def _ask_for_name(self) -> None:
        self.new.setVisible(self.heir.currentData() == _NEW)
        self._enable()

    def _enable(self) -> None:
        named = self.heir.currentData() != _NEW or bool(self.new_name.text().strip())
        self.give_button.setEnabled(named and bool(self._shown))
        self.give_button.setToolTip("" if named else self.tr("Type the name first."))

    def _give(self) -> None:
        heir = str(self.heir.currentData())
        if heir == _NEW:
            new = NewAgency(self.new_name.text().strip(), self.new_english.text().strip())
            heir = f"{_NEW}{new.name}"
            self._new[heir] = new
            for edit in (self.new_name, self.new_english):
                edit.clear()
            self._offer_heirs()
            self.heir.setCurrentIndex(self.heir.findData(heir))
        for index in self.table.selectionModel().selectedRows():
            self._tasks[self._shown[index.row()]] = heir
        self._list_and_tell()

    def edit(self, day: date) -> Edit | None:
        """Return the steps, ``None`` while no task goes to anybody."""
        if self._edition is None or not self._tasks:
            return None
        tasks = {name: self._new.get(heir, heir) for name, heir in self._tasks.items()}
        return reorganisation.divide(
            self._edition, str(self.agency.currentData()), tasks, day, ends=self.ends.isChecked()
        )
