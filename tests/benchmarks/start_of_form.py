"""The program from its start to the first field, for :mod:`tests.benchmarks.bench_form` to be timed from outside.

``python -m tests.benchmarks.start_of_form WORKSPACE`` ends as soon as the field has the focus.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

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


def main(path: Path) -> None:
    """Do what :func:`reformdesk.ui.app.run` does, and as an officer who goes straight to the form."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - what is loaded is part of what is timed

    from reformdesk.ui.agency_desk import AgencyDesk  # noqa: PLC0415 - as above
    from reformdesk.ui.app import Program  # noqa: PLC0415 - as above
    from reformdesk.ui.widgets.value_field import ValueField  # noqa: PLC0415 - as above

    application = QApplication(sys.argv[:1])
    program = Program(application)
    program.window.show()
    program.window.open_path(path)
    desk = program.window.desk
    if not isinstance(desk, AgencyDesk):
        raise TypeError(path)
    desk.shown.connect(desk.home.fill)
    program.window.activateWindow()

    def in_a_field() -> bool:
        focused = application.focusWidget()
        return focused is not None and isinstance(focused.parentWidget(), ValueField)

    while not in_a_field():
        application.processEvents()
        if not program.window.isActiveWindow():
            program.window.activateWindow()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
