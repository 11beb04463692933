"""The rules on an indicator, or all of them, and a field to try one on the figures of a round that is over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Rule
from reformdesk.core.rule_trials import Trial
from reformdesk.edition_words import EditionWords
from reformdesk.ui import theme
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.edition.beside import choices
from reformdesk.ui.widgets.basics import button, columns, hairline, label, rows, with_sign
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable

_LEAST_RULES, _LEAST_FOUND = 130, 110


class RuleBox(QWidget):
    """``tried`` asks what a rule finds in a round, ``change`` to change one (``None``: a new one), ``remove`` for
    one less.
    """

    tried = Signal(object, str)
    change = Signal(object, str)
    remove = Signal(object)

    def __init__(self, wording: EditionWording) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._wording = wording
        self._rules: tuple[Rule, ...] = ()
        self._indicator = ""
        self._names: EditionWords | None = None
        layout = rows(self, space=theme.SPACE_8)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Rules"))
        theme.hold(self.table, least_height=_LEAST_RULES)
        self.table.entered_row.connect(lambda _: self._chosen_changed())
        self.table.opened.connect(lambda _: self._change())
        layout.addWidget(self.table, 3)
        self.new_button = button(self.tr("New rule…"), lambda: self.change.emit(None, self._indicator))
        self.change_button = button(self.tr("Change…"), self._change)
        self.remove_button = button(self.tr("Remove"), self._remove)
        first = QWidget()
        columns(first).addWidget(self.new_button)
        layout.addWidget(FoldingLine(first, self.change_button, self.remove_button, near=True))
        layout.addWidget(hairline())
        layout.addWidget(label(self.tr("Try it on the figures of"), role="small"))
        self.round = choices(self.tr("Try it on the figures of"))
        self.round.activated.connect(lambda _: self._try())
        self.try_button = button(self.tr("Try"), self._try)
        line = columns()
        line.addWidget(self.round, 1)
        line.addWidget(self.try_button)
        layout.addLayout(line)
        self.result = label(role="small", wrap=True)
        layout.addWidget(self.result)
        self.found_model = GridModel()
        self.found = SheetTable(self.found_model, self.tr("What the rule finds"))
        theme.hold(self.found, least_height=_LEAST_FOUND)
        layout.addWidget(self.found, 2)
        self._clear()

    def count(self) -> int:
        """Return how many rules are listed."""
        return len(self._rules)

    def show_rules(self, sight: EditionSight, indicator: str | None) -> None:
        """List the rules that name an indicator or are about its kind; all of them for ``None``."""
        self._indicator = indicator or ""
        own = sight.catalogue.indicators.get(self._indicator)
        before = self._at()
        self._rules = tuple(
            rule
            for rule in sight.catalogue.rules
            if indicator is None or indicator in rule.operands() or (own is not None and own.kind in rule.kinds)
        )
        known = sight.catalogue.indicators
        words = self._names = self._wording.said_of(sight.edition, sight.base)
        lines = []
        for rule in self._rules:
            text = self._wording.rule(words, rule)
            tone = "" if all(name in known for name in rule.operands()) else "error"
            lines.append([GridCell(with_sign(tone, text), tone=tone, hint=text, key=rule.id)])
        self.model.show_rows([self.tr("Rule")], lines)
        self.table.share({0: 1}, {})
        if lines:
            same = [row for row, rule in enumerate(self._rules) if before is not None and rule.id == before.id]
            self.table.selectRow(same[0] if same else 0)
        chosen = self.round.currentData()
        self.round.clear()
        for one in sight.rounds:
            self.round.addItem(one.title.text(self._wording.language), one.id)
        self.round.setCurrentIndex(max(0, self.round.findData(chosen)))
        self._chosen_changed()

    def go_to(self, rule: str) -> None:
        """Put the cursor on a rule."""
        row = self.model.row_of(rule)
        if row >= 0:
            self.table.selectRow(row)
            self.table.setFocus()

    def show_trial(self, rule: Rule, trial: Trial) -> None:
        """Say what a rule finds in a round, unless another one was chosen meanwhile."""
        if rule != self._at() or trial.round.id != self.round.currentData():
            return
        words = self._wording
        names = ", ".join(map(self._names.indicator, trial.unknown)) if self._names is not None else ""
        if trial.unknown:
            self.result.setText(self.tr("Nothing to try: not asked then: {names}.").format(names=names))
        elif not trial.tried:
            self.result.setText(self.tr("No agency gave all the figures that this rule looks at."))
        else:
            text = self.tr("Agencies with all the figures: {tried} · found: {found}")
            self.result.setText(text.format(tried=trial.tried, found=len(trial.found)))
        lines = []
        for agency, finding in trial.found:
            name = trial.round.by_id[agency].text(words.language)
            said = f"{words.indicator(trial.round.catalogue, finding.indicator)}: {words.words.finding(finding)}"
            lines.append([GridCell(name, hint=name), GridCell(said, hint=said, tone="quiet")])
        self.found_model.show_rows([self.tr("Agency"), self.tr("What it says")], lines)
        self.found.share({0: 1, 1: 1}, {})
        self.found.setVisible(bool(lines))

    def _at(self) -> Rule | None:
        row = self.table.currentIndex().row()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _chosen_changed(self) -> None:
        rule = self._at()
        for one in (self.change_button, self.remove_button):
            one.setEnabled(rule is not None)
        self.try_button.setEnabled(rule is not None and self.round.count() > 0)
        tip = "" if self.try_button.isEnabled() else self.tr("There is no rule here, or no round with figures yet.")
        self.try_button.setToolTip(tip)
        self._clear()

    def _clear(self) -> None:
        self.result.setText("")
        self.found.hide()

    def _change(self) -> None:
        rule = self._at()
        if rule is not None:
            self.change.emit(rule, self._indicator)

    def _remove(self) -> None:
        rule = self._at()
        if rule is not None:
            self.remove.emit(rule)

    def _try(self) -> None:
        rule = self._at()
        if rule is not None and self.round.count():
            self.tried.emit(rule, str(self.round.currentData()))
