"""The last resort: a bug ends in a report that can be copied, from any thread."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from reformdesk import __version__
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog


class CrashHandler(QObject):
    """Catches what nothing else caught and shows it on the GUI thread."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Listen to the interpreter, threads included."""
        sys.excepthook = self._hook
        threading.excepthook = lambda caught: self.report(caught.exc_value)

    def _hook(self, _kind: type[BaseException], problem: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(problem, KeyboardInterrupt):
            sys.exit(130)
        self.report(problem)

    def report(self, problem: BaseException | None) -> None:
        """Show a bug's report."""
        self.caught.emit(report_of(problem))

    def _show(self, text: str) -> None:
        CrashDialog(text).exec()


def report_of(problem: BaseException | None) -> str:
    """Return what a maintainer needs: versions and the traceback; no figure, no path of the workspace."""
    import platform

    versions = f"ReformDesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    trace = "".join(traceback.format_exception(problem)) if problem else ""
    return f"{versions}\n\n{trace}"


class CrashDialog(FittedDialog):
    """Says that it was not the user's fault, that nothing saved is lost, and gives the report."""

    FITS = False

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle("ReformDesk")
        self.take(640, 420)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("The program made a mistake"), role="title"))
        layout.addWidget(
            label(
                self.tr("What was saved is safe. Copy this report and send it to whoever supports you, then go on."),
                role="quiet",
                wrap=True,
            )
        )
        report = QPlainTextEdit(text)
        report.setReadOnly(True)
        report.setAccessibleName(self.tr("Report"))
        layout.addWidget(report, 1)
        copy = button(self.tr("Copy the report"), lambda: QGuiApplication.clipboard().setText(text))
        foot(layout, [copy], [button(self.tr("Go on"), self.accept, primary=True)])
