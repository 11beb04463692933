"""The sentences of a change note, and of what is wrong with an edition, as :mod:`reformdesk.sentences` keeps others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

PROBLEMS = {
    "nothing-asked": QT_TRANSLATE_NOOP("problems", "The set asks for nothing yet."),
    "named-as-its-base": QT_TRANSLATE_NOOP(
        "problems", "The set has still the name of the one that it was made from, “{name}”: nobody can tell them apart."
    ),
    "area-empty": QT_TRANSLATE_NOOP("problems", "The area “{area}” has no table."),
    "table-area-gone": QT_TRANSLATE_NOOP("problems", "The table “{table}” belongs to no area."),
    "table-empty": QT_TRANSLATE_NOOP("problems", "The table “{table}” asks for nothing."),
    "table-prints-nothing": QT_TRANSLATE_NOOP(
        "problems", "The table “{table}” lacks the columns in which its rows and periods would be printed."
    ),
    "asked-out-of-place": QT_TRANSLATE_NOOP(
        "problems", "The table “{table}” asks for a figure where it prints none, by its layout."
    ),
    "row-unreachable": QT_TRANSLATE_NOOP("problems", "“{row}” is nested deeper than any row above it leads."),
    "heading-empty": QT_TRANSLATE_NOOP("problems", "Nothing is asked for below the heading “{row}”."),
    "row-twice": QT_TRANSLATE_NOOP("problems", "“{row}” stands twice below the same heading."),
    "number-twice": QT_TRANSLATE_NOOP("problems", "The number {number} stands twice below the same heading: “{row}”."),
    "indicator-unplaced": QT_TRANSLATE_NOOP(
        "problems", "“{indicator}” stands in no table: nobody would be asked for it."
    ),
    "indicator-twice": QT_TRANSLATE_NOOP("problems", "“{indicator}” stands in two places."),
    "row-asks-unknown": QT_TRANSLATE_NOOP("problems", "A row asks for “{name}”, which is no indicator of the set."),
    "not-consolidated-so": QT_TRANSLATE_NOOP(
        "problems", "Figures of the kind that “{indicator}” asks for cannot be consolidated as it says."
    ),
    "one-figure-of-many": QT_TRANSLATE_NOOP(
        "problems", "Many agencies report “{indicator}”, but it does not say how their figures become one."
    ),
    "rate-without-parts": QT_TRANSLATE_NOOP(
        "problems", "“{indicator}” is to be computed from its parts and does not have both, or has them and is not."
    ),
    "rate-no-percentage": QT_TRANSLATE_NOOP("problems", "“{indicator}” is computed as a rate but is no percentage."),
    "rate-same-parts": QT_TRANSLATE_NOOP(
        "problems", "“{indicator}” has the same indicator as numerator and as denominator."
    ),
    "rate-part-no-count": QT_TRANSLATE_NOOP(
        "problems", "A part that “{indicator}” is computed from was retired or is no count."
    ),
    "rate-part-elsewhere": QT_TRANSLATE_NOOP(
        "problems", "A part that “{indicator}” is computed from is reported by others than the rate."
    ),
    "rate-part-no-sum": QT_TRANSLATE_NOOP(
        "problems", "A part that “{indicator}” is computed from does not add up over the agencies."
    ),
    "weight-retired": QT_TRANSLATE_NOOP(
        "problems", "“{indicator}” is weighed by “{name}”, which is not asked for any more."
    ),
    "weight-no-count": QT_TRANSLATE_NOOP("problems", "“{indicator}” is weighed by “{weight}”, which is no count."),
    "weight-elsewhere": QT_TRANSLATE_NOOP(
        "problems", "“{indicator}” is weighed by “{weight}”, which others report: nobody's figure would have a weight."
    ),
    "group-empty": QT_TRANSLATE_NOOP("problems", "Nobody reports “{indicator}”: there is no agency in “{group}”."),
    "reporter-not-known": QT_TRANSLATE_NOOP("problems", "Nobody reports “{indicator}”: “{agency}” is not registered."),
    "reporter-gone": QT_TRANSLATE_NOOP("problems", "Nobody reports “{indicator}”: {agency} is no more."),
    "reporter-succeeded": QT_TRANSLATE_NOOP(
        "problems", "Nobody reports “{indicator}”: {agency} is no more. Its task went over to {heirs}."
    ),
    "former-printed": QT_TRANSLATE_NOOP(
        "problems", "The row of “{indicator}” still names “{printed}”, which is no more, as who reports it."
    ),
    "other-printed": QT_TRANSLATE_NOOP(
        "problems", "The row of “{indicator}” names “{printed}” as who reports it; asked to report it: {reporter}."
    ),
    "rule-names-retired": QT_TRANSLATE_NOOP(
        "problems", "A rule on “{rule}” names “{name}”, which is not asked for any more."
    ),
    "rule-takes-no-figure": QT_TRANSLATE_NOOP(
        "problems", "A rule on “{rule}” never applies: “{indicator}” takes no figure."
    ),
    "rule-never-applies": QT_TRANSLATE_NOOP(
        "problems", "A rule on “{rule}” never applies: no agency reports all that it compares."
    ),
    "rule-twice": QT_TRANSLATE_NOOP("problems", "A rule on “{rule}” says what another says already."),
    "rule-circle": QT_TRANSLATE_NOOP("problems", "Rules go in a circle: {indicators}."),
    "agency-owes-nothing-now": QT_TRANSLATE_NOOP("problems", "{agency} is asked for nothing."),
}

SECTIONS = {
    "set": QT_TRANSLATE_NOOP("changes", "The indicator set"),
    "rules": QT_TRANSLATE_NOOP("changes", "Rules"),
    "agencies": QT_TRANSLATE_NOOP("changes", "Agencies"),
}

CHANGES = {
    "set-renamed": QT_TRANSLATE_NOOP("changes", "The set “{old}” is called “{new}”."),
    "area-added": QT_TRANSLATE_NOOP("changes", "New area: “{area}”."),
    "area-removed": QT_TRANSLATE_NOOP("changes", "The area “{area}” is left out."),
    "area-retitled": QT_TRANSLATE_NOOP("changes", "The area “{old}” is called “{new}”."),
    "area-shortened": QT_TRANSLATE_NOOP("changes", "The area “{area}” has other short names."),
    "area-moved": QT_TRANSLATE_NOOP("changes", "The area “{area}” stands in another place."),
    "blocks-changed": QT_TRANSLATE_NOOP("changes", "Satisfaction is given for the blocks: {blocks}."),
    "table-added": QT_TRANSLATE_NOOP("changes", "New table."),
    "table-removed": QT_TRANSLATE_NOOP("changes", "The table is left out."),
    "table-retitled": QT_TRANSLATE_NOOP("changes", "The table “{old}” is called “{new}”."),
    "table-retitled-in-english": QT_TRANSLATE_NOOP("changes", "In English the table is called “{new}”."),
    "table-in-other-area": QT_TRANSLATE_NOOP("changes", "The table belongs to the area “{area}”."),
    "table-moved": QT_TRANSLATE_NOOP("changes", "The table stands in another place."),
    "table-rearranged": QT_TRANSLATE_NOOP("changes", "The rows stand in another order."),
    "table-reporter-printed": QT_TRANSLATE_NOOP("changes", "“{new}” is printed as who reports the table."),
    "columns-headed": QT_TRANSLATE_NOOP("changes", "The heads of the columns are: {heads}."),
    "indicator-added": QT_TRANSLATE_NOOP(
        "changes", "New: {number} “{indicator}” ({kind}; {unit}). Reported by: {reporter}."
    ),
    "indicator-retired": QT_TRANSLATE_NOOP("changes", "Retired: {number} “{indicator}”."),
    "indicator-from-table": QT_TRANSLATE_NOOP("changes", "“{indicator}” stands here; it stood in “{table}”."),
    "indicator-moved": QT_TRANSLATE_NOOP("changes", "“{indicator}” stands in another place."),
    "indicator-reworded": QT_TRANSLATE_NOOP("changes", "“{old}” is called “{new}”; the indicator is the same."),
    "indicator-reworded-in-english": QT_TRANSLATE_NOOP("changes", "In English “{indicator}” is called “{new}”."),
    "row-reworded": QT_TRANSLATE_NOOP("changes", "The row “{old}” is printed as “{new}”."),
    "row-nested": QT_TRANSLATE_NOOP("changes", "The row “{row}” is nested otherwise."),
    "row-renumbered": QT_TRANSLATE_NOOP("changes", "“{row}” has the number {new} instead of {old}."),
    "heading-added": QT_TRANSLATE_NOOP("changes", "New heading: {number} “{row}”."),
    "heading-removed": QT_TRANSLATE_NOOP("changes", "The heading {number} “{row}” is left out."),
    "reporter-printed": QT_TRANSLATE_NOOP("changes", "“{row}” names “{new}” as who reports it."),
    "kind-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}” asks for a {new} instead of a {old}."),
    "unit-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}” is counted in “{new}” instead of “{old}”."),
    "nature-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}” is counted {new} instead of {old}."),
    "digits-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}” is printed with at least {new} digits, not {old}."),
    "unit-printed": QT_TRANSLATE_NOOP("changes", "Behind the figure of “{indicator}” “{new}” is printed, not “{old}”."),
    "reporter-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}” is reported by {new} instead of {old}."),
    "consolidation-changed": QT_TRANSLATE_NOOP("changes", "“{indicator}”: {new} (before: {old})."),
    "rate-computed": QT_TRANSLATE_NOOP(
        "changes", "“{indicator}” is computed: numerator “{numerator}”, denominator “{denominator}”."
    ),
    "rate-may-exceed": QT_TRANSLATE_NOOP(
        "changes", "“{indicator}” may exceed 100 %: its numerator is no part of its denominator."
    ),
    "rate-within": QT_TRANSLATE_NOOP("changes", "“{indicator}” may not exceed 100 % any more."),
    "weight-changed": QT_TRANSLATE_NOOP("changes", "The mean of “{indicator}” is weighed by “{weight}”."),
    "weight-removed": QT_TRANSLATE_NOOP("changes", "The mean of “{indicator}” is not weighed any more."),
    "rule-added": QT_TRANSLATE_NOOP("changes", "New rule: {rule}."),
    "rule-changed": QT_TRANSLATE_NOOP("changes", "Rule: {new} (before: {old})."),
    "rule-removed": QT_TRANSLATE_NOOP("changes", "No rule any more: {rule}."),
    "agency-founded": QT_TRANSLATE_NOOP("changes", "From {day} there are: {agencies}."),
    "agency-added": QT_TRANSLATE_NOOP("changes", "Added to the register: {agencies}."),
    "agency-removed": QT_TRANSLATE_NOOP("changes", "Taken out of the register: {agencies}."),
    "agency-dissolved": QT_TRANSLATE_NOOP("changes", "On {day} end: {agencies}."),
    "agency-goes-on": QT_TRANSLATE_NOOP("changes", "{agency} goes on."),
    "founding-changed": QT_TRANSLATE_NOOP("changes", "{agency} begins on {day}."),
    "founding-removed": QT_TRANSLATE_NOOP("changes", "{agency} has always been there."),
    "agencies-merged": QT_TRANSLATE_NOOP("changes", "On {day} merged into {heir}: {agencies}."),
    "all-tasks-passed": QT_TRANSLATE_NOOP("changes", "From {day} {heir} takes over what {agency} did."),
    "tasks-passed": QT_TRANSLATE_NOOP(
        "changes", "From {day} {heir} takes over from {agency} what these indicators ask about: {count}."
    ),
    "succession-removed": QT_TRANSLATE_NOOP("changes", "{heir} does not take over from {agency}."),
    "agency-renamed": QT_TRANSLATE_NOOP("changes", "From {day} {old} is called {new}."),
    "agency-name-mended": QT_TRANSLATE_NOOP("changes", "The name {old} is put right: {new}."),
    "contact-changed": QT_TRANSLATE_NOOP("changes", "{agency}: the contact is {contact}."),
    "contact-removed": QT_TRANSLATE_NOOP("changes", "{agency}: no contact is known any more."),
    "group-joined": QT_TRANSLATE_NOOP("changes", "From {day} {agency} reports with “{group}”."),
    "group-always": QT_TRANSLATE_NOOP("changes", "{agency} reports with “{group}”."),
    "group-left": QT_TRANSLATE_NOOP("changes", "From {day} {agency} does not report with “{group}”."),
    "group-never": QT_TRANSLATE_NOOP("changes", "{agency} never reported with “{group}”."),
    "group-named": QT_TRANSLATE_NOOP("changes", "The group “{group}” is called “{name}”."),
    "agencies-moved": QT_TRANSLATE_NOOP("changes", "In another place of the order: {agencies}."),
}

RULES = {
    "at-most": QT_TRANSLATE_NOOP("rules", "“{left}” is at most “{right}”"),
    "total": QT_TRANSLATE_NOOP("rules", "“{total}” is {parts}"),
    "range": QT_TRANSLATE_NOOP("rules", "{kinds}: between {least} and {most}"),
    "jump": QT_TRANSLATE_NOOP("rules", "a figure {factor} times the one before, and apart by {least}, is asked about"),
    "repeat": QT_TRANSLATE_NOOP("rules", "a figure of a period that is the same as before is asked about"),
}

ASKED_KINDS = {
    "count": QT_TRANSLATE_NOOP("asked", "whole number"),
    "decimal": QT_TRANSLATE_NOOP("asked", "decimal number"),
    "percent": QT_TRANSLATE_NOOP("asked", "rate (%)"),
    "rate-or-blocks": QT_TRANSLATE_NOOP("asked", "rate, or one per block"),
    "mark": QT_TRANSLATE_NOOP("asked", "mark: x / 0"),
    "text": QT_TRANSLATE_NOOP("asked", "words"),
}

NATURES = {
    "flow": QT_TRANSLATE_NOOP("asked", "over the period"),
    "stock": QT_TRANSLATE_NOOP("asked", "on the day"),
}

CONSOLIDATIONS = {
    "sole": QT_TRANSLATE_NOOP("asked", "one agency's figure stands alone"),
    "sum": QT_TRANSLATE_NOOP("asked", "figures add up"),
    "mean": QT_TRANSLATE_NOOP("asked", "mean of the figures"),
    "any": QT_TRANSLATE_NOOP("asked", "held where any agency held it; words one after the other"),
    "rate": QT_TRANSLATE_NOOP("asked", "rate computed from the sums of its parts"),
}

GROUPS = {
    "all": QT_TRANSLATE_NOOP("groups", "every agency"),
    "departments": QT_TRANSLATE_NOOP("groups", "departments and sectors"),
    "districts": QT_TRANSLATE_NOOP("groups", "districts"),
    "communes": QT_TRANSLATE_NOOP("groups", "communes and wards"),
}

NOTHING = QT_TRANSLATE_NOOP("asked", "nothing")
"""Stands for words that are empty."""
