"""A page of Markdown to read, in the program's own type and colours."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit

from reformdesk.core.text import fold
from reformdesk.ui import theme
from reformdesk.ui.theme import Colours

_LONGEST_LINE = 700
"""The longest line that the eye finds its way back from, in pixels."""
_LINE_HEIGHT = 140
_CODE_LINE_HEIGHT = 115
_INDENT = 22
_BULLET_STRETCH = 250
_LEAST_MARKED = 2
"""How many letters are looked for at least before the places are tinted: one letter would tint half the page."""


class MarkdownPage(QTextBrowser):
    """Shows the file of its source. Links are reached with Tab and opened with Enter."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._worn: Colours | None = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.sourceChanged.connect(self._dress)

    def mark(self, words: str) -> None:
        """Tint every place that says ``words``, with or without diacritics, and go to the first."""
        wanted = fold(words)
        places = list(find_folded(self.toPlainText(), wanted)) if len(wanted) >= _LEAST_MARKED else []
        scheme = self._scheme()
        tint = QTextCharFormat()
        tint.setBackground(QColor(scheme.warning_tint))
        tint.setForeground(QColor(scheme.warning))
        tint.setFontUnderline(theme.has_outlines(scheme))
        selections = []
        for start, end in places:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, tint
            selections.append(selection)
        self.setExtraSelections(selections)
        if places:
            first = QTextCursor(self.document())
            first.setPosition(places[0][0])
            # this scrolls there as well
            self.setTextCursor(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap at the window's width, up to the longest line that reads well, which then stands in the middle."""
        longest = theme.px(_LONGEST_LINE)
        left = max(0, (self.width() - longest) // 2)
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, 0, 0, 0)
        self.setLineWrapColumnOrWidth(min(longest, self.viewport().width()))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            # once the whole application is dressed
            QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._worn not in (None, self._scheme()):
            self.reload()

    def _scheme(self) -> Colours:
        application = QApplication.instance()
        return theme.current(application) if isinstance(application, QApplication) else theme.LIGHT

    def _dress(self) -> None:
        """Give what Qt made of the Markdown the program's look."""
        scheme = self._worn = self._scheme()
        document = self.document()
        document.setIndentWidth(_INDENT)
        root = document.rootFrame()
        frame = root.frameFormat()
        frame.setMargin(theme.SPACE_20)
        frame.setTopMargin(theme.SPACE_12)
        frame.setBottomMargin(theme.SPACE_12)
        root.setFrameFormat(frame)
        whole = QTextCursor(document)
        whole.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(spaced)
        for block in _blocks(document.begin()):
            _dress_block(block, scheme)
        for child in root.childFrames():
            if isinstance(child, QTextTable):
                _dress_table(child, scheme)


def find_folded(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` says ``wanted``, which is folded already, as (start, end)."""
    letters = [(one, place) for place, letter in enumerate(text) for one in (fold(letter) or " ")]
    folded = "".join(one for one, _ in letters)
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        yield letters[start][1], letters[end - 1][1] + 1
        start = folded.find(wanted, end)


def _blocks(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, scheme: Colours) -> None:
    if _is_code(block):
        _dress_code(block, scheme)
        return
    heading = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    spaced = QTextBlockFormat()
    spaced.setTopMargin(theme.SPACE_12 if heading > 1 else 0)
    if cursor.currentTable() is not None:
        spaced.setBottomMargin(0)
    else:
        spaced.setBottomMargin(theme.SPACE_4 if block.textList() is not None or heading > 1 else theme.SPACE_8)
    cursor.mergeBlockFormat(spaced)
    listed = block.textList()
    if listed is not None and listed.format().style() is QTextListFormat.Style.ListDisc:
        # Qt keeps a bullet one space of its own letters away from the words
        apart = QTextCharFormat()
        apart.setFontStretch(_BULLET_STRETCH)
        cursor.mergeBlockCharFormat(apart)
    for start, length, before in _fragments(block):
        letters = _letters(before, heading, scheme)
        if letters is not None:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)


def _is_code(block: QTextBlock) -> bool:
    """Whether a line belongs to a piece of code of several lines."""
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _dress_code(block: QTextBlock, scheme: Colours) -> None:
    """Keep the lines of a piece of code close together, on one tint."""
    spaced = QTextBlockFormat()
    spaced.setBackground(QColor(scheme.accent_tint))
    spaced.setLineHeight(_CODE_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spaced.setTopMargin(0)
    spaced.setBottomMargin(0 if _is_code(block.next()) else theme.SPACE_12)
    QTextCursor(block).mergeBlockFormat(spaced)


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        iterator += 1  # Qt's iterator, not a count
    return found


def _letters(before: QTextCharFormat, heading: int, scheme: Colours) -> QTextCharFormat | None:
    """Return how headings, keys (on a tint) and links (in the accent) look; ``None`` for plain and strong text."""
    letters = QTextCharFormat()
    if heading:
        letters.setProperty(QTextFormat.Property.FontPixelSize, theme.px(theme.TITLE if heading == 1 else theme.BODY))
        letters.setFontWeight(QFont.Weight.DemiBold)
    elif before.fontFixedPitch():
        letters.setBackground(QColor(scheme.accent_tint))
    elif before.isAnchor():
        letters.setAnchor(True)
        letters.setAnchorHref(before.anchorHref())
        letters.setForeground(QColor(scheme.accent))
        letters.setFontUnderline(True)
    else:
        return None
    return letters


def _dress_table(table: QTextTable, scheme: Colours) -> None:
    looks = table.format()
    looks.setBorderCollapse(True)
    looks.setBorder(1)
    looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    looks.setBorderBrush(QBrush(QColor(scheme.line)))
    looks.setCellPadding(theme.SPACE_8 - 2)
    looks.setCellSpacing(0)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    looks.setTopMargin(theme.SPACE_4)
    looks.setBottomMargin(theme.SPACE_12)
    table.setFormat(looks)
