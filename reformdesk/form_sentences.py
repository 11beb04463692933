"""The sentences on a form's workbook that was read back, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

FORM_ERRORS = {
    "form-newer": QT_TRANSLATE_NOOP(
        "errors", "The form “{file}” was made by a newer program. Install the newer ReformDesk, then read it."
    ),
    "form-not-recognised": QT_TRANSLATE_NOOP(
        "errors",
        "No row of your form was found in “{file}”. Choose the form that you exported, or copy the figures and paste.",
    ),
    "form-other-agency": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is the form of {agency}, not of your agency. Nothing was read."
    ),
    "form-other-round": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is a form of another round ({theirs}), and {ours} is open. Nothing was read."
    ),
    "sheet-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” cannot be read as a table. It needs the columns indicator and value, as .csv or .xlsx.",
    ),
    "workbook-damaged": QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be read as an Excel workbook. Open it in Excel, save it as .xlsx, then try again."
    ),
    "workbook-locked": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has a password. Open it in Excel, take the password off, save it, then try again."
    ),
    "workbook-old": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is of the old Excel format .xls. Open it in Excel, save it as .xlsx, then try again."
    ),
    "workbook-open": QT_TRANSLATE_NOOP(
        "errors", "This is only the mark that “{file}” is open somewhere. Close it there, then choose the file itself."
    ),
    "workbook-other": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no .xlsx workbook. Open it in its program, save it as .xlsx, then try again."
    ),
    "workbook-too-large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is too large for a form. Copy the form's sheets into a new workbook, then try again."
    ),
}
"""Why a workbook cannot be read at all."""

LOSSES = {
    "area-missing": QT_TRANSLATE_NOOP("losses", "The file has no row of the area “{name}”. Its answers stay."),
    "column-guessed": QT_TRANSLATE_NOOP(
        "losses",
        "Sheet “{sheet}”: no heading says which column has this period's figures. Column {cell} “{name}” was taken; "
        "look whether that is right.",
    ),
    "column-not-read": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”: column {cell} “{name}” is no part of the form; its cells were not read ({text})."
    ),
    "date": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: Excel turned what was typed into a date ({text}). Type the figure here."
    ),
    "earlier-changed": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: {text} stands in an earlier period's column. It was not read."
    ),
    "earlier-issue": QT_TRANSLATE_NOOP(
        "losses", "The form was made from an earlier issue of this round. What both ask for was read."
    ),
    "error-cell": QT_TRANSLATE_NOOP("losses", "Sheet “{sheet}”, {cell}: the cell shows an error ({text}), no figure."),
    "formula-no-result": QT_TRANSLATE_NOOP(
        "losses",
        "Sheet “{sheet}”, {cell}: the formula has no stored result. Open the file in Excel, save it, read it again.",
    ),
    "group-has-figure": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: “{name}” takes no figure of its own; {text} was not taken."
    ),
    "merged": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: one merged cell stands over several; whose {text} is, cannot be told."
    ),
    "no-figures": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”: no column has figures of this period. Nothing was taken from it."
    ),
    "not-our-form": QT_TRANSLATE_NOOP(
        "losses", "This is no form of this program, or its marks were lost: rows were found by number and name."
    ),
    "rate-and-blocks": QT_TRANSLATE_NOOP(
        "losses",
        "Sheet “{sheet}”, {cell}: “{name}” has one rate for all and rates for blocks ({text}). None was taken.",
    ),
    "row-ambiguous": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: more than one row is called “{name}”; whose {text} is, cannot be told."
    ),
    "row-missing": QT_TRANSLATE_NOOP("losses", "The file has no row “{name}”. Its answer stays."),
    "row-twice": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: “{name}” stands there with different figures: {text}. None was taken."
    ),
    "row-unknown": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: “{name}” is no row of your form; {text} was not taken."
    ),
    "sheet-cut": QT_TRANSLATE_NOOP("losses", "Sheet “{sheet}” is too long or too wide; its end was not read."),
    "sheet-of-another": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}” is from the form of another round or agency ({name}). It was not read."
    ),
    "sheet-unknown": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}” is no part of the form; its cells were not read ({text})."
    ),
    "two-figures": QT_TRANSLATE_NOOP(
        "losses", "Sheet “{sheet}”, {cell}: “{name}” has two columns with different figures: {text}. None was taken."
    ),
}

FORM_NOTES = {
    "as-shown": QT_TRANSLATE_NOOP("notes", "Rounded as the cell shows it."),
    "below-one": QT_TRANSLATE_NOOP("notes", "Below 1 %: is that meant?"),
    "by-name": QT_TRANSLATE_NOOP("notes", "Found by its name; the row's hidden mark says another."),
    "formula": QT_TRANSLATE_NOOP("notes", "A formula's last result."),
    "hidden": QT_TRANSLATE_NOOP("notes", "From a hidden row or sheet."),
    "merged": QT_TRANSLATE_NOOP("notes", "From a merged cell."),
    "old-font": QT_TRANSLATE_NOOP("notes", "Converted from an old font."),
    "percent-cell": QT_TRANSLATE_NOOP("notes", "The cell shows a percentage."),
    "renamed": QT_TRANSLATE_NOOP("notes", "The row's name was changed in the file."),
    "twice": QT_TRANSLATE_NOOP("notes", "Stands there twice, with the same figure."),
    "unit-differs": QT_TRANSLATE_NOOP("notes", "The unit was changed in the file."),
}
