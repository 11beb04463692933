"""How a file reached the office or the program, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from reformdesk.core.merged import Received
from reformdesk.core.receiving import CHANNELS, Correction
from reformdesk.ui.dates import long_moment

translate = QCoreApplication.translate
CORRECTED = "\N{ANTICLOCKWISE OPEN CIRCLE ARROW}"
"""Beside a time of arrival that an officer corrected."""


def office_channels() -> Mapping[str, str]:
    """Return how a file may have reached the office, in words, by what is kept."""
    said = {
        "email": translate("channels", "e-mail"),
        "zalo": translate("channels", "Zalo"),
        "usb": translate("channels", "USB stick"),
        "document-system": translate("channels", "document system"),
        "paper": translate("channels", "on paper"),
        "in-person": translate("channels", "in person"),
    }
    return {channel: said[channel] for channel in CHANNELS}


def channel_name(channel: str) -> str:
    """Return a channel in words; the code itself where there are none."""
    noted = {
        "window": translate("channels", "this window"),
        "watched": translate("channels", "watched folder"),
        "folder": translate("channels", "folder"),
        "command": translate("channels", "command line"),
        "own": translate("channels", "entered here"),
        "desk": translate("channels", "another desk"),
        "recovery": translate("channels", "recovery file"),
    }
    return {**noted, **office_channels()}.get(channel, channel)


def correction_words(one: Received, corrected: Correction) -> str:
    """Return that a submission's time of arrival was corrected, why, and what the program noted."""
    if corrected.contested:
        return translate(
            "channels", "two desks corrected its arrival differently: the earliest counts until one is decided on"
        )
    text = translate("channels", "arrival corrected ({reason}); the program noted {moment}, {channel}")
    return text.format(reason=corrected.reason, moment=long_moment(one.came_at), channel=channel_name(one.came_by))


def channel_chooser(name: str, unsaid: str) -> QComboBox:
    """Return a list of the ways to the office, the first of which says nothing; its data is what is kept."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(unsaid, "")
    for channel, words in office_channels().items():
        made.addItem(words, channel)
    return made
