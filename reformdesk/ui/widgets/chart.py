"""What every picture of figures is: painted from the theme, walked by keys, said in words, copied as it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import restyle

_SHARPNESS = 2
"""Dots of a picture for each of the screen's: it is printed."""
_SHARP_UP_TO = 3000


class Chart(QAbstractButton):
    """Marks (points, bars) in an order; ``pointed`` tells in words which one the cursor is at.

    A kind of chart says how many marks there are, what each says, where each lies, and draws them all.
    The accessible name says what the whole picture shows, the description what the cursor is at.
    """

    pointed = Signal(str)
    backward, forward = Qt.Key.Key_Left, Qt.Key.Key_Right

    def __init__(self) -> None:
        super().__init__()
        self.at = -1
        self._frame: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def lend_frame(self, area: QWidget) -> None:
        """Let what scrolls the picture wear the frame of the focus: its edges are always to be seen."""
        self._frame = area

    def count(self) -> int:
        """Return how many marks there are."""
        raise NotImplementedError

    def words(self) -> str:
        """Return in words what the picture shows."""
        raise NotImplementedError

    def words_of(self, place: int) -> str:
        """Return in words what a mark says."""
        raise NotImplementedError

    def place_at(self, position: QPointF) -> int:
        """Return the mark that a position on the screen belongs to, -1 for none."""
        raise NotImplementedError

    def draw(self, painter: QPainter, scheme: theme.Colours, size: QSize) -> None:
        """Draw everything, in a size."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say and paint what is to be shown now."""
        self.at = min(self.at, self.count() - 1)
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def point_at(self, place: int) -> None:
        """Put the cursor on a mark."""
        if not 0 <= place < self.count() or place == self.at:
            return
        self.at = place
        self.setAccessibleDescription(self.words_of(place))
        self.pointed.emit(self.words_of(place))
        self.update()

    def picture(self, title: str) -> QImage:
        """Return the picture as it goes into a letter: with a title, on white, whatever the screen wears."""
        size = self.size().expandedTo(self.sizeHint())
        font = self.small(strong=True)
        room = QRect(theme.SPACE_12, theme.SPACE_12, size.width() - 2 * theme.SPACE_12, size.height())
        wrapped = Qt.TextFlag.TextWordWrap
        head = QFontMetrics(font).boundingRect(room, wrapped, title).height() + 2 * theme.SPACE_12
        whole = QSize(size.width(), size.height() + head)
        # of hundreds of agencies nobody prints it on one sheet, and nobody waits for it
        sharpness = _SHARPNESS if whole.height() <= _SHARP_UP_TO else 1
        image = QImage(whole * sharpness, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(sharpness)
        image.fill(QColor(theme.LIGHT.sheet))
        at, self.at = self.at, -1
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(QColor(theme.LIGHT.text))
        painter.drawText(room, wrapped, title)
        painter.translate(0, head)
        self.draw(painter, theme.LIGHT, size)
        painter.end()
        self.at = at
        return image

    def small(self, *, strong: bool = False) -> QFont:
        """Return the font of a chart's words."""
        font = QFont(self.font())
        font.setPixelSize(theme.px(theme.SMALL))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return theme.tabular(font)

    def elided(self, text: str, width: float) -> str:
        """Return a text with the end left out where it has no room."""
        return QFontMetricsF(self.small()).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, with the frame of the focus."""
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), QColor(scheme.sheet))
        self.draw(painter, scheme, self.size())
        if self.hasFocus() and self._frame is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame around what scrolls the picture."""
        super().focusInEvent(event)
        if self._frame is not None:
            restyle(self._frame, framed="true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        if self._frame is not None:
            restyle(self._frame, framed="false")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the marks."""
        last = self.count() - 1
        steps = {
            self.backward: max(0, self.at - 1),
            self.forward: min(last, self.at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.point_at(steps[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            # a button of its own would walk on to whatever comes next
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the mouse."""
        self.point_at(self.place_at(event.position()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another look."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()
