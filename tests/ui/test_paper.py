"""Papers are black on white, whatever the windows wear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from reformdesk.ui import theme
from reformdesk.ui.paper import draw, lay_out


@pytest.mark.parametrize("clip", [None, QRectF(0, 0, 400, 60)])
def test_a_dark_window_prints_black(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, clip: QRectF | None
) -> None:
    theme.apply(qapp, dark=True)
    try:
        sheet = QImage(400, 60, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        writer = QPdfWriter(str(tmp_path_factory.mktemp("paper") / "a.pdf"))
        writer.setResolution(96)
        with QPainter(sheet) as painter:
            draw(painter, lay_out(writer, "<p>Số liệu <b>31</b></p>", QSizeF(400, -1)), clip)
        lightness = [sheet.pixelColor(x, y).lightness() for x in range(400) for y in range(60)]
    finally:
        theme.apply(qapp, dark=False)
    assert min(lightness) < 40
    assert sum(one < 128 for one in lightness) > 50
