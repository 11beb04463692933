"""Small dialogs: which agency this is, the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QWidget

from reformdesk.core.rounds import Round
from reformdesk.core.text import fold
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.widgets.basics import UNROLLED, Strip, button, columns, fit, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_KEY = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1


class QuestionDialog(FittedDialog):
    """A title, something to fill, and two buttons; the right one names what happens."""

    def __init__(self, parent: QWidget | None, title: str, go: str, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        theme.hold(self, least_width=width)
        outer = rows(self, space=0)
        inner = QWidget()
        inner.setObjectName("ground")
        self.content = rows(inner, margin=theme.SPACE_20, space=theme.SPACE_12)
        outer.addWidget(self._unrolled(inner) if self.FITS else inner, 1)
        self._foot = rows(space=theme.SPACE_12)
        outer.addLayout(self._foot)
        self.content.addWidget(label(title, role="title", wrap=True))
        self._problem: Strip | None = None
        self.go = button(go, self.accept, primary=True)
        self.go.setDefault(True)

    def _unrolled(self, inner: QWidget) -> QScrollArea:
        """Let what is asked be scrolled where the screen is too low; the buttons stay."""
        scroll = QScrollArea()
        scroll.setObjectName(UNROLLED)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

    def show_problem(self, problem: str) -> None:
        """Say why it did not work, above the buttons, with everything typed still there."""
        strip = Strip("error", problem)
        if self._problem is None:
            self._foot.insertWidget(0, strip)
        else:
            self._foot.replaceWidget(self._problem, strip)
            self._problem.hide()
            self._problem.deleteLater()
        self._problem = strip
        fit(self)

    def lead(self, other: QWidget) -> None:
        """Put another button at the left of the two."""
        self._buttons.insertWidget(0, other)

    def add_buttons(self, leave: str = "") -> None:
        """Put the buttons below what was added; ``leave`` is what the left one says where nothing is cancelled."""
        line = self._buttons = columns()
        line.addStretch(1)
        self.cancel = button(leave or self.tr("Cancel"), self.reject)
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        # together what sets the buttons apart, so that they also stand apart from what is scrolled
        self.content.setContentsMargins(theme.SPACE_20, theme.SPACE_20, theme.SPACE_20, theme.SPACE_8)
        self._foot.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_20)
        self._foot.addLayout(line)


class AgencyDialog(FittedDialog):
    """Which agency is this? Shown when a round file is opened for the first time."""

    GUIDE = "agency"
    FITS = False

    def __init__(self, parent: QWidget | None, round_: Round, fingerprint: str, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose your agency"))
        self.take(560, 560)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        office = round_.by_id[round_.office].text(language)
        layout.addWidget(label(round_.title.text(language), role="title"))
        text = self.tr("From {office}, {province}. Its matching code, to compare by telephone:")
        layout.addWidget(label(text.format(office=office, province=round_.province), role="quiet", wrap=True))
        layout.addWidget(label(matching_code(fingerprint), role="title"))
        layout.addSpacing(theme.SPACE_8)
        layout.addWidget(label(self.tr("Which agency do you report for?"), role="strong"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type part of its name"))
        self.filter.setAccessibleName(self.tr("Type part of its name"))
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self._enter)
        layout.addWidget(self.filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Which agency do you report for?"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for agency in round_.agencies:
            if round_.owed(agency.id):
                item = QListWidgetItem(agency.text(language))
                item.setData(_KEY, agency.id)
                item.setData(_FOLDED, fold(f"{agency.name} {agency.name_en}"))
                self.list.addItem(item)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        layout.addWidget(self.list, 1)
        self.entry_only = QCheckBox(self.tr("Data entry only (the figures are finished on another machine)"))
        layout.addWidget(self.entry_only)
        self.go = button(self.tr("This is us"), self.accept, primary=True)
        self.go.setDefault(True)
        foot(layout, [], [button(self.tr("Cancel"), self.reject), self.go])
        self._enable()

    def agency(self) -> str:
        """Return the chosen agency's id."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def accept(self) -> None:
        """Close with an agency chosen, never without."""
        if self.agency():
            super().accept()

    def _narrow(self, text: str) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(fold(text) not in item.data(_FOLDED))
        self._enable()

    def _enter(self) -> None:
        """Mark the first agency that matches; only the next Enter takes it, since it decides whose desk this is."""
        if not self.go.isEnabled():
            # after this key press, which the default button sees as well
            QTimer.singleShot(0, self, self._mark_first)

    def _mark_first(self) -> None:
        shown = [self.list.item(place) for place in range(self.list.count()) if not self.list.item(place).isHidden()]
        if shown:
            self.list.setCurrentItem(shown[0])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self) -> None:
        item = self.list.currentItem()
        self.go.setEnabled(item is not None and not item.isHidden())
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Choose an agency first."))


class PassphraseDialog(QuestionDialog):
    """The key for what is about to be sealed: the desk's own, or a token; ``go`` is what the button says."""

    GUIDE = "passphrase"

    def __init__(self, parent: QWidget, title: str, go: str = "") -> None:
        super().__init__(parent, title, go or self.tr("Seal and save"))
        self.key = KeyBox(new=False)
        self.secret = self.key.secret
        self.content.addWidget(self.key)
        self.add_buttons()
        self.key.edited.connect(lambda: self.go.setEnabled(self.key.is_ready))
        self.key.kind.currentIndexChanged.connect(lambda: fit(self))
        self.go.setEnabled(False)

    def show_problem(self, problem: str) -> None:
        """Say why it did not work, and let it be typed again."""
        super().show_problem(problem)
        self.key.focus_secret()
