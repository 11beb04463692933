"""An agency hands in: it finishes and exports, prints, works with another machine, hands the desk over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from reformdesk.core.answers import Given
from reformdesk.core.entry import TYPED
from reformdesk.core.handover import Handover
from reformdesk.core.values import Number
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.annex import AnnexDialog
from reformdesk.ui.dialogs.export_areas import ExportAreasDialog, PartExportedDialog
from reformdesk.ui.dialogs.finish import ExportedDialog, FinishDialog, KeysHere
from reformdesk.ui.dialogs.handover import HandedOverDialog, HandoverDialog
from reformdesk.ui.dialogs.print_preview import PrintPreview
from reformdesk.ui.dialogs.receipt import ReceiptDialog
from reformdesk.ui.dialogs.turn_desk import TurnDeskDialog
from reformdesk.ui.part_actions import PartExported
from tests.demo import AGENCY
from tests.ui.scenes.register import scene
from tests.ui.stage import FIELD, Stage

HANDED = Handover("2026-11-20T02:00:00Z", "Nguyễn Thị Hòa", "Trần Văn Bình", AGENCY, "0f" * 32, "", (), (), ())


@scene("finish", FinishDialog)
def _finish(stage: Stage) -> QWidget:
    desk = stage.agency(at_work=False)
    corrected = Given(Number(Decimal(14)), "Cộng thiếu một đơn vị.")
    assert desk.entering.data is not None
    desk.entering.take({FIELD: corrected}, TYPED)
    stage.settle(desk.window())
    desk.finish()
    stage.settle(desk.window())
    return desk.errands.handing_in.finishing


@scene("finish", ExportedDialog)
def _exported(stage: Stage) -> QWidget:
    desk = stage.agency()
    code = matching_code("0f" * 32)
    path = stage.folder / "ReformDesk" / "so-tu-phap-2024-h1-r2.rdsub"
    dialog = ExportedDialog(desk, path, "", code, key_copied=False)
    dialog.open()
    return dialog


@scene("replies", ReceiptDialog)
def _receipt(stage: Stage) -> QWidget:
    desk = stage.agency()
    data = desk.entering.data
    assert data is not None
    desk.errands.handing_in.show_receipt(data.replies[0].digest, data.replies[0].revision)
    return desk.errands.handing_in.receipt


def _annex_of(stage: Stage, desk: AgencyDesk) -> AnnexDialog:
    data = desk.entering.data
    assert data is not None
    desk.home.annex.emit(data.sent[-1]["digest"])
    stage.settle(desk.window())
    assert desk.errands.handing_in.annexing.dialog is not None
    return desk.errands.handing_in.annexing.dialog


@scene("finish", AnnexDialog)
def _annex(stage: Stage) -> QWidget:
    return _annex_of(stage, stage.agency())


@scene("finish", PrintPreview)
def _print_preview(stage: Stage) -> QWidget:
    desk = stage.agency()
    dialog = _annex_of(stage, desk)
    desk.errands.handing_in.annexing.show_pages(dialog, dialog.annex)
    assert desk.errands.handing_in.annexing.preview is not None
    return desk.errands.handing_in.annexing.preview


@scene("two-officers", TurnDeskDialog)
def _turn_desk(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.officers.turn()
    return desk.errands.officers.turning


@scene("two-officers", ExportAreasDialog)
def _export_areas(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.officers.export(())
    stage.settle(desk.window())
    return desk.errands.officers.exporting


@scene("two-officers", PartExportedDialog)
def _part_exported(stage: Stage) -> QWidget:
    dialog = PartExportedDialog(stage.agency(), PartExported(stage.folder / "so-tu-phap-2024-h1.rdpart", ()))
    dialog.open()
    return dialog


@scene("handover", HandoverDialog)
def _handover(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.handing_over.open()
    stage.settle(desk.window())
    assert desk.errands.handing_over.dialog is not None
    return desk.errands.handing_over.dialog


@scene("handover", HandedOverDialog)
def _handed_over(stage: Stage) -> QWidget:
    dialog = HandedOverDialog(stage.agency(), HANDED)
    dialog.open()
    return dialog


@scene("finish", FinishDialog)
def _finish_with_the_head(stage: Stage) -> QWidget:
    desk = stage.agency()
    data = desk.entering.data
    assert data is not None
    with_head = replace(data, round=replace(data.round, signatures=2))
    keys = KeysHere(officer=False, head=False)
    dialog = FinishDialog(desk, with_head, stage.messages, stage.folder / "ReformDesk", keys)
    dialog.open()
    return dialog


@scene("two-officers")
def _entry_home(stage: Stage) -> QWidget:
    return stage.entry_desk().window()


@scene("two-officers")
def _part(stage: Stage) -> QWidget:
    part = stage.part_file()
    desk = stage.agency()
    desk.take_files([part])
    stage.settle(desk.window())
    assert desk.stack.currentWidget() is desk.part
    return desk.window()
