"""The desk's key: its code, what its seal is worth, its copy, a new one, the reserve key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.passphrase import PassphraseBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, foot, hairline, label, labelled, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_WIDTH = 600


@dataclass(frozen=True)
class KeyFacts:
    """What is known of the desk's key without opening it; ``fingerprint`` is empty where there is none yet."""

    fingerprint: str
    file: str
    copied_at: str
    is_office: bool
    has_reserve: bool


class KeyDialog(FittedDialog):
    """Says what the key is for and keeps it safe; each verb is a signal."""

    GUIDE = "key"
    copy = Signal()
    renew = Signal()
    adopt = Signal()
    reserve = Signal()
    colleague = Signal()

    def __init__(self, parent: QWidget, facts: KeyFacts) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your key"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("The key that seals your files"), role="title"))
        if facts.fingerprint:
            text = self.tr("Its matching code, which the other side compares by telephone:")
            layout.addWidget(label(text, role="quiet", wrap=True))
            code = label(matching_code(facts.fingerprint), role="title")
            code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(code)
        layout.addWidget(label(self._worth(), wrap=True))
        layout.addWidget(hairline())
        for title, text, verb, signal in self._offers(facts):
            layout.addLayout(_offer(title, text, button(verb, signal.emit)))
        if not facts.file:
            layout.addWidget(Strip("warning", self.tr("There is no key yet; it is made when the first file goes out.")))
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        foot(layout, [], [self.close_button])

    def _worth(self) -> str:
        return self.tr(
            "This program made the key on this machine, and nobody else has it. It gives an electronic seal: proof "
            "that a file comes from this desk and was not changed. It is not a digital signature in the sense of the "
            "law; where that is asked for, sign with a token or attach the form as a signed PDF."
        )

    def _offers(self, facts: KeyFacts) -> list[tuple[str, str, str, SignalInstance]]:
        """Return what can be done: title, what for, the verb, the signal."""
        copied = self.tr("Not saved in a second place yet. Put it on a USB stick that is locked away.")
        if facts.copied_at:
            copied = self.tr("Saved in a second place on {moment}.").format(moment=long_moment(facts.copied_at))
        renew = self.tr("For a new machine, or when the key or its passphrase is lost.")
        adopt = self.tr("Puts the key's copy back, as after a new computer.")
        offers = [
            (self.tr("New key"), renew, self.tr("Make a new key…"), self.renew),
            (self.tr("Key file"), adopt, self.tr("Use a key file…"), self.adopt),
        ]
        if facts.file:
            offers.insert(0, (self.tr("Copy"), copied, self.tr("Save a copy…"), self.copy))
        if facts.is_office:
            text = self.tr("Lies in the safe; the next round file names it, so that agencies believe it at once.")
            if facts.has_reserve:
                text = self.tr("There is one, and round files name it. Another one can be added.")
            offers.append((self.tr("Reserve key"), text, self.tr("Make a reserve key…"), self.reserve))
            text = self.tr("A colleague seals as well, with a key of their own; the next round file names it.")
            offers.append((self.tr("Another signer"), text, self.tr("A colleague's key…"), self.colleague))
        return offers


def _offer(title: str, text: str, action: QPushButton) -> QHBoxLayout:
    line = columns(space=theme.SPACE_12)
    words = rows(space=2)
    words.addWidget(label(title, role="strong"))
    words.addWidget(label(text, role="quiet", wrap=True))
    line.addLayout(words, 1)
    line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
    return line


class RenewDialog(QuestionDialog):
    """A new key: signed over by the old one, or, where that is lost, compared anew."""

    GUIDE = "renew"

    def __init__(self, parent: QWidget, *, has_key: bool) -> None:
        super().__init__(parent, self.tr("Make a new key"), self.tr("Make the key"), _WIDTH)
        text = self.tr(
            "Your old key signs over to the new one. The other side believes it at once; nobody need telephone."
        )
        self._explanation = label(text, role="quiet", wrap=True)
        self.content.addWidget(self._explanation)
        self.old = PassphraseBox(new=False)
        self._old_name = label(self.tr("The old key"), role="strong")
        self.content.addWidget(self._old_name)
        self.content.addWidget(self.old)
        self.lost = QCheckBox(self.tr("The old key or its passphrase is lost"))
        self.lost.toggled.connect(self._show_old)
        self.content.addWidget(self.lost)
        self.content.addWidget(label(self.tr("The new key"), role="strong"))
        self.secret = PassphraseBox(new=True)
        self.content.addWidget(self.secret)
        self.add_buttons()
        for box in (self.old, self.secret):
            box.edited.connect(self._enable)
        self.lost.setChecked(not has_key)
        self.lost.setVisible(has_key)
        self._show_old(not has_key)

    def _show_old(self, lost: bool) -> None:
        self._old_name.setVisible(not lost)
        self.old.setVisible(not lost)
        self._explanation.setText(
            self.tr("Nothing is lost but a telephone call: the other side compares the new code with you once.")
            if lost
            else self.tr(
                "Your old key signs over to the new one. The other side believes it at once; nobody need telephone."
            )
        )
        self._enable()
        fit(self)

    def _enable(self) -> None:
        self.go.setEnabled(self.secret.is_ready and (self.lost.isChecked() or self.old.is_ready))


class AdoptDialog(QuestionDialog):
    """Use a key file: a copy that comes back, or the reserve key from the safe."""

    GUIDE = "adopt"

    def __init__(self, parent: QWidget, messages: Messages) -> None:
        super().__init__(parent, self.tr("Use a key file"), self.tr("Use this key"), _WIDTH)
        self._messages = messages
        text = self.tr("The key that is here now stays in its folder under another name.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        line = columns()
        self.path = QLineEdit()
        line.addLayout(labelled(self.tr("Key file (.p12)"), self.path), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(line)
        self.secret = PassphraseBox(new=False)
        self.content.addWidget(self.secret)
        self.add_buttons()
        self.secret.edited.connect(self._enable)
        self.path.textChanged.connect(self._enable)
        self._enable()

    def _choose(self) -> None:
        chosen = self._messages.choose_file(self, self.tr("Use a key file"), (".p12",))
        if chosen is not None:
            self.path.setText(str(chosen))

    def _enable(self) -> None:
        self.go.setEnabled(self.secret.is_ready and bool(self.path.text().strip()))


class ReserveDialog(QuestionDialog):
    """A second key of Home Affairs for the safe."""

    GUIDE = "reserve"

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent, self.tr("Make a reserve key"), self.tr("Make and save it"), _WIDTH)
        text = self.tr(
            "The reserve key goes to “{folder}”. Take it to the safe and write its passphrase on paper beside it: when "
            "this machine fails the night before the deadline, “Use a key file…” goes on with it."
        ).format(folder=folder)
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.secret = PassphraseBox(new=True)
        self.content.addWidget(self.secret)
        self.add_buttons()
        self.secret.edited.connect(lambda: self.go.setEnabled(self.secret.is_ready))
        self.go.setEnabled(False)


class ColleagueDialog(QuestionDialog):
    """A key for a colleague at Home Affairs, who types its passphrase."""

    GUIDE = "reserve"

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent, self.tr("A colleague's key"), self.tr("Make and save it"), _WIDTH)
        text = self.tr(
            "The key goes to “{folder}”. The colleague types its passphrase here and puts the file in with “Use a key "
            "file…” on the other machine. Agencies believe it from the next round file on."
        ).format(folder=folder)
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.name = QLineEdit()
        self.content.addLayout(labelled(self.tr("Full name"), self.name))
        self.secret = PassphraseBox(new=True)
        self.content.addWidget(self.secret)
        self.add_buttons()
        self.secret.edited.connect(self._enable)
        self.name.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()) and self.secret.is_ready)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Type the name and the passphrase first."))
