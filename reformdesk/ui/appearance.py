"""What the user chose of the look: the scheme and the size of text, kept from start to start and changed live."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from reformdesk.ui import theme

_LOOK, _TEXT_SIZE = "look", "text_size"


class Look(StrEnum):
    """A scheme to choose; ``SYSTEM`` follows the system, into its high contrast too."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_LIGHT = "contrast-light"


class Appearance(QObject):
    """Dresses the application; ``changed`` follows each change, the system's included."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.styleHints().colorSchemeChanged.connect(self.dress)
        # Qt tells of the system's contrast from 6.10 on
        if hasattr(application.styleHints(), "accessibility"):
            application.styleHints().accessibility().contrastPreferenceChanged.connect(self.dress)
        self.dress()

    @property
    def look(self) -> Look:
        """The scheme that was chosen."""
        stored = str(QSettings().value(_LOOK, ""))
        return Look(stored) if stored in set(Look) else Look.SYSTEM

    @property
    def text_size(self) -> int:
        """The size of text that was chosen, in percent."""
        stored = str(QSettings().value(_TEXT_SIZE, ""))
        return int(stored) if stored in map(str, theme.TEXT_SIZES) else theme.TEXT_SIZES[0]

    def choose_look(self, look: Look) -> None:
        """Wear another scheme from now on."""
        QSettings().setValue(_LOOK, look.value)
        self.dress()

    def choose_text_size(self, percent: int) -> None:
        """Write larger or smaller from now on; one of :data:`theme.TEXT_SIZES`."""
        QSettings().setValue(_TEXT_SIZE, percent)
        self.dress()

    def dress(self) -> None:
        """Wear what was chosen."""
        look = self.look
        dark = theme.system_is_dark(self._application) if look is Look.SYSTEM else look in (Look.DARK, Look.CONTRAST)
        contrast = look in (Look.CONTRAST, Look.CONTRAST_LIGHT)
        if look is Look.SYSTEM:
            contrast = system_wants_contrast(self._application)
        theme.apply(self._application, dark=dark, high_contrast=contrast, text_size=self.text_size)
        self.changed.emit()


def system_wants_contrast(application: QApplication) -> bool:
    """Whether the system asks for high contrast; ``False`` where Qt cannot tell."""
    hints = application.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
