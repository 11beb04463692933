"""The guide (F1): a page for each task, found by its words, beside whatever is on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reformdesk.assets import resource
from reformdesk.core.text import fold
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.markdown_page import MarkdownPage

INDEX = "index"
SUFFIX = ".md"
PAGE_FOR: Mapping[str, str] = MappingProxyType(
    {
        # the first page, and the desk of an agency
        "start": "start",
        "home": "start",
        "area": "the-form",
        "form": "the-form",
        "check": "findings",
        "preview": "paste-from-excel",
        "entry_home": "two-officers",
        "part": "two-officers",
        # the desk of Home Affairs
        "empty": "new-round",
        "board": "board",
        "intake": "taking-in",
        "waiting": "waiting",
        "conflict": "conflicts",
        "decisions": "decisions",
        "tables": "tables",
        "outliers": "outliers",
        "comparison": "comparison",
        "rounds": "new-round",
        "edition": "editions",
        "agencies": "keys-ha",
        "review": "review",
        "lineage": "tables",
        "entering": "on-behalf",
        "withdraw": "on-behalf",
        "why": "conflicts",
        # dialogs
        "agency": "start",
        "finish": "finish",
        "exported": "finish",
        "annex": "finish",
        "receipt": "replies",
        "key": "keys",
        "renew": "keys",
        "adopt": "lost",
        "reserve": "keys-ha",
        "compare": "keys",
        "compare_many": "many-codes",
        "extension": "extension",
        "received": "taking-in",
        "passphrase": "keys",
        "history": "the-form",
        "excel_form": "excel-form",
        "units": "units",
        "evidence": "evidence",
        "two_officers": "two-officers",
        "correction": "corrections",
        "handover": "handover",
        "recovery": "lost",
        "backups": "backup",
        "second_place": "second-place",
        "set_up": "set-up",
        "settings": "settings",
        "new_round": "new-round",
        "reorganise": "agencies-over-time",
        "rule": "who-reports",
        "lists": "who-reports",
        "issuing": "handing-out",
        "update": "newer-version",
        "correct_round": "correct-a-round",
        "charts": "charts",
        "reminders": "board",
        "arrivals": "board",
        "returning": "review",
        "take_back": "decisions",
        "phrases": "phrases",
        "closing": "closing",
        "revoke": "keys-ha",
        "officer": "two-desks",
        "join": "two-desks",
        "report": "report",
        "check_report": "report-check",
        "filling": "filling-forms",
        "rekeying": "rekeying",
        "override": "override",
        "earlier_figures": "earlier-figures",
        # a workspace that lies where it is not safe, by core.safe_places' word for it
        "cloud-folder": "two-officers",
        "network-folder": "two-officers",
        "removable": "backup",
        "temporary": "backup",
        "office-cloud-folder": "two-desks",
        "office-network-folder": "two-desks",
        "office-removable": "backup",
        "office-temporary": "backup",
    }
)
"""Which page of the guide fits a page of a desk, by the frame's key, or a dialog, or a warning."""

_SIZE = (986, 620)
_LIST_WIDTH = 290
_NAME = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1
_ENTRY = re.compile(r"- \[(?P<title>[^\]]+)\]\((?P<name>[a-z-]+)\.md\)")


def page_for(key: str) -> str:
    """Return the guide's page for a page or dialog; an area of the form is ``area:`` and its id.

    The list of all pages is for what has no page of its own.
    """
    return PAGE_FOR.get(key.partition(":")[0], INDEX)


@dataclass(frozen=True)
class Section:
    """One heading of the list, with its pages as (name, title)."""

    title: str
    pages: tuple[tuple[str, str], ...]


def guide_folder(language: str) -> Path:
    """Return where the pages of a language lie."""
    return resource("help", language)


def contents(language: str) -> tuple[str, tuple[Section, ...]]:
    """Return the title of the front page, and what it lists, in its order."""
    title, sections = "", list[tuple[str, list[tuple[str, str]]]]()
    for line in (guide_folder(language) / f"{INDEX}{SUFFIX}").read_text("utf-8").splitlines():
        entry = _ENTRY.fullmatch(line)
        if line.startswith("# "):
            title = line.removeprefix("# ")
        elif line.startswith("## "):
            sections.append((line.removeprefix("## "), []))
        elif entry is not None:
            sections[-1][1].append((entry["name"], entry["title"]))
    return title, tuple(Section(name, tuple(pages)) for name, pages in sections)


class GuideWindow(QWidget):
    """A window of its own, not a dialog: it stays usable beside a dialog that is open.

    Make it without a parent and keep it; it does not keep the program alive by itself.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Guide"))
        self.resize(*map(theme.px, _SIZE))
        self._folder = guide_folder(language)
        self._shown = ""
        self.page = MarkdownPage(self.tr("Page of the guide"))
        self.search = QLineEdit()
        self.list = QListWidget()
        self.back = button(self.tr("‹ Back"), self.page.backward)
        self._nothing = label(self.tr("Nothing found. Try another word."), role="quiet", wrap=True)
        layout = columns(self, space=0)
        layout.addWidget(self._make_list(language))
        layout.addWidget(self._make_reading(), 1)
        self._connect()
        self._show(INDEX)

    def _make_list(self, language: str) -> QWidget:
        beside = QWidget()
        beside.setObjectName("navigation")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(beside, width=_LIST_WIDTH)
        layout: QVBoxLayout = rows(beside, margin=theme.SPACE_12, space=theme.SPACE_8)
        hint = self.tr("Find in the guide (Ctrl+F)")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        layout.addWidget(self.search)
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        title, sections = contents(language)
        self._add(INDEX, title)
        for section in sections:
            self._add_heading(section.title)
            for name, text in section.pages:
                self._add(name, text)
        layout.addWidget(self.list, 1)
        self._nothing.hide()
        layout.addWidget(self._nothing)
        layout.addStretch(0)
        return beside

    def _add(self, name: str, title: str) -> None:
        item = QListWidgetItem(title)
        item.setToolTip(title)
        item.setData(_NAME, name)
        item.setData(_FOLDED, fold(self._path(name).read_text("utf-8")))
        self.list.addItem(item)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setBold(True)
        item.setFont(font)
        item.setData(_NAME, "")
        self.list.addItem(item)

    def _make_reading(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = rows(sheet, space=0)
        line: QHBoxLayout = columns()
        line.setContentsMargins(theme.SPACE_20, theme.SPACE_8, theme.SPACE_20, theme.SPACE_8)
        self.back.setToolTip(self.tr("To the page before (Alt+Left)"))
        self.back.setEnabled(False)
        line.addWidget(self.back)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self.page, 1)
        return sheet

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show_item)
        self.list.itemActivated.connect(lambda _: self.page.setFocus(Qt.FocusReason.OtherFocusReason))
        self.page.sourceChanged.connect(self._mark_shown)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        for keys, verb in (
            (QKeySequence(Qt.Key.Key_Escape), self.close),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence("Alt+Left"), self.page.backward),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{SUFFIX}"

    def open_at(self, page: str) -> None:
        """Show a page of the guide by its name, in front; the list of all pages where there is no such page."""
        self.search.clear()
        self._show(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> str:
        """The name of the page on show."""
        return self._shown

    def _show(self, name: str) -> None:
        if name not in self.names():
            name = INDEX
        if name != self.shown:
            self.page.setSource(QUrl.fromLocalFile(str(self._path(name))))

    def names(self) -> list[str]:
        """Return the pages' names in the order of the list."""
        return [name for place in range(self.list.count()) if (name := str(self.list.item(place).data(_NAME)))]

    def found(self) -> list[str]:
        """Return the names of the pages that the list shows now."""
        return [str(item.data(_NAME)) for item in self._items() if not item.isHidden() and item.data(_NAME)]

    def _items(self) -> Iterator[QListWidgetItem]:
        return map(self.list.item, range(self.list.count()))

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self._show(str(item.data(_NAME)))

    def _mark_shown(self, source: QUrl) -> None:
        """Mark the page on show in the list, however it was reached, and the words that are looked for."""
        shown = self._shown = Path(source.toLocalFile()).stem
        place = next((at for at, one in enumerate(self._items()) if one.data(_NAME) == shown), -1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self.page.mark(self.search.text())

    def _narrow(self) -> None:
        """Show the pages that say what is looked for, and the headings that are above one."""
        wanted = fold(self.search.text())
        heading: QListWidgetItem | None = None
        for item in self._items():
            if not item.data(_NAME):
                heading = item
                heading.setHidden(True)
                continue
            hidden = wanted not in item.data(_FOLDED)
            item.setHidden(hidden)
            if heading is not None and not hidden:
                heading.setHidden(False)
        self._nothing.setVisible(not self.found())
        self.list.setVisible(bool(self.found()))
        self.page.mark(self.search.text())

    def _open_first(self) -> None:
        found = self.found()
        if found:
            self._show(found[0])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down go from the search to the list."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            goes_down = event.key() == Qt.Key.Key_Down and bool(self.found())
            if goes_down:
                self._open_first()
                return True
        return super().eventFilter(watched, event)
