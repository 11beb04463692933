"""Agencies merge, divide their tasks, are renamed or end on a day; who owes what then is shown before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from reformdesk.core.edition import Edit, Edition
from reformdesk.core.text import fold
from reformdesk.errors import Mendable
from reformdesk.ui import theme
from reformdesk.ui.dialogs.edition.dividing import DividingPage
from reformdesk.ui.dialogs.round_period import date_edit, to_python, to_qt
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models import reorganisation
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.reorganisation import NewAgency, Owing, Preview
from reformdesk.ui.pages.edition.beside import choices, filter_field
from reformdesk.ui.widgets.basics import button, columns, fit, label, labelled, restyle, rows, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable

MERGE, DIVIDE, RENAME, END = "merge", "divide", "rename", "end"
_WIDTH, _LIST, _PREVIEW = 760, 150, 120
_NAMED = 6
_KEY, _FOLDED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ReorganiseDialog(QuestionDialog):
    """``agency`` is the one that the cursor was on; ``on`` the first day of the new state that is offered."""

    GUIDE = "reorganise"

    def __init__(self, parent: QWidget, edition: Edition, agency: str, on: date, wording: EditionWording) -> None:
        super().__init__(parent, self.tr("Reorganise agencies"), self.tr("Into the draft"), _WIDTH)
        self._edition, self._wording = edition, wording
        self.kind = choices(self.tr("What happens"))
        for key, text in (
            (MERGE, self.tr("agencies go into another one, or into a new one")),
            (DIVIDE, self.tr("an agency's tasks are divided among others")),
            (RENAME, self.tr("an agency is renamed")),
            (END, self.tr("agencies end, nobody takes over")),
        ):
            self.kind.addItem(text, key)
        self.on = date_edit()
        self.on.setDate(to_qt(on))
        above = columns(space=theme.SPACE_12)
        above.addLayout(labelled(self.tr("What happens"), self.kind), 1)
        above.addLayout(labelled(self.tr("First day of the new state"), self.on))
        self.content.addLayout(above)
        self.dividing = DividingPage(wording)
        self._pages = {
            MERGE: self._merging(),
            DIVIDE: self.dividing,
            RENAME: self._renaming(),
        }
        # one below the other, and one of them shown: a stack would give each the height of the highest
        for page in self._pages.values():
            self.content.addWidget(page, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(label(self.tr("Who owes what then"), role="strong"))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Who owes what then"))
        theme.hold(self.table, height=_PREVIEW)
        self.content.addWidget(self.table)
        self.state = label(role="small", wrap=True)
        self.content.addWidget(self.state)
        self.add_buttons()
        self._fill(agency)
        self._connect()
        self._turn()

    def _merging(self) -> QWidget:
        page = QWidget()
        layout = rows(page)
        self.who = label("")
        layout.addWidget(self.who)
        self.filter = filter_field(self.tr("Type part of an agency's name"))
        self.all_button = button(self.tr("Tick all that are listed"), self._tick_listed)
        narrowing = columns()
        narrowing.addWidget(self.filter, 1)
        narrowing.addWidget(self.all_button)
        layout.addLayout(narrowing)
        self.going = QListWidget()
        self.going.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.going.setWordWrap(True)
        theme.hold(self.going, height=_LIST)
        layout.addWidget(self.going)
        self.into = choices(self.tr("into"))
        self.target = QWidget()
        rows(self.target).addLayout(labelled(self.tr("into"), self.into))
        layout.addWidget(self.target)
        self.new = QWidget()
        line = columns(self.new, space=theme.SPACE_12)
        self.new_name, self.new_english = QLineEdit(), QLineEdit()
        line.addLayout(labelled(self.tr("Its name"), self.new_name), 1)
        line.addLayout(labelled(self.tr("Its English name"), self.new_english), 1)
        layout.addWidget(self.new)
        return page

    def _renaming(self) -> QWidget:
        page = QWidget()
        layout = rows(page)
        self.renamed = choices(self.tr("Agency"))
        self.name, self.english = QLineEdit(), QLineEdit()
        self.misspelt = QCheckBox(self.tr("It was only misspelt: put right from the beginning"))
        layout.addLayout(labelled(self.tr("Agency"), self.renamed))
        layout.addLayout(labelled(self.tr("New name"), self.name))
        layout.addLayout(labelled(self.tr("New English name"), self.english))
        layout.addWidget(self.misspelt)
        return page

    def _day(self) -> date:
        return to_python(self.on.date())

    def _fill(self, agency: str) -> None:
        """Offer the agencies that are there on the day before and do not end yet, to go into any of the day."""
        register, language = self._edition.register, self._wording.language
        names = {one.id: one.text(language) for one in register.at(self._day())}
        before = register.at(date.fromordinal(self._day().toordinal() - 1))
        there = [one for one in before if one.id in names]
        ticked = set(self._going()) or {agency}
        self.going.clear()
        for one in sorted(there, key=lambda one: one.id not in ticked):
            item = QListWidgetItem(one.text(language))
            item.setData(_KEY, one.id)
            item.setData(_FOLDED, fold(f"{one.name} {one.name_en}"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
            self.going.addItem(item)
        into = self.into.currentData()
        self.into.clear()
        self.into.addItem(self.tr("a new agency"), "")
        for key, name in names.items():
            self.into.addItem(name, key)
        self.into.setCurrentIndex(max(0, self.into.findData(into)))
        chosen = self.renamed.currentData() or agency
        self.renamed.clear()
        for one in there:
            self.renamed.addItem(one.text(language), one.id)
        self.renamed.setCurrentIndex(max(0, self.renamed.findData(chosen)))
        self._narrow(self.filter.text())
        self.dividing.offer(self._edition, self._day(), agency)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._turn())
        self.on.dateChanged.connect(lambda _: self._follow_day())
        self.filter.textChanged.connect(self._narrow)
        self.going.itemChanged.connect(lambda _: self._look())
        for box in (self.into, self.renamed):
            box.currentIndexChanged.connect(lambda _: self._look())
        self.renamed.currentIndexChanged.connect(lambda _: self._begin_name())
        for edit in (self.new_name, self.new_english, self.name, self.english):
            edit.textChanged.connect(lambda _: self._look())
        self.misspelt.toggled.connect(lambda _: self._look())
        self.dividing.edited.connect(self._look)
        self._begin_name()

    def _follow_day(self) -> None:
        for one in (self.going, self.into, self.renamed):
            one.blockSignals(True)
        renamed = self.renamed.currentData()
        self._fill("")
        for one in (self.going, self.into, self.renamed):
            one.blockSignals(False)
        if self.renamed.currentData() != renamed:
            self._begin_name()
        self._look()

    def _narrow(self, text: str) -> None:
        """List those whose name holds the text, and always those that are ticked."""
        for item in self._items():
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setHidden(not ticked and fold(text) not in item.data(_FOLDED))

    def _tick_listed(self) -> None:
        self.going.blockSignals(True)
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked)
        self.going.blockSignals(False)
        self.going.viewport().update()
        self._look()

    def _items(self) -> list[QListWidgetItem]:
        return [self.going.item(place) for place in range(self.going.count())]

    def _begin_name(self) -> None:
        entry = self._edition.register.by_id.get(str(self.renamed.currentData()))
        if entry is not None:
            named = entry.named(self._day())
            self.name.setText(named.name)
            self.english.setText(named.name_en)

    def _turn(self) -> None:
        kind = str(self.kind.currentData())
        # who ends is ticked as who goes is, into nobody
        shown = self._pages[MERGE if kind == END else kind]
        who = self.tr("These end") if kind == END else self.tr("These go")
        self.who.setText(who)
        self.going.setAccessibleName(who)
        self.target.setVisible(kind == MERGE)
        for page in self._pages.values():
            page.setVisible(page is shown)
        self._look()

    def _going(self) -> list[str]:
        return [str(item.data(_KEY)) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def edit(self) -> Edit | None:
        """Return the steps, ``None`` while something is still to be said."""
        day = self._day()
        match str(self.kind.currentData()):
            case "merge":
                return self._merge(day)
            case "divide":
                return self.dividing.edit(day)
            case "rename":
                agency, name = str(self.renamed.currentData()), self.name.text().strip()
                on = None if self.misspelt.isChecked() else day
                return reorganisation.rename(agency, name, self.english.text().strip(), on) if name else None
        going = self._going()
        return reorganisation.end(going, day) if going else None

    def _merge(self, day: date) -> Edit | None:
        into: str | NewAgency = str(self.into.currentData() or "")
        going = [one for one in self._going() if one != into]
        if not into:
            name = self.new_name.text().strip()
            into = NewAgency(name, self.new_english.text().strip()) if name else ""
        return reorganisation.merge(self._edition, going, into, day) if going and into else None

    def _look(self) -> None:
        """Show what would be, or what is still missing."""
        self.new.setVisible(self.kind.currentData() == MERGE and not self.into.currentData())
        problem, found = "", None
        try:
            edit = self.edit()
            if edit is not None:
                found = reorganisation.preview(self._edition, edit, self._day())
        except Mendable as refusal:
            problem = self._wording.words.error(refusal)
        self._show(found)
        missing = self.tr("Choose the agencies, and say what becomes of them.")
        said = with_sign("error", problem) if problem else missing if found is None else self._summary(found)
        self.state.setText(said)
        warns = found is not None and bool(found.unreported)
        restyle(self.state, tone="error" if problem else "warning" if warns else "quiet")
        self.go.setEnabled(found is not None)
        self.go.setToolTip("" if found is not None else problem or missing)
        fit(self)

    def _summary(self, found: Preview) -> str:
        if found.unreported:
            text = self.tr(
                "Indicators that nobody would report then ({count}): {names}. "
                "Give them to others under “Who reports what”."
            )
            first = [self._wording.indicator(self._edition.drawn, name) for name in found.unreported[:_NAMED]]
            names = "; ".join([*first, "…"] if len(found.unreported) > _NAMED else first)
            return with_sign("warning", text.format(count=len(found.unreported), names=names))
        return self.tr("Every indicator has somebody who reports it.")

    def _show(self, found: Preview | None) -> None:
        lines = [self._line(one, found) for one in found.owing] if found is not None else []
        heads = [self.tr("Agency"), self.tr("Until then"), self.tr("From then on")]
        self.model.show_rows(heads, lines)
        self.table.share({0: 1}, {1: 130, 2: 130})

    def _line(self, owing: Owing, found: Preview) -> list[GridCell]:
        entry = found.register.by_id[owing.agency]
        name = self._wording.agency(entry, self._day())
        words: Mapping[bool, str] = {True: self.tr("not there yet"), False: self.tr("no more")}
        before = str(owing.before) if owing.before is not None else words[True]
        after = str(owing.after) if owing.after is not None else words[False]
        tone = {owing.before is None: "good", owing.after is None: "quiet"}.get(True, "")
        return [
            GridCell(with_sign("good", name) if tone == "good" else name, tone=tone, hint=name),
            GridCell(before, right=True, tone="quiet"),
            GridCell(after, right=True),
        ]
