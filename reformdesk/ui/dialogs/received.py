"""When and by which channel a submission reached the office, where that was not when it reached the program."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QWidget

from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.ui.channels import channel_chooser, channel_name
from reformdesk.ui.dates import long_moment
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.widgets.basics import Strip, columns, label, labelled

_WIDTH = 560
_LONGEST = 2000
_FORMAT = "dd/MM/yyyy HH:mm"


class ReceivedDialog(QuestionDialog):
    """Accepting asks for :meth:`came` to be kept with the reason."""

    GUIDE = "received"

    def __init__(self, parent: QWidget, round_: Round, one: Received, language: str) -> None:
        super().__init__(parent, self.tr("When it reached the office"), self.tr("Correct it"), _WIDTH)
        self.received = one
        agency = round_.by_id[one.agency].text(language)
        facts = self.tr("{agency}, no. {revision}. The program noted: {moment}, {channel}.")
        self.content.addWidget(
            label(
                facts.format(
                    agency=agency,
                    revision=one.revision,
                    moment=long_moment(one.came_at),
                    channel=channel_name(one.came_by),
                ),
                wrap=True,
            )
        )
        if one.corrected is not None and one.corrected.contested:
            text = self.tr("Two desks corrected this differently; the earliest arrival counts until you decide.")
            self.content.addWidget(Strip("warning", text))
        elif one.corrected is not None:
            text = self.tr("Corrected to {moment}: {reason}")
            said = text.format(moment=long_moment(one.received_at), reason=one.corrected.reason)
            self.content.addWidget(label(said, role="quiet", wrap=True))
        line = columns()
        noted = datetime.fromisoformat(one.received_at)
        self.moment = QDateTimeEdit()
        self.moment.setDisplayFormat(_FORMAT)
        self.moment.setCalendarPopup(True)
        self.moment.setDateTime(QDateTime.fromSecsSinceEpoch(int(noted.timestamp())))
        line.addLayout(labelled(self.tr("It arrived"), self.moment))
        name = self.tr("By way of")
        self.channel = channel_chooser(name, self.tr("as it was noted"))
        self.channel.setCurrentIndex(max(0, self.channel.findData(one.channel)))
        line.addLayout(labelled(name, self.channel), 1)
        self.content.addLayout(line)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("for example: in the mailbox since Friday"))
        self.content.addLayout(labelled(self.tr("Why (stays in the journal)"), self.reason))
        text = self.tr("Lateness and the receipt go by this time. What the program noted is kept beside it.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.add_buttons()
        self.reason.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.reason.text().strip())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Write why first."))

    def came(self) -> tuple[datetime, str]:
        """Return the moment in UTC and the channel, empty where it is to stay as noted."""
        chosen = self.moment.dateTime()
        day, time = chosen.date(), chosen.time()
        local = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute()).astimezone()
        return local.astimezone(UTC), str(self.channel.currentData())
