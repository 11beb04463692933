"""Everything that is open in the agency's round; a click or Enter jumps there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import SIGNS, EmptyState, label, rows
from reformdesk.words import Words

_NAME = Qt.ItemDataRole.UserRole


class CheckPage(QWidget):
    """Errors first, then what wants an explanation, then blanks."""

    jump = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("What is still open"), role="title"))
        self._hint = label(
            self.tr("Errors must be mended. The rest yields to an explanation; blanks may stay blank."), role="quiet"
        )
        layout.addWidget(self._hint)
        self._stack = QStackedWidget()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What is still open"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.jump.emit(item.data(_NAME)))
        self.list.itemClicked.connect(lambda item: self.jump.emit(item.data(_NAME)))
        self._stack.addWidget(self.list)
        self._stack.addWidget(
            EmptyState(self.tr("Nothing is open"), self.tr("Every indicator is answered. You can finish and export."))
        )
        layout.addWidget(self._stack, 1)

    def refresh(self, data: FormData, unsettled: Sequence[str] = ()) -> None:
        """List what is open now; ``unsettled`` are the fields whose typed text is not stored yet."""
        before = self.list.currentItem()
        here = before.data(_NAME) if before is not None else ""
        self.list.clear()
        not_saved = self.tr("What was typed is not saved yet. Settle it there.")
        for name in unsettled:
            self._add(data, name, f"{SIGNS['error']}  {{place}}: {not_saved}")
        no_reason = self.tr("Home Affairs did not ask about this. Write why it changes.")
        if data.asked is None and data.since is not None:
            no_reason = self.tr("Changed since no. {revision}. Write why.").format(revision=data.since.revision)
        for name in data.readiness.unreasoned:
            self._add(data, name, f"{SIGNS['error']}  {{place}}: {no_reason}")
        errors = [one for one in data.readiness.findings if one.blocks]
        for sign, findings in ((SIGNS["error"], errors), (SIGNS["warning"], data.readiness.unexplained)):
            for finding in findings:
                self._add(data, finding.indicator, f"{sign}  {{place}}: {self._words.finding(finding)}")
        unanswered = self.tr("Home Affairs asked about this; it stands as it stood.")
        for name in data.readiness.unmet:
            self._add(data, name, f"{SIGNS['returned']}  {{place}}: {unanswered}")
        for name in data.readiness.blanks:
            self._add(data, name, f"{SIGNS['missing']}  {{place}}: {self._words.answer('blank')}")
        self._stack.setCurrentIndex(0 if self.list.count() else 1)
        # Enter goes somewhere also where the list had the focus before it was filled
        names = [self.list.item(row).data(_NAME) for row in range(self.list.count())]
        self.list.setCurrentRow(names.index(here) if here in names else 0)

    def _add(self, data: FormData, name: str, pattern: str) -> None:
        catalogue = data.round.catalogue
        area = catalogue.area(catalogue.area_of[name]).short.text(self._words.language)
        place = f"{area} · {catalogue.indicators[name].name.text(self._words.language)}"
        item = QListWidgetItem(pattern.replace("{place}", place))
        item.setData(_NAME, name)
        self.list.addItem(item)
