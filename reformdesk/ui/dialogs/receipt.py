"""A receipt as an agency shows it: what was received, when, and how anybody can check it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reformdesk.core.inbox import Reply
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import Strip, button, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_WIDTH = 560


class ReceiptDialog(FittedDialog):
    """Facts of one receipt; ``SAVE`` asks for a copy of the signed file."""

    GUIDE = "receipt"
    SAVE = 2

    def __init__(self, parent: QWidget, data: FormData, reply: Reply, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receipt"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Home Affairs has received your submission"), role="title", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_20)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._fact(self.tr("Agency"), data.round.by_id[data.agency].text(language))
        self._fact(self.tr("Round"), data.round.title.text(language))
        self._fact(self.tr("Submission"), self._numbered(reply))
        self._fact(self.tr("Received"), long_moment(reply.received_at))
        self._fact(self.tr("Content (SHA-256)"), _in_groups(reply.submission))
        layout.addLayout(self._grid)
        if reply.state == "provisional":
            text = self.tr("Received provisionally: Home Affairs has not compared your matching code yet.")
            layout.addWidget(Strip("warning", text))
        text = self.tr(
            "The file bears Home Affairs' seal. Keep a copy: it proves what was received and when, without any server, "
            "and can be checked years later with “reformdesk verify”."
        )
        layout.addWidget(label(text, role="quiet", wrap=True))
        self.save = button(self.tr("Save a copy…"), lambda: self.done(self.SAVE))
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        foot(layout, [self.save], [self.close_button])

    def _numbered(self, reply: Reply) -> str:
        if reply.corrections is None:
            return self.tr("No. {revision}").format(revision=reply.revision)
        text = self.tr("No. {revision}, correction: figures corrected: {count}")
        return text.format(revision=reply.revision, count=reply.corrections)

    def _fact(self, name: str, value: str) -> None:
        place = self._grid.rowCount()
        self._grid.addWidget(label(name, role="quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
        shown = label(value, role="strong", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(shown, place, 1)


def _in_groups(digest: str) -> str:
    """Return a digest in two lines of groups, which two people can read to each other."""
    groups = [digest[start : start + 8] for start in range(0, len(digest), 8)]
    return f"{' '.join(groups[:4])}\n{' '.join(groups[4:])}"
