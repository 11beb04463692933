"""The sentences on reports and on forms that are filled, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REPORT_ERRORS = {
    "report-overtaken": QT_TRANSLATE_NOOP(
        "errors", "While the report was written something was taken in or decided in {round}. Export it again."
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
    "form-filled": QT_TRANSLATE_NOOP("commands", "Filled {count} of {all} placeholders: {file}"),
    "form-line": QT_TRANSLATE_NOOP("commands", "{place}: {placeholder}: {remark}"),
    "placeholders-written": QT_TRANSLATE_NOOP("commands", "List of placeholders: {file}"),
}
