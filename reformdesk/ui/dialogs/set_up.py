"""Set up Home Affairs: the province, its agencies, where the workspace lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reformdesk.core import founding
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import button, columns, label, rows

_LIST_HEIGHT = 190


class SetUpDialog(QuestionDialog):
    """Names are pasted from Word or Excel, one a line, in the official order."""

    def __init__(self, parent: QWidget, messages: Messages) -> None:
        super().__init__(parent, self.tr("Set up Home Affairs"), self.tr("Set up"), 760)
        self._messages = messages
        self.content.addWidget(label(self.tr("Province, as it is written in documents")))
        self.province = QLineEdit()
        self.province.setPlaceholderText("tỉnh Minh Sơn")
        self.province.setAccessibleName(self.tr("Province, as it is written in documents"))
        self.content.addWidget(self.province)
        lists = columns()
        self.departments = self._list(self.tr("Departments and sectors, one a line"))
        self.districts = self._list(self.tr("District People's Committees, one a line"))
        for name, edit in self._lists.items():
            box = rows()
            box.addWidget(label(name))
            box.addWidget(edit)
            lists.addLayout(box)
        self.content.addLayout(lists)
        self.content.addWidget(button(self.tr("Start from the sample list"), self._fill, flat=True))
        self.content.addWidget(label(self.tr("Workspace file")))
        line = columns()
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.path = QLineEdit(str(folder / "home-affairs.rdesk"))
        self.path.setAccessibleName(self.tr("Workspace file"))
        line.addWidget(self.path, 1)
        line.addWidget(button(self.tr("Choose…"), self._choose))
        self.content.addLayout(line)
        self.add_buttons()

    @property
    def _lists(self) -> dict[str, QPlainTextEdit]:
        return {edit.accessibleName(): edit for edit in (self.departments, self.districts)}

    def _list(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setFixedHeight(_LIST_HEIGHT)
        return made

    def _fill(self) -> None:
        agencies = founding.template_agencies()
        for group, edit in ((founding.DEPARTMENTS, self.departments), (founding.DISTRICTS, self.districts)):
            edit.setPlainText("\n".join(one["name"] for one in agencies if group in one["groups"]))

    def _choose(self) -> None:
        chosen = self._messages.choose_target(self, self.tr("Workspace file"), "home-affairs.rdesk")
        if chosen is not None:
            self.path.setText(str(chosen))
