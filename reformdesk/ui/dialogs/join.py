"""Bringing two desks together: what the other one would bring, and afterwards what it brought."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reformdesk.core.joining import Joined
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import Strip, button, fit, label

_WIDTH = 560


class _WithBrought(QuestionDialog):
    """Says what a desk brings."""

    GUIDE = "join"

    def add_brought(self, joined: Joined, names: Mapping[str, str]) -> None:
        """Say what is new, what was decided differently, and who has another compared key besides."""
        text = self.tr("New here: {files} files, {decisions} decisions, {keys} keys.")
        text = text.format(files=joined.files, decisions=joined.decisions, keys=joined.keys)
        if not joined.is_new:
            text = self.tr("Nothing in it is new here.")
        self.content.addWidget(label(text, role="strong", wrap=True))
        if joined.contested:
            told = dict.fromkeys(names.get(agency, agency) or round_id for round_id, agency in joined.contested)
            text = self.tr("Decided differently at the two desks, and waiting until you decide: {names}")
            self.content.addWidget(Strip("warning", text.format(names=", ".join(told))))
        if joined.also_compared:
            told = dict.fromkeys(names.get(agency, agency) for agency in joined.also_compared)
            text = self.tr("Another key was compared there for: {names}")
            self.content.addWidget(Strip("info", text.format(names=", ".join(told))))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped words need."""
        super().showEvent(event)
        fit(self)


class JoinDialog(_WithBrought):
    """Says whose workspace was dropped and what it would bring; ``open_instead`` leaves this desk for it."""

    open_instead = Signal()

    def __init__(self, parent: QWidget, path: Path, seen: Joined, names: Mapping[str, str]) -> None:
        title = self.tr("Bring two desks together?")
        super().__init__(parent, title, self.tr("Bring together"), _WIDTH)
        whose = self.tr("“{file}” is another desk of this office.").format(file=path.name)
        if seen.officer:
            whose = self.tr("“{file}” is another desk of this office, where {officer} decides.").format(
                file=path.name, officer=seen.officer
            )
        if seen.changed_at:
            newest = self.tr("Its newest file or decision is of {moment}.")
            whose = f"{whose} {newest.format(moment=long_moment(seen.changed_at))}"
        self.content.addWidget(label(whose, wrap=True))
        self.add_brought(seen, names)
        self.content.addWidget(
            label(
                self.tr(
                    "Decisions of the other desk bear no seal: bring together only what your colleague gave you. "
                    "Their file is read, and not changed."
                ),
                role="quiet",
                wrap=True,
            )
        )
        self.add_buttons()
        self.other = button(self.tr("Open it instead"), self._open)
        self.lead(self.other)

    def _open(self) -> None:
        self.reject()
        self.open_instead.emit()


class JoinedDialog(_WithBrought):
    """Says what came, and lets the colleague have the same; ``copy_wanted`` asks for a copy of this desk."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget, joined: Joined, names: Mapping[str, str]) -> None:
        super().__init__(parent, self.tr("The desks are brought together"), self.tr("Close"), _WIDTH)
        self.add_brought(joined, names)
        self.content.addWidget(
            label(self.tr("Give this desk back, so that your colleague has the same."), role="quiet", wrap=True)
        )
        self.add_buttons()
        self.cancel.hide()
        self.copy = button(self.tr("Save a copy for your colleague…"), self.copy_wanted.emit)
        self.lead(self.copy)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
