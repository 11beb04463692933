"""The sentences on editions of the indicator set and on agencies over time, as :mod:`reformdesk.sentences` keeps all
others.
"""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

EDITION_ERRORS = {
    "computed": QT_TRANSLATE_NOOP(
        "errors", "The rate “{indicator}” is computed from its two parts and cannot be entered. Enter the parts."
    ),
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
        "errors", "On one day agencies would take over from each other in a circle: {agencies}."
    ),
    "invalid-register": QT_TRANSLATE_NOOP("errors", "The register of agencies cannot be read. {detail}"),
}

EDITION_FINDINGS = {
    "above-its-whole": QT_TRANSLATE_NOOP(
        "findings", "Larger than row {number} ({most}), of which it is a part. Mend one of the two."
    ),
    "of-a-rate": QT_TRANSLATE_NOOP("findings", "The rate computed from it, “{rate}”, is {rate_value}%. {finding}"),
}
"""What the rules say of rates that are computed; ``finding`` is what they would say of a figure."""

BREAKS = {
    "kind": QT_TRANSLATE_NOOP("breaks", "another kind of figure is asked for"),
    "unit": QT_TRANSLATE_NOOP("breaks", "the unit was “{before}” and is “{now}”"),
    "nature": QT_TRANSLATE_NOOP("breaks", "one counts on a day, the other over the period"),
    "consolidation": QT_TRANSLATE_NOOP("breaks", "the agencies' figures are consolidated in another way"),
    "blocks": QT_TRANSLATE_NOOP("breaks", "other blocks of agencies are rated"),
    "rate": QT_TRANSLATE_NOOP("breaks", "the rate is arrived at in another way"),
}
"""Why an indicator's figures of two editions are no one series."""

SEAMS = {
    "broken": QT_TRANSLATE_NOOP("seams", "Break in the series from {later} on: {why}."),
    "others": QT_TRANSLATE_NOOP("seams", "Break in the series from {later} on: reported by {now}, {then}."),
    "reorganised": QT_TRANSLATE_NOOP("seams", "From {later} on reported by {now}, {then}."),
    "then": QT_TRANSLATE_NOOP("seams", "before {day}: {before}"),
    "then-undated": QT_TRANSLATE_NOOP("seams", "before: {before}"),
    "without-successor": QT_TRANSLATE_NOOP("seams", "Nobody took over from {agencies}."),
    "short-broken": QT_TRANSLATE_NOOP("seams", "break in the series"),
    "short-reorganised": QT_TRANSLATE_NOOP("seams", "reorganised {day}"),
    "short-others": QT_TRANSLATE_NOOP("seams", "other agencies"),
}
"""What lies between two totals of an indicator."""

AGENCY_COUNTS = {
    "departments": QT_TRANSLATE_NOOP("agencies", "{count} departments and sectors"),
    "districts": QT_TRANSLATE_NOOP("agencies", "{count} districts"),
    "communes": QT_TRANSLATE_NOOP("agencies", "{count} communes and wards"),
    "": QT_TRANSLATE_NOOP("agencies", "{count} agencies"),
}
"""How many agencies of a group there are."""

INHERITED = {
    "added": QT_TRANSLATE_NOOP("inherited", "With the figures of agencies that it took over from: {parts}."),
    "of-sums": QT_TRANSLATE_NOOP("inherited", "Computed from the sums of {parts}."),
    "taken-over": QT_TRANSLATE_NOOP("inherited", "Reported by {agencies}, whose task it took over."),
    "divided": QT_TRANSLATE_NOOP("inherited", "Not compared: the task of {agencies} has been divided since."),
    "missing": QT_TRANSLATE_NOOP("inherited", "Not added up: {agencies} gave no figure."),
    "not-additive": QT_TRANSLATE_NOOP("inherited", "Not added up: this indicator does not add up over agencies."),
    "then": QT_TRANSLATE_NOOP("inherited", "Then: {parts}."),
}
"""What an agency's earlier figure is made of, or why it is not added up."""

BROKEN = {
    "kind": QT_TRANSLATE_NOOP("broken", "A break in the series: it was another kind of value. Not compared."),
    "unit": QT_TRANSLATE_NOOP("broken", "A break in the series: it had another unit of measure. Not compared."),
    "nature": QT_TRANSLATE_NOOP(
        "broken",
        "A break in the series: it was counted over the period and is counted on a day, or the other way round. "
        "Not compared.",
    ),
    "consolidation": QT_TRANSLATE_NOOP("broken", "A break in the series: it was consolidated otherwise. Not compared."),
    "rate": QT_TRANSLATE_NOOP("broken", "A break in the series: the rate was arrived at otherwise. Not compared."),
}
"""Why an agency's earlier figure is not compared with what it enters now."""
