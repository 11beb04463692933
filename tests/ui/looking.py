"""What can be seen of a page by measuring: what scrolls sideways, what is cut off, what has no name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTableView,
    QWidget,
)

from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.widgets.basics import ENTERED_SIGN, SIGNS
from reformdesk.ui.widgets.elided import ElidedLabel, SpareLabel

_HEADING_PADDING = 2 * 9
_SPARE = 1
"""Pixels by which Qt's own measure of a text differs from what it paints."""


def _shown(page: QWidget) -> Iterator[QWidget]:
    for widget in [page, *page.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is page.window():
            yield widget


def scrolling_sideways(page: QWidget) -> list[str]:
    """Return what would have to be scrolled sideways, and what stands out of a scrolled page at its right."""
    found = []
    for widget in _shown(page):
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QLineEdit):
            name = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
            if widget.horizontalScrollBar().maximum() > 0:
                found.append(f"{name}: {widget.horizontalScrollBar().maximum()} px")
            content = getattr(widget, "widget", lambda: None)()
            if isinstance(content, QWidget) and content.width() > widget.viewport().width():
                found.append(f"{name}: content {content.width()} in {widget.viewport().width()}")
    return found


def cut_off(page: QWidget) -> list[str]:
    """Return the labels, buttons and headings whose words have less room than they need."""
    found: list[str] = []
    for widget in _shown(page):
        found += _cut_off(widget)
        if isinstance(widget, QTableView):
            found += _cut_headings(widget)
    return found


def _cut_off(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElidedLabel):
        if not widget.SPARE and widget.text() != widget.accessibleName():
            yield f"elided: {widget.accessibleName()}"
    elif isinstance(widget, QLabel) and widget.text() and not isinstance(widget, SpareLabel):
        yield from _cut_label(widget)
    else:
        text, wanted = _wanted_width(widget)
        if text and widget.width() + _SPARE < wanted:
            yield f"{type(widget).__name__}: {text!r} needs {wanted} px, has {widget.width()}"


def _cut_label(shown: QLabel) -> Iterator[str]:
    if not shown.wordWrap():
        wanted = shown.sizeHint()
        if shown.width() + _SPARE < wanted.width() or shown.height() + 2 < wanted.height():
            yield f"label: {shown.text()!r} needs {wanted.toTuple()}, has {shown.size().toTuple()}"
        return
    height = shown.heightForWidth(shown.width())
    if shown.height() + _SPARE < height:
        yield f"label: {shown.text()!r} needs {height} px of height, has {shown.height()}"
    longest = max(map(shown.fontMetrics().horizontalAdvance, shown.text().split() or [""]))
    if shown.width() + _SPARE < longest:
        yield f"label: a word of {shown.text()!r} needs {longest} px, has {shown.width()}"


def _wanted_width(widget: QWidget) -> tuple[str, int]:
    """Return what a control says and the width that it needs for it."""
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.text(), widget.sizeHint().width()
    if isinstance(widget, QAbstractButton):
        return widget.text(), widget.minimumSizeHint().width()
    if isinstance(widget, QLineEdit) and not widget.text():
        beside = 2 * 12 + (26 if widget.isClearButtonEnabled() else 0)
        return widget.placeholderText(), widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + beside
    if isinstance(widget, QComboBox):
        return widget.currentText(), widget.fontMetrics().horizontalAdvance(widget.currentText()) + 40
    return "", 0


def _cut_headings(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    font = QFont(header.font())
    font.setPixelSize(theme.px(theme.SMALL))
    metrics = QFontMetrics(font)
    for column in range(model.columnCount() if model is not None and header.isVisible() else 0):
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        widest = max(map(metrics.horizontalAdvance, text.split()), default=0)
        wraps = header.defaultAlignment() & Qt.TextFlag.TextWordWrap
        wanted = (widest if wraps else metrics.horizontalAdvance(text)) + _HEADING_PADDING
        if not table.isColumnHidden(column) and text and header.sectionSize(column) < wanted:
            yield f"heading: {text!r} needs {wanted} px, has {header.sectionSize(column)}"


def filled(page: QWidget) -> list[str]:
    """Return the filled buttons on show, of which a page has at most one: the next step."""
    return [one.text() for one in _shown(page) if isinstance(one, QAbstractButton) and one.property("primary")]


def outside(page: QWidget) -> list[str]:
    """Return what stands beyond the edge of its window."""
    window = page.window()
    found = []
    for widget in _shown(page):
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox) and not _is_scrolled(widget):
            corner = widget.mapTo(window, QPoint(widget.width(), widget.height()))
            if corner.x() > window.width() or corner.y() > window.height():
                found.append(f"{type(widget).__name__} {widget.accessibleName()} at {corner}")
    return found


def _is_scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


_ROLES_OF_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}


def reached(page: QWidget) -> list[QWidget]:
    """Return the controls on show that take the focus, by the keyboard or by a click."""
    return [
        widget
        for widget in _shown(page)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget is not page.window()
    ]


def without_name_or_role(page: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name, or not say what they are."""
    found = []
    for widget in reached(page):
        told = QAccessible.queryAccessibleInterface(widget)
        kind = f"{type(widget).__name__} {widget.objectName()} {widget.toolTip()}"
        if told is None or not told.isValid():
            found.append(f"{kind}: unknown to a screen reader")
            continue
        name = told.text(QAccessible.Text.Name)
        if not any(letter.isalnum() for letter in name):
            found.append(f"{kind}: no name ({name!r})")
        # what Qt's own print preview shows its pages in has no other role
        if told.role() in _ROLES_OF_NOTHING and not isinstance(widget, QGraphicsView):
            found.append(f"{kind}: no role ({told.role()})")
    return found


def unsigned(shown: QWidget) -> Iterator[str]:
    """Yield what lists say in a colour that means something, without the colour's sign before it."""
    signs = (*SIGNS.values(), ENTERED_SIGN, PROVISIONAL)
    for table in shown.findChildren(QTableView):
        model = table.model()
        if isinstance(model, GridModel) and table.isVisible():
            cells = [
                model.cell(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
            ]
            yield from (
                one.text for one in cells if one.tone in ("good", "warning", "error") and not one.text.startswith(signs)
            )
