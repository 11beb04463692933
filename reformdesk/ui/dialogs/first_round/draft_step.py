"""A step in which something is pasted, looked at and set right before it is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reformdesk.ui import theme
from reformdesk.ui.models.drafts import DraftModel
from reformdesk.ui.widgets.basics import button, columns, label, restyle, rows
from reformdesk.ui.widgets.draft_table import DraftTable


class DraftStep(QWidget):
    """A hint, the verbs, the table, and how much of it is still to be looked at."""

    def __init__(self, hint: str, model: DraftModel, name: str, template: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.model = model
        layout = self.body = rows(self, space=theme.SPACE_8)
        layout.addWidget(label(hint, role="quiet", wrap=True))
        line = columns()
        self.table = DraftTable(model, name)
        self.paste_button = button(self.tr("Paste (Ctrl+V)"), self.table.paste)
        self.template_button = button(template, self.start_from_template, flat=True)
        self.clear_button = button(self.tr("Begin anew"), self.clear, flat=True)
        line.addWidget(self.paste_button)
        line.addWidget(self.template_button)
        line.addWidget(self.clear_button)
        line.addStretch(1)
        self.next_button = button(self.tr("Next guess (F8)"), self.table.go_to_doubt)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.table.go_to_doubt)
        line.addWidget(self.next_button)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        foot = columns()
        self.state = label(role="strong", wrap=True)
        foot.addWidget(self.state, 1)
        keys = self.tr("Enter: correct · Space: it is right · Delete: take out")
        foot.addWidget(label(keys, role="small"), 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(foot)
        self.table.pasted.connect(self.take)
        model.corrected.connect(self._count)

    def take(self, text: str, html: str) -> None:
        """Add what was pasted."""
        raise NotImplementedError

    def start_from_template(self) -> None:
        """Begin with what ships with the program."""
        raise NotImplementedError

    def clear(self) -> None:
        """Begin with nothing."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return how much there is."""
        raise NotImplementedError

    def say(self, text: str, tone: str) -> None:
        """Say something below the table."""
        restyle(self.state, tone=tone)
        self.state.setText(text)

    def show_rows(self) -> None:
        """Give the rows their heights once they are laid out."""
        self.table.fit_rows()

    def _count(self) -> None:
        guesses, wrongs = self.model.guesses(), self.model.wrongs()
        parts = [self.summary()]
        if wrongs:
            parts.append(self.tr("✕ to be mended: {count}").format(count=wrongs))
        if guesses:
            parts.append(self.tr("? guesses to look at: {count}").format(count=guesses))
        self.say(" · ".join(parts), "error" if wrongs else "warning" if guesses else "")
        self.next_button.setEnabled(bool(guesses or wrongs))
        self.next_button.setToolTip("" if guesses or wrongs else self.tr("Nothing is guessed."))
        self.clear_button.setEnabled(bool(self.model.count()))
        self.show_rows()
