"""The recovery file at both ends: Home Affairs writes it, the lost desk is put back from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.core.recovery_file import Recovery
from reformdesk.core.recovery_writing import Prospect
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, label, labelled, rows

_WIDTH = 620
_MOST_SHOWN = 6
_BOTTOM = Qt.AlignmentFlag.AlignBottom


class RecoveryDialog(QuestionDialog):
    """At Home Affairs: what a recovery file will hold, and with which key it is sealed."""

    GUIDE = "recovery"

    def __init__(self, parent: QWidget, prospect: Prospect, language: str) -> None:
        title = self.tr("Recovery file for {agency}").format(agency=prospect.agency.text(language))
        super().__init__(parent, title, self.tr("Write the file…"), _WIDTH)
        text = self.tr(
            "For an agency whose machine is lost. It holds the round files and what you accepted from it last, with "
            "words, units and evidence, and nobody else's submissions."
        )
        self.content.addWidget(label(text, role="quiet", wrap=True))
        listed = rows(space=theme.SPACE_4)
        for round_, last in prospect.rounds[:_MOST_SHOWN]:
            said = self.tr("no. {revision}").format(revision=last) if last else self.tr("nothing accepted yet")
            listed.addWidget(label(f"{round_.title.text(language)}: {said}"))
        if len(prospect.rounds) > _MOST_SHOWN:
            more = self.tr("and {count} more").format(count=len(prospect.rounds) - _MOST_SHOWN)
            listed.addWidget(label(more, role="quiet"))
        self.content.addLayout(listed)
        if prospect.written:
            moment = long_moment(prospect.written[-1].written_at)
            self.content.addWidget(label(self.tr("The last one was written {moment}.").format(moment=moment)))
        if prospect.speaking:
            warning = self.tr(
                "The lost key still speaks for the agency. Unless a copy of it is safe with them, revoke it as well."
            )
            self.content.addWidget(Strip("warning", warning))
        self.key = KeyBox(new=False)
        self.content.addWidget(self.key)
        self.add_buttons()
        self.key.edited.connect(lambda: self.go.setEnabled(self.key.is_ready))
        self.key.kind.currentIndexChanged.connect(lambda: fit(self))
        self.go.setEnabled(False)
        self.key.secret.first.setFocus()
        fit(self)


class PutBackDialog(QuestionDialog):
    """At a new machine: whose desk a recovery file puts back, as of when, and where it goes."""

    GUIDE = "recovery"

    def __init__(self, parent: QWidget, recovery: Recovery, place: Path, messages: Messages) -> None:
        language = messages.words.language
        title = self.tr("Put the desk of {agency} back").format(agency=recovery.agency.text(language))
        super().__init__(parent, title, self.tr("Put the desk back"), _WIDTH)
        self._messages = messages
        office = recovery.round.by_id[recovery.round.office].text(language)
        signer = recovery.verified.signers[0]
        words = self.tr(
            "Recovery file of {office}, {province}, written {moment}. Its matching code, to compare by telephone:"
        ).format(
            office=office,
            province=recovery.round.province,
            moment=long_moment(recovery.written_at),
        )
        self.content.addWidget(label(words, role="quiet", wrap=True))
        self.content.addWidget(label(matching_code(signer.fingerprint), role="title"))
        self._list_rounds(recovery, language)
        if recovery.left_out:
            text = self.tr("Older rounds had no room in the file: {count}. They stay at Home Affairs.")
            self.content.addWidget(Strip("warning", text.format(count=len(recovery.left_out))))
        text = self.tr(
            "What was typed after that must be typed again. The next export makes a new key; Home Affairs compares its "
            "code with you by telephone once."
        )
        self.content.addWidget(label(text, wrap=True))
        line = columns()
        self.place = QLineEdit(str(place))
        self.place.setReadOnly(True)
        line.addLayout(labelled(self.tr("Workspace"), self.place), 1)
        self.choose_button = button(self.tr("Another folder…"), self._choose)
        line.addWidget(self.choose_button)
        line.setAlignment(self.choose_button, _BOTTOM)
        self.content.addLayout(line)
        self._taken = Strip("error", self.tr("There is a workspace of this agency already. Nothing is overwritten."))
        self.content.addWidget(self._taken)
        self.add_buttons()
        self._enable()
        (self.go if self.go.isEnabled() else self.choose_button).setFocus()

    def _list_rounds(self, recovery: Recovery, language: str) -> None:
        listed = rows(space=theme.SPACE_4)
        for one in recovery.rounds[::-1][:_MOST_SHOWN]:
            said = self.tr("nothing accepted yet")
            if one.submission is not None:
                said = self.tr("as accepted with no. {revision}").format(revision=one.submission.document.revision)
            listed.addWidget(label(f"{one.round.title.text(language)}: {said}"))
        missing = len(recovery.rounds) - _MOST_SHOWN
        if missing > 0:
            listed.addWidget(label(self.tr("and {count} more").format(count=missing), role="quiet"))
        self.content.addLayout(listed)

    def target(self) -> Path:
        """Return where the workspace is to be made."""
        return Path(self.place.text())

    def _choose(self) -> None:
        folder = self._messages.choose_folder(self, self.tr("Where the workspace goes"))
        if folder is not None:
            self.place.setText(str(folder / self.target().name))
            self._enable()

    def _enable(self) -> None:
        free = not self.target().exists()
        self._taken.setVisible(not free)
        self.go.setEnabled(free)
        self.go.setToolTip("" if free else self.tr("Open the workspace that is there, or choose another folder."))
        fit(self)
