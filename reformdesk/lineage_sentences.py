"""The sentences on where a figure comes from: keys, decisions and ways of arrival."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

TRUSTS = {
    "compared": QT_TRANSLATE_NOOP("trusts", "matching code compared {since}"),
    "handed-over": QT_TRANSLATE_NOOP("trusts", "signed over by the key before it, {since}"),
    "own": QT_TRANSLATE_NOOP("trusts", "a key of Home Affairs"),
    "open": QT_TRANSLATE_NOOP("trusts", "matching code not compared yet"),
    "ended": QT_TRANSLATE_NOOP("trusts", "replaced by a newer key {since}"),
    "revoked": QT_TRANSLATE_NOOP("trusts", "revoked {since}: {reason}"),
}
"""What is known of a key that signed."""

DECISIONS = {
    "provisional": QT_TRANSLATE_NOOP("decisions", "Accepted before its key was compared"),
    "choose": QT_TRANSLATE_NOOP("decisions", "Chosen among files with the same number"),
    "history": QT_TRANSLATE_NOOP("decisions", "Accepted although its history does not go on"),
    "gap": QT_TRANSLATE_NOOP("decisions", "Accepted although an earlier number is missing"),
    "issue": QT_TRANSLATE_NOOP("decisions", "Accepted although it answers an older issue"),
    "set-aside": QT_TRANSLATE_NOOP("decisions", "Set aside: not this agency's key"),
    "return": QT_TRANSLATE_NOOP("decisions", "Returned"),
    "accept": QT_TRANSLATE_NOOP("decisions", "Accepted"),
    "beside": QT_TRANSLATE_NOOP("decisions", "Chosen between the agency's file and what was entered on behalf"),
    "received": QT_TRANSLATE_NOOP("decisions", "Time of receipt set right"),
    "key-mistaken": QT_TRANSLATE_NOOP("decisions", "Key found to be another's"),
    "revoke": QT_TRANSLATE_NOOP("decisions", "Key revoked"),
    "total": QT_TRANSLATE_NOOP("decisions", "Total adjusted to {value}; computed then: {computed}"),
    "take-back": QT_TRANSLATE_NOOP("decisions", "Taken back"),
}
"""What was decided on a submission, on its keys, or on a total."""

CHANNELS = {
    "window": QT_TRANSLATE_NOOP("channels", "taken in by hand"),
    "folder": QT_TRANSLATE_NOOP("channels", "taken in with a folder"),
    "watched": QT_TRANSLATE_NOOP("channels", "from the watched folder"),
    "command": QT_TRANSLATE_NOOP("channels", "by the command line"),
    "own": QT_TRANSLATE_NOOP("channels", "made at this desk"),
    "recovery": QT_TRANSLATE_NOOP("channels", "from a recovery file"),
    "desk": QT_TRANSLATE_NOOP("channels", "from a colleague's desk"),
}
"""How a file came."""
