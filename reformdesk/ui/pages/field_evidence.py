"""An indicator's evidence (tài liệu kiểm chứng): attached, looked at, taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reformdesk.core.enclosures import MOST_BYTES, Enclosure
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import button, columns, label, rows

_MEGABYTE = 1024 * 1024
_ENCLOSURE = Qt.ItemDataRole.UserRole


class EvidenceTab(QWidget):
    """``attach`` asks for a file, ``save`` and ``take_out`` name the one that is chosen."""

    attach = Signal()
    save = Signal(object)
    take_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        outer = rows(self, space=theme.SPACE_4)
        line = columns(space=theme.SPACE_12)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Evidence of this indicator"))
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        line.addWidget(self.list, 1)
        beside = rows()
        self.attach_button = button(self.tr("Attach…"), self.attach.emit)
        self.save_button = button(self.tr("Save a copy…"), lambda: self.save.emit(self._chosen()))
        self.out_button = button(self.tr("Take out"), lambda: self.take_out.emit(self._chosen()))
        for one in (self.attach_button, self.save_button, self.out_button):
            beside.addWidget(one)
        beside.addStretch(1)
        line.addLayout(beside)
        outer.addLayout(line, 1)
        self._room = label(role="quiet", wrap=True)
        outer.addWidget(self._room)

    def show_evidence(self, data: FormData, name: str) -> None:
        """List an indicator's files, and how much of the round's limit is used by all."""
        self.list.clear()
        for one in data.enclosures:
            if one.indicator == name:
                item = QListWidgetItem(f"{one.title}  ·  {_size(one.size)}")
                item.setData(_ENCLOSURE, one)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        used = sum({one.sha256: one.size for one in data.enclosures}.values())
        text = self.tr("PDF, pictures, Word, Excel. In all {used} of {most} in this report.")
        self._room.setText(text.format(used=_size(used), most=_size(data.round.evidence_limit or MOST_BYTES)))
        self._enable()

    def _chosen(self) -> Enclosure | None:
        item = self.list.currentItem()
        found = item.data(_ENCLOSURE) if item is not None else None
        return found if isinstance(found, Enclosure) else None

    def _enable(self) -> None:
        for one in (self.save_button, self.out_button):
            one.setEnabled(self._chosen() is not None)
            one.setToolTip("" if one.isEnabled() else self.tr("No evidence is attached here yet."))


def _size(count: int) -> str:
    """Return bytes in MB with one digit, as people here write numbers."""
    tenths = -(-count * 10 // _MEGABYTE)
    return f"{tenths // 10},{tenths % 10} MB"
