"""Every page and dialog of both desks, opened on the sample province as a user opens it.

A scene is what pictures are taken of, and what is walked for names, focus and cut-off words. A
dialog or page that is new gets its scene here: ``test_scenes`` counts them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk.core.answers import Given
from reformdesk.core.entry import TYPED
from reformdesk.core.handover import Handover
from reformdesk.core.requests import Verdict
from reformdesk.core.values import Number
from reformdesk.exchange.keys import matching_code
from reformdesk.ui import theme
from reformdesk.ui.agency_desk import CHECK, HOME, AgencyDesk
from reformdesk.ui.appearance import Appearance
from reformdesk.ui.crash import CrashDialog
from reformdesk.ui.dialogs.annex import AnnexDialog
from reformdesk.ui.dialogs.backups import BackupsDialog
from reformdesk.ui.dialogs.compare import CompareDialog
from reformdesk.ui.dialogs.excel_form import ExcelFormDialog
from reformdesk.ui.dialogs.export_areas import ExportAreasDialog, PartExportedDialog
from reformdesk.ui.dialogs.finish import ExportedDialog, FinishDialog
from reformdesk.ui.dialogs.handover import HandedOverDialog, HandoverDialog
from reformdesk.ui.dialogs.key import AdoptDialog, KeyDialog, RenewDialog, ReserveDialog
from reformdesk.ui.dialogs.new_round import NewRoundDialog
from reformdesk.ui.dialogs.phrases import PhrasesDialog
from reformdesk.ui.dialogs.print_preview import PrintPreview
from reformdesk.ui.dialogs.receipt import ReceiptDialog
from reformdesk.ui.dialogs.recovery import PutBackDialog, RecoveryDialog
from reformdesk.ui.dialogs.request import RequestDialog, VerdictDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.dialogs.revoke import RevokeDialog
from reformdesk.ui.dialogs.set_up import SetUpDialog
from reformdesk.ui.dialogs.settings import SettingsDialog
from reformdesk.ui.dialogs.small import AgencyDialog, PassphraseDialog, VerdictsDialog
from reformdesk.ui.dialogs.turn_desk import TurnDeskDialog
from reformdesk.ui.dialogs.unit_list import UnitListDialog
from reformdesk.ui.guide import GuideWindow
from reformdesk.ui.office_desk import AGENCIES, BOARD, ROUNDS, TABLES, WAITING, OfficeDesk
from reformdesk.ui.pages.form import EVIDENCE, HISTORY, UNITS
from reformdesk.ui.part_actions import PartExported
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, NEWEST, copy_of_agency, copy_of_office, without_submissions
from tests.ui.situation import Situation
from tests.ui.stage import FIELD, Stage

_AREA = "area:2"
HANDED = Handover("2026-11-20T02:00:00Z", "Nguyễn Thị Hòa", "Trần Văn Bình", AGENCY, "0f" * 32, "", (), (), ())


@dataclass(frozen=True)
class Scene:
    """``kind`` is what is opened, ``guide`` the page of the guide that F1 opens there."""

    name: str
    open: Callable[[Stage], QWidget]
    guide: str
    kind: type[QWidget]


SCENES: list[Scene] = []


def _scene(
    guide: str, kind: type[QWidget] = MainWindow
) -> Callable[[Callable[[Stage], QWidget]], Callable[[Stage], QWidget]]:
    def enter(opened: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
        SCENES.append(Scene(opened.__name__.strip("_").replace("_", "-"), opened, guide, kind))
        return opened

    return enter


# --- before a desk


@_scene("start")
def _start(stage: Stage) -> QWidget:
    recent = copy_of_agency(stage.demo, AGENCY, stage.place())
    window = stage.window(recent)
    stage.settle(window)
    window.close()
    return stage.window()


@_scene("start", AgencyDialog)
def _choose_agency(stage: Stage) -> QWidget:
    window = stage.window()
    window.open_path(next((stage.demo / "rounds").glob(f"{NEWEST}*.rdround")))
    return window.choosing


@_scene("set-up", SetUpDialog)
def _set_up(stage: Stage) -> QWidget:
    window = stage.window()
    window.set_up()
    window.setting_up._fill()
    return window.setting_up


@_scene("index", CrashDialog)
def _crash(stage: Stage) -> QWidget:
    dialog = CrashDialog("ReformDesk 1.0\n\nTraceback (most recent call last):\n  …")
    stage.show(dialog)
    return dialog


@_scene("index", GuideWindow)
def _guide(stage: Stage) -> QWidget:
    guide = GuideWindow(stage.words.language)
    stage.show(guide)
    guide.open_at("the-form")
    return guide


# --- an agency's desk


@_scene("start")
def _home(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(HOME)
    return desk.window()


@_scene("start")
def _home_returned(stage: Stage) -> QWidget:
    return stage.agency(returned=True).window()


@_scene("the-form")
def _form(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(_AREA)
    desk.jump("legal-documents-examined")
    return desk.window()


@_scene("the-form")
def _form_with_units_of_a_rate(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump("agency-satisfaction")
    stage.settle(desk.window())
    desk.form.show_panel(UNITS)
    return desk.window()


@_scene("the-form")
def _form_of_staff(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page("area:5")
    return desk.window()


@_scene("the-form")
def _form_returned(stage: Stage) -> QWidget:
    desk = stage.agency(returned=True)
    desk.jump(FIELD)
    return desk.window()


def _panel(stage: Stage, tab: int) -> QWidget:
    desk = stage.agency()
    desk.jump(FIELD)
    stage.settle(desk.window())
    desk.form.show_panel(tab)
    return desk.window()


@_scene("the-form")
def _field_history(stage: Stage) -> QWidget:
    return _panel(stage, HISTORY)


@_scene("the-form")
def _field_units(stage: Stage) -> QWidget:
    return _panel(stage, UNITS)


@_scene("the-form")
def _field_evidence(stage: Stage) -> QWidget:
    return _panel(stage, EVIDENCE)


@_scene("units", UnitListDialog)
def _unit_list(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.form.panel.units.list_button.click()
    assert desk.belongings.listing is not None
    return desk.belongings.listing


@_scene("findings")
def _check(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_page(CHECK)
    return desk.window()


@_scene("paste-from-excel")
def _preview(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump("legal-documents-issued")
    stage.settle(desk.window())
    desk.form.pasted.emit("legal-documents-issued", "31\nkhoảng 12\n14\n1.475\n0\n1\n2\n3\n4\n")
    return desk.window()


@_scene("finish", FinishDialog)
def _finish(stage: Stage) -> QWidget:
    desk = stage.agency(at_work=False)
    corrected = Given(Number(Decimal(14)), "Cộng thiếu một đơn vị.")
    assert desk.entering.data is not None
    desk.entering.take({FIELD: corrected}, TYPED)
    stage.settle(desk.window())
    desk.finish()
    stage.settle(desk.window())
    return desk.errands.handing_in.finishing


@_scene("finish", ExportedDialog)
def _exported(stage: Stage) -> QWidget:
    desk = stage.agency()
    code = matching_code("0f" * 32)
    path = stage.folder / "ReformDesk" / "so-tu-phap-2024-h1-r2.rdsub"
    dialog = ExportedDialog(desk, path, "", code, key_copied=False)
    dialog.open()
    return dialog


@_scene("replies", ReceiptDialog)
def _receipt(stage: Stage) -> QWidget:
    desk = stage.agency()
    data = desk.entering.data
    assert data is not None
    desk.errands.handing_in.show_receipt(data.replies[0].digest, data.replies[0].revision)
    return desk.errands.handing_in.receipt


@_scene("keys", KeyDialog)
def _key(stage: Stage) -> QWidget:
    return _key_dialog(stage, stage.agency())


@_scene("keys", RenewDialog)
def _renew(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.agency()).renew.emit()
    assert isinstance(desk.errands.key.question, RenewDialog)
    return desk.errands.key.question


@_scene("lost", AdoptDialog)
def _adopt(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.agency()).adopt.emit()
    assert isinstance(desk.errands.key.question, AdoptDialog)
    return desk.errands.key.question


def _key_dialog(stage: Stage, desk: AgencyDesk | OfficeDesk) -> KeyDialog:
    keeping = desk.errands.key
    keeping.open()
    stage.settle(desk.window())
    assert keeping.dialog is not None
    return keeping.dialog


@_scene("backup", BackupsDialog)
def _backups(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.wants_backups.emit()
    window = desk.window()
    assert isinstance(window, MainWindow)
    assert window.backups.dialog is not None
    return window.backups.dialog


@_scene("phrases", PhrasesDialog)
def _phrases(stage: Stage) -> QWidget:
    dialog = _returning(stage)
    assert isinstance(dialog, ReturnDialog)
    dialog.phrasing._edit()
    assert dialog.phrasing.editing is not None
    return dialog.phrasing.editing


@_scene("keys", CompareDialog)
def _compare_office(stage: Stage) -> QWidget:
    desk = stage.agency()
    data = desk.entering.data
    assert data is not None
    desk.errands.trust.compare_office(data.round, "0f" * 32)
    assert desk.errands.trust.dialog is not None
    return desk.errands.trust.dialog


@_scene("excel-form", ExcelFormDialog)
def _excel_form(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.open_excel_form()
    stage.settle(desk.window())
    return desk.errands.excel.dialog


def _annex_of(stage: Stage, desk: AgencyDesk) -> AnnexDialog:
    data = desk.entering.data
    assert data is not None
    desk.home.annex.emit(data.sent[-1]["digest"])
    stage.settle(desk.window())
    assert desk.errands.handing_in.annexing.dialog is not None
    return desk.errands.handing_in.annexing.dialog


@_scene("finish", AnnexDialog)
def _annex(stage: Stage) -> QWidget:
    return _annex_of(stage, stage.agency())


@_scene("finish", PrintPreview)
def _print_preview(stage: Stage) -> QWidget:
    desk = stage.agency()
    dialog = _annex_of(stage, desk)
    desk.errands.handing_in.annexing.show_pages(dialog, dialog.annex)
    assert desk.errands.handing_in.annexing.preview is not None
    return desk.errands.handing_in.annexing.preview


@_scene("two-officers", TurnDeskDialog)
def _turn_desk(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.officers.turn()
    return desk.errands.officers.turning


@_scene("two-officers", ExportAreasDialog)
def _export_areas(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.officers.export(())
    stage.settle(desk.window())
    return desk.errands.officers.exporting


@_scene("two-officers", PartExportedDialog)
def _part_exported(stage: Stage) -> QWidget:
    dialog = PartExportedDialog(stage.agency(), PartExported(stage.folder / "so-tu-phap-2024-h1.rdpart", ()))
    dialog.open()
    return dialog


@_scene("handover", HandoverDialog)
def _handover(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.errands.handing_over.open()
    stage.settle(desk.window())
    assert desk.errands.handing_over.dialog is not None
    return desk.errands.handing_over.dialog


@_scene("handover", HandedOverDialog)
def _handed_over(stage: Stage) -> QWidget:
    dialog = HandedOverDialog(stage.agency(), HANDED)
    dialog.open()
    return dialog


@_scene("corrections", RequestDialog)
def _request(stage: Stage) -> QWidget:
    desk = stage.agency()
    desk.jump(FIELD)
    stage.settle(desk.window())
    desk.form.panel.history.request.emit("2023")
    assert desk.errands.requesting.dialog is not None
    return desk.errands.requesting.dialog


# --- Home Affairs' desk


@_scene("new-round")
def _no_round(stage: Stage) -> QWidget:
    window = stage.window()
    window.set_up()
    window.setting_up.province.setText("tỉnh Minh Sơn")
    window.setting_up._fill()
    window.setting_up.path.setText(str(stage.place() / "home-affairs.rdesk"))
    window.setting_up.accept()
    return window


@_scene("taking-in")
def _board(stage: Stage) -> QWidget:
    return stage.office().window()


def _office_page(stage: Stage, page: str) -> QWidget:
    desk = stage.office()
    desk.open_page(page)
    return desk.window()


@_scene("waiting")
def _waiting(stage: Stage) -> QWidget:
    return _office_page(stage, WAITING)


@_scene("waiting")
def _nothing_waits(stage: Stage) -> QWidget:
    path = copy_of_office(stage.demo, stage.place())
    without_submissions(path)
    window = stage.window(path)
    assert isinstance(window.desk, OfficeDesk)
    window.desk.open_page(WAITING)
    return window


@_scene("tables")
def _tables(stage: Stage) -> QWidget:
    return _office_page(stage, TABLES)


@_scene("tables")
def _tables_with_shares(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(TABLES)
    stage.settle(desk.window())
    desk.tables.tabs.setCurrentIndex(5)
    model = desk.tables.model
    desk.tables.table.setCurrentIndex(model.index(1, model.columnCount() - 1))
    assert not desk.tables._beside.isHidden()
    return desk.window()


@_scene("new-round")
def _rounds(stage: Stage) -> QWidget:
    return _office_page(stage, ROUNDS)


@_scene("keys-ha")
def _agencies(stage: Stage) -> QWidget:
    return _office_page(stage, AGENCIES)


def _review_of(stage: Stage, agency: str) -> OfficeDesk:
    desk = stage.office()
    desk.open_review(agency, "")
    stage.settle(desk.window())
    return desk


@_scene("review")
def _review(stage: Stage) -> QWidget:
    return _review_of(stage, "so-cong-thuong").window()


@_scene("review")
def _review_waiting(stage: Stage) -> QWidget:
    return _review_of(stage, Situation.waiting).window()


@_scene("review")
def _review_returned(stage: Stage) -> QWidget:
    return _review_of(stage, AGENCY).window()


@_scene("review")
def _review_details(stage: Stage) -> QWidget:
    desk = stage.office_with_details()
    desk.review.answers.go_to_files()
    return desk.window()


@_scene("review")
def _review_in_order(stage: Stage) -> QWidget:
    desk = stage.office()
    desk._go_through(BOARD, "so-cong-thuong", "")
    stage.settle(desk.window())
    return desk.window()


@_scene("review", ReturnDialog)
def _returning(stage: Stage) -> QWidget:
    desk = _review_of(stage, "so-cong-thuong")
    desk.errands.reviewing._return(desk.errands.reviewing.data.received.digest, "")
    desk.errands.reviewing.returning.fields[0].tick.setChecked(True)
    return desk.errands.reviewing.returning


@_scene("keys", CompareDialog)
def _compare(stage: Stage) -> QWidget:
    desk = _review_of(stage, Situation.waiting)
    desk.errands.trust.compare_submission(desk.errands.reviewing.data, desk.errands.reviewing.data.received.signer)
    assert desk.errands.trust.dialog is not None
    return desk.errands.trust.dialog


@_scene("keys-ha", RevokeDialog)
def _revoke(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.open_page(AGENCIES)
    stage.settle(desk.window())
    desk.errands.revoke(next(one for one in desk.agencies._lines if one.fingerprint and not one.office_role))
    return desk.errands.revoking.dialog


@_scene("taking-in", VerdictsDialog)
def _verdicts(stage: Stage) -> QWidget:
    desk = stage.office()
    junk = stage.place() / "gui So Noi vu"
    junk.mkdir()
    files = sorted((stage.demo / "submissions" / NEWEST).iterdir())[:4]
    for place, one in enumerate(files):
        (junk / f"{place} {one.name}").write_bytes(one.read_bytes())
    (junk / "5 hong.rdsub").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    desk.take_files([junk])
    stage.settle(desk.window())
    return desk.verdicts


@_scene("new-round", NewRoundDialog)
def _new_round(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.new_round()
    stage.settle(desk.window())
    return desk.errands.opening.dialog


@_scene("keys", KeyDialog)
def _office_key(stage: Stage) -> QWidget:
    return _key_dialog(stage, stage.office())


@_scene("keys-ha", ReserveDialog)
def _reserve(stage: Stage) -> QWidget:
    _key_dialog(stage, desk := stage.office()).reserve.emit()
    assert isinstance(desk.errands.key.question, ReserveDialog)
    return desk.errands.key.question


@_scene("keys", PassphraseDialog)
def _passphrase(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.save_replies(NEWEST)
    return desk.errands.handing_out.sealing


@_scene("taking-in")
def _board_at_work(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.warn(stage.words.place("cloud-folder"))
    return desk.window()


@_scene("settings", SettingsDialog)
def _settings(stage: Stage) -> QWidget:
    desk = stage.agency()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # what is worn is what was chosen
    QSettings().setValue("look", str(application.property("scheme")))
    QSettings().setValue("text_size", theme.text_size())
    appearance = Appearance(application)
    dialog = SettingsDialog(desk.window(), appearance, stage.words.language)
    appearance.setParent(dialog)
    dialog.open()
    return dialog


@_scene("corrections", VerdictDialog)
def _verdict(stage: Stage) -> QWidget:
    dialog = VerdictDialog(stage.office(), Verdict.AGREED, "Số văn bản được kiểm tra, Năm 2023: 14 thành 15")
    dialog.open()
    return dialog


@_scene("lost", RecoveryDialog)
def _recovery(stage: Stage) -> QWidget:
    desk = stage.office()
    desk.errands.recovering.ask(AGENCY)
    stage.settle(desk.window())
    assert desk.errands.recovering.dialog is not None
    return desk.errands.recovering.dialog


@_scene("lost", PutBackDialog)
def _put_back(stage: Stage) -> QWidget:
    window = stage.window()
    window.open_path(stage.recovery())
    assert window.putting_back.dialog is not None
    return window.putting_back.dialog
