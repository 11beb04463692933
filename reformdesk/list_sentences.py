"""The sentences on lists of agencies and indicators that are taken from a workbook, in English, their source."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

LISTS = {
    "at-sheet": QT_TRANSLATE_NOOP("lists", "sheet “{sheet}”: {reason}"),
    "at-row": QT_TRANSLATE_NOOP("lists", "sheet “{sheet}”, row {row}: {reason}"),
    "at-cell": QT_TRANSLATE_NOOP("lists", "sheet “{sheet}”, row {row}, column “{column}”: {reason}"),
    "list-no-headings": QT_TRANSLATE_NOOP(
        "lists", "No row of headings was found. The list needs at least the columns {columns}."
    ),
    "list-column-missing": QT_TRANSLATE_NOOP("lists", "The column “{name}” is missing."),
    "list-column-twice": QT_TRANSLATE_NOOP("lists", "Two columns mean the same. Rename or remove one."),
    "list-column-unread": QT_TRANSLATE_NOOP("lists", "This column is not read."),
    "list-cut": QT_TRANSLATE_NOOP("lists", "The list is longer than what is read. Part it into several files."),
    "list-cell-spoilt": QT_TRANSLATE_NOOP("lists", "The cell has an error or a formula without a result ({text})."),
    "list-cell-missing": QT_TRANSLATE_NOOP("lists", "The cell is blank; something must stand here."),
    "list-day-unreadable": QT_TRANSLATE_NOOP("lists", "“{text}” is no day. Write it as 01/07/2025."),
    "list-choice-unknown": QT_TRANSLATE_NOOP("lists", "“{text}” is none of {allowed}."),
    "list-name-missing": QT_TRANSLATE_NOOP("lists", "The row has no name."),
    "list-too-long": QT_TRANSLATE_NOOP("lists", "“{text}…” is too long for a name."),
    "list-id-unfit": QT_TRANSLATE_NOOP(
        "lists", "“{text}” cannot be an id: only small letters a–z, digits and single hyphens, up to 80 of them."
    ),
    "list-ends-first": QT_TRANSLATE_NOOP("lists", "The last day, {text}, is before the first."),
    "list-group-missing": QT_TRANSLATE_NOOP("lists", "“{name}” is new: say which group it reports in."),
    "list-group-unknown": QT_TRANSLATE_NOOP("lists", "There is no group “{text}”. Was “{near}” meant?"),
    "list-group-new": QT_TRANSLATE_NOOP("lists", "“{text}” becomes a new group."),
    "list-agency-twice": QT_TRANSLATE_NOOP("lists", "“{name}” stands in row {row} already, for the same days."),
    "list-days-between": QT_TRANSLATE_NOOP(
        "lists", "Between two rows of “{name}” there are days on which it would be missing."
    ),
    "list-agency-unknown": QT_TRANSLATE_NOOP(
        "lists", "Neither this list nor the register has an agency “{text}”, or several could be meant."
    ),
    "list-agency-near": QT_TRANSLATE_NOOP("lists", "There is no agency “{text}”. Was “{near}” meant?"),
    "list-successor-without-end": QT_TRANSLATE_NOOP(
        "lists", "Somebody takes over from “{name}”: say until which day it was there."
    ),
    "list-succession-twice": QT_TRANSLATE_NOOP(
        "lists", "Row {row} has the same two agencies and day already: name all the indicators there."
    ),
    "list-indicator-unknown": QT_TRANSLATE_NOOP("lists", "There is no indicator “{text}”."),
    "list-indicator-several": QT_TRANSLATE_NOOP("lists", "Several indicators are called “{text}”: write the id."),
    "list-number-day": QT_TRANSLATE_NOOP(
        "lists", "The number became the day {text}, as Excel does. Make the cell a text and type it again."
    ),
    "list-number-unfit": QT_TRANSLATE_NOOP("lists", "“{text}” is no whole number from {least} to {most}."),
    "list-tick-unfit": QT_TRANSLATE_NOOP("lists", "“{text}” stands where x or nothing is read."),
    "list-number-twice": QT_TRANSLATE_NOOP("lists", "Number {number} stands in row {row} already, under one heading."),
    "list-number-taken": QT_TRANSLATE_NOOP("lists", "“{name}” has number {number} already, under the same heading."),
    "list-indicator-twice": QT_TRANSLATE_NOOP("lists", "“{text}” stands in row {row} already."),
    "list-row-several": QT_TRANSLATE_NOOP(
        "lists", "The table has “{text}” another number of times than the list: write the ids of all of them."
    ),
    "list-table-unknown": QT_TRANSLATE_NOOP(
        "lists", "There is no table “{text}”. For a new one give its title in the column of table titles."
    ),
    "list-area-missing": QT_TRANSLATE_NOOP("lists", "Table “{table}” is new: say which area it belongs to."),
    "list-kind-missing": QT_TRANSLATE_NOOP("lists", "“{name}” is new: say what kind of figure it asks for."),
    "list-reporter-missing": QT_TRANSLATE_NOOP("lists", "“{name}” is new: say who reports it."),
    "list-reporter-unknown": QT_TRANSLATE_NOOP("lists", "“{text}” is neither an agency nor a group of them."),
    "list-agency-gone": QT_TRANSLATE_NOOP("lists", "{name} is no more since {day}: say who reports it now."),
    "list-heading-asks": QT_TRANSLATE_NOOP("lists", "“{name}” is only a heading. Add a row of its own for the figure."),
    "list-retire-unknown": QT_TRANSLATE_NOOP("lists", "“{text}” cannot be retired: it is not in the indicator set."),
    "list-rate-how": QT_TRANSLATE_NOOP(
        "lists", "“{name}” has a numerator or a denominator, but is to be consolidated in another way."
    ),
    "list-rate-part-missing": QT_TRANSLATE_NOOP("lists", "A computed rate needs a numerator and a denominator."),
    "list-rate-kind": QT_TRANSLATE_NOOP(
        "lists", "“{name}” is to be computed as a rate: its kind has to be a rate in %."
    ),
    "list-rate-parts-same": QT_TRANSLATE_NOOP("lists", "“{name}” has one indicator as numerator and denominator."),
    "list-rate-part": QT_TRANSLATE_NOOP("lists", "“{name}” can only be computed from two numbers."),
    "list-rate-part-reporter": QT_TRANSLATE_NOOP(
        "lists", "“{name}”, its numerator and its denominator have to be reported by the same agencies."
    ),
    "list-rate-part-consolidation": QT_TRANSLATE_NOOP(
        "lists", "“{name}” can only be computed from numbers that add up over the agencies."
    ),
}
"""What is wrong with a list, and where; other codes are those of errors."""

LIST_COMMANDS = {
    "list-taken": QT_TRANSLATE_NOOP("commands", "{file}: taken into the draft of the indicator set."),
    "list-unchanged": QT_TRANSLATE_NOOP("commands", "{file}: all in it is so already."),
    "list-refused": QT_TRANSLATE_NOOP("commands", "{file}: refused, nothing was taken. Mend it and try again."),
    "list-form-written": QT_TRANSLATE_NOOP("commands", "Form for the list: {file}"),
    "draft-unchanged": QT_TRANSLATE_NOOP("commands", "The draft is as what it was made from: nothing was changed."),
    "draft-discarded": QT_TRANSLATE_NOOP("commands", "The draft of the indicator set was discarded."),
}
