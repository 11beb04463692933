"""Everything that is open in the agency's round; a click or Enter jumps there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import SIGNS, EmptyState, label, rows
from reformdesk.words import Words

Index = QModelIndex | QPersistentModelIndex
_NAME = Qt.ItemDataRole.UserRole
_TONE = Qt.ItemDataRole.UserRole + 1
_COLOURS = {"error": "error", "warning": "warning", "returned": "error", "missing": "quiet"}
_SIGN_WIDTH = 22


class _Signs(QStyledItemDelegate):
    """Paints the sign of a line in its colour before the words, which wrap beside it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the sign."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.px(_SIGN_WIDTH), option.fontMetrics.height())
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        super().paint(painter, option, index)
        laid = QStyleOptionViewItem(option)
        self.initStyleOption(laid, index)
        style = laid.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, laid, laid.widget)
        tone = index.data(_TONE)
        painter.save()
        painter.setPen(QColor(getattr(theme.current(), _COLOURS[tone])))
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, SIGNS[tone])
        painter.restore()


class CheckPage(QWidget):
    """Errors first, then what wants an explanation, then blanks."""

    jump = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._kinds = {
            "error": self.tr("Error"),
            "warning": self.tr("Please explain"),
            "returned": self.tr("Asked about"),
            "missing": self.tr("Not entered"),
        }
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("What is still open"), role="title"))
        self._hint = label(
            self.tr("Errors must be mended. The rest yields to an explanation; blanks may stay blank."),
            role="quiet",
            wrap=True,
        )
        layout.addWidget(self._hint)
        self._counts = label(wrap=True)
        layout.addWidget(self._counts)
        self._stack = QStackedWidget()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What is still open"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Signs(self.list))
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
            self._add(data, name, "error", not_saved)
        no_reason = self.tr("Home Affairs did not ask about this. Write why it changes.")
        if data.asked is None and data.since is not None:
            no_reason = self.tr("Changed since no. {revision}. Write why.").format(revision=data.since.revision)
        for name in data.readiness.unreasoned:
            self._add(data, name, "error", no_reason)
        errors = [one for one in data.readiness.findings if one.blocks]
        for tone, findings in (("error", errors), ("warning", data.readiness.unexplained)):
            for finding in findings:
                self._add(data, finding.indicator, tone, self._words.finding(finding))
        unanswered = self.tr("Home Affairs asked about this; it stands as it stood.")
        for name in data.readiness.unmet:
            self._add(data, name, "returned", unanswered)
        for name in data.readiness.blanks:
            self._add(data, name, "missing", self._words.answer("blank"))
        self._stack.setCurrentIndex(0 if self.list.count() else 1)
        tones = [self.list.item(row).data(_TONE) for row in range(self.list.count())]
        said = [f"{words}: {tones.count(tone)}" for tone, words in self._kinds.items() if tone in tones]
        self._counts.setText(" · ".join(said))
        # Enter goes somewhere also where the list had the focus before it was filled
        names = [self.list.item(row).data(_NAME) for row in range(self.list.count())]
        self.list.setCurrentRow(names.index(here) if here in names else 0)

    def _add(self, data: FormData, name: str, tone: str, words: str) -> None:
        catalogue = data.round.catalogue
        area = catalogue.area(catalogue.area_of[name]).short.text(self._words.language)
        text = f"{area} · {catalogue.indicators[name].name.text(self._words.language)}: {words}"
        item = QListWidgetItem(text)
        item.setData(_NAME, name)
        item.setData(_TONE, tone)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self._kinds[tone]}: {text}")
        self.list.addItem(item)
