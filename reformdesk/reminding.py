"""The reminder list in words: as text to paste into a message, and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from reformdesk.core.board import MISSING, OVERDUE, PARTIAL
from reformdesk.core.reminders import Reminder
from reformdesk.core.rounds import Round
from reformdesk.office import reminders_xlsx
from reformdesk.reminder_sentences import REMINDERS
from reformdesk.words import Words

_HEADER = ("number", "agency", "contact", "what", "areas", "answer")


def as_text(round_: Round, found: Sequence[Reminder], words: Words) -> str:
    """Return the list as lines to paste; whom to telephone stands below each agency."""
    lines = [_say(words, "title"), _about(round_, words), ""]
    for number, one in enumerate(found, 1):
        agency = one.agency.text(words.language)
        lines.append(_say(words, "line", number=number, agency=agency, what=state(one, words)))
        if one.agency.contact:
            lines.append("   " + _say(words, "contact", contact=one.agency.contact))
    return "\n".join(lines if found else [*lines, _say(words, "nobody")])


def as_workbook(round_: Round, found: Sequence[Reminder], words: Words) -> bytes:
    """Return the list as .xlsx bytes."""
    rows = [
        (
            str(number),
            one.agency.text(words.language),
            one.agency.contact,
            state(one, words),
            areas(one, words),
            "",
        )
        for number, one in enumerate(found, 1)
    ]
    header = [_say(words, f"header-{name}") for name in _HEADER]
    return reminders_xlsx.workbook(_say(words, "title"), _about(round_, words), _say(words, "sheet"), header, rows)


def state(one: Reminder, words: Words) -> str:
    """Return how an agency stands, as one tells it, and until when it has time where that is longer."""
    kind = OVERDUE if one.kind == MISSING and one.overdue else one.kind
    said = _say(words, kind, areas=areas(one, words)) if kind == PARTIAL else _say(words, kind)
    if one.until is None:
        return said
    return _say(words, "extended", state=said, day=f"{one.until:%d/%m/%Y}")


def areas(one: Reminder, words: Words) -> str:
    """Return in which areas something is missing."""
    return ", ".join(f"{area.id} {area.tiny.text(words.language)}" for area in one.areas)


def _about(round_: Round, words: Words) -> str:
    return _say(words, "about", round=round_.title.text(words.language), day=f"{round_.deadline:%d/%m/%Y}")


def _say(words: Words, name: str, **params: object) -> str:
    return words.say("reminders", REMINDERS[name], **params)
