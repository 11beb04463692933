"""A colleague's data-entry file, looked at field by field before anything is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reformdesk.core.part_taking import Comparison
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.part import THEIRS, PartModel
from reformdesk.ui.models.ticking import HERE, NAME, NOTE, NUMBER
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.take_button import TakeButton
from reformdesk.words import Words

_MOST_NAMED = 5


class PartPage(QWidget):
    """``taken`` has the keys of the chosen differences, ``left`` leaves all as it stands."""

    taken = Signal(object)
    left = Signal()
    leads = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self._title = label(role="title", wrap=True)
        self._hint = label(role="quiet", wrap=True)
        self._remarks = rows(space=theme.SPACE_4)
        self.model = PartModel(words)
        self.table = SheetTable(self.model, self.tr("What differs"))
        self.table.share({NAME: 1, NOTE: 1}, {NUMBER: 76, HERE: 150, THEIRS: 150})
        self.table.opened.connect(lambda _row: self._take())
        self.table.ticked.connect(self.model.toggle)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(self._remarks)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())
        layout.addStretch(0)
        self.model.counted.connect(self._count)

    def _buttons(self) -> QHBoxLayout:
        self.all = button(self.tr("Tick all"), lambda: self.model.tick_all(on=True))
        self.none = button(self.tr("Tick none"), lambda: self.model.tick_all(on=False))
        self.leave = button(self.tr("Leave all as it is"), self.left.emit)
        self.take = TakeButton(self._take)
        for one, keys in ((self.all, "Ctrl+A"), (self.none, "Ctrl+Shift+A")):
            one.setToolTip(keys)
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(one.click)
        line = columns()
        line.addWidget(self.all)
        line.addWidget(self.none)
        line.addStretch(1)
        line.addWidget(self.leave)
        line.addWidget(self.take)
        return line

    def show_comparison(self, comparison: Comparison) -> None:
        """Show whose file this is and what it has otherwise."""
        document = comparison.part.document
        differ, same = len(comparison.differences), sum(comparison.same.values())
        self._title.setText(
            self.tr("Data-entry file of {officer}, {moment} · areas {areas}").format(
                officer=document.prepared_by, moment=long_moment(document.written_at), areas=", ".join(document.areas)
            )
        )
        self._hint.setText(
            self.tr(
                "Differ: {count}. The same already: {same}. Nothing is written yet: what is blank here is ticked; "
                "where both have entered something, you choose (space bar)."
            ).format(count=differ, same=same)
            if differ
            else self.tr("Nothing differs: all {same} fields of this file stand here already.").format(same=same)
        )
        self.model.show_comparison(comparison)
        for one in (self.table, self.all, self.none, self.take):
            one.setVisible(bool(differ))
        self.leave.setText(self.tr("Leave all as it is") if differ else self.tr("Back"))
        self.table.fit_rows()
        self._show_remarks(comparison)

    def show_problem(self, text: str) -> None:
        """Say why nothing was taken, with every tick still there."""
        self._remarks.addWidget(Strip("error", text))

    def begin(self) -> None:
        """Put the cursor on the first field."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.model.index(1, THEIRS))
        else:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_remarks(self, comparison: Comparison) -> None:
        clear(self._remarks)
        if comparison.is_older:
            text = self.tr("This file answers an older issue of the round. What is asked otherwise now is left out.")
            self._remarks.addWidget(Strip("warning", text))
        indicators = comparison.round.catalogue.indicators
        lost = [
            indicators[one].name.text(self._words.language) if one in indicators else one for one in comparison.lost
        ]
        if lost:
            self._remarks.addWidget(Strip("warning", self.tr("No place here for: {names}.").format(names=_some(lost))))
        left_out = [str(one["title"]) for one in comparison.part.document.left_out]
        if left_out:
            text = self.tr("Too large for this file, attach it here yourself: {names}.")
            self._remarks.addWidget(Strip("warning", text.format(names=_some(left_out))))

    def _count(self) -> None:
        self.take.show_count(len(self.model.chosen()), self.model.replaced())

    def _take(self) -> None:
        if self.take.isEnabled():
            self.taken.emit(self.model.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _some(names: list[str]) -> str:
    """Name the first few, and say that there are more."""
    more = f" (+{len(names) - _MOST_NAMED})" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"
