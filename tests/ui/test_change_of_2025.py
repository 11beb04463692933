"""The change of 2025 made by hand: departments merge, districts end, and who was merged from two reports."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from reformdesk.core import edition_draft, founding, roundbook
from reformdesk.core.board import NOT_COMPARED, RECEIVED
from reformdesk.core.catalogue import Kind
from reformdesk.core.organisation import Succession
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.ui.dialogs.edition.agency import JoinDialog
from reformdesk.ui.dialogs.edition.reorganise import END, ReorganiseDialog
from reformdesk.ui.editing import Editing
from reformdesk.ui.office_pages import EDITION
from reformdesk.ui.pages.edition.page import AGENCIES, CHECK, MATRIX
from tests.ui.conftest import Hands, HeardMessages, Open, documents
from tests.ui.office_story import HomeAffairs
from tests.ui.story import AgencyOfficer

FARMING, LAND, MERGED = "so-nong-nghiep-va-ptnt", "so-tai-nguyen-va-moi-truong", "so-nong-nghiep-va-moi-truong"
MEDIA, SCIENCE, COMMUNE = "so-thong-tin-va-truyen-thong", "so-khoa-hoc-va-cong-nghe", "xa-tan-hung"
ROUND = "2025"
FROM_MARCH, FROM_JULY = date(2025, 3, 1), date(2025, 7, 1)
TYPED = {Kind.PERCENT: "50", Kind.RATE_OR_BLOCKS: "50", Kind.MARK: "x", Kind.TEXT: "Đã tổ chức", Kind.DECIMAL: "7"}
CONTROL = Qt.KeyboardModifier.ControlModifier


class Drawing:
    """Home Affairs' officer at the page of the next edition."""

    def __init__(self, office: HomeAffairs) -> None:
        self.office, self.hands = office, office.hands
        self.hands.click(office.desk.item(EDITION))
        office.settle()
        self.editing: Editing = office.desk.errands.editing
        self.page = self.editing.page
        self.hands.click(self.page.begin_button)
        office.settle()
        self.page.open_part(AGENCIES)

    def _reorganise(self, agency: str, on: date) -> ReorganiseDialog:
        self.page.register.go_to(agency)
        self.hands.click(self.page.register.reorganise_button)
        dialog = self.editing.dialog
        assert isinstance(dialog, ReorganiseDialog)
        dialog.on.setDate(QDate(on.year, on.month, on.day))
        return dialog

    def _keep(self, dialog: ReorganiseDialog | JoinDialog) -> None:
        assert dialog.go.isEnabled(), dialog.go.toolTip()
        self.hands.click(dialog.go)
        self.office.settle()
        assert not dialog.isVisible()

    def _tick(self, dialog: ReorganiseDialog, agencies: list[str]) -> None:
        for place in range(dialog.going.count()):
            item = dialog.going.item(place)
            ticked = item.data(Qt.ItemDataRole.UserRole) in agencies
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def merge(self, agencies: list[str], on: date, into: str = "", name: str = "") -> None:
        """Tick agencies, and choose or name the one that they go into."""
        dialog = self._reorganise(agencies[0], on)
        self._tick(dialog, agencies)
        dialog.into.setCurrentIndex(dialog.into.findData(into))
        if name:
            self.hands.focus(dialog.new_name)
            self.hands.type_vietnamese(name)
        self._keep(dialog)

    def end(self, agencies: list[str], on: date) -> None:
        """Tick agencies that end with nobody to take over."""
        dialog = self._reorganise(agencies[0], on)
        dialog.kind.setCurrentIndex(dialog.kind.findData(END))
        self._tick(dialog, agencies)
        self._keep(dialog)

    def found_commune(self, name: str, on: date) -> None:
        """Begin an agency in a group that there was none of."""
        self.page.register.go_to(SCIENCE)
        self.hands.click(self.page.register.join_button)
        dialog = self.editing.dialog
        assert isinstance(dialog, JoinDialog)
        self.hands.focus(dialog.name)
        self.hands.type_vietnamese(name)
        for box in dialog.groups.boxes.values():
            box.setChecked(False)
        self.hands.focus(dialog.groups.new)
        self.hands.type("communes")
        dialog.on.setDate(QDate(on.year, on.month, on.day))
        self._keep(dialog)

    def give_to_communes(self) -> None:
        """Give what nobody reports any more to the communes, all rows of the column at once."""
        self.page.open_part(MATRIX)
        matrix = self.page.matrix
        matrix.nobody.setChecked(True)
        column = next(at for at, one in enumerate(matrix._across) if one.group == "communes") + 2
        self.hands.focus(matrix.table)
        matrix.table.setCurrentIndex(matrix.model.index(0, column))
        self.hands.press(Qt.Key.Key_A, CONTROL)
        self.hands.press(Qt.Key.Key_Space)
        self.office.settle()


def _told(workspace: Workspace) -> tuple[bool, list[Succession]]:
    register = founding.agencies_over_time(workspace)
    return edition_draft.current(workspace) is None, list(register.successions)


def test_who_was_merged_from_two_enters_signs_and_is_merged(
    office: Path, demo: Path, open_window: Open, hands: Hands, heard: HeardMessages, qtbot: QtBot
) -> None:
    shutil.copytree(demo / "keys", office.parent / "keys")
    home_affairs = HomeAffairs(hands, heard, open_window, qtbot, passphrase=DEFAULT_PASSPHRASE, name="Trần Thị Lan")
    home_affairs.open(office)
    drawing = Drawing(home_affairs)
    page = drawing.page
    drawing.merge([FARMING, LAND], FROM_MARCH, name="Sở Nông nghiệp và Môi trường")
    drawing.merge([MEDIA], FROM_MARCH, into=SCIENCE)
    assert page.sight is not None
    districts = [agency.id for agency in page.sight.agencies if "districts" in agency.groups]
    drawing.found_commune("Xã Tân Hưng", FROM_JULY)
    drawing.end(districts, FROM_JULY)
    page.open_part(CHECK)
    assert not page.use_button.isEnabled(), "what the districts reported has nobody"
    drawing.give_to_communes()
    page.open_part(CHECK)
    assert not any(one.blocks for one in page.sight.problems)
    hands.click(page.use_button)
    home_affairs.settle()
    dialog = home_affairs.desk.errands.opening.dialog
    dialog.span.year.setCurrentIndex(dialog.span.year.findText("2025"))
    dialog.span.period.setCurrentIndex(dialog.span.period.findData("year"))
    there = [agency.id for agency in dialog.layout_now.members]
    assert {MERGED, SCIENCE, COMMUNE} <= set(there)
    assert not {FARMING, LAND, MEDIA, *districts} & set(there)
    round_file = home_affairs.seal_round(documents() / f"phat-hanh-{ROUND}")
    found: list[tuple[bool, list[Succession]]] = []
    home_affairs.desk.workspace.read(_told, found.append)
    home_affairs.settle()
    used_up, successions = found[0]
    assert used_up
    assert {(one.before, one.after) for one in successions} >= {(FARMING, MERGED), (LAND, MERGED), (MEDIA, SCIENCE)}

    agency = AgencyOfficer(
        hands,
        heard,
        open_window,
        qtbot,
        agency=MERGED,
        called="nong nghiep",
        passphrase="dat va nuoc",
        name="Lê Văn Đất",
    )
    agency.begin(round_file)
    round_ = roundbook.read_round_file(round_file.read_bytes())[1]
    owed = round_.owed(MERGED)
    figures = {name: TYPED.get(round_.catalogue.indicators[name].kind, "7") for name in owed}
    agency.fill_in(figures, owed)
    submission = agency.finish(new_key=True)
    home_affairs.take_in(submission)
    home_affairs.compare(MERGED, agency.code)
    home_affairs.at_line(MERGED)
    line = home_affairs.line(MERGED)
    assert line.is_in(RECEIVED), (line.state, line.newest)
    assert not line.is_in(NOT_COMPARED)
