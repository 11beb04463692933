"""The sentences on reports and on forms that are filled, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REPORT_ERRORS = {
    "agency-owes-nothing": QT_TRANSLATE_NOOP("errors", "{agency} owes no figure in these rounds."),
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
}
