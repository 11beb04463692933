"""The words about forms that are filled, in English, which is their source."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REASONS = {
    "no-indicator": QT_TRANSLATE_NOOP("filling", "No indicator is named."),
    "unknown-indicator": QT_TRANSLATE_NOOP(
        "filling", "There is no indicator “{text}”. Copy the placeholder from the list."
    ),
    "ambiguous-indicator": QT_TRANSLATE_NOOP(
        "filling", "“{text}” may mean several: {choices}. Copy the placeholder from the list."
    ),
    "heading": QT_TRANSLATE_NOOP("filling", "“{text}” is a heading; the figures stand in the lines below it."),
    "unknown-period": QT_TRANSLATE_NOOP("filling", "There is no period “{text}” here."),
    "ambiguous-period": QT_TRANSLATE_NOOP("filling", "“{text}” may mean several periods: {choices}."),
    "period-missing-previous": QT_TRANSLATE_NOOP("filling", "No earlier period here asks for this indicator."),
    "period-missing-same-last-year": QT_TRANSLATE_NOOP("filling", "The same period last year is not here."),
    "period-missing-last-year": QT_TRANSLATE_NOOP("filling", "Last year as a whole is not here."),
    "unknown-agency": QT_TRANSLATE_NOOP("filling", "No agency is called “{text}” in this period."),
    "ambiguous-agency": QT_TRANSLATE_NOOP("filling", "Several agencies are called “{text}”: {choices}."),
    "unknown-word": QT_TRANSLATE_NOOP("filling", "“{text}” is neither a period nor an agency, nor a word known here."),
    "said-twice": QT_TRANSLATE_NOOP("filling", "“{text}” contradicts what stands before it."),
    "not-asked": QT_TRANSLATE_NOOP("filling", "{round} does not ask for this indicator."),
    "not-owed": QT_TRANSLATE_NOOP("filling", "{agency} does not report this indicator."),
    "not-received": QT_TRANSLATE_NOOP("filling", "Nothing that counts came from {agency}."),
    "blank": QT_TRANSLATE_NOOP("filling", "Nobody answered yet (blank)."),
    "left-blank": QT_TRANSLATE_NOOP("filling", "{agency} left this indicator blank."),
    "past": QT_TRANSLATE_NOOP("filling", "This period has totals alone, no figures of single agencies."),
    "coverage-of-agency": QT_TRANSLATE_NOOP("filling", "How many agencies answered is told of a total only."),
    "not-closed": QT_TRANSLATE_NOOP("filling", "Its closing braces are missing in this paragraph or cell."),
    "not-reached": QT_TRANSLATE_NOOP("filling", "Nothing is filled in this part of the file."),
    "formula": QT_TRANSLATE_NOOP("filling", "It stands in a formula. Put it in a cell of its own, and refer to that."),
    "table-head": QT_TRANSLATE_NOOP("filling", "It heads a column of an Excel table, whose name must not change."),
    "percent-cell": QT_TRANSLATE_NOOP("filling", "The cell is formatted as a percentage, and the indicator is none."),
    "date-cell": QT_TRANSLATE_NOOP("filling", "The cell is formatted as a date."),
    "too-long": QT_TRANSLATE_NOOP("filling", "The text is too long for a cell."),
}
"""Why a placeholder stays as it is."""

PLACES = {
    "cell": QT_TRANSLATE_NOOP("filling", "{sheet}, cell {at}"),
    "sheet-header": QT_TRANSLATE_NOOP("filling", "{sheet}, header or footer"),
    "comment": QT_TRANSLATE_NOOP("filling", "{sheet}, note at {at}"),
    "comment-in-text": QT_TRANSLATE_NOOP("filling", "comment: {text}"),
    "shape": QT_TRANSLATE_NOOP("filling", "text box or chart: {text}"),
    "table": QT_TRANSLATE_NOOP("filling", "table {table}, row {row}, column {column}"),
    "header": QT_TRANSLATE_NOOP("filling", "header: {text}"),
    "footer": QT_TRANSLATE_NOOP("filling", "footer: {text}"),
    "note": QT_TRANSLATE_NOOP("filling", "footnote: {text}"),
    "other": QT_TRANSLATE_NOOP("filling", "part {text}"),
}
"""Where it stands."""

REMARKS = {
    "coverage": QT_TRANSLATE_NOOP("filling", "figures of {coverage} agencies"),
    "empty": QT_TRANSLATE_NOOP("filling", "there is nothing to note"),
}
"""What to know of what was filled."""

LIST = {
    "title": QT_TRANSLATE_NOOP("filling", "PLACEHOLDERS FOR FORMS"),
    "about": QT_TRANSLATE_NOOP(
        "filling",
        "Copy one into a form where its figure belongs. Behind a semicolon may stand a period or an agency. "
        "Value now: {round}.",
    ),
    "sheet": QT_TRANSLATE_NOOP("filling", "Placeholders"),
    "table": QT_TRANSLATE_NOOP("filling", "Table"),
    "number": QT_TRANSLATE_NOOP("filling", "No."),
    "name": QT_TRANSLATE_NOOP("filling", "Indicator"),
    "unit": QT_TRANSLATE_NOOP("filling", "Unit"),
    "placeholder": QT_TRANSLATE_NOOP("filling", "Placeholder"),
    "printed": QT_TRANSLATE_NOOP("filling", "By printed number"),
    "value": QT_TRANSLATE_NOOP("filling", "Value now"),
}
"""The workbook of all placeholders."""
