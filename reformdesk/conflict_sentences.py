"""The sentences on what waits, what can be decided about it, and what a decision does; :mod:`reformdesk.sentences`
keeps the others.
"""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

ADVICE = {
    "key-unknown": QT_TRANSLATE_NOOP(
        "advice",
        "Telephone the agency at a number you know and compare the code. Until then nobody can say whose file this is.",
    ),
    "gap": QT_TRANSLATE_NOOP(
        "advice",
        "Ask the agency for the number that is missing: when it comes, this one follows by itself. Where it is lost "
        "for good, you can let this one follow all the same.",
    ),
    "fork": QT_TRANSLATE_NOOP(
        "advice", "Ask the agency which one holds. Which of them came first says nothing about that."
    ),
    "older-round": QT_TRANSLATE_NOOP(
        "advice",
        "The round was corrected since, and nothing of this file answers what is asked now. Ask the agency to open the "
        "new round file and to send again, or accept this one whole.",
    ),
    "not-chosen": QT_TRANSLATE_NOOP("advice", "You can choose anew, or take the choice back."),
    "set-aside": QT_TRANSLATE_NOOP(
        "advice",
        "Somebody compared the code of this file and found another one. It never counts, unless that was a mistake.",
    ),
    "key-revoked": QT_TRANSLATE_NOOP(
        "advice",
        "The key was lost or stolen: anybody may have sealed this. Ask the agency to send anew under its new key. Only "
        "where you know that this file had come before, say so.",
    ),
    "key-replaced": QT_TRANSLATE_NOOP(
        "advice",
        "Nothing can be decided here: the agency has handed this key over to a newer one. Ask it to send these figures "
        "anew from the desk that has the new key. If nobody there sealed this file, revoke the old key under "
        "“Agencies and keys”.",
    ),
    "approval-missing": QT_TRANSLATE_NOOP(
        "advice",
        "Nothing can be decided here: the round demands the signature of the agency's head. Ask the agency to finish "
        "again with it. When the same figures come signed, they count by themselves.",
    ),
    "approver-unknown": QT_TRANSLATE_NOOP(
        "advice", "Telephone the head's office at a number you know and compare the code."
    ),
    "history-broken": QT_TRANSLATE_NOOP(
        "advice",
        "It was changed outside the program, or an older copy was put back. Ask the agency before you accept it.",
    ),
    "round-contested": QT_TRANSLATE_NOOP(
        "advice",
        "Two desks of this office corrected the round apart. Agree with your colleague which issue is in force; then "
        "tell the agencies.",
    ),
    "round-closed": QT_TRANSLATE_NOOP(
        "advice",
        "Nothing can be decided here while the round is closed: the printed figures would not be those that were "
        "closed. To let this file count, reopen the round with a reason, decide, and close it again with the next "
        "number.",
    ),
    "beside-entered": QT_TRANSLATE_NOOP(
        "advice",
        "Home Affairs entered figures on behalf of this agency, and its own file came after that. The entry goes on "
        "counting until you say which holds.",
    ),
    "contested": QT_TRANSLATE_NOOP(
        "advice", "Neither decision holds until you decide once more; talk to your colleague first."
    ),
}
"""What to know and to do where a submission waits for a reason, for every reason that there is."""

STEPS = {
    "compare": QT_TRANSLATE_NOOP("steps", "The code {code} agrees: compare it…"),
    "provisional": QT_TRANSLATE_NOOP("steps", "Accept provisionally, marked until the code is compared"),
    "set-aside": QT_TRANSLATE_NOOP("steps", "It is not theirs: put it aside"),
    "choose": QT_TRANSLATE_NOOP("steps", "{side} holds"),
    "history": QT_TRANSLATE_NOOP("steps", "Accept it although its history does not go on"),
    "gap": QT_TRANSLATE_NOOP("steps", "Accept it although a number is missing"),
    "issue": QT_TRANSLATE_NOOP("steps", "Accept it whole although it answers an older issue"),
    "own": QT_TRANSLATE_NOOP("steps", "The agency's own file holds"),
    "entered": QT_TRANSLATE_NOOP("steps", "What Home Affairs entered holds"),
    "accept": QT_TRANSLATE_NOOP("steps", "Accept it: the return holds no more"),
    "return": QT_TRANSLATE_NOOP("steps", "The return holds: the agency has to answer"),
    "cover": QT_TRANSLATE_NOOP("steps", "It had come before the key was revoked: it stays good"),
    "mistaken": QT_TRANSLATE_NOOP("steps", "The key {code} is not theirs: it was compared by mistake"),
    "round-issue": QT_TRANSLATE_NOOP("steps", "This issue is in force: {issue}"),
    "hold": QT_TRANSLATE_NOOP("steps", "This holds: {what}"),
    "take-back": QT_TRANSLATE_NOOP("steps", "Take back: {what}"),
}
"""What can be chosen."""

EFFECTS = {
    "goes-on": QT_TRANSLATE_NOOP("effects", "{one} goes on counting."),
    "counts": QT_TRANSLATE_NOOP("effects", "{one} counts."),
    "instead": QT_TRANSLATE_NOOP("effects", "{one} counts instead of {other}."),
    "no-more": QT_TRANSLATE_NOOP("effects", "{other} counts no more; nothing of this agency counts."),
    "nothing-counts": QT_TRANSLATE_NOOP("effects", "Still nothing of this agency counts."),
    "marked": QT_TRANSLATE_NOOP("effects", "Its totals are marked {sign} until the code is compared."),
    "still-waits": QT_TRANSLATE_NOOP("effects", "{one} goes on waiting: {reasons}."),
    "put-away": QT_TRANSLATE_NOOP("effects", "{one} stays in the workspace, does not count, and waits no more."),
    "agencies": QT_TRANSLATE_NOOP("effects", "Agencies counted: {before} → {after} of {owing}."),
    "totals": QT_TRANSLATE_NOOP("effects", "Totals that get another figure: {count}."),
    "total": QT_TRANSLATE_NOOP("effects", "{indicator}: {before} → {after}"),
    "covered": QT_TRANSLATE_NOOP("effects", "{total} ({before} → {after} agencies)"),
    "more": QT_TRANSLATE_NOOP("effects", "and {count} more"),
    "wider": QT_TRANSLATE_NOOP("effects", "Totals that keep their figure with another coverage: {count}."),
    "no-total": QT_TRANSLATE_NOOP("effects", "No total changes."),
    "freed": QT_TRANSLATE_NOOP("effects", "Submissions that wait no more: {count}."),
    "held": QT_TRANSLATE_NOOP("effects", "Submissions that will wait: {count}."),
    "number": QT_TRANSLATE_NOOP("effects", "No. {revision}"),
    "side": QT_TRANSLATE_NOOP("effects", "No. {revision}{letter}"),
    "entry": QT_TRANSLATE_NOOP("effects", "The entry on behalf no. {revision}"),
}
"""What a decision does."""

DECISIONS = {
    "provisional": QT_TRANSLATE_NOOP("decisions", "Accepted provisionally"),
    "choose": QT_TRANSLATE_NOOP("decisions", "Chosen among those with one number"),
    "history": QT_TRANSLATE_NOOP("decisions", "Accepted although its history does not go on"),
    "gap": QT_TRANSLATE_NOOP("decisions", "Accepted although a number is missing"),
    "issue": QT_TRANSLATE_NOOP("decisions", "Accepted whole, on an older issue"),
    "set-aside": QT_TRANSLATE_NOOP("decisions", "Put aside: not the agency's key"),
    "return": QT_TRANSLATE_NOOP("decisions", "Returned"),
    "accept": QT_TRANSLATE_NOOP("decisions", "Reviewed and accepted"),
    "beside-own": QT_TRANSLATE_NOOP("decisions", "The agency's own file holds beside the entry on behalf"),
    "beside-entered": QT_TRANSLATE_NOOP("decisions", "The entry on behalf holds beside the agency's own file"),
    "received": QT_TRANSLATE_NOOP("decisions", "Received at {moment}"),
    "extension": QT_TRANSLATE_NOOP("decisions", "Deadline extended until {day}"),
    "no-extension": QT_TRANSLATE_NOOP("decisions", "No extension of the deadline"),
    "key-mistaken": QT_TRANSLATE_NOOP("decisions", "Key {code} compared by mistake"),
    "revoke": QT_TRANSLATE_NOOP("decisions", "Key {code} revoked; submissions that stay good: {count}"),
    "request-agreed": QT_TRANSLATE_NOOP("decisions", "Agreed to correct an earlier figure"),
    "request-declined": QT_TRANSLATE_NOOP("decisions", "Declined to correct an earlier figure"),
    "total": QT_TRANSLATE_NOOP("decisions", "Total adjusted to {value}: {indicator}"),
    "total-here": QT_TRANSLATE_NOOP("decisions", "Total adjusted to {value}; computed then: {computed}"),
    "round-issue": QT_TRANSLATE_NOOP("decisions", "Issue in force: {issue}"),
    "closing": QT_TRANSLATE_NOOP("decisions", "Closed, closing no. {number}"),
    "reopened": QT_TRANSLATE_NOOP("decisions", "Reopened"),
    "take-back": QT_TRANSLATE_NOOP("decisions", "Taken back: {what}"),
    "gone": QT_TRANSLATE_NOOP("decisions", "a decision that is not here"),
    "issue-named": QT_TRANSLATE_NOOP("decisions", "no. {revision} of {day}"),
    "issue-noted": QT_TRANSLATE_NOOP("decisions", "no. {revision} of {day}: {note}"),
    "fields": QT_TRANSLATE_NOOP("decisions", "fields asked about: {count}"),
    "hands": QT_TRANSLATE_NOOP("decisions", "{author}, {moment}"),
    "nobody": QT_TRANSLATE_NOOP("decisions", "(no name)"),
}
"""What was decided."""
