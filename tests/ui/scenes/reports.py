"""Reports going out: what is chosen, how far it is, the files."""

from __future__ import annotations

from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from reformdesk.core import reporting, store
from reformdesk.errors import StoreError
from reformdesk.office import export
from reformdesk.ui.dialogs.check_report import CheckReportDialog
from reformdesk.ui.dialogs.export_report import ExportDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.report_files import Step, Written
from tests.demo import copy_of_office
from tests.ui.scenes.closing import closed_office
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage

NAME = "bao-cao-cchc"


def _asked(stage: Stage, *, closed: bool = False) -> ExportDialog:
    if closed:
        found = stage.window(closed_office(stage)).desk
        assert isinstance(found, OfficeDesk)
        desk = found
    else:
        desk = stage.office()
    desk.errands.export_report()
    stage.settle(desk.window())
    dialog = desk.errands.exporting.dialog
    assert dialog is not None
    return dialog


@scene("report", ExportDialog)
def _export(stage: Stage) -> QWidget:
    return _asked(stage)


@scene("report", ExportDialog)
def _export_of_chosen_rounds(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    dialog.rounds.what.setCurrentIndex(1)
    folder = stage.place()
    (folder / f"{NAME}.docx").write_bytes(b"PK")
    dialog.folder.setText(str(folder))
    return dialog


@scene("report", ExportDialog)
def _export_of_a_closing(stage: Stage) -> QWidget:
    dialog = _asked(stage, closed=True)
    dialog.rounds.what.setCurrentIndex(2)
    return dialog


@scene("report", ExportDialog)
def _exporting(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    dialog.begin()
    dialog.show_progress(Step(f"{NAME}.xlsx", 2, 4, 30, 100, anew=True))
    return dialog


@scene("report", ExportDialog)
def _exported_report(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    folder = stage.place()
    dialog.show_done(Written(tuple(folder / f"{NAME}{suffix}" for suffix in (".docx", ".xlsx", ".csv")), rebuilt=False))
    return dialog


@scene("report", ExportDialog)
def _export_refused(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    dialog.show_problem(stage.words.error(StoreError("file-in-use", file=f"{NAME}.xlsx")))
    return dialog


def _checked(stage: Stage, *changed: str) -> QWidget:
    """Check a report of the sample in which some cells were written over."""
    desk = stage.office()
    path = stage.place() / f"{NAME}.xlsx"
    with store.open_workspace(copy_of_office(stage.demo, stage.place())) as workspace:
        path.write_bytes(export.render(path.name, reporting.read(workspace)))
    if changed:
        book = load_workbook(path)
        for place, cell in enumerate(changed):
            book["5"][cell] = 4711 + place
        book.save(path)
    desk.errands.checking.check(path)
    stage.settle(desk.window())
    dialog = desk.errands.checking.dialog
    assert dialog is not None
    return dialog


@scene("report-check", CheckReportDialog)
def _checked_report(stage: Stage) -> QWidget:
    return _checked(stage)


@scene("report-check", CheckReportDialog)
def _altered_report(stage: Stage) -> QWidget:
    return _checked(stage, "D3", "E3", "F4")
