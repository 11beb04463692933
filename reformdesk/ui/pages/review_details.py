"""In a review: what lies behind a figure, on demand: units, the area's words, files, each with what changed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QWidget,
)

from reformdesk.core import wording
from reformdesk.core.breakdowns import UnitLine
from reformdesk.core.opening_evidence import CameAlong, Kind
from reformdesk.core.units import Figure, total
from reformdesk.core.values import write_number
from reformdesk.core.wording import State
from reformdesk.ui import theme
from reformdesk.ui.models.review import ReviewData, value_of
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.words import Words

_FILE = Qt.ItemDataRole.UserRole
_LEAST_HEIGHT, _MOST_FILES_HEIGHT, _KILOBYTE = 56, 112, 1024


class ReviewDetails(QWidget):
    """``opened`` and ``saved`` give the file that is chosen."""

    opened = Signal(object)
    saved = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[ReviewData, str] | None = None
        inner = QWidget()
        inner.setObjectName("ground")
        layout = rows(inner, space=theme.SPACE_8)
        # scrolled only where the window is too low for both
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        rows(self).addWidget(scroll)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Details of the row"))
        self.text.setOpenLinks(False)
        theme.hold(self.text, least_height=_LEAST_HEIGHT)
        # it takes what is left, and asks for nothing by itself
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout.addWidget(self.text, 1)
        self._files = QWidget()
        below = rows(self._files, space=theme.SPACE_4)
        title = self.tr("Files that came along")
        below.addWidget(label(title, role="strong"))
        self.list = _Files()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.hold(self.list, least_height=_LEAST_HEIGHT)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.itemDoubleClicked.connect(lambda _item: self._open())
        self.list.pressed_enter.connect(self._open)
        below.addWidget(self.list)
        self.note = label(role="small", wrap=True)
        below.addWidget(self.note)
        line = columns()
        self.open_button = button(self.tr("Open a copy (Enter)"), self._open)
        self.save_button = button(self.tr("Save a copy…"), lambda: self.saved.emit(self._chosen()))
        line.addWidget(self.open_button)
        line.addWidget(self.save_button)
        line.addStretch(1)
        below.addLayout(line)
        layout.addWidget(self._files)

    def show_row(self, data: ReviewData, name: str) -> None:
        """Show what belongs to an indicator, and the files that belong to the whole."""
        self._shown = data, name
        self.text.setHtml(self._html(data, name))
        chosen = self._chosen()
        self.list.clear()
        for file in (*data.files_on(name), *data.files_on("")):
            item = QListWidgetItem(self._file_text(data, file))
            item.setData(_FILE, file)
            self.list.addItem(item)
            if chosen is not None and file.name == chosen.name:
                self.list.setCurrentItem(item)
        self.list.setCurrentRow(max(0, self.list.currentRow()))
        self._files.setVisible(self.list.count() > 0)
        heights = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        most = theme.px(_MOST_FILES_HEIGHT)
        # no higher than its files, so that the text above gets the rest; lower where there is little room
        self.list.setMaximumHeight(min(most, heights + theme.SPACE_8))
        self._enable()

    def take_focus_to_files(self) -> None:
        """Put the cursor on the first file."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        file = self._chosen()
        if file is not None and file.can_be_opened:
            self.opened.emit(file)

    def _chosen(self) -> CameAlong | None:
        item = self.list.currentItem()
        found = item.data(_FILE) if item is not None else None
        return found if isinstance(found, CameAlong) else None

    def _enable(self) -> None:
        file = self._chosen()
        self.open_button.setEnabled(file is not None and file.can_be_opened)
        self.save_button.setEnabled(file is not None)
        note = self._note(file)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._hold_note()
        self.open_button.setToolTip("" if self.open_button.isEnabled() else note)

    def _hold_note(self) -> None:
        """Give the note the height of its words: a scrolled page asks for no more than one line."""
        self.note.setMinimumHeight(max(0, self.note.heightForWidth(self.list.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the note anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._hold_note)

    def _note(self, file: CameAlong | None) -> str:
        """Return what is to be known before a file is opened."""
        if file is None:
            return ""
        if file.kind is Kind.ACTIVE:
            return self.tr(
                "There is a program in this Office file, or it fetches one: it is not opened here. Ask the agency for "
                "a PDF."
            )
        if file.kind is Kind.OTHER:
            return self.tr("This is no file of a kind that agencies attach: it is not opened here. Ask for a PDF.")
        if file.is_office_file:
            return self.tr("Office files can harm. Do not press “Enable editing” or “Enable content” in one.")
        return ""

    def _file_text(self, data: ReviewData, file: CameAlong) -> str:
        parts = [self._kind(file.kind), size_text(file.size)]
        if not file.indicator:
            parts.append(self.tr("for the whole"))
        if data.is_new(file):
            parts.append(
                self.tr("new since no. {revision}").format(revision=data.previous.revision if data.previous else 0)
            )
        return f"{file.title}\n{' · '.join(parts)}"

    def _kind(self, kind: Kind) -> str:
        return {
            Kind.PDF: self.tr("PDF"),
            Kind.PNG: self.tr("picture (PNG)"),
            Kind.JPEG: self.tr("picture (JPEG)"),
            Kind.WORD: self.tr("Word"),
            Kind.EXCEL: self.tr("Excel"),
            Kind.SLIDES: self.tr("PowerPoint"),
            Kind.ACTIVE: self.tr("Office file with a program"),
            Kind.OTHER: self.tr("unknown kind"),
        }[kind]

    def _html(self, data: ReviewData, name: str) -> str:
        indicator = data.round.catalogue.indicators[name]
        parts = [f"<p><b>{escape(indicator.name.text(self._words.language))}</b></p>"]
        lines = data.units_on(name)
        if lines:
            parts += [_heading(self.tr("By subordinate units")), self._units(data, name, lines)]
        before, now = data.narratives_on(name)
        if before or now:
            area = data.round.catalogue.area(data.round.catalogue.area_of[name]).short.text(self._words.language)
            parts += [_heading(self.tr("In words: {area}").format(area=area)), self._narrative(data, before, now)]
        if len(parts) == 1:
            parts.append(_quiet(self.tr("No units, and no words on its area.")))
        return "".join(parts)

    def _units(self, data: ReviewData, name: str, lines: tuple[UnitLine, ...]) -> str:
        indicator = data.round.catalogue.indicators[name]
        then = data.breakdowns_before.get(name, ())
        compares = data.before is not None
        head = ["", *([self._number(data)] if compares else []), self.tr("now")]
        body = [_row([escape(one) for one in head], tag="th")]
        for line in lines:
            cells = [*([_figure(line.before)] if compares else []), _figure(line.now)]
            body.append(_row([escape(line.name), *cells], strong=compares and line.changed))
        now = total(indicator, (line.now for line in lines if line.now is not None))
        was = total(indicator, (figure for _, figure in then))
        sums = [*([was] if compares else []), now]
        shown = ["–" if one is None else write_number(one.amount) for one in sums]
        body.append(_row([escape(self.tr("Sum")), *shown], strong=True))
        table = f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(body)}</table>'
        if now is not None and now != value_of(data.content, name):
            differs = self.tr("The figure above says something else than its units come to.")
            table += f'<p style="color:{_scheme().warning}">! {escape(differs)}</p>'
        return table

    def _number(self, data: ReviewData) -> str:
        return self.tr("no. {revision}").format(revision=data.previous.revision if data.previous is not None else 1)

    def _narrative(self, data: ReviewData, before: str, now: str) -> str:
        if data.before is None or before == now:
            return _paragraph(escape(now))
        told = self.tr("Changed since no. {revision}: what is new is underlined, what is gone is struck out.")
        number = data.previous.revision if data.previous is not None else 1
        pieces = (_piece(one.state, escape(one.text)) for one in wording.between(before, now))
        return _quiet(told.format(revision=number)) + _paragraph("".join(pieces))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program between light and dark, whose colours stand in the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self.text.setHtml(self._html(*self._shown))


class _Files(QListWidget):
    """Tells of Enter itself: what Qt calls activated is a single click on some desktops."""

    pressed_enter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_enter.emit()
        else:
            super().keyPressEvent(event)


def size_text(count: int) -> str:
    """Return bytes as people here write them: whole KB, or MB with one digit, rounded up."""
    if count < _KILOBYTE * _KILOBYTE:
        return f"{-(-count // _KILOBYTE)} KB"
    tenths = -(-count * 10 // (_KILOBYTE * _KILOBYTE))
    return f"{tenths // 10},{tenths % 10} MB"


def _scheme() -> theme.Colours:
    return theme.current(QApplication.instance())


def _heading(text: str) -> str:
    return f'<p style="margin-top:{theme.SPACE_12}px"><b>{escape(text)}</b></p>'


def _quiet(text: str) -> str:
    return f'<p style="color:{_scheme().quiet}">{escape(text)}</p>'


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>".replace("\n", "<br/>")


def _piece(state: State, html: str) -> str:
    scheme = _scheme()
    match state:
        case State.NEW:
            return f'<u style="color:{scheme.good}">{html}</u>'
        case State.GONE:
            # what takes its place would touch it
            apart = "" if html[-1:].isspace() else " "
            return f'<s style="color:{scheme.error}">{html}</s>{apart}'
        case State.SAME:
            return html


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    part = write_number(figure.part)
    return part if figure.whole is None else f"{part} / {write_number(figure.whole)}"


def _row(cells: list[str], *, strong: bool = False, tag: str = "td") -> str:
    name, *figures = [f"<b>{cell}</b>" if strong else cell for cell in cells]
    right = "".join(f'<{tag} align="right">{cell}</{tag}>' for cell in figures)
    return f'<tr><{tag} align="left">{name}</{tag}>{right}</tr>'
