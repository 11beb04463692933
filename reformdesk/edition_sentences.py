"""The sentences on editions of the indicator set and on agencies over time, as :mod:`reformdesk.sentences` keeps all
others.
"""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

EDITION_ERRORS = {
    "agency-unknown": QT_TRANSLATE_NOOP("errors", "The register of agencies does not know “{agency}”."),
    "agency-id-taken": QT_TRANSLATE_NOOP(
        "errors", "The id “{agency}” belongs to another agency, perhaps to one that is no more."
    ),
    "agency-name-taken": QT_TRANSLATE_NOOP(
        "errors", "Two agencies would be called “{agency}” at one time. Choose another name or another day."
    ),
    "agency-not-there": QT_TRANSLATE_NOOP("errors", "On {day} there is no {agency}: choose another day or agency."),
    "agency-ends-first": QT_TRANSLATE_NOOP("errors", "{agency} would end on {day}, before its first day is over."),
    "office-stays": QT_TRANSLATE_NOOP(
        "errors", "Home Affairs hands the rounds out and cannot go. Where only its name changes, rename it."
    ),
    "group-of-everyone": QT_TRANSLATE_NOOP("errors", "{agency} stays among all agencies for as long as it is there."),
    "succession-itself": QT_TRANSLATE_NOOP("errors", "{agency} cannot take over from itself."),
    "succession-empty": QT_TRANSLATE_NOOP("errors", "Say which indicators {agency} takes over."),
    "succession-twice": QT_TRANSLATE_NOOP(
        "errors", "That {after} takes over from {agency} is said twice for the same indicators."
    ),
    "succession-cycle": QT_TRANSLATE_NOOP(
        "errors", "Agencies would take over from each other in a circle: {agencies}."
    ),
    "invalid-register": QT_TRANSLATE_NOOP("errors", "The register of agencies cannot be read. {detail}"),
}
