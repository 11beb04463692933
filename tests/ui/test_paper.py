"""Papers are black on white, whatever the windows wear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.paper import RESOLUTION, draw, draw_number, lay_out, paint

_BLACK = 60
_VIEW = QSize(1600, 1100)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, dark=True)
    yield
    theme.apply(qapp, dark=False)


def blackest(sheet: QImage) -> int:
    return min(sheet.pixelColor(x, y).lightness() for x in range(sheet.width()) for y in range(sheet.height()))


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("clip", [None, QRectF(0, 0, 400, 60)])
def test_a_dark_window_prints_black(tmp_path_factory: pytest.TempPathFactory, clip: QRectF | None) -> None:
    sheet = QImage(400, 60, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    writer = QPdfWriter(str(tmp_path_factory.mktemp("paper") / "a.pdf"))
    writer.setResolution(96)
    with QPainter(sheet) as painter:
        draw(painter, lay_out(writer, "<p>Số liệu <b>31</b></p>", QSizeF(400, -1)), clip)
    lightness = [sheet.pixelColor(x, y).lightness() for x in range(400) for y in range(60)]
    assert min(lightness) < 40
    assert sum(one < 128 for one in lightness) > 50


@pytest.mark.usefixtures("dark")
def test_a_preview_in_a_dark_window_shows_black_letters_on_every_page(qtbot: QtBot) -> None:
    def two_pages(painter: QPainter, device: QPagedPaintDevice) -> None:
        width = float(device.width())
        draw(painter, lay_out(device, "<p align='center'>SỞ TƯ PHÁP</p>", QSizeF(width, -1)))
        device.newPage()
        draw_number(painter, 2, width)

    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(RESOLUTION)
    preview = QPrintPreviewWidget(printer)
    qtbot.addWidget(preview)
    preview.paintRequested.connect(lambda device: paint(device, two_pages))
    preview.resize(_VIEW)
    preview.setViewMode(QPrintPreviewWidget.ViewMode.AllPagesView)
    preview.updatePreview()
    # only what is shown is fitted
    preview.show()
    preview.fitInView()
    view = next(iter(preview.findChildren(QGraphicsView)))
    shown = view.viewport().grab().toImage()
    pages = [view.mapFromScene(page.sceneBoundingRect()).boundingRect() for page in view.items()]
    assert len(pages) == preview.pageCount() == 2
    for page in pages:
        top = shown.copy(page.x() + page.width() // 4, page.y() + page.height() // 16, page.width() // 2, 200)
        assert top.pixelColor(0, 0).lightness() == 255
        assert blackest(top) < _BLACK
