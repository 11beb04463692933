"""A hard round in the real windows: whatever can go wrong between eight agencies and Home Affairs does.

The report that the windows write is held against the tests' own totals (`tests/own_sums.py`) after every step.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reformdesk.core.board import MISSING, RETURNED, WAITING
from reformdesk.core.conflicts import Step
from reformdesk.ui.office_pages import BOARD
from tests.own_sums import Counting, Decided, printed, round_json, totals
from tests.ui.conftest import Hands, HeardMessages, Open, documents, say
from tests.ui.hard_round import (
    AGENCIES,
    CASES,
    FIGURES,
    FINANCE,
    HEALTH,
    HOA_AN,
    HOME_AFFAIRS,
    IN_TIME,
    JUSTICE,
    LIKED,
    MINH_SON,
    MONEY,
    PHU_SON,
    TABLES,
    TALKS,
    UNITS,
    YEN_LAC,
    Province,
    step,
)
from tests.ui.story import strips, words_on

ROUND = "2024-h1"
TOLD = {UNITS: "16", LIKED: "85", TALKS: "0", IN_TIME: "92", MONEY: "45,5"}
"""What one agency says on the telephone; its own file says otherwise."""
WHY = "Theo biên bản kiểm tra của Đoàn số 2"
QUESTION = "Thiếu số của các phòng công chứng, đề nghị tính lại."
ON_TIME = (HOME_AFFAIRS, JUSTICE, FINANCE, HEALTH, HOA_AN, PHU_SON)
"""Who sends on the first days; the others come later, or never."""


class HardRound:
    """What happens, one after the other."""

    def __init__(self, province: Province) -> None:
        self.p = province
        self.office, self.hands = province.office, province.hands

    def begin_from_paper(self) -> None:
        self.p.own.sit_down()
        self.office.set_up(AGENCIES, TABLES, second=self.p.stick)

    def open_the_round(self) -> None:
        self.office.lay_out_round()
        path = self.office.seal_round(documents() / f"phat-hanh-{ROUND}", new_key=True)
        self.p.round = round_json(path)
        self.round_file = path
        assert {line.state for line in self.office.lines()} == {MISSING}
        assert len(self.p.round.asked) == 14

    def send_in_time(self) -> None:
        self.p.clock.go_to(5)
        for agency in ON_TIME:
            self.p.begin(agency, self.round_file)
            self.p.report_for(agency)
            self.p.rise(agency)

    def unknown_keys_wait(self) -> None:
        """Nothing counts at first, then all provisionally; one code is compared by telephone, a pile on paper."""
        words = self.p.heard.words
        verdicts = self.office.take_in(self.p.mail)
        assert verdicts == {
            f"{agency}-r1.rdsub": (words.state("waiting"), words.reason("key-unknown")) for agency in ON_TIME
        }
        assert {line.agency.id for line in self.office.lines() if line.state == WAITING} == set(ON_TIME)
        self.p.check_report()
        self.office.accept_all("Chưa gọi được, sẽ đối chiếu trên phiếu có dấu")
        for agency in ON_TIME:
            self.p.count(agency, provisional=True)
        self.p.check_report()
        self.office.compare(HEALTH, self.p.officers[HEALTH].code)
        self.p.count(HEALTH)
        self.p.check_report()
        others = [agency for agency in ON_TIME if agency != HEALTH]
        self.office.compare_pile({self.p.round.name_of(one): self.p.officers[one].code for one in others})
        for agency in others:
            self.p.count(agency)
        self.p.check_report()

    def begin_a_second_desk(self) -> None:
        """A colleague goes on from the copy in the second place, on another machine."""
        self.office.copy_now()
        self.colleague = self.p.officer("Lê Văn Minh")
        self.second_desk = self.p.machine("so-noi-vu-may-hai")
        self.second_desk.sit_down()
        self.colleague.open(self.p.newest_copy())
        self.colleague.settle()
        assert self.colleague.desk.workspace.path == documents() / "ReformDesk" / "home-affairs.rdesk"
        self.p.own.sit_down()

    def choose_between_two_of_one_number(self) -> None:
        """Two machines with one key seal a no. 2 each; until one is chosen no. 1 counts."""
        words = self.p.heard.words
        self.p.clock.go_to(7)
        self.fork = []
        for machine, figure, name in ((None, "2.100,5", "r2"), (self.p.clone(FINANCE), "2.010,5", "r2 (1)")):
            with self.p.at(FINANCE, machine) as officer:
                officer.correct({MONEY: figure})
                self.fork.append(self.p.send(officer.finish(), f"{FINANCE}-{name}.rdsub"))
        verdicts = self.office.take_in(*self.fork)
        assert {verdicts[one.name] for one in self.fork} == {(words.state("waiting"), words.reason("fork"))}
        self.p.check_report()
        self.office.choose_side(FINANCE, MONEY, "2.100,5")
        self.p.count(FINANCE, {MONEY: "2.100,5"})
        self.p.check_report()

    def wait_for_the_missing_number(self) -> None:
        """No. 3 comes without no. 2; it counts once that was decided, and still when the missing one was found."""
        words = self.p.heard.words
        with self.p.at(HEALTH) as officer:
            officer.correct({UNITS: "2"})
            lost = officer.finish()
            officer.correct({UNITS: "6"})
            third = self.p.send(officer.finish())
        assert self.office.take_in(third)[third.name] == (words.state("waiting"), words.reason("gap"))
        self.p.check_report()
        self.office.settle_waiting(third, Step.GAP, "Sở Y tế xác nhận qua điện thoại")
        self.p.count(HEALTH, {UNITS: "6"})
        self.p.check_report()
        self.p.clock.go_to(8)
        self.office.take_in(self.p.send(lost))
        self.p.check_report()

    def ask_back_and_be_answered(self) -> None:
        """A return takes a submission out of the totals until its answer comes; the receipt goes back."""
        self.office.send_back(JUSTICE, CASES, QUESTION, "10", "40")
        assert self.office.line(JUSTICE).state == RETURNED
        del self.p.counting[JUSTICE]
        self.p.check_report()
        returned = self.office.reply(documents() / "tra-lai.rdreply")
        with self.p.at(JUSTICE) as officer:
            officer.take(returned)
            officer.click(officer.desk.home, "RoundHomePage", "Go to the fields")
            assert officer.at() == CASES
            assert QUESTION in strips(officer.row(CASES))[0]
            officer.hands.replace("17")
            officer.hands.press(Qt.Key.Key_Return)
            officer.settle()
            answer = self.p.send(officer.finish())
        self.office.take_in(answer)
        self.p.count(JUSTICE, {CASES: "17"})
        self.p.check_report()
        receipts = self.office.reply(documents() / "bien-nhan.rdreply")
        with self.p.at(JUSTICE) as officer:
            officer.take(receipts)
            receipt = say("RoundHomePage", "Receipt: no. {revision} was received {moment}")
            assert receipt.format(revision=2, moment="").strip() in words_on(officer.desk.home)

    def correct_the_round(self) -> None:
        """An indicator is asked again in the middle: all else stands, and one agency answers it."""
        self.p.clock.go_to(10)
        note = "Kinh phí tính cả nguồn xã hội hóa."
        path = self.office.ask_again(MONEY, note, documents() / f"phat-hanh-{ROUND}-lan-2")
        self.p.round = round_json(path)
        self.round_file = path
        self.p.forget(MONEY)
        self.p.check_report()
        with self.p.at(JUSTICE) as officer:
            officer.take(path)
            assert note in " ".join(strips(officer.desk.home))
            officer.fill_in({MONEY: "36,5"}, [MONEY])
            third = self.p.send(officer.finish())
        self.office.take_in(third)
        self.p.count(JUSTICE, {CASES: "17", MONEY: "36,5"})
        self.p.check_report()

    def lose_a_machine_to_a_thief(self) -> None:
        """The key is revoked, what the thief seals is refused, and the agency goes on from a recovery file."""
        words = self.p.heard.words
        self.p.clock.go_to(12)
        self.office.revoke(HOA_AN, "Mất máy tính, báo qua điện thoại")
        recovery = self.office.write_recovery(HOA_AN, documents() / "khoi-phuc.rdreply")
        with self.p.at(HOA_AN) as thief:
            thief.correct({UNITS: "99"})
            self.forged = self.p.send(thief.finish(), f"{HOA_AN}-r2 (1).rdsub")
        assert self.office.take_in(self.forged)[self.forged.name][0] == words.state("rejected")
        self.p.check_report()
        self.p.machines[HOA_AN] = self.p.machine(f"{HOA_AN}-moi")
        self.p.machines[HOA_AN].sit_down()
        officer = self.p.officers[HOA_AN]
        officer.put_back(recovery)
        officer.jump(UNITS)
        assert officer.shown(UNITS) == FIGURES[HOA_AN][UNITS]
        officer.fill_in({MONEY: "81,5"}, [MONEY])
        second = self.p.send(officer.finish(new_key=True))
        self.p.rise(HOA_AN)
        assert self.office.take_in(second)[second.name] == (words.state("waiting"), words.reason("key-unknown"))
        self.p.check_report()
        self.office.compare(HOA_AN, officer.code)
        self.p.count(HOA_AN, {MONEY: "81,5"})
        self.p.check_report()

    def enter_for_who_telephones(self) -> None:
        """On the last day an agency gives its figures by telephone; they count, and are told apart everywhere."""
        self.p.clock.go_to(14)
        self.office.enter_for(YEN_LAC, TOLD, "Ông Hoàng Văn Nam, 0200 3800 202")
        assert self.office.line(YEN_LAC).entered
        self.p.counting[YEN_LAC] = Counting(TOLD, entered=True)
        self.p.check_report()

    def overtake_the_entry(self) -> None:
        """The agency's own file comes after all: it waits beside the entry until it is said to hold."""
        words = self.p.heard.words
        self.p.clock.go_to(15)
        self.p.begin(YEN_LAC, self.round_file)
        own = self.p.report_for(YEN_LAC)
        self.p.rise(YEN_LAC)
        assert self.office.take_in(own)[own.name] == (words.state("waiting"), words.reason("key-unknown"))
        self.office.compare(YEN_LAC, self.p.officers[YEN_LAC].code)
        assert words.reason("beside-entered") in self.office.take_in(own)[own.name][1]
        self.p.check_report()
        self.office.review(YEN_LAC)
        self.office.click(self.office.desk.review, "EnteredStrips", "Use the agency's file")
        self.office.say_why("Đơn vị đã gửi tệp của mình")
        self.p.count(YEN_LAC)
        self.p.check_report()

    def come_late(self) -> None:
        """The last agency begins after the deadline and the day it was given; its file was there in time after all."""
        self.office.extend(MINH_SON, date(2024, 6, 16), "Lũ quét")
        self.p.clock.go_to(17)
        self.p.begin(MINH_SON, self.round_file)
        sent = self.p.report_for(MINH_SON)
        self.p.rise(MINH_SON)
        self.hands.click(self.office.desk.item(BOARD))
        self.hands.press(Qt.Key.Key_F5)
        self.office.settle()
        assert [line.agency.id for line in self.office.lines() if line.overdue] == [MINH_SON]
        self.office.take_in(sent)
        self.office.compare(MINH_SON, self.p.officers[MINH_SON].code)
        self.hands.click(self.office.desk.item(BOARD))
        assert [line.agency.id for line in self.office.lines() if line.late] == [MINH_SON]
        came = datetime(2024, 6, 16, 10, 0, tzinfo=UTC)
        self.office.came_earlier(MINH_SON, came, "Đã gửi qua Zalo từ chiều hôm trước")
        self.hands.click(self.office.desk.item(BOARD))
        assert [line.agency.id for line in self.office.lines() if line.late] == []
        self.p.count(MINH_SON)
        self.p.check_report()

    def bring_two_desks_together(self) -> None:
        """The colleague chose the other side of the fork and knew of no thief; both desks end alike."""
        self.second_desk.sit_down()
        verdicts = self.colleague.take_in(*self.fork, self.forged)
        assert verdicts[self.forged.name][0] == self.p.heard.words.state("accepted")
        self.colleague.choose_side(FINANCE, MONEY, "2.010,5")
        path = self.colleague.desk.workspace.path
        self.colleague.leave()
        self.p.own.sit_down()
        back = self.office.join(path, self.p.stick / "trả lại.rdesk")
        # neither side holds until one of the officers decides anew, and the thief's file is nowhere
        self.p.count(FINANCE)
        self.p.forget(MONEY, FINANCE)
        self.p.check_report()
        self.second_desk.sit_down()
        self.colleague.open(back)
        self.colleague.settle()
        assert self.p.state(self.colleague) == self.p.state(self.office)
        self.colleague.leave()
        self.p.own.sit_down()
        self.office.choose_side(FINANCE, MONEY, "2.100,5")
        self.p.check_report()
        self.office.settle_waiting(self.forged, Step.SET_ASIDE, "Do kẻ trộm niêm phong")
        self.p.check_report()

    def adjust_a_total(self) -> None:
        """Another figure is printed in place of a total, and goes on being printed when the shares change."""
        computed = printed(totals(self.p.round, self.p.counting)[UNITS].figure, self.p.round.indicators[UNITS])
        self.office.adjust(UNITS, "120", WHY)
        self.p.decided[UNITS] = Decided("120", WHY, computed)
        self.p.check_report()
        with self.p.at(JUSTICE) as officer:
            officer.correct({UNITS: "13"})
            fourth = self.p.send(officer.finish())
        self.office.take_in(fourth)
        self.p.count(JUSTICE, {CASES: "17", MONEY: "36,5", UNITS: "13"})
        self.p.check_report()

    def close_reopen_and_close(self) -> None:
        """What comes after the closing waits; reopened and closed anew, the report lists what changed."""
        words = self.p.heard.words
        self.p.clock.go_to(18)
        first, told = self.office.close_round("Báo cáo 6 tháng đầu năm")
        assert "8/8 đơn vị" in told
        assert say("ClosingDialog", "Files that wait for a decision: {count}.").partition("{")[0] not in told
        self.p.check_report()
        before = totals(self.p.round, self.p.counting, self.p.decided)
        with self.p.at(MINH_SON) as officer:
            officer.correct({IN_TIME: "91"})
            late = self.p.send(officer.finish())
        assert self.office.take_in(late)[late.name] == (words.state("waiting"), words.reason("round-closed"))
        self.p.check_report()
        assert "UBND thành phố Minh Sơn" in self.office.reopen("UBND thành phố Minh Sơn đính chính sau khi chốt")
        self.p.count(MINH_SON, {IN_TIME: "91"})
        self.p.check_report()
        second, told = self.office.close_round("Bản thay thế")
        assert second != first
        self.p.check_report()
        self.p.check_changes(before, against=first)
        self.p.check_closed_report(second)

    def lose_home_affairs_machine(self) -> None:
        """The copy in the safe and the mail folder end at the same digest."""
        self.office.copy_now()
        self.p.clock.go_to(19)
        with self.p.at(PHU_SON) as officer:
            officer.correct({IN_TIME: "89,5"})
            officer.take(self.round_file)
            officer.fill_in({MONEY: "62"}, [MONEY])
            last = self.p.send(officer.finish())
        # it waits, since the round is closed
        self.office.take_in(last)
        self.p.check_report()
        before = self.p.state(self.office)
        safe = self.p.stick.rename(self.p.stick.with_name("Két sắt"))
        self.office.leave()
        self.p.own.lose()
        safe.rename(self.p.stick)
        self.p.own = self.p.machine("so-noi-vu-may-moi")
        self.p.own.sit_down()
        self.office.open(self.p.newest_copy())
        self.office.settle()
        assert self.office.desk.workspace.path == documents() / "ReformDesk" / "home-affairs.rdesk"
        assert self.p.state(self.office) != before
        self.office.take_in(self.p.mail)
        assert self.p.state(self.office) == before
        self.p.check_report()
        # the key came along
        receipts = self.office.reply(documents() / "bien-nhan-cuoi.rdreply")
        with self.p.at(YEN_LAC) as officer:
            officer.take(receipts)
            receipt = say("RoundHomePage", "Receipt: no. {revision} was received {moment}")
            assert receipt.format(revision=1, moment="").strip() in words_on(officer.desk.home)


@pytest.fixture
def hard_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: Hands, heard: HeardMessages, open_window: Open, qtbot: QtBot
) -> HardRound:
    return HardRound(Province(tmp_path, monkeypatch, (hands, heard, open_window, qtbot)))


def test_a_hard_round(hard_round: HardRound, heard: HeardMessages) -> None:
    for title, played in (
        ("Home Affairs begins from paper", hard_round.begin_from_paper),
        ("the round is opened", hard_round.open_the_round),
        ("six agencies report in time", hard_round.send_in_time),
        ("keys that nobody knows wait", hard_round.unknown_keys_wait),
        ("a colleague begins a second desk", hard_round.begin_a_second_desk),
        ("two machines seal one number", hard_round.choose_between_two_of_one_number),
        ("a number is missing", hard_round.wait_for_the_missing_number),
        ("a return is answered", hard_round.ask_back_and_be_answered),
        ("the round is corrected in the middle", hard_round.correct_the_round),
        ("a machine is stolen, and its desk put back", hard_round.lose_a_machine_to_a_thief),
        ("figures come by telephone", hard_round.enter_for_who_telephones),
        ("the agency's own file overtakes them", hard_round.overtake_the_entry),
        ("an agency comes late", hard_round.come_late),
        ("two desks are brought together", hard_round.bring_two_desks_together),
        ("a total is adjusted", hard_round.adjust_a_total),
        ("the round is closed, reopened and closed", hard_round.close_reopen_and_close),
        ("Home Affairs' machine is lost", hard_round.lose_home_affairs_machine),
    ):
        with step(title):
            played()
    assert heard.problems == []
