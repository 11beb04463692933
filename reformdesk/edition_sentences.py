"""The sentences on editions of the indicator set and on agencies over time, as :mod:`reformdesk.sentences` keeps all
others.
"""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

EDITION_ERRORS = {
    "edition-gone": QT_TRANSLATE_NOOP("errors", "“{name}” is not in this indicator set."),
    "edition-name-missing": QT_TRANSLATE_NOOP("errors", "Type a name first."),
    "edition-id-taken": QT_TRANSLATE_NOOP("errors", "“{name}” stands already, or cannot be used. Choose another."),
    "area-has-tables": QT_TRANSLATE_NOOP("errors", "“{area}” still has tables. Move or remove them first."),
    "table-has-columns": QT_TRANSLATE_NOOP(
        "errors", "“{table}” has its indicators in columns; it has no rows to edit."
    ),
    "row-level": QT_TRANSLATE_NOOP("errors", "“{name}” would have no row above it that it can be nested in."),
    "row-asks": QT_TRANSLATE_NOOP("errors", "“{name}” asks for a figure. Retire the indicator; its row goes with it."),
    "row-heads-others": QT_TRANSLATE_NOOP("errors", "Other rows are nested below “{name}”. Move or remove them first."),
    "digits-out-of-range": QT_TRANSLATE_NOOP("errors", "Between 1 and {most} digits can be asked for."),
    "consolidation-unfit": QT_TRANSLATE_NOOP(
        "errors", "Figures of the kind that “{name}” asks for cannot be consolidated in this way."
    ),
    "consolidation-needs-one": QT_TRANSLATE_NOOP(
        "errors", "A group reports “{name}”. Say how its figures become one, or let a single agency report it."
    ),
    "weight-unfit": QT_TRANSLATE_NOOP(
        "errors", "“{weight}” cannot weigh “{name}”: a mean is weighed by another indicator that counts something."
    ),
    "rate-unfit": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” cannot be computed so: a rate is a percentage with two different parts, both counts that add up and "
        "that the same agencies report.",
    ),
    "reporter-missing": QT_TRANSLATE_NOOP("errors", "Choose the agency or the group that reports."),
    "reporter-unknown": QT_TRANSLATE_NOOP("errors", "There is no agency and no group “{name}” to report it."),
    "rule-unknown": QT_TRANSLATE_NOOP("errors", "There is no kind of rule called “{name}”."),
    "rule-empty": QT_TRANSLATE_NOOP("errors", "The rule says nothing yet: fill all its parts, each indicator once."),
    "no-draft": QT_TRANSLATE_NOOP("errors", "No indicator set is being drawn. Make a draft first."),
    "draft-unsound": QT_TRANSLATE_NOOP(
        "errors", "The draft cannot be used yet: the check finds what is to be mended first."
    ),
    "draft-there": QT_TRANSLATE_NOOP(
        "errors", "A draft is being drawn already. Hand it out with a round or discard it first."
    ),
    "nothing-to-undo": QT_TRANSLATE_NOOP("errors", "There is no step to undo."),
    "nothing-to-redo": QT_TRANSLATE_NOOP("errors", "There is no step to redo."),
    "invalid-edit": QT_TRANSLATE_NOOP(
        "errors", "A step of the draft cannot be read; it may be of a newer version of the program. ({detail})"
    ),
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
