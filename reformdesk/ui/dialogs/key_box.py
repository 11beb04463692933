"""With which key something is sealed: the desk's own under its passphrase, or a token under its PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reformdesk.exchange.tokens import TokenCertificate
from reformdesk.ui import theme
from reformdesk.ui.dialogs.passphrase import PassphraseBox
from reformdesk.ui.widgets.basics import button, label, rows


@dataclass(frozen=True)
class SealWith:
    """The key that was chosen: ``token`` under the PIN ``secret``, or the key file under that passphrase."""

    secret: str
    token: TokenCertificate | None = None


class KeyBox(QWidget):
    """Asks for the passphrase of this program's key; a token may be used instead.

    ``wants_tokens`` asks the owner to look for tokens and to :meth:`offer` them.
    """

    edited = Signal()
    wants_tokens = Signal()

    def __init__(self, *, new: bool) -> None:
        super().__init__()
        layout = rows(self, space=theme.SPACE_4)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Seal with"))
        self.kind.hide()
        self.kind.currentIndexChanged.connect(self._show)
        layout.addWidget(self.kind)
        self._worth = label(role="small", wrap=True)
        layout.addWidget(self._worth)
        layout.addSpacing(theme.SPACE_8)
        self._tries = label(role="small", tone="warning", wrap=True)
        self.secret = PassphraseBox(new=new)
        layout.addWidget(self.secret)
        self.pin = PassphraseBox(new=False, name=self.tr("PIN of the token"))
        layout.addWidget(self.pin)
        layout.addWidget(self._tries)
        self.token_button = button(
            self.tr("Sign with a token instead (a digital signature)…"), self.wants_tokens.emit, flat=True
        )
        layout.addWidget(self.token_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.secret.edited.connect(self.edited)
        self.pin.edited.connect(self.edited)
        self._show()

    @property
    def token(self) -> TokenCertificate | None:
        """The token that is chosen; ``None`` for the key of this program."""
        found = self.kind.currentData()
        return found if isinstance(found, TokenCertificate) else None

    @property
    def is_ready(self) -> bool:
        """Whether what opens the key was typed."""
        return self.pin.is_ready if self.token is not None else self.secret.is_ready

    def choice(self) -> SealWith:
        """Return what was chosen."""
        token = self.token
        return SealWith(self.secret.passphrase) if token is None else SealWith(self.pin.passphrase, token)

    def focus_secret(self) -> None:
        """Let what opens the key be typed again."""
        line = (self.pin if self.token is not None else self.secret).first
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, found: Sequence[TokenCertificate]) -> None:
        """List the tokens that were found beside the key of this program, and choose the first."""
        self.kind.clear()
        for one in found:
            self.kind.addItem(f"{one.name} ({one.token_label})", one)
        self.kind.addItem(self.tr("The key of this program (an electronic seal)"), None)
        self.kind.show()
        self.kind.setCurrentIndex(0)
        self._show()
        self.pin.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        token = self.token
        self.secret.setVisible(token is None)
        self.pin.setVisible(token is not None)
        self.token_button.setVisible(token is None)
        self._worth.setText(self._worth_of(token))
        self._tries.setText(self._tries_of(token))
        self._tries.setVisible(bool(self._tries.text()))
        self.edited.emit()

    def _worth_of(self, token: TokenCertificate | None) -> str:
        """Say what a seal or signature with this key is, and what it is worth."""
        if token is None:
            return self.tr(
                "An electronic seal: it shows who made the file and that nobody changed it; it is no digital signature."
            )
        if token.issuer:
            return self.tr("A digital signature; certificate issued by {issuer}.").format(issuer=token.issuer)
        return self.tr("No authority issued this certificate; its worth is that of an electronic seal.")

    def _tries_of(self, token: TokenCertificate | None) -> str:
        """Say how many tries the token leaves, as far as it tells."""
        if token is None:
            return ""
        return {
            "few": self.tr("A wrong PIN was typed before: few tries are left before the token locks."),
            "last": self.tr("ONE try is left before the token locks. Look the PIN up first."),
            "locked": self.tr("The token is locked after too many wrong PINs. Its issuer unlocks it."),
        }.get(token.tries, self.tr("The token locks after a few wrong PINs."))
