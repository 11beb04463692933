"""Draws the icons with Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from installer.icons import SIZES, container, drawings, paths
from installer.places import WORK


def draw_all() -> None:
    """Draw every icon into its file."""
    WORK.mkdir(parents=True, exist_ok=True)
    for drawing, path in zip(drawings().values(), paths(), strict=True):
        path.write_bytes(container({size: draw(drawing, size) for size in SIZES}))


def draw(drawing: Path, size: int) -> bytes:
    """Return a drawing as a PNG picture, as many pixels wide and high as ``size`` says."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(written.data())
