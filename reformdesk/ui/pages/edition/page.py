"""Home Affairs' page of the next edition: its tables, who reports what, the agencies over the years, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QToolButton, QWidget

from reformdesk.core.catalogue import Label
from reformdesk.core.edition_problem import Problem
from reformdesk.ui import theme
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.edition.beside import choices, sheet_rows
from reformdesk.ui.pages.edition.matrix_view import MatrixView
from reformdesk.ui.pages.edition.problems_view import ProblemsView
from reformdesk.ui.pages.edition.register_view import RegisterView
from reformdesk.ui.pages.edition.rows_view import RowsView
from reformdesk.ui.pages.edition.rule_box import RuleBox
from reformdesk.ui.widgets.basics import EmptyState, button, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

TABLE, RULES, AGENCIES, MATRIX, CHECK = "table:", "rules", "agencies", "matrix", "check"
"""The parts of an edition; a table's is followed by its id."""

_LIST_WIDTH, _LEAST_LIST = 220, 880
"""How wide the list of parts is, and from which width of the page on it is one; below, it drops down."""
_COUNT_WIDTH = 60


@dataclass(frozen=True)
class _Part:
    """A line of the list: what it leads to, nothing for a heading."""

    key: str
    text: str
    count: str = ""
    tone: str = ""


class EditionPage(QWidget):
    """``begin`` asks for a draft; of one that there is, the others ask for what their buttons say.

    ``turned`` says that another part is on show.
    """

    begin = Signal()
    undo = Signal()
    redo = Signal()
    changes = Signal()
    use = Signal()
    discard = Signal()
    rename = Signal()
    tables = Signal()
    take_indicators = Signal()
    take_agencies = Signal()
    indicators_template = Signal()
    agencies_template = Signal()
    turned = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.leads = True
        self._words = words
        self.wording = EditionWording(words)
        self.sight: EditionSight | None = None
        self.part = ""
        self._parts: tuple[_Part, ...] = ()
        outer = rows(self, space=0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self.begin_button = button("", self.begin.emit, primary=True)
        self._empty = EmptyState(
            self.tr("Indicators and agencies of the next rounds"),
            self.tr(
                "Indicators are added, retired, reworded and given to others, and agencies merge, divide or end, in a "
                "draft: every step is kept at once and can be undone. Rounds that were handed out stay as they are; "
                "the draft is used when a new round is opened with it."
            ),
            self.begin_button,
        )
        self._draft = QWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._draft)
        self._make_draft()
        self._make_shortcuts()

    def _make_draft(self) -> None:
        layout = rows(self._draft, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.title = label(role="title", wrap=True)
        self.changes_button = button("", self.changes.emit)
        self.check_button = button("", lambda: self.open_part(CHECK))
        self.use_button = button(self.tr("Use for a new round…"), self.use.emit, primary=True)
        layout.addWidget(FoldingLine(self.title, self.changes_button, self.check_button, self.use_button))
        layout.addWidget(self._make_tools())
        body = columns(space=theme.SPACE_12)
        body.addWidget(self._make_list())
        body.addWidget(self._make_views(), 1)
        layout.addLayout(body, 1)

    def _make_tools(self) -> QWidget:
        self.base = label(role="quiet", wrap=True)
        self.undo_button = button(self.tr("Undo"), self.undo.emit)
        self.redo_button = button(self.tr("Redo"), self.redo.emit)
        self.undo_button.setToolTip("Ctrl+Z")
        self.redo_button.setToolTip("Ctrl+Y")
        self.import_button = self._menu(self.tr("From Excel ▾"))
        menu = self.import_button.menu()
        menu.addAction(self.tr("Take in a list of indicators…"), self.take_indicators.emit)
        menu.addAction(self.tr("Take in a list of agencies…"), self.take_agencies.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Save a form for indicators…"), self.indicators_template.emit)
        menu.addAction(self.tr("Save a form for agencies…"), self.agencies_template.emit)
        self.draft_button = self._menu(self.tr("Draft ▾"))
        self.draft_button.menu().addAction(self.tr("Name the edition…"), self.rename.emit)
        self.draft_button.menu().addAction(self.tr("Discard the draft…"), self.discard.emit)
        return FoldingLine(self.base, self.undo_button, self.redo_button, self.import_button, self.draft_button)

    def _make_list(self) -> QWidget:
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Parts of the edition"))
        self.table.horizontalHeader().hide()
        theme.hold(self.table, width=_LIST_WIDTH)
        self.table.entered_row.connect(self._take_row)
        left = self._left = QWidget()
        column = rows(left)
        column.addWidget(self.table, 1)
        self.tables_button = button(self.tr("Areas and tables…"), self.tables.emit)
        column.addWidget(self.tables_button)
        return left

    def _make_views(self) -> QWidget:
        right = QWidget()
        beside = rows(right)
        self.short_list: QComboBox = choices(self.tr("Parts of the edition"))
        self.short_list.activated.connect(lambda _: self.open_part(str(self.short_list.currentData())))
        self._short = QWidget()
        line = columns(self._short)
        line.addWidget(self.short_list, 1)
        line.addWidget(button(self.tr("Areas and tables…"), self.tables.emit))
        beside.addWidget(self._short)
        self.views = QStackedWidget()
        beside.addWidget(self.views, 1)
        self.rows = RowsView(self.wording)
        self.rules = RuleBox(self.wording)
        self.register = RegisterView(self.wording)
        self.matrix = MatrixView(self.wording)
        self.problems = ProblemsView(self.wording)
        sheet = self._rules_sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet_rows(sheet).addWidget(self.rules, 1)
        for one in (self.rows, sheet, self.register, self.matrix, self.problems):
            self.views.addWidget(one)
        self.problems.led.connect(self.lead)
        return right

    def _menu(self, text: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName("menuButton")
        made.setText(text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(QMenu(made))
        return made

    def _make_shortcuts(self) -> None:
        for keys, verb in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def show_none(self, base: Label) -> None:
        """Say that there is no draft, and what one would be made from."""
        self.sight = None
        name = base.text(self._words.language)
        self.begin_button.setText(self.tr("Make a draft from {edition}").format(edition=name))
        self._stack.setCurrentWidget(self._empty)
        self.turned.emit()

    def show_sight(self, sight: EditionSight) -> None:
        """Show the draft as it stands, at the part that one is in."""
        self.sight = sight
        language = self._words.language
        self.title.setText(self.tr("Draft: {edition}").format(edition=sight.catalogue.name.text(language)))
        base = sight.base.drawn.name.text(language)
        self.base.setText(self.tr("Made from {edition}. Every step is kept at once.").format(edition=base))
        self.undo_button.setEnabled(sight.can_undo)
        self.redo_button.setEnabled(sight.can_redo)
        self.changes_button.setText(self.tr("Changes ({count})").format(count=sight.changes))
        self.check_button.setText(self.tr("Check ({count})").format(count=_found(sight)))
        self.use_button.setEnabled(not sight.errors)
        self.use_button.setToolTip(self.tr("Mend first what the check finds.") if sight.errors else "")
        begins = self._stack.currentWidget() is not self._draft
        self._stack.setCurrentWidget(self._draft)
        self._list_parts(sight)
        known = [part.key for part in self._parts if part.key]
        self.open_part(self.part if self.part in known else known[0])
        if begins:
            self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_parts(self, sight: EditionSight) -> None:
        catalogue, language = sight.catalogue, self._words.language
        parts: list[_Part] = []
        for area in catalogue.areas:
            tables = catalogue.tables_of(area.id)
            name = area.short.text(language)
            if len(tables) != 1:
                parts.append(_Part("", name))
            for table in tables:
                count = str(sum(1 for _ in table.indicators()))
                text = name if len(tables) == 1 else "\u2003" + self.tr("Table {id}").format(id=table.id)
                parts.append(_Part(f"{TABLE}{table.id}", text, count))
        parts.append(_Part("", self.tr("Across the tables")))
        parts.append(_Part(MATRIX, self.tr("Who reports what")))
        parts.append(_Part(RULES, self.tr("All rules"), str(len(catalogue.rules))))
        parts.append(_Part(AGENCIES, self.tr("Agencies over time"), str(len(sight.agencies))))
        parts.append(_Part(CHECK, self.tr("Check"), _found(sight), "error" if sight.errors else ""))
        self._parts = tuple(parts)
        self.table.blockSignals(True)
        self.model.show_rows(["", ""], [_cells(part) for part in parts])
        self.table.share({0: 1}, {1: _COUNT_WIDTH})
        self.table.blockSignals(False)
        self.short_list.clear()
        for part in parts:
            if part.key:
                self.short_list.addItem(part.text, part.key)

    def _take_row(self, row: int) -> None:
        if 0 <= row < len(self._parts) and self._parts[row].key not in ("", self.part):
            self.open_part(self._parts[row].key)

    def open_part(self, key: str) -> None:
        """Show a part of the edition."""
        sight = self.sight
        if sight is None:
            return
        self.part = key
        row = next((row for row, part in enumerate(self._parts) if part.key == key), -1)
        if row >= 0 and self.table.currentIndex().row() != row:
            self.table.selectRow(row)
        self.short_list.setCurrentIndex(self.short_list.findData(key))
        if key.startswith(TABLE):
            self.rows.show_sight(sight, key.removeprefix(TABLE))
            self.views.setCurrentWidget(self.rows)
        elif key == RULES:
            self.rules.show_rules(sight, None)
            self.views.setCurrentWidget(self._rules_sheet)
        else:
            views: dict[str, RegisterView | MatrixView | ProblemsView]
            views = {AGENCIES: self.register, MATRIX: self.matrix, CHECK: self.problems}
            self.views.setCurrentWidget(views[key])
            views[key].show_sight(sight)
        self.turned.emit()

    def lead(self, problem: Problem) -> None:
        """Show where a problem is mended."""
        if problem.agency:
            self.open_part(AGENCIES)
            self.register.go_to(problem.agency)
        elif problem.rule:
            self.open_part(RULES)
            self.rules.go_to(problem.rule)
        elif table := self._table_of(problem):
            self.open_part(f"{TABLE}{table}")
            self.rows.go_to(problem.indicator, problem.row)
        else:
            self.tables.emit()

    def _table_of(self, problem: Problem) -> str:
        if problem.table or self.sight is None:
            return problem.table
        tables = self.sight.catalogue.tables
        return next((one.id for one in tables if problem.indicator in one.indicators()), "")

    def boxes_of_rules(self) -> Sequence[RuleBox]:
        """Return the two places where rules are tried and changed."""
        return (self.rules, self.rows.panel.rules)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list of parts drop down where there is no room for it beside."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_LEAST_LIST)
        self._left.setVisible(not narrow)
        self._short.setVisible(narrow)


def _cells(part: _Part) -> list[GridCell]:
    if not part.key:
        return [GridCell(part.text, tone="quiet", heading=True, hint=part.text), GridCell("")]
    return [
        GridCell(part.text, key=part.key, hint=part.text),
        GridCell(part.count, right=True, tone=part.tone or "quiet"),
    ]


def _found(sight: EditionSight) -> str:
    """Return how much the check finds."""
    return f"✕ {sight.errors}" if sight.errors else str(len(sight.problems) or "✓")
