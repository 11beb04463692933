"""Through a page or dialog without a mouse: what Tab reaches, and what it misses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QTabBar, QWidget

from reformdesk.ui.pages.field_panel import FieldPanel
from reformdesk.ui.window import MainWindow
from tests.ui.looking import reached

_ROUND = 400
"""More presses of Tab than any page has controls."""
_FOLLOWS = FieldPanel
"""It shows what belongs to the field that Tab has come to, so that its controls change underway."""


def missed(shown: QWidget) -> list[str]:
    """Walk by Tab to where it began; return what of the controls on show it did not come to."""
    walked = _walk(shown)
    wanted = [one for one in reached(shown) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    left_out = [one for one in wanted if one not in walked and not _in_a_group(one, walked) and not _follows(one)]
    return [f"{type(one).__name__} {one.accessibleName()} {one.objectName()}" for one in left_out]


def window_below(shown: QWidget) -> MainWindow:
    """Return the main window that a page or dialog belongs to."""
    above: QWidget | None = shown
    while above is not None and not isinstance(above, MainWindow):
        above = above.parentWidget()
    assert above is not None
    return above


def _walk(shown: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it began; return where it was."""
    window = shown if isinstance(shown, MainWindow) else None
    if window is not None and window.desk is not None:
        # what is there whatever the page
        window.desk.settings_button.setFocus(Qt.FocusReason.TabFocusReason)
    first = QApplication.focusWidget()
    if first is None or not shown.window().isAncestorOf(first) or not first.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QTest.keyClick(first or shown, Qt.Key.Key_Tab)
        first = QApplication.focusWidget()
    assert first is not None
    walked = [first]
    for _ in range(_ROUND):
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        if now is walked[-1] and now is not first:
            continue  # within it: links of a page, parts of a day
        if now is first and len(walked) > 1:
            return walked
        if now is first:
            continue
        assert now not in walked, f"goes round from {now.accessibleName()!r}"
        walked.append(now)
    if len(walked) == 1:
        return walked  # there is nothing else, as the caller sees
    raise AssertionError("does not come back")


def _follows(one: QWidget) -> bool:
    above: QWidget | None = one
    while above is not None and not isinstance(above, _FOLLOWS):
        above = above.parentWidget()
    return above is not None and not isinstance(one, QTabBar)


def _in_a_group(one: QWidget, walked: list[QWidget]) -> bool:
    """Whether arrows reach a radio button from one of its group."""
    group = one.group() if isinstance(one, QRadioButton) else None
    return group is not None and any(other in walked for other in group.buttons())
