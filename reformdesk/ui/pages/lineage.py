"""The sealed file behind a submission: who sealed it, how it came, what was decided, and how to check it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reformdesk.core.catalogue import Indicator
from reformdesk.core.lineage import FileLineage, Trust
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.channels import channel_name
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.decided import named_by
from reformdesk.ui.models.form import told
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.lineage import decision_text, signature_text
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_NAME_WIDTH, _COMMANDS_HEIGHT = 210, 78
_TONES = {Trust.OPEN: "warning", Trust.REVOKED: "error", Trust.ENDED: "quiet"}


class LineagePage(QWidget):
    """``back`` goes to the submission, ``save`` asks to write its file, ``said`` tells what was done."""

    back = Signal()
    save = Signal()
    said = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._words = words
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_12, theme.SPACE_20, theme.SPACE_12)
        top = columns(space=theme.SPACE_12)
        top.addWidget(button(self.tr("‹ Back"), self.back.emit))
        names = rows(space=0)
        self.title = label(role="title", wrap=True)
        self.figure = label(role="small", wrap=True)
        names.addWidget(self.title)
        names.addWidget(self.figure)
        top.addLayout(names, 1)
        self.save_button = button(self.tr("Save the file…"), self.save.emit)
        # where one lands: Enter goes on to the file itself
        self.save_button.setAutoDefault(True)
        top.addWidget(self.save_button)
        layout.addLayout(top)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Where it comes from"))
        self.table.end_with_rows()
        layout.addWidget(self.table, 1)
        line = columns(space=theme.SPACE_8)
        line.addWidget(
            label(self.tr("To check it without this program, in the folder of the saved file:"), role="small"), 1
        )
        line.addWidget(button(self.tr("Copy"), self._copy, flat=True))
        layout.addLayout(line)
        self.commands = QPlainTextEdit()
        self.commands.setReadOnly(True)
        self.commands.setTabChangesFocus(True)
        self.commands.setAccessibleName(self.tr("Commands to check the file"))
        self.commands.setFixedHeight(theme.px(_COMMANDS_HEIGHT))
        layout.addWidget(self.commands)
        layout.addStretch()
        shortcut = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back)

    def show_file(self, found: FileLineage, indicator: Indicator | None) -> None:
        """Show a file; ``indicator`` is the one whose figure one comes from."""
        language = self._words.language
        one = found.received
        agency = found.round.by_id[one.agency].text(language) if one.agency in found.round.by_id else one.agency
        # a signature is only what an authority's certificate made
        signed = any(signature.issuer for signature in found.signatures)
        title = self.tr("Signed file: {agency} · no. {revision}") if signed else ""
        title = title or self.tr("Sealed file: {agency} · no. {revision}")
        self.title.setText(title.format(agency=agency, revision=one.revision))
        figure = found.round.title.text(language)
        if indicator is not None:
            value = told(found.value(indicator.id), indicator, self._words)
            figure = f"{figure} · {indicator.name.text(language)}: {value}"
        self.figure.setText(figure)
        self.model.show_rows([self.tr("Item"), self.tr("Details")], list(self._lines(found)))
        self.table.share({1: 1}, {0: _NAME_WIDTH})
        self.commands.setPlainText("\n".join(found.check))
        self.table.selectRow(0)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, found: FileLineage) -> Iterator[list[GridCell]]:
        one = found.received
        counts = self.tr("counted in the totals") if one.counts else self.tr("not counted in the totals")
        reasons = "; ".join(map(self._words.reason, one.reasons))
        state = " · ".join(filter(None, [self._words.state(one.state), counts, reasons]))
        yield _line(self.tr("State"), state, "" if one.counts else "warning")
        told_of = [str(found.content.told.get(name) or "") for name in ("given_by", "given_at", "document", "by")]
        if any(told_of):
            yield _line(self.tr("Entered on behalf"), " · ".join(filter(None, told_of)))
        for signature in found.signatures:
            name = self.tr("Approved by") if signature.is_head else self.tr("Sealed by")
            yield _line(name, signature_text(signature, self._words), _TONES.get(signature.trust, ""))
            yield _line(self.tr("Matching code"), matching_code(signature.fingerprint))
        for arrival in found.arrivals or ():
            text = " · ".join(
                [
                    long_moment(arrival.received_at),
                    channel_name(arrival.channel),
                    arrival.name,
                    self._words.state(arrival.verdict),
                ]
            )
            yield _line(self.tr("Arrived"), text)
        if not found.arrivals:
            text = " · ".join([long_moment(one.received_at), channel_name(one.channel), one.name])
            yield _line(self.tr("Arrived"), text)
        named = named_by(found.round, found.decisions)
        for line in found.decisions:
            yield _line(self.tr("Decision"), decision_text(line, named, self._words), "" if line.stands else "quiet")
        size = self.tr("{count} bytes").format(count=f"{found.size:,}".replace(",", "."))
        yield _line(self.tr("SHA-256 of the file"), f"{found.sha256} · {size}")
        yield _line(self.tr("SHA-256 of the submission in it"), one.digest)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.commands.toPlainText())
        self.said.emit(self.tr("✓ Copied"))


def _line(name: str, text: str, tone: str = "") -> list[GridCell]:
    return [GridCell(name, tone="quiet"), GridCell(text, tone=tone)]
