"""Comparing a matching code by telephone: the one moment in which two people make a key trusted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.ui.widgets.qr_code import QrCode

_WIDTH = 560
_QR_PREFIX = "REFORMDESK-KEY:"


@dataclass(frozen=True)
class CodeQuestion:
    """Whose code is compared: ``who`` and their telephone, and ``where`` they find their code.

    ``before`` is the key that was theirs until now, if another one was. ``warning`` and
    ``consequence`` say what happens when the codes differ. ``is_head``: the key is that of the
    agency's head.
    """

    who: str
    contact: str
    fingerprint: str
    where: str
    warning: str
    consequence: str
    before: str = ""
    is_head: bool = False


class CompareDialog(FittedDialog):
    """Shows a key's code, large; ``agreed`` and ``differ`` say what two people found."""

    GUIDE = "compare"
    agreed = Signal()
    differ = Signal()

    def __init__(self, parent: QWidget, question: CodeQuestion) -> None:
        super().__init__(parent)
        self._question = question
        who, contact, before = question.who, question.contact, question.before
        self.setWindowTitle(self.tr("Compare the matching code"))
        theme.hold(self, least_width=_WIDTH)
        self._layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        title = self.tr("{who}: is this their code?")
        if question.is_head:
            title = self.tr("{who}: is this the code of the head?")
        self._layout.addWidget(label(title.format(who=who), role="title", wrap=True))
        call = self.tr("Telephone them ({contact}) and let them read their code to you.").format(contact=contact)
        if not contact:
            call = self.tr("Telephone them and let them read their code to you.")
        self._layout.addWidget(label(f"{call} {question.where}", wrap=True))
        if before:
            text = self.tr("Until now their code was {code}. A new one is normal after a new computer: ask them.")
            self._layout.addWidget(Strip("warning", text.format(code=matching_code(before))))
        self._layout.addLayout(self._code(question.fingerprint))
        self._layout.addWidget(label(self.tr("Every letter must be the same."), role="quiet"))
        self._said = rows(space=0)
        self._layout.addLayout(self._said)
        self._make_buttons()

    def _code(self, fingerprint: str) -> QHBoxLayout:
        groups = matching_code(fingerprint).split()
        line = columns(space=theme.SPACE_20)
        words = rows(space=theme.SPACE_8)
        words.addStretch(1)
        for half in (groups[:3], groups[3:]):
            words.addWidget(label("   ".join(half), role="large"))
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(QrCode(_QR_PREFIX + "".join(groups), self.tr("The code as a QR code")))
        return line

    def _make_buttons(self) -> None:
        self.differ_button = button(self.tr("They differ"), self._warn)
        self.agree_button = button(self.tr("The codes agree"), self._agree, primary=True)
        foot(self._layout, [self.differ_button], [button(self.tr("Later"), self.reject), self.agree_button])
        # nobody should confirm a code by pressing Enter without reading it
        self.differ_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()

    def _warn(self) -> None:
        """Say what it means, once, and ask again."""
        self.differ_button.setEnabled(False)
        strip = Strip("error", self._question.warning)
        self.aside_button = button(self._question.consequence, self._differ)
        strip.add(self.aside_button)
        self._said.addWidget(strip)
        fit(self)

    def _differ(self) -> None:
        self.reject()
        self.differ.emit()
