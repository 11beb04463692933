"""A small province with its people, machines and mail, for the test that plays a hard round."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.own_report import changes_in, differences, in_json, state_in
from tests.own_sums import Counting, Decided, OwnTotal, Round, totals
from tests.ui.clock import Clock
from tests.ui.conftest import Hands, HeardMessages, Open
from tests.ui.hard_office import DecidingOfficer
from tests.ui.machine import Machine
from tests.ui.story import AgencyOfficer

HOME_AFFAIRS, JUSTICE, FINANCE, HEALTH = "so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-y-te"
HOA_AN, YEN_LAC = "ubnd-huyen-hoa-an", "ubnd-huyen-yen-lac"
PHU_SON, MINH_SON = "ubnd-thi-xa-phu-son", "ubnd-thanh-pho-minh-son"

AGENCIES = """
STT|Tên cơ quan, đơn vị|Đầu mối|Điện thoại
I|CÁC SỞ, BAN, NGÀNH||
1|Sở Nội vụ|Phòng CCHC|0200 3800 101
2|Sở Tư pháp|Văn phòng|0200 3800 102
3|Sở Tài chính|Văn phòng|0200 3800 103
4|Sở Y tế||
II|UBND CẤP HUYỆN||
5|UBND huyện Hòa An|Phòng Nội vụ|0200 3800 201
6|UBND huyện Yên Lạc|Phòng Nội vụ|0200 3800 202
7|UBND thị xã Phú Sơn|Phòng Nội vụ|0200 3800 203
8|UBND thành phố Minh Sơn||
""".strip().replace("|", "\t")

TABLES = """
1. Lĩnh vực chỉ đạo, điều hành||||
STT|Chỉ tiêu|Đơn vị tổng hợp, báo cáo|Năm 2022|Năm 2023
1|Số lượng các cơ quan, đơn vị được kiểm tra CCHC|Sở Nội vụ||
-|Các Sở, ngành, UBND huyện, thị xã, thành phố được kiểm tra|Sở Nội vụ|12|14
-|Số lượng các cơ quan, đơn vị, địa phương trực thuộc được kiểm tra CCHC|Các Sở, ngành, UBND cấp huyện|31|40
3|Tuyên truyền CCHC|||
-|Tổ chức cuộc thi tìm hiểu CCHC cấp tỉnh (có tổ chức = x; không tổ chức = 0)|Sở Nội vụ|x|0
6|Đo lường sự hài lòng của người dân, tổ chức|Sở Nội vụ||
6.1.|Tỉnh thực hiện|Sở Nội vụ||
-|Mức độ hài lòng chung||91,2%|90,1%
6.1.|Sở, huyện thực hiện|Các sở, ngành, UBND cấp huyện||
-|Số lượng phiếu đã khảo sát||1.200|1.450
-|Mức độ hài lòng chung||88,4%|89%

2. Công tác đối thoại và kinh phí||||
STT|Nội dung|Cơ quan báo cáo|Năm 2022|Năm 2023
1|Tổ chức hội nghị đối thoại với người dân|Các Sở, ngành, UBND cấp huyện|x|x
2|Tỷ lệ hồ sơ giải quyết đúng hạn|UBND cấp huyện|93,5|95,25
3|Kinh phí cấp cho CCHC (triệu đồng)|Các Sở, ngành, UBND cấp huyện|125,5|130,25
4|Số vụ việc tồn đọng|Sở Tư pháp|03|07
5|Khó khăn, vướng mắc (ghi rõ)|Sở Tài chính|Thiếu biên chế|Thiếu máy
6|Sáng kiến tiêu biểu (ghi rõ tên)|Các Sở, ngành, UBND cấp huyện|Một cửa lưu động|

3. Tổ chức bộ máy||||
Đơn vị tổng hợp, báo cáo|Giai đoạn|Số chi cục thuộc sở|Số phòng, văn phòng, thanh tra thuộc sở|Ghi chú
Các sở|Năm 2023|12|87
""".strip().replace("|", "\t")
"""As an office has them: a table of the known set in part, one of its own, and one with periods downwards."""

UNITS, FORMS, LIKED = "inspected-subordinate-units", "agency-survey-forms", "agency-satisfaction"
TALKS, IN_TIME = "to-chuc-hoi-nghi-doi-thoai-voi-nguoi-dan", "ty-le-ho-so-giai-quyet-dung-han"
MONEY, CASES = "kinh-phi-cap-cho-cchc-trieu-dong", "so-vu-viec-ton-dong"
TROUBLES, IDEAS = "kho-khan-vuong-mac-ghi-ro", "sang-kien-tieu-bieu-ghi-ro-ten"
BRANCHES, DIVISIONS = "department-branches", "department-divisions"

FIGURES: Mapping[str, Mapping[str, str]] = {
    HOME_AFFAIRS: {
        "inspected-agencies": "5",
        UNITS: "3",
        "reform-contest": "x",
        "province-satisfaction": "Khối sở, ngành: 90,5%; Khối huyện: 88,25%",
        FORMS: "1.250",
        LIKED: "91,5",
        TALKS: "x",
        MONEY: "1.250,75",
        IDEAS: "Tổ công tác lưu động",
        BRANCHES: "2",
        DIVISIONS: "11",
    },
    JUSTICE: {
        UNITS: "12",
        FORMS: "420",
        LIKED: "88,4%",
        TALKS: "0",
        MONEY: "35,5",
        CASES: "7",
        BRANCHES: "0",
        DIVISIONS: "9",
    },
    FINANCE: {
        UNITS: "4",
        FORMS: "210",
        LIKED: "79,35",
        TALKS: "0",
        MONEY: "2.000,4",
        TROUBLES: "Thiếu người nhập liệu",
        IDEAS: "Trả kết quả tại nhà",
        BRANCHES: "1",
        DIVISIONS: "10",
    },
    HEALTH: {
        UNITS: "0",
        FORMS: "Chưa thực hiện",
        LIKED: "Chưa thực hiện",
        TALKS: "x",
        MONEY: "12,12",
        BRANCHES: "2",
        DIVISIONS: "7",
    },
    HOA_AN: {
        UNITS: "21",
        FORMS: "640",
        LIKED: "93,05",
        TALKS: "x",
        IN_TIME: "97,5",
        MONEY: "80",
        IDEAS: "Tổ công tác lưu động",
    },
    YEN_LAC: {UNITS: "17", LIKED: "85", TALKS: "0", IN_TIME: "92", MONEY: "45,5"},
    PHU_SON: {
        UNITS: "9",
        FORMS: "Không áp dụng",
        LIKED: "Không áp dụng",
        TALKS: "Đang triển khai",
        IN_TIME: "88,75",
        MONEY: "61,3",
    },
    MINH_SON: {UNITS: "33", FORMS: "2.015", LIKED: "86,6", TALKS: "0", IN_TIME: "90,01", MONEY: "310"},
}
"""What each agency has to report; what is missing here it leaves blank."""

_CALLED = {
    HOME_AFFAIRS: "noi vu",
    JUSTICE: "tu phap",
    FINANCE: "tai chinh",
    HEALTH: "y te",
    HOA_AN: "hoa an",
    YEN_LAC: "yen lac",
    PHU_SON: "phu son",
    MINH_SON: "thanh pho minh",
}


class Province:
    """Everybody's machines, what was sent, and what must count of it."""

    def __init__(
        self,
        folder: Path,
        patch: pytest.MonkeyPatch,
        people: tuple[Hands, HeardMessages, Open, QtBot],
    ) -> None:
        self._folder, self._patch, self._people = folder, patch, people
        self.hands, self.heard = people[:2]
        self.clock = Clock(patch, datetime(2024, 6, 3, 1, 0, tzinfo=UTC))
        self.stick = folder / "USB của phòng"
        self.stick.mkdir()
        self.mail = folder / "Thư đến"
        self.mail.mkdir()
        self.own = self.machine("so-noi-vu-phong-cchc")
        self.office = self.officer("Trần Thị Lan")
        self.machines: dict[str, Machine] = {}
        self.officers: dict[str, AgencyOfficer] = {}
        self.counting: dict[str, Counting] = {}
        self.decided: dict[str, Decided] = {}
        self.round: Round
        self._reports = 0

    def machine(self, name: str) -> Machine:
        return Machine(self._folder / "máy" / name, self._patch)

    def clone(self, agency: str) -> Machine:
        """Return a second machine that stands as an agency's own does."""
        return self.machines[agency].cloned(self._folder / "máy" / f"{agency}-2")

    def officer(self, name: str) -> DecidingOfficer:
        return DecidingOfficer(*self._people, passphrase="mua xuan 2024", name=name)

    def begin(self, agency: str, round_file: Path) -> None:
        """Let an agency's officer come to a new machine with the round file."""
        self.machines[agency] = self.machine(agency)
        self.officers[agency] = AgencyOfficer(
            *self._people,
            agency=agency,
            called=_CALLED[agency],
            passphrase=f"mat khau {agency}",
            name=f"Cán bộ {agency}",
        )
        self.machines[agency].sit_down()
        self.officers[agency].begin(round_file)

    def rise(self, agency: str) -> None:
        """Close an agency's window, and sit at Home Affairs' again."""
        self.officers[agency].leave()
        self.own.sit_down()

    @contextmanager
    def at(self, agency: str, machine: Machine | None = None) -> Iterator[AgencyOfficer]:
        """Sit at an agency's desk, on its own machine or another."""
        (machine or self.machines[agency]).sit_down()
        officer = self.officers[agency]
        officer.come_back()
        yield officer
        self.rise(agency)

    def report_for(self, agency: str) -> Path:
        """Fill in and finish at the desk where one sits; gives the file as it is mailed."""
        officer = self.officers[agency]
        officer.fill_in(FIGURES[agency], self.round.owed(agency))
        return self.send(officer.finish(new_key=True))

    def send(self, file: Path, name: str = "") -> Path:
        """Let a file arrive in the mail folder."""
        target = self.mail / (name or file.name)
        assert not target.exists()
        return Path(shutil.copy2(file, target))

    def count(self, agency: str, changes: Mapping[str, str] | None = None, *, provisional: bool = False) -> None:
        """From now on an agency's own figures count, with changes."""
        self.counting[agency] = Counting({**FIGURES[agency], **(changes or {})}, provisional=provisional)

    def newest_copy(self) -> Path:
        """Return the last copy of Home Affairs' desk in the second place."""
        return max(self.stick.glob("home-affairs-*/*.rdesk"))

    def forget(self, indicator: str, *agencies: str) -> None:
        """From now on what was said of an indicator counts no more, at some agencies or all: it was asked again."""
        for agency in agencies or tuple(self.counting):
            one = self.counting[agency]
            kept = {name: text for name, text in one.typed.items() if name != indicator}
            self.counting[agency] = replace(one, typed=kept)

    def check_report(self) -> None:
        """Let Home Affairs' window write the report in every kind, and hold it against the own totals."""
        self._reports += 1
        folder = self.office.export_all(self._folder / "báo cáo" / str(self._reports))
        found = differences(folder, self.round, totals(self.round, self.counting, self.decided))
        assert found == [], "\n".join(found)

    def check_changes(self, before: Mapping[str, OwnTotal], against: str) -> None:
        """Hold what the last report says that changed against the totals of a closing and of now."""
        folder = self._folder / "báo cáo" / str(self._reports)
        now = totals(self.round, self.counting, self.decided)
        found = changes_in(folder, self.round, (before, now), against)
        assert found == [], "\n".join(found)

    def check_closed_report(self, digest: str) -> None:
        """Hold the report that is saved as the last closing has it against the own totals."""
        target = self._folder / "báo cáo" / f"lần chốt {digest[:8]}.json"
        self.office.save_closed_report(".json", target)
        found = in_json(target, self.round, totals(self.round, self.counting, self.decided))
        assert found == [], "\n".join(found)

    def state(self, officer: DecidingOfficer) -> str:
        """Return the digest of all that was merged, as the report that a window writes names it."""
        self._reports += 1
        target = self._folder / "báo cáo" / f"{self._reports}.json"
        return state_in(officer.export(".json", target))


@contextmanager
def step(title: str) -> Iterator[None]:
    """Name what is played, so that a failure says where it was."""
    try:
        yield
    except BaseException as problem:
        problem.add_note(f"in the step: {title}")
        raise
