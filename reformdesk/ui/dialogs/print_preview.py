"""The pages of the filled form on the screen, as a printer would print them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGraphicsView, QWidget

from reformdesk.core.annexes import Annex
from reformdesk.ui import theme
from reformdesk.ui.annex import paint
from reformdesk.ui.paper import RESOLUTION
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_SIZE = (820, 700)


class PrintPreview(FittedDialog):
    """Turns the pages with its buttons or Page Up and Page Down; prints with Ctrl+P."""

    GUIDE = "annex"
    FITS = False

    def __init__(self, parent: QWidget, annex: Annex) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print preview"))
        self.take(*_SIZE)
        self._annex = annex
        self.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self.printer.setResolution(RESOLUTION)
        self.pages = QPrintPreviewWidget(self.printer)
        for view in (self.pages, *self.pages.findChildren(QAbstractScrollArea)):
            view.setAccessibleName(self.tr("Pages as they are printed"))
        self._view = next(iter(self.pages.findChildren(QGraphicsView)))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paint_ground()
        self.pages.paintRequested.connect(self._paint)
        layout = rows(self, margin=theme.SPACE_12, space=theme.SPACE_8)
        layout.addWidget(self.pages, 1)
        line = columns()
        self.back = button(self.tr("‹ Page"), lambda: self._turn(-1))
        self.on = button(self.tr("Page ›"), lambda: self._turn(1))
        self.back.setShortcut(Qt.Key.Key_PageUp)
        self.on.setShortcut(Qt.Key.Key_PageDown)
        self.place = label(role="quiet")
        line.addWidget(self.back)
        line.addWidget(self.on)
        line.addWidget(self.place)
        line.addWidget(button(self.tr("Larger"), lambda: self._zoom(self.pages.zoomIn)))
        line.addWidget(button(self.tr("Smaller"), lambda: self._zoom(self.pages.zoomOut)))
        line.addStretch(1)
        line.addWidget(button(self.tr("Close"), self.reject))
        self.print_button = button(self.tr("Print…"), self._print, primary=True)
        self.print_button.setShortcut("Ctrl+P")
        line.addWidget(self.print_button)
        layout.addLayout(line)
        self.pages.previewChanged.connect(self._show_place)
        self.pages.fitToWidth()
        self.pages.updatePreview()
        self._show_place()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint(self, printer: QPrinter) -> None:
        printer.setResolution(RESOLUTION)
        paint(printer, self._annex)

    def _paint_ground(self) -> None:
        """Lay the pages on a ground of the scheme, which Qt's own grey does not follow."""
        self._view.scene().setBackgroundBrush(QColor(theme.current().line))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._paint_ground()

    def _zoom(self, zoom: Callable[[], None]) -> None:
        """Show the pages larger or smaller; only then may they be wider than the window."""
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        zoom()

    def _turn(self, step: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + step)
        self._show_place()

    def _show_place(self) -> None:
        page, count = self.pages.currentPage(), self.pages.pageCount()
        self.place.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)

    def _print(self) -> None:
        """Let the system's dialog choose the printer, then print."""
        if QPrintDialog(self.printer, self).exec():
            self.pages.print_()
            self.accept()
