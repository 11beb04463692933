"""A file wants a newer program: what came along with it, who vouches for that, and one button where somebody does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from reformdesk.core.updates import OfficeKeys, Standing
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import Strip, fit, label, rows
from reformdesk.update_files import Offer
from reformdesk.words import Words

_WIDTH = 600


class UpdateDialog(QuestionDialog):
    """Says what a search for a newer installer found. Accepting it starts the installer that is ``offered``.

    ``file`` is what was refused, ``running`` this program's version; without ``can_install`` the installer is
    named and not offered, since it is for Windows.
    """

    GUIDE = "update"

    def __init__(self, parent: QWidget, file: str, running: str, words: Words, *, can_install: bool) -> None:
        super().__init__(parent, self.tr("A newer ReformDesk is needed"), self.tr("Install"), _WIDTH)
        self._words = words
        self._can_install = can_install
        self.offered: Offer | None = None
        text = self.tr("“{file}” was made by a newer program than this one (ReformDesk {version}).")
        self.content.addWidget(label(text.format(file=file, version=running), wrap=True))
        self._found = rows()
        self.content.addLayout(self._found)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.checking = label(role="small", wrap=True)
        self.compared = QCheckBox(self.tr("Compared by telephone: the codes agree"))
        self.compared.toggled.connect(lambda _ticked: self._enable())
        for one in (self.bar, self.checking, self.compared):
            self.content.addWidget(one)
            one.hide()
        self.add_buttons(self.tr("Close"))
        self.go.hide()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_checking(self, name: str) -> None:
        """Say that an installer is looked at, which takes its time from a slow stick."""
        self.checking.setText(self.tr("{file} came along with it. Its seal is being checked…").format(file=name))
        self.bar.show()
        self.checking.show()
        fit(self)

    def show_offer(self, offer: Offer, keys: OfficeKeys) -> None:
        """Say what was found and what to do; ``keys`` are those of Home Affairs that were known for it."""
        self.bar.hide()
        self.checking.hide()
        if offer.problem is not None:
            self._say("error", self._words.error(offer.problem))
        elif offer.standing is None:
            self._show_nothing(keys)
        elif offer.copy is None:
            self._show_refused(offer, keys)
        else:
            self._show_checked(offer, keys)
        fit(self)

    def _show_nothing(self, keys: OfficeKeys) -> None:
        text = self.tr(
            "Install the newer ReformDesk, then open the file again. The installer is in the folder that Home Affairs "
            "sends with the round; keep the file beside it, and the program offers it here."
        )
        self._found.addWidget(label(text, wrap=True))
        self._found.addWidget(label(self._ask_them(keys), role="quiet", wrap=True))

    def _ask_them(self, keys: OfficeKeys) -> str:
        if keys.contact:
            return self.tr("If you do not have it, ask Home Affairs: {contact}.").format(contact=keys.contact)
        return self.tr("If you do not have it, ask Home Affairs.")

    def _show_refused(self, offer: Offer, keys: OfficeKeys) -> None:
        tone = "error"
        if offer.standing is Standing.UNSEALED:
            tone = "warning"
            text = self.tr("{file} came along with it, and carries no seal of Home Affairs: it is not offered.")
        elif offer.standing is Standing.OTHER_VERSION:
            text = self.tr(
                "{file} is sealed by {name} ({code}), and inside it is another version than its name says. Do not "
                "start it."
            )
        elif offer.standing is Standing.ENDED_KEY:
            text = self.tr(
                "{file} is sealed by a key that does not speak for Home Affairs any more ({name}, {code}). Do not "
                "start it; ask Home Affairs for one under their present key."
            )
        else:
            text = self.tr(
                "{file} is not what Home Affairs sent: its seal does not fit. Do not start it; ask Home Affairs for it "
                "once more."
            )
        code = matching_code(offer.fingerprint) if offer.fingerprint else ""
        self._say(tone, text.format(file=offer.name, name=offer.signer, code=code))
        if offer.standing in (Standing.UNSEALED, Standing.OTHER_VERSION):
            ask = self.tr("Ask Home Affairs for the sealed installer.")
            if keys.contact:
                ask = self.tr("Ask Home Affairs for the sealed installer: {contact}.").format(contact=keys.contact)
            self._found.addWidget(label(ask, wrap=True))

    def _show_checked(self, offer: Offer, keys: OfficeKeys) -> None:
        self.offered = offer if self._can_install else None
        if offer.standing is Standing.SEALED:
            text = self.tr("ReformDesk {version} came along with it, sealed by Home Affairs ({name}).")
            self._say("good", text.format(version=offer.version, name=offer.signer))
        else:
            self._show_unknown(offer, keys)
        if not self._can_install:
            text = self.tr("{file} is for Windows. Open it there, or ask whoever looks after this machine.")
            self._say("warning", text.format(file=offer.name))
            return
        text = self.tr(
            "The program closes and the installer begins. What you entered is kept; afterwards open the file again."
        )
        self._found.addWidget(label(text, role="quiet", wrap=True))
        self.compared.setVisible(offer.standing is not Standing.SEALED)
        self.go.setText(self.tr("Install ReformDesk {version}").format(version=offer.version))
        self.go.show()
        self._enable()
        # a key not known is not installed by pressing Enter without reading
        first = self.go if self.go.isEnabled() else self.cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unknown(self, offer: Offer, keys: OfficeKeys) -> None:
        text = self.tr(
            "ReformDesk {version} came along with it, sealed by a key whose code this machine has not compared yet: "
            "{name}."
        )
        if not keys.speaking:
            text = self.tr(
                "ReformDesk {version} came along with it. No desk on this machine knows Home Affairs' key yet, so it "
                "could not be checked who sealed it; the seal names {name}."
            )
        self._say("warning", text.format(version=offer.version, name=offer.signer))
        # whose name stands in the seal may be anybody's, and so may a number in a letter beside it or in a desk
        call = self.tr("Telephone Home Affairs, on a number that you know, and let them read their code to you.")
        where = self.tr("It stands in their program under “Agencies and keys”, “Home Affairs' key…”.")
        self._found.addWidget(label(f"{call} {where}", wrap=True))
        self._found.addWidget(label(matching_code(offer.fingerprint), role="title", wrap=True))
        self._found.addWidget(label(self.tr("Every letter must be the same."), role="quiet"))

    def _say(self, tone: str, text: str) -> None:
        self._found.addWidget(Strip(tone, text))

    def _enable(self) -> None:
        offer = self.offered
        ready = offer is not None and (offer.standing is Standing.SEALED or self.compared.isChecked())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Compare the code by telephone first."))

    def accept(self) -> None:
        """Install what is offered, never anything else."""
        if self.offered is not None and self.go.isEnabled():
            super().accept()
