"""The program from its start to the first field, for :mod:`tests.benchmarks.bench_form` to be timed from outside.

``python -m tests.benchmarks.start_of_form WORKSPACE`` does what ``python -m reformdesk WORKSPACE``
does, and as an officer who goes straight to the form; it ends as soon as the field has the focus.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

EMPTY_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
window.activateWindow()
while not window.isActiveWindow():
    application.processEvents()
os._exit(0)
"""


def main(workspace: str) -> None:
    """Start the program as ``reformdesk.__main__`` does."""
    gc.disable()
    from reformdesk.ui import app  # noqa: PLC0415, I001 - what is loaded, and when, is part of what is timed
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
    os._exit(0)


def _in_a_field(application: QApplication) -> bool:
    from reformdesk.ui.widgets.value_field import ValueField  # noqa: PLC0415 - as above

    focused = application.focusWidget()
    return focused is not None and isinstance(focused.parentWidget(), ValueField)


if __name__ == "__main__":
    main(sys.argv[1])
