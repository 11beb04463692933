"""The program from its start to the first field, for :mod:`tests.benchmarks.bench_form` to be timed from outside.

``python -m tests.benchmarks.start_of_form WORKSPACE`` does what ``python -m reformdesk WORKSPACE``
does, and as an officer who goes straight to the form. It prints the moment in which the field had the focus and was
painted, as the system's monotonic clock has it, and ends in an error where the field does not take a letter then.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reformdesk.ui.window import MainWindow

EMPTY_WINDOW = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
window.activateWindow()
while not window.isActiveWindow():
    application.processEvents()
print(time.monotonic(), flush=True)
os._exit(0 if window.isVisible() else 1)
"""
_PATIENCE = 10
_LEAST_COLOURS = 200
"""A page with text, whose letters are smoothed, has more; an empty one has a few."""


def main(workspace: str) -> None:
    """Start the program as ``reformdesk.__main__`` does."""
    gc.disable()
    from reformdesk.ui import plain_imports  # noqa: PLC0415 - what is loaded, and when, is part of what is timed

    plain_imports.restore()
    from reformdesk.ui import app  # noqa: PLC0415, I001 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    # in the place of Qt's own loop, for this process only
    QApplication.exec = _until_in_a_field  # type: ignore[assignment,method-assign]
    app.run(Path(workspace))


def _until_in_a_field(application: QApplication) -> int:
    from reformdesk.ui.agency_desk import AgencyDesk  # noqa: PLC0415 - the desk is what is opened
    from reformdesk.ui.window import MainWindow  # noqa: PLC0415 - as above

    (window,) = (one for one in application.topLevelWidgets() if isinstance(one, MainWindow))
    window.activateWindow()
    asked = False
    while not _in_a_field(application):
        application.processEvents()
        desk = window.desk
        if not asked and isinstance(desk, AgencyDesk) and desk.counts.text():
            desk.home.fill.emit()
            asked = True
        if not window.isActiveWindow():
            window.activateWindow()
    field = application.focusWidget()
    # the focus goes there before the page is laid out and painted
    _until_painted(application, field)
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()
    os._exit(0 if _is_usable(application, window, field) else 1)


def _in_a_field(application: QApplication) -> bool:
    from reformdesk.ui.widgets.value_field import ValueField  # noqa: PLC0415 - as above

    focused = application.focusWidget()
    return focused is not None and isinstance(focused.parentWidget(), ValueField)


def _until_painted(application: QApplication, field: QWidget | None) -> None:
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415 - loaded long since

    class Painted(QObject):
        seen = False

        def eventFilter(self, _field: QObject, event: QEvent) -> bool:
            self.seen |= event.type() is QEvent.Type.Paint
            return False

    painted = Painted()
    if field is not None:
        field.installEventFilter(painted)
    give_up = time.monotonic() + _PATIENCE
    while not painted.seen and time.monotonic() < give_up:
        application.processEvents()


def _is_usable(application: QApplication, window: MainWindow, field: QWidget | None) -> bool:
    """Whether the form was painted, and the field takes a letter."""
    from PySide6.QtCore import QEvent, Qt  # noqa: PLC0415 - after what is timed
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415 - as above

    if not isinstance(field, QLineEdit) or field.visibleRegion().isEmpty():
        return False
    # what was painted, not what grabbing would paint
    screen = window.screen().grabWindow(window.winId()).toImage()
    colours = {screen.pixel(x, y) for x in range(0, screen.width(), 2) for y in range(0, screen.height(), 2)}
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        application.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7"))
    return len(colours) >= _LEAST_COLOURS and field.text() == "7"


if __name__ == "__main__":
    main(sys.argv[1])
