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
    "report-overtaken": QT_TRANSLATE_NOOP(
        "errors", "While the report was written something was taken in or decided in {round}. Export it again."
    ),
    "office-file-too-large": QT_TRANSLATE_NOOP(
        "errors", "{file} has {size} KB. The workspace keeps files of up to {most} KB."
    ),
}
