"""A hard round in the real windows: whatever can go wrong between eight agencies and Home Affairs does.

The report that the windows write is held against the tests' own totals (`tests/own_sums.py`) after every step.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reformdesk.core.board import MISSING, WAITING
from tests.own_sums import round_json
from tests.ui.conftest import Hands, HeardMessages, Open, documents
from tests.ui.hard_round import (
    AGENCIES,
    FINANCE,
    HEALTH,
    HOA_AN,
    HOME_AFFAIRS,
    JUSTICE,
    PHU_SON,
    TABLES,
    Province,
    step,
)

ROUND = "2024-h1"
IN_TIME = (HOME_AFFAIRS, JUSTICE, FINANCE, HEALTH, HOA_AN, PHU_SON)
"""Who sends on the first days; the others come later, or never."""


class HardRound:
    """What happens, one after the other."""

    def __init__(self, province: Province) -> None:
        self.p = province
        self.office = province.office

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
        for agency in IN_TIME:
            self.p.begin(agency, self.round_file)
            self.p.report_for(agency)
            self.p.rise(agency)

    def unknown_keys_wait(self) -> None:
        """Nothing counts before a code was compared; one that nobody answers the telephone for counts provisionally."""
        words = self.p.heard.words
        verdicts = self.office.take_in(self.p.mail)
        assert verdicts == {
            f"{agency}-r1.rdsub": (words.state("waiting"), words.reason("key-unknown")) for agency in IN_TIME
        }
        assert {line.agency.id for line in self.office.lines() if line.state == WAITING} == set(IN_TIME)
        self.p.check_report()
        self.office.review(HEALTH)
        self.office.decide("Accept provisionally")
        self.p.count(HEALTH, provisional=True)
        for agency in IN_TIME:
            if agency != HEALTH:
                self.office.compare(agency, self.p.officers[agency].code)
                self.p.count(agency)
        self.p.check_report()
        self.office.compare(HEALTH, self.p.officers[HEALTH].code)
        self.p.count(HEALTH)
        self.p.check_report()


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
    ):
        with step(title):
            played()
    assert heard.problems == []
