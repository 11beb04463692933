"""Windows on copies of the sample province, for whatever looks at all pages: pictures, names, focus, cut-off words."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reformdesk.core import (
    deadlines,
    decisions,
    enclosures,
    entry,
    entry_desk,
    intake,
    journal,
    keyring,
    merged,
    narratives,
    parts,
    recovery_writing,
    replies,
    roundbook,
    store,
    units,
)
from reformdesk.core.backups import back_up
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import timestamp
from reformdesk.core.units import Figure
from reformdesk.core.values import Number, Status, Value
from reformdesk.errors import ReformDeskError
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.messages import Messages
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from reformdesk.words import Words
from tests.demo import AGENCY, LATER, NEWEST, copy_of_agency, copy_of_office, finish_with
from tests.ui.situation import Situation, put_into_situation

FIELD = "legal-documents-handled"
"""The indicator at which scenes stand: it has a finding, units and evidence."""
_AT_WORK: dict[str, Value] = {
    FIELD: Number(Decimal(14)),
    "legal-documents-unlawful-handled": Number(Decimal(1)),
    "agency-satisfaction": Status.BLANK,
    "other-documents-with-legal-norms": Status.BLANK,
    "training-courses": Status.IN_PROGRESS,
    "public-employees-trained": Status.BLANK,
}
_ENTERED: dict[str, Value] = {
    FIELD: Number(Decimal(15)),
    "legal-documents-issued": Number(Decimal(24)),
    "legal-documents-examined": Number(Decimal(7)),
    "training-courses": Number(Decimal(3)),
    "public-employees-trained": Number(Decimal(12)),
}
_UNITS = ("Phòng Công chứng số 1", "Phòng Công chứng số 2", "Trung tâm Trợ giúp pháp lý nhà nước tỉnh")
_BY_UNITS = ((8, 6, 0), (7, 6, 1))
"""What they contribute in one submission and in the next; the sample's rounds do not ask for it."""
_WORDS = (
    "Sáu tháng đầu năm, Sở đã chủ trì soạn thảo 24 văn bản; việc rà soát theo Nghị quyết số 76/NQ-CP đúng kế hoạch."
)
_LONGEST = 60.0


class SilentMessages(Messages):
    """Chooses what it was told to; nothing can answer a native dialog."""

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__(words)
        self._target = folder

    def error(self, parent: QWidget | None, problem: ReformDeskError) -> None:
        raise AssertionError(self.words.error(problem))

    def choose_target(self, parent: QWidget | None, title: str, name: str) -> Path | None:
        return self._target / name

    def choose_folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self._target


def is_busy(desk: AgencyDesk | OfficeDesk) -> bool:
    """Whether a desk still does what it was asked to."""
    return desk.workspace.is_busy or (isinstance(desk, OfficeDesk) and desk.taking.queue.is_busy)


class Stage:
    """Opens windows on copies of the sample province, in a folder of its own."""

    def __init__(self, demo: Path, folder: Path, words: Words) -> None:
        self.demo, self.folder, self.words = demo, folder, words
        self.messages = SilentMessages(words, folder)
        self.size: tuple[int, int] | None = None
        self._windows: list[QWidget] = []
        self._count = 0

    def place(self) -> Path:
        """Return a folder that nothing lies in yet."""
        self._count += 1
        made = self.folder / str(self._count)
        made.mkdir(parents=True)
        return made

    def show(self, window: QWidget) -> None:
        """Show a window at the size of the stage."""
        if self.size is not None and not isinstance(window, QDialog):
            window.resize(*self.size)
        self._windows.append(window)
        window.show()
        window.activateWindow()
        self.settle(window)
        assert window.isActiveWindow()

    def window(self, path: Path | None = None) -> MainWindow:
        made = MainWindow(self.messages, place=lambda _path: None)
        self.show(made)
        if path is not None:
            made.open_path(path)
            self.settle(made)
        return made

    def settle(self, window: QWidget | None = None) -> None:
        """Wait until the desk has done what it was asked to, and everything is laid out."""
        give_up = time.monotonic() + _LONGEST
        for _ in range(4):
            if window is not None and QApplication.activeWindow() is None:
                # what a window manager does
                window.activateWindow()
            QApplication.processEvents()
            while isinstance(window, MainWindow) and window.desk is not None and is_busy(window.desk):
                assert time.monotonic() < give_up, "the desk does not come to rest"
                QApplication.processEvents()
                time.sleep(0.002)
        QApplication.processEvents()

    def agency(self, *, at_work: bool = True, returned: bool = False) -> AgencyDesk:
        """Open an agency's desk; ``at_work`` with findings, units, evidence and words; ``returned`` with a return."""
        path = copy_of_agency(self.demo, AGENCY, self.place())
        if at_work:
            _put_to_work(path)
        window = self.window(path)
        assert isinstance(window.desk, AgencyDesk)
        if returned:
            window.desk.take_files([self._return()])
            self.settle(window)
        return window.desk

    def agency_with_more_time(self, until: date, why: str) -> AgencyDesk:
        """Open an agency's desk that was told of an extension."""
        office, path = self._office_with_key()
        with store.open_workspace(office) as workspace:
            deadlines.extend(workspace, NEWEST, (AGENCY,), until, why, "officer", LATER)
            key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
            path.write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
        desk = self.agency(at_work=False)
        desk.take_files([path])
        self.settle(desk.window())
        return desk

    def entry_desk(self) -> AgencyDesk:
        """Open a desk for data entry only, on the same round and with some figures of its own."""
        window = self.window(self._entry_workspace())
        assert isinstance(window.desk, AgencyDesk)
        return window.desk

    def part_file(self) -> Path:
        """Let a desk for data entry export an area."""
        path = self.place() / "so-tu-phap-2024-h1.rdpart"
        with store.open_workspace(self._entry_workspace()) as workspace:
            round_ = roundbook.latest(workspace)
            path.write_bytes(parts.compose(workspace, round_, ("2", "5"), "Trần Thị Hạnh", LATER).content)
        return path

    def _entry_workspace(self) -> Path:
        path = self.place() / f"{AGENCY}-nhap-lieu.rdesk"
        file = next((self.demo / "rounds").glob(f"{NEWEST}*.rdround"))
        with entry_desk.found(path, AGENCY, LATER) as workspace:
            round_, _ = roundbook.take_round(workspace, file.read_bytes(), file.name, LATER)
            entry.set_values(workspace, round_, _ENTERED, LATER)
            entry.set_explanation(workspace, round_, FIELD, "Cộng cả đơn vị mới sáp nhập.", LATER)
            narratives.set_narrative(workspace, round_, "2", _WORDS, LATER)
        return path

    def office(self) -> OfficeDesk:
        """Open Home Affairs' desk with one agency in each state that wants attention."""
        window = self.window(self.situation().path)
        assert isinstance(window.desk, OfficeDesk)
        return window.desk

    def office_with_details(self) -> OfficeDesk:
        """Open Home Affairs' desk on a no. 3 that has other words and files than no. 2."""
        agency = copy_of_agency(self.demo, AGENCY, self.place())
        office = copy_of_office(self.demo, self.place())
        _put_to_work(agency)
        with store.open_workspace(agency) as workspace, store.open_workspace(office) as at_office:
            round_ = roundbook.latest(workspace)
            for revision in (2, 3):
                if revision == 3:
                    narratives.set_narrative(workspace, round_, "2", _WORDS.replace("24", "25"), LATER)
                    enclosures.enclose(workspace, round_, FIELD, "Danh mục văn bản.docx", _word(), LATER)
                sent = finish_with(workspace, {}, NEWEST, LATER)
                intake.take(at_office, f"{revision}.rdsub", sent.content, "window", LATER)
        window = self.window(office)
        assert isinstance(window.desk, OfficeDesk)
        desk = window.desk
        desk.ways.open_review(AGENCY, "")
        self.settle(window)
        figures = [
            tuple((name, Figure(Decimal(one))) for name, one in zip(_UNITS, now, strict=True)) for now in _BY_UNITS
        ]
        data = replace(
            desk.errands.reviewing.data, breakdowns={FIELD: figures[1]}, breakdowns_before={FIELD: figures[0]}
        )
        desk.review.show_review(data)
        desk.review.table.selectRow(data.names.index(FIELD))
        return desk

    def situation(self) -> Situation:
        return put_into_situation(copy_of_office(self.demo, self.place()))

    def office_with_key(self) -> Path:
        """Return Home Affairs' workspace in that situation, with its key beside it."""
        path = self.situation().path
        (path.parent / "keys").mkdir()
        (path.parent / "keys" / "home-affairs.p12").write_bytes((self.demo / "keys/home-affairs.p12").read_bytes())
        return path

    def second_desk(self) -> Path:
        """Return a colleague's desk of the same office, where one submission more was returned, and one accepted."""
        path = self.situation().path
        with store.open_workspace(path) as workspace:
            journal.name_officer(workspace, "Lê Văn Minh")
            sent = {one.agency: one.digest for one in merged.received(workspace, NEWEST)}
            decisions.send_back(workspace, sent["so-tai-chinh"], Return("Thiếu thuyết minh"), "Lê Văn Minh", LATER)
            accepted = Decision(Kind.ACCEPT, NEWEST, AGENCY, sent[AGENCY], reason="Đã giải trình qua điện thoại")
            with workspace.atomic():
                journal.take_over(workspace, [(accepted, [journal.Hand("Lê Văn Minh", timestamp(LATER), "desk")])])
        return path

    def agency_with_return_taken_back(self) -> AgencyDesk:
        """Open an agency's desk to which a submission was returned by mistake."""
        desk = self.agency(at_work=False, returned=True)
        desk.take_files([self._return(taken_back=True)])
        self.settle(desk.window())
        return desk

    def _return(self, *, taken_back: bool = False) -> Path:
        office, path = self._office_with_key()
        asked = FieldReturn(FIELD, "Số này bằng đúng số của cả năm 2023.", Decimal(1), Decimal(9))
        said = Return("Đề nghị xem lại phần văn bản quy phạm pháp luật.", date(2024, 7, 30), (asked,))
        with store.open_workspace(office) as workspace:
            sent = next(one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY)
            decisions.send_back(workspace, sent.digest, said, "officer", LATER)
            if taken_back:
                (held,) = (one for one in journal.standing_of(workspace, Kind.RETURN) if one.subject == sent.digest)
                decisions.take_back(workspace, held.id, "Nhầm đơn vị", "officer", LATER)
            key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
            path.write_bytes(replies.write(workspace, NEWEST, (AGENCY,), key, LATER))
        return path

    def recovery(self) -> Path:
        """Let Home Affairs write a recovery file."""
        office, path = self._office_with_key()
        with store.open_workspace(office) as workspace:
            key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
            path.write_bytes(recovery_writing.write(workspace, AGENCY, key, LATER)[0])
        return path

    def _office_with_key(self) -> tuple[Path, Path]:
        office = copy_of_office(self.demo, self.place())
        (office.parent / "keys").mkdir()
        (office.parent / "keys" / "home-affairs.p12").write_bytes((self.demo / "keys/home-affairs.p12").read_bytes())
        return office, office.parent / "tra loi.rdreply"

    def close(self) -> None:
        """Close every window."""
        # a window that stands beside the main one may have dialogs too
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.close()
                dialog.deleteLater()
        for window in self._windows:
            window.close()
            window.deleteLater()
        self._windows.clear()
        QApplication.processEvents()
        # outside of an event loop nothing else does
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def _word() -> bytes:
    made = BytesIO()
    Document().save(made)
    return made.getvalue()


def _put_to_work(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        round_ = roundbook.latest(workspace)
        entry.set_values(workspace, round_, _AT_WORK, LATER)
        entry.set_explanation(workspace, round_, FIELD, "Tiếp nhận từ đơn vị sáp nhập.", LATER)
        units.set_units(workspace, _UNITS)
        listed = units.units(workspace)
        figures = {listed[0].id: Figure(Decimal(8)), listed[1].id: Figure(Decimal(6))}
        units.set_figures(workspace, round_, FIELD, figures, LATER)
        pdf = b"%PDF-1.7 " + bytes(1000)
        enclosures.enclose(workspace, round_, FIELD, "Quyết định số 12-QĐ-STP.pdf", pdf, LATER)
        narratives.set_narrative(workspace, round_, "2", _WORDS, LATER)
        back_up(workspace.connection, workspace.path, LATER)
