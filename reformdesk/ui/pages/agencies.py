"""Agencies and their keys at Home Affairs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.pins import Against, How
from reformdesk.core.text import whole_numbers
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.keys import KeyLine
from reformdesk.ui.widgets.basics import button, columns, label, rows, with_sign
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words


class AgenciesPage(QWidget):
    """Every agency with the keys that speak for it."""

    revoke = Signal(object)
    recovery = Signal(str)
    own_key = Signal()
    officer = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        self._lines: tuple[KeyLine, ...] = ()
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self.revoke_button = button(self.tr("Revoke the key…"), self._revoke)
        self.recovery_button = button(self.tr("Recovery file…"), self._recover)
        self.own_button = button(self.tr("Home Affairs' key…"), self.own_key.emit)
        self.officer_button = button(self.tr("Who decides…"), self.officer.emit)
        title = label(self.tr("Agencies and keys"), role="title")
        layout.addWidget(FoldingLine(title, self.recovery_button, self.revoke_button, self.own_button))
        text = self.tr("A key is compared once, by telephone, when an agency's first submission comes in.")
        below = columns(space=theme.SPACE_12)
        below.addWidget(label(text, role="quiet", wrap=True), 1)
        below.addWidget(self.officer_button)
        layout.addLayout(below)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Agencies and keys"))
        self.table.entered_row.connect(lambda _row: self._enable())
        layout.addWidget(self.table, 1)

    def refresh(self, lines: Sequence[KeyLine]) -> None:
        """List agencies and keys."""
        self._lines = tuple(lines)
        chosen = self.table.currentIndex().row()
        header = [self.tr("Agency"), self.tr("Contact"), self.tr("Matching code"), self.tr("Why it is believed")]
        self.model.show_rows(header, [self._cells(line) for line in lines])
        self.table.share({0: 27, 1: 23, 2: 26, 3: 24}, {})
        if lines:
            self.table.selectRow(max(0, chosen))
        self._enable()

    def _cells(self, line: KeyLine) -> list[GridCell]:
        name = line.agency.text(self._words.language)
        if line.office_role == "reserve":
            name = self.tr("{agency}: reserve key").format(agency=name)
        elif line.office_role:
            name = self.tr("{agency}: the office's own key").format(agency=name)
        if line.is_head:
            name = self.tr("{agency}: the head").format(agency=name)
        code = matching_code(line.fingerprint) if line.fingerprint else self.tr("no key yet")
        text, tone = self._belief(line)
        return [
            GridCell(name, key=line.agency.id),
            GridCell(whole_numbers(line.agency.contact), tone="quiet"),
            GridCell(code, tone="" if line.fingerprint and line.revoked is None else "quiet"),
            GridCell(with_sign(tone, text), tone=tone, hint=text),
        ]

    def _belief(self, line: KeyLine) -> tuple[str, str]:
        if line.revoked is not None:
            moment = long_moment(line.revoked.revoked_at)
            text = self.tr("revoked {moment}: {reason}").format(moment=moment, reason=line.revoked.reason)
            return text, "error"
        if line.how is None:
            return "", ""
        moment = long_moment(line.since)
        if line.office_role:
            return self.tr("named in round files since {moment}").format(moment=moment), "quiet"
        if line.how is How.HANDED_OVER:
            return self.tr("signed over by the key before, {moment}").format(moment=moment), "quiet"
        text = self.tr("compared {moment}").format(moment=moment)
        if line.issuer:
            text = self.tr("compared {moment}; certificate by {issuer}").format(moment=moment, issuer=line.issuer)
        return "; ".join([text, *self._comparison(line)]), "quiet"

    def _comparison(self, line: KeyLine) -> list[str]:
        """Say who compared a key, and against what, as far as that was noted."""
        words: dict[str, str] = {
            Against.TELEPHONE: self.tr("by telephone"),
            Against.STAMPED_SHEET: self.tr("on the stamped sheet"),
        }
        return [one for one in (words.get(line.against, ""), line.author) if one]

    def _chosen(self) -> KeyLine | None:
        row = self.table.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _enable(self) -> None:
        line = self._chosen()
        self.revoke_button.setEnabled(line is not None and bool(line.fingerprint) and line.revoked is None)
        enabled = self.revoke_button.isEnabled()
        self.revoke_button.setToolTip("" if enabled else self.tr("Choose an agency whose key was compared."))
        self.recovery_button.setEnabled(line is not None and not line.office_role)
        tip = self.tr("Puts the desk of the chosen agency back after its machine was lost.")
        self.recovery_button.setToolTip(tip)

    def _recover(self) -> None:
        line = self._chosen()
        if line is not None:
            self.recovery.emit(line.agency.id)

    def _revoke(self) -> None:
        line = self._chosen()
        if line is not None:
            self.revoke.emit(line)
