"""The sentences on what Home Affairs decides and brings together, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

OFFICE_ERRORS = {
    "round-closed": QT_TRANSLATE_NOOP(
        "errors",
        "The round is closed (closing no. {number}), so nothing in it is decided or changed. "
        "Reopen it first: “Rounds”, “Closing…”.",
    ),
    "round-closed-already": QT_TRANSLATE_NOOP(
        "errors",
        "The round {round} is closed already, as closing no. {number}. Reopen it first if something has to change.",
    ),
    "round-not-closed": QT_TRANSLATE_NOOP("errors", "The round {round} is not closed, so there is nothing to reopen."),
    "reopening-reason-missing": QT_TRANSLATE_NOOP("errors", "Write why first: which file was late, or what was wrong."),
    "closing-not-taken-back": QT_TRANSLATE_NOOP(
        "errors", "A closing is not taken back. Reopen the round, or close it anew: “Rounds”, “Closing…”."
    ),
    "unknown-closing": QT_TRANSLATE_NOOP("errors", "The round {round} has no closing “{number}”."),
    "closing-ambiguous": QT_TRANSLATE_NOOP(
        "errors",
        "Two desks made closing no. {number} apart. Name it by how its digest begins: {digests}.",
    ),
    "closing-not-rebuilt": QT_TRANSLATE_NOOP(
        "errors", "The round file that closing no. {number} was made of is not in this workspace."
    ),
    "second-place-here": QT_TRANSLATE_NOOP(
        "errors", "The workspace itself lies in “{folder}”. Choose a folder on a USB stick or on another computer."
    ),
    "second-place-missing": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” cannot be reached. Plug the USB stick in, or look whether the network is there."
    ),
    "second-place-unsound": QT_TRANSLATE_NOOP(
        "errors", "What was written to “{folder}” reads back differently. Take another USB stick."
    ),
    "too-many-keys": QT_TRANSLATE_NOOP(
        "errors", "A round file names at most {most} keys. Revoke one that is not used."
    ),
    "agency-too-long": QT_TRANSLATE_NOOP(
        "errors", "“{agency}”: name or contact is longer than 300 characters. Shorten it."
    ),
    "agency-name-missing": QT_TRANSLATE_NOOP("errors", "Type the agency's name."),
    "agency-twice": QT_TRANSLATE_NOOP("errors", "“{agency}” stands twice in the lists. Take one out."),
    "adjusting-blank": QT_TRANSLATE_NOOP(
        "errors", "Type the figure to print. To print the computed one again, take the adjustment back."
    ),
    "adjusting-reason-missing": QT_TRANSLATE_NOOP(
        "errors", "Write why first: the reason stands below the table, for everyone who reads the report."
    ),
    "past-empty": QT_TRANSLATE_NOOP("errors", "Type or paste at least one figure of the earlier period."),
    "past-not-over": QT_TRANSLATE_NOOP(
        "errors", "This period is not over yet. Open a round for it, so that the agencies report it."
    ),
    "entry-begun": QT_TRANSLATE_NOOP(
        "errors", "In the window an entry for {agency} is begun. Seal it there, or throw it away, then try again."
    ),
    "entry-empty": QT_TRANSLATE_NOOP("errors", "Nothing was entered yet: every indicator is blank."),
    "entry-foreign-key": QT_TRANSLATE_NOOP(
        "errors", "This key is none of Home Affairs' own. Seal with the key that opened the round, or its successor."
    ),
    "entry-overtaken": QT_TRANSLATE_NOOP(
        "errors", "Something of this agency came in meanwhile. Look at what stands there now, then seal again."
    ),
    "entry-source-missing": QT_TRANSLATE_NOOP(
        "errors", "Say where the figures come from: who gave them and when; where the way is another one, also which."
    ),
    "withdraw-reason-missing": QT_TRANSLATE_NOOP("errors", "Write why first: an entry is withdrawn with a reason."),
    "form-whose": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not say whose form it is. Choose the agency on the board, enter on its behalf, then drop the "
        "form there.",
    ),
    "extension-reason-missing": QT_TRANSLATE_NOOP("errors", "Write why first: the agency reads it with the new day."),
    "extension-too-early": QT_TRANSLATE_NOOP(
        "errors", "The deadline of the round is {day}. An extension needs a later day."
    ),
    "received-reason-missing": QT_TRANSLATE_NOOP(
        "errors", "Write why first: when a file came is corrected with a reason."
    ),
    "received-in-future": QT_TRANSLATE_NOOP("errors", "This moment has not come yet. Type when the file arrived."),
    "received-too-early": QT_TRANSLATE_NOOP(
        "errors", "The round was not open yet at this moment. Type when the file arrived."
    ),
    "decision-gone": QT_TRANSLATE_NOOP(
        "errors", "This decision does not hold any more: another one took its place. Look at the newest."
    ),
    "decision-reason-missing": QT_TRANSLATE_NOOP("errors", "Write why first: a decision is taken back with a reason."),
    "join-agency": QT_TRANSLATE_NOOP(
        "errors",
        "This is the workspace of an agency. Only another desk of Home Affairs is brought together with yours.",
    ),
    "join-itself": QT_TRANSLATE_NOOP("errors", "This is the very workspace that is open. Choose your colleague's."),
    "join-other-office": QT_TRANSLATE_NOOP(
        "errors",
        "This workspace is of another office, or of one that was set up anew. The two have no round in common.",
    ),
}
"""Why what Home Affairs wants cannot be done."""

OFFICE_COMMANDS = {
    "closed": QT_TRANSLATE_NOOP("commands", "{round}: closing no. {number}, {digest}"),
    "closed-missing": QT_TRANSLATE_NOOP("commands", "Nothing counts of {count} agencies: {names}"),
    "closed-partial": QT_TRANSLATE_NOOP("commands", "Figures that lack an agency: {count} of {asked}"),
    "closed-waiting": QT_TRANSLATE_NOOP("commands", "Files that go on waiting: {count}"),
    "closed-changes": QT_TRANSLATE_NOOP(
        "commands", "Changed since closing no. {number}: {totals} figures, {counted} submissions"
    ),
    "closing-not-rebuilt": QT_TRANSLATE_NOOP(
        "commands",
        "The files in this workspace do not come to the figures of closing no. {number} any more; "
        "the report has the figures that were closed, and the shares as far as they are here.",
    ),
    "receipts-written": QT_TRANSLATE_NOOP("commands", "Receipts for all written: {file}"),
    "entered-for": QT_TRANSLATE_NOOP(
        "commands", "Entered on behalf of {agency}, no. {revision}: {count} values; {state}."
    ),
    "source-missing": QT_TRANSLATE_NOOP("commands", "--for needs --source: who gave the figures, and how"),
}
"""Lines that Home Affairs' commands print."""

CLOSINGS = {
    "closed": QT_TRANSLATE_NOOP("closings", "Closed as no. {number} · {code}…"),
    "differs": QT_TRANSLATE_NOOP("closings", "Closed as no. {number} · {code}… · differs from closing no. {number}"),
    "contested": QT_TRANSLATE_NOOP("closings", "Two desks closed it differently, no. {number}: {code}"),
    "reopened": QT_TRANSLATE_NOOP("closings", "Reopened after closing no. {number} · {code}…"),
}
"""How a round stands that was closed."""

REASONS = {
    "key-unknown": QT_TRANSLATE_NOOP("reasons", "Key not compared yet"),
    "gap": QT_TRANSLATE_NOOP("reasons", "An earlier submission is missing"),
    "fork": QT_TRANSLATE_NOOP("reasons", "Two different submissions with one number"),
    "older-round": QT_TRANSLATE_NOOP("reasons", "Answers an older issue of the round"),
    "not-chosen": QT_TRANSLATE_NOOP("reasons", "Another file with this number was chosen"),
    "set-aside": QT_TRANSLATE_NOOP("reasons", "Set aside: not this agency's key"),
    "key-revoked": QT_TRANSLATE_NOOP("reasons", "Sealed by a revoked key"),
    "key-replaced": QT_TRANSLATE_NOOP("reasons", "Sealed by a key that a newer one has replaced"),
    "approval-missing": QT_TRANSLATE_NOOP("reasons", "The head's signature is missing"),
    "approver-unknown": QT_TRANSLATE_NOOP("reasons", "The head's key not compared yet"),
    "history-broken": QT_TRANSLATE_NOOP("reasons", "Its history does not go on from the last submission"),
    "round-contested": QT_TRANSLATE_NOOP("reasons", "Two desks corrected the round differently; none was chosen yet"),
    "round-closed": QT_TRANSLATE_NOOP("reasons", "Came after the round was closed"),
    "beside-entered": QT_TRANSLATE_NOOP("reasons", "Stands beside what Home Affairs entered on behalf"),
    "contested": QT_TRANSLATE_NOOP("reasons", "Two desks decided differently"),
}
"""Why a submission waits."""

REMARKS = {
    "provisional": QT_TRANSLATE_NOOP("remarks", "Includes a submission whose matching code was not compared yet."),
    "entered": QT_TRANSLATE_NOOP("remarks", "Includes figures entered on behalf"),
    "partial": QT_TRANSLATE_NOOP("remarks", "Figures of {coverage} agencies."),
    "adjusted": QT_TRANSLATE_NOOP("remarks", "Adjusted total; the agencies' figures come to {computed}. Why: {reason}"),
    "overtaken": QT_TRANSLATE_NOOP(
        "remarks",
        "Adjusted when the agencies' figures came to {computed}; the total computed now is {now}. Why: {reason}",
    ),
    "contested": QT_TRANSLATE_NOOP(
        "remarks", "Adjusted in two ways, none decided yet: this is what the agencies' figures come to."
    ),
    "plain-mean": QT_TRANSLATE_NOOP(
        "remarks", "A plain average of the agencies' rates: the figures for a common rate are missing."
    ),
    "unweighed": QT_TRANSLATE_NOOP(
        "remarks", "Leaves out the rates of agencies without the figures for a common rate: {count}."
    ),
    "one-part": QT_TRANSLATE_NOOP(
        "remarks", "Leaves out agencies that gave the numerator or the denominator alone: {count}."
    ),
    "from-adjusted": QT_TRANSLATE_NOOP(
        "remarks", "Computed from adjusted parts; the agencies' own rate comes to {computed}."
    ),
    "past": QT_TRANSLATE_NOOP("remarks", "As reported at the time; there are no figures of single agencies."),
}
"""What the consolidated tables say of a total, on the screen; the report prints its own words."""

OUTLIERS = {
    "own-high": QT_TRANSLATE_NOOP("outliers", "{agency}: {value}, usually about {usual} ({times} times as much)"),
    "own-low": QT_TRANSLATE_NOOP("outliers", "{agency}: {value}, usually about {usual} ({times} times less)"),
    "own-zero": QT_TRANSLATE_NOOP("outliers", "{agency}: {value}, usually about {usual}"),
    "peers-high": QT_TRANSLATE_NOOP(
        "outliers", "{agency}: {value}, others of its group usually about {usual} ({times} times as much)"
    ),
    "peers-low": QT_TRANSLATE_NOOP(
        "outliers", "{agency}: {value}, others of its group usually about {usual} ({times} times less)"
    ),
}
"""In what way an agency's figure stands out."""

USUAL = {
    "own-high": QT_TRANSLATE_NOOP("outliers", "about {usual} ({times} times as much now)"),
    "own-low": QT_TRANSLATE_NOOP("outliers", "about {usual} ({times} times less now)"),
    "own-zero": QT_TRANSLATE_NOOP("outliers", "about {usual}"),
    "peers-high": QT_TRANSLATE_NOOP("outliers", "its group: about {usual} ({times} times as much here)"),
    "peers-low": QT_TRANSLATE_NOOP("outliers", "its group: about {usual} ({times} times less here)"),
}
"""What stands against a figure that stands out, beside it."""

TRUSTS = {
    "compared": QT_TRANSLATE_NOOP("trusts", "matching code compared {since}"),
    "handed-over": QT_TRANSLATE_NOOP("trusts", "signed over by the key before it, {since}"),
    "own": QT_TRANSLATE_NOOP("trusts", "a key of Home Affairs"),
    "open": QT_TRANSLATE_NOOP("trusts", "matching code not compared yet"),
    "ended": QT_TRANSLATE_NOOP("trusts", "replaced by a newer key {since}"),
    "revoked": QT_TRANSLATE_NOOP("trusts", "revoked {since}: {reason}"),
}
"""What is known of a key that signed."""

OFFICE_PLACES = {
    "cloud-folder": QT_TRANSLATE_NOOP(
        "places",
        "This workspace lies in a folder that is copied to a cloud, where two machines can spoil it. Keep it on this "
        "machine alone; a second officer works in a copy of it, and the two desks are brought together.",
    ),
    "network-folder": QT_TRANSLATE_NOOP(
        "places",
        "This workspace lies on a network drive, where a broken line or a second user can spoil it. Keep it on this "
        "machine; a second officer works in a copy of it, and the two desks are brought together.",
    ),
}
"""Where Home Affairs works otherwise than an agency does."""
