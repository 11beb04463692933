"""Set up Home Affairs: the province, its agencies, where the workspace lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reformdesk.core import founding
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import button, columns, labelled

_LIST_HEIGHT = 190


class SetUpDialog(QuestionDialog):
    """Names are pasted from Word or Excel, one a line, in the official order."""

    GUIDE = "set_up"

    def __init__(self, parent: QWidget, messages: Messages) -> None:
        super().__init__(parent, self.tr("Set up Home Affairs"), self.tr("Set up"), 760)
        self._messages = messages
        self.province = QLineEdit()
        self.province.setPlaceholderText("tỉnh Minh Sơn")
        self.content.addLayout(labelled(self.tr("Province, as it is written in documents"), self.province))
        self.departments, self.districts = _list(), _list()
        lists = columns(space=theme.SPACE_12)
        lists.addLayout(labelled(self.tr("Departments and sectors, one a line"), self.departments))
        lists.addLayout(labelled(self.tr("District People's Committees, one a line"), self.districts))
        self.content.addLayout(lists)
        sample = button(self.tr("Start from the sample list"), self._fill, flat=True)
        self.content.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
        line = columns()
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.path = QLineEdit(str(folder / "home-affairs.rdesk"))
        line.addLayout(labelled(self.tr("Workspace file"), self.path), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(line)
        self.add_buttons()

    def _fill(self) -> None:
        agencies = founding.template_agencies()
        for group, edit in ((founding.DEPARTMENTS, self.departments), (founding.DISTRICTS, self.districts)):
            edit.setPlainText("\n".join(one["name"] for one in agencies if group in one["groups"]))

    def _choose(self) -> None:
        chosen = self._messages.choose_target(self, self.tr("Workspace file"), "home-affairs.rdesk")
        if chosen is not None:
            self.path.setText(str(chosen))


def _list() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    theme.hold(made, height=_LIST_HEIGHT)
    return made
