"""Accepting many submissions before their keys were compared: how many that are is said beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.core.merged import Received
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import label, labelled

_WIDTH = 560
_LONGEST = 2000


class ProvisionalDialog(QuestionDialog):
    """Asks once; ``digests`` are those that are accepted."""

    GUIDE = "compare_many"

    def __init__(self, parent: QWidget, waiting: Sequence[Received]) -> None:
        count, agencies = len(waiting), len({one.agency for one in waiting})
        title = self.tr("Accept {count} submissions of {agencies} agencies provisionally?")
        go = self.tr("Accept {count} provisionally")
        super().__init__(parent, title.format(count=count, agencies=agencies), go.format(count=count), _WIDTH)
        self.digests = tuple(one.digest for one in waiting)
        text = self.tr(
            "Nobody has compared their matching codes yet. They count in the totals from now on, and everything "
            "that rests on them is marked {sign}, “code not compared”, until the code of each is compared. A code "
            "that differs later puts its submission aside again."
        )
        self.content.addWidget(label(text.format(sign=PROVISIONAL), wrap=True))
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.content.addLayout(labelled(self.tr("Why now (may stay empty)"), self.reason))
        self.add_buttons()
