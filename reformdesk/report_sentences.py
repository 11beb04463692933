"""The sentences on reports and on forms that are filled, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REPORT_ERRORS = {
    "agency-owes-nothing": QT_TRANSLATE_NOOP("errors", "{agency} owes no figure in these rounds."),
    "sdmx-same-period": QT_TRANSLATE_NOOP(
        "errors",
        "{first} and {second} cover the same days and ask for the same figures: SDMX has room for one of them. "
        "Export them one by one, or choose another kind of file.",
    ),
    "order-empty": QT_TRANSLATE_NOOP(
        "errors", "Nothing in “{file}” is a number, id or name of an indicator of this round."
    ),
    "report-overtaken": QT_TRANSLATE_NOOP(
        "errors", "While the report was written something was taken in or decided in {round}. Export it again."
    ),
    "letterhead-locked": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has a password. Open it in Word, take the password off, save it, then choose it again.",
    ),
    "letterhead-macros": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” carries macros or controls, which many offices' mail refuses. Save it as .docx without them.",
    ),
    "letterhead-old": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is of the old Word format .doc. Open it in Word, save it as .docx, then choose it again.",
    ),
    "letterhead-too-large": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is too large for a letterhead. Make its pictures smaller, then choose it again.",
    ),
    "letterhead-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” cannot be read as a Word document. Open it in Word, save it as .docx, then choose it again.",
    ),
    "office-file-too-large": QT_TRANSLATE_NOOP(
        "errors", "{file} has {size} KB. The workspace keeps files of up to {most} KB."
    ),
    "report-needs-workspace": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a report: give Home Affairs' workspace with --workspace, its figures are made once more there.",
    ),
    "no-report": QT_TRANSLATE_NOOP("errors", "{file} is no report of ReformDesk."),
    "report-too-large": QT_TRANSLATE_NOOP("errors", "{file} is too large for a report and was not opened."),
    "report-damaged": QT_TRANSLATE_NOOP("errors", "{file} is damaged, or is no report of ReformDesk."),
    "report-without-origin": QT_TRANSLATE_NOOP(
        "errors", "{file} does not say what it was made from: it is no report of ReformDesk, or that was taken out."
    ),
    "report-origin-damaged": QT_TRANSLATE_NOOP(
        "errors", "What {file} says it was made from was altered so that it cannot be read."
    ),
    "report-untrue": QT_TRANSLATE_NOOP("errors", "ALTERED: what the report says it was made from is not so."),
    "report-altered": QT_TRANSLATE_NOOP("errors", "ALTERED: places that are not as they were printed: {count}"),
    "report-altered-much": QT_TRANSLATE_NOOP(
        "errors", "ALTERED: places that are not as they were printed: more than {count}"
    ),
    "list-differs": QT_TRANSLATE_NOOP(
        "errors",
        "Not what holds now, in places: {count}. A CSV does not say of which state it is: it may be older, or altered.",
    ),
    "over-its-source": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is read for this and stays as it is. Give what is written another name."
    ),
    "report-not-whole": QT_TRANSLATE_NOOP(
        "errors", "Not verified: not all that the report was made from is at this desk. What is here agrees."
    ),
    "form-damaged": QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be read. Open it in Word or Excel, save it anew, then try again."
    ),
    "form-empty": QT_TRANSLATE_NOOP(
        "errors",
        "There is no placeholder in “{file}”. Save the list of placeholders, copy those you need into the form, "
        "then choose it again.",
    ),
    "form-locked": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has a password. Open it in Word or Excel, take the password off, save it, then try again."
    ),
    "form-macros": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has macros. Save it without them, as .xlsx or .docx, then try again."
    ),
    "form-old": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is of an old format (.xls, .doc). Open it, save it as .xlsx or .docx, then try again."
    ),
    "form-open": QT_TRANSLATE_NOOP(
        "errors", "This is only the mark that “{file}” is open somewhere. Close it there, then choose the form itself."
    ),
    "form-other": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is neither .xlsx nor .docx. Open it in its program, save it as one of them, then try again."
    ),
    "form-over-itself": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is the form itself, which stays as it came. Give the filled one another name."
    ),
    "form-suffix": QT_TRANSLATE_NOOP("errors", "“{file}” must end in {suffix}, as the form does."),
    "form-too-large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is too large for a form. Copy what is to be filled into a new file, then try again."
    ),
}

REPORT_COMMANDS = {
    "examples-left-out": QT_TRANSLATE_NOOP(
        "commands",
        "Left out, since their indicator set is an example: {rounds}. Name them with --rounds to print them.",
    ),
    "report-sound": QT_TRANSLATE_NOOP("commands", "sound: report on {rounds}, state {code}, no figure altered"),
    "list-sound": QT_TRANSLATE_NOOP("commands", "sound: list of figures that says what holds now"),
    "altered-figure": QT_TRANSLATE_NOOP("commands", "{place}: stands there: {printed}; should be: {expected}"),
    "altered-words": QT_TRANSLATE_NOOP("commands", "{place}: stands there: {printed}; was printed: {expected}"),
    "altered-row-missing": QT_TRANSLATE_NOOP("commands", "{place}: the row was taken out"),
    "altered-row-added": QT_TRANSLATE_NOOP("commands", "{place}: the row was put in"),
    "altered-table-missing": QT_TRANSLATE_NOOP("commands", "{place}: the whole of it was taken out"),
    "altered-table-added": QT_TRANSLATE_NOOP("commands", "{place}: the whole of it was put in"),
    "in-table": QT_TRANSLATE_NOOP("commands", "table {table}"),
    "in-text": QT_TRANSLATE_NOOP("commands", "text"),
    "blank-place": QT_TRANSLATE_NOOP("commands", "(blank)"),
    "untrue-file": QT_TRANSLATE_NOOP("commands", "{agency}, {round}: the report says {printed}, but it was {now}"),
    "untrue-decisions": QT_TRANSLATE_NOOP(
        "commands", "The decisions that the report names are not those of its state."
    ),
    "lacking-round": QT_TRANSLATE_NOOP("commands", "{round}: the round as it was then is not at this desk"),
    "lacking-file": QT_TRANSLATE_NOOP("commands", "{round}: the file of {agency} ({code}) is not at this desk"),
    "lacking-decision": QT_TRANSLATE_NOOP("commands", "the decision {code} is not at this desk"),
    "report-framed": QT_TRANSLATE_NOOP(
        "commands",
        "It is set in a letterhead that is not kept at this desk: the words around the report's own text were not "
        "compared.",
    ),
    "report-current": QT_TRANSLATE_NOOP("commands", "The report is of the state that holds now."),
    "report-since": QT_TRANSLATE_NOOP(
        "commands",
        "The report is of an earlier state. Since then: files {files}, decisions {decisions}; figures that would be "
        "printed otherwise today: {figures}",
    ),
    "since-file": QT_TRANSLATE_NOOP("commands", "{agency}, {round}: in the report {printed}, today {now}"),
    "since-figure": QT_TRANSLATE_NOOP("commands", "{place}: in the report {printed}, today {now}"),
    "no-file": QT_TRANSLATE_NOOP("commands", "no file"),
    "counted-file": QT_TRANSLATE_NOOP("commands", "no. {revision} ({code})"),
    "form-filled": QT_TRANSLATE_NOOP("commands", "Filled {count} of {all} placeholders: {file}"),
    "form-line": QT_TRANSLATE_NOOP("commands", "{place}: {placeholder}: {remark}"),
    "placeholders-written": QT_TRANSLATE_NOOP("commands", "List of placeholders: {file}"),
}
