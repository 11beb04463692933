"""A line to type in that knows when a letter is being composed."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class TypingLine(QLineEdit):
    """``is_composing`` while an input method holds letters that are not in the text yet.

    Whoever sets the text then takes those letters away, or doubles them.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.is_composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether letters are still being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
