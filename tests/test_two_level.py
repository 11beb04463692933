"""The round after the district level: 134 agencies, a set made from the printed one, totals computed apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from reformdesk.core import board, reporting, roundbook, sample, store
from reformdesk.exchange.verification import verify
from reformdesk.office import export
from reformdesk.report_checking import check_report
from tests import own_report, own_sums
from tests.demo import AGENCIES, ROUNDS, Said
from tests.own_sums import Counting, OwnTotal, Round
from tests.printed import differences, differences_between_reports, read_report, transcription

ROUND = "2025"
GONE_ON, NEW = "so-noi-vu", "so-nong-nghiep-va-moi-truong"
WITHOUT_DOSSIERS, UNDER_WAY = "ubnd-xa-nam-tau", "ubnd-xa-tra-van"


@pytest.fixture(scope="module")
def round_(two_level: Path) -> Round:
    return own_sums.round_json(two_level / "rounds" / f"{ROUND}.rdround")


@pytest.fixture(scope="module")
def handed_in(two_level: Path) -> Mapping[str, Counting]:
    return {
        path.name.removesuffix("-r1.rdsub"): Counting(_typed(path))
        for path in sorted((two_level / "submissions" / ROUND).iterdir())
    }


@pytest.fixture(scope="module")
def totals(round_: Round, handed_in: Mapping[str, Counting]) -> dict[str, OwnTotal]:
    return own_sums.totals(round_, handed_in)


def _typed(path: Path) -> dict[str, str]:
    with ZipFile(path) as container:
        document = json.loads(container.read("submission.json"))
    return {line["indicator"]: _written(line["value"]) for line in document["answers"]}


def _written(value: Mapping[str, Any]) -> str:
    """As it is typed in Vietnam."""
    said = {code: words for words, code in own_sums.WORDS.items()} | {"blank": ""}
    if "status" in value:
        return said[value["status"]]
    if "rates" in value:
        return "\n".join(f"{one['label']}: {one['rate'].replace('.', ',')}%" for one in value["rates"])
    return str(value.get("number", "")).replace(".", ",") or str(value.get("mark") or value.get("text"))


def test_the_report_prints_the_totals_that_the_test_computes(two_level: Path, totals: Mapping[str, OwnTotal]) -> None:
    round_ = own_sums.round_json(two_level / "rounds" / f"{ROUND}.rdround")
    assert own_report.in_xlsx(two_level / f"report-{ROUND}.xlsx", round_, totals) == []


def test_every_figure_of_the_data_comes_back(round_: Round, totals: Mapping[str, OwnTotal]) -> None:
    planned = sample.read_two_level().figures[ROUND]
    blocks = round_.json["catalogue"]["blocks"]
    told = {name: own_sums.read(text, round_.indicators[name], blocks) for name, text in planned.items()}
    assert {name: totals[name].figure for name in told} == told


def test_a_rate_is_that_of_the_sums_and_leaves_out_to_whom_it_does_not_apply(
    round_: Round, handed_in: Mapping[str, Counting], totals: Mapping[str, OwnTotal]
) -> None:
    rate = totals["on-time-rate-commune"]
    # 318.044 of 327.512
    assert own_sums.printed(rate.figure, round_.indicators["on-time-rate-commune"]) == "97,11"
    assert (rate.shares[WITHOUT_DOSSIERS].said, rate.shares[UNDER_WAY].said) == ("not-applicable", "in-progress")
    assert rate.coverage == "119/119"
    assert len({share.number for share in rate.shares.values()}) > 40
    assert not any("on-time-rate-commune" in one.typed for one in handed_in.values())


def test_the_board_shows_the_agencies_of_the_day(two_level: Path, tmp_path: Path) -> None:
    path = _copy(two_level / sample.HOME_AFFAIRS, tmp_path)
    with store.open_workspace(path) as office:
        opened = roundbook.load(office, ROUND).opened_at
        now, before = (board.read_board(office, name, opened) for name in (ROUND, ROUNDS[-1]))
    assert (len(now.lines), len(before.lines)) == (134, AGENCIES)
    assert {line.state for line in now.lines} == {board.RECEIVED}
    assert now.totals()["3"] == (121, 121)


def test_keys_go_on_where_the_agency_does_and_are_new_where_it_is(two_level: Path) -> None:
    def key(round_id: str, agency: str) -> str:
        return verify((two_level / "submissions" / round_id / f"{agency}-r1.rdsub").read_bytes()).signers[0].fingerprint

    assert key(ROUND, GONE_ON) == key(ROUNDS[-1], GONE_ON)
    before = {key(ROUNDS[-1], one) for one in ("so-nong-nghiep-va-ptnt", "so-tai-nguyen-va-moi-truong")}
    assert key(ROUND, NEW) not in before


def test_a_new_agencys_desk_has_its_receipt(two_level: Path, tmp_path: Path) -> None:
    path = _copy(two_level / "agencies" / f"{NEW}.rdesk", tmp_path)
    with store.open_workspace(path) as desk:
        assert roundbook.round_ids(desk) == [ROUND]
        assert desk.rows("SELECT count(*) AS n FROM files WHERE kind = 'reply'") == [{"n": 1}]


def _copy(path: Path, folder: Path) -> Path:
    target = folder / path.name
    target.write_bytes(path.read_bytes())
    return target


def test_a_report_over_both_sets_prints_each_years_tables_in_their_own_words(two_level: Path, tmp_path: Path) -> None:
    whole, before = tmp_path / "whole.xlsx", tmp_path / "before.xlsx"
    with store.open_workspace(_copy(two_level / sample.HOME_AFFAIRS, tmp_path)) as office:
        before.write_bytes(export.render(before.name, reporting.read(office, ROUNDS)))
        whole.write_bytes(export.render(whole.name, reporting.read(office)))
        assert check_report(whole, office).sound
    # the years of the printed tables stay as they were
    assert differences(read_report(before), transcription()) == []
    sheets, ended, names = read_report(whole), f" (đến {ROUNDS[-1]})", list(transcription())
    changed = [name for name in names if name != "2"]
    printed = [name for name in sheets if name.removesuffix(ended) in names]
    assert printed == [*names, *(f"{name}{ended}" for name in changed)]
    # what is worded alike runs through: the last column is the new round's
    assert [row[-1].value for row in sheets["2"]][:2] == ["Năm 2025", 102]
    old = {name: sheets.get(f"{name}{ended}", [row[:-1] for row in sheets[name]]) for name in names}
    assert differences(old, transcription()) == []
    alone = read_report(two_level / f"report-{ROUND}.xlsx")
    assert not differences_between_reports(*({name: one[name] for name in changed} for one in (sheets, alone)))


def test_rounds_of_an_example_are_reported_where_they_are_named(
    two_level: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    path, target = _copy(two_level / sample.HOME_AFFAIRS, tmp_path), tmp_path / "r.xlsx"
    said = command("report", "--workspace", path, "--to", target)
    assert (said.code, ROUND in said.err) == (0, True)
    assert differences(read_report(target), transcription()) == []
    said = command("report", "--workspace", path, "--to", target, "--rounds", ROUND)
    assert (said.code, said.err) == (0, "")
    alone = read_report(two_level / f"report-{ROUND}.xlsx")
    assert differences_between_reports(read_report(target), alone) == []


def test_the_command_plays_both_and_writes_a_report_on_each(
    two_level: Path, tmp_path: Path, command: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    def play(target: Path, passphrase: str, progress: sample.Progress) -> Path:
        progress(ROUNDS[-1], AGENCIES, AGENCIES)
        target.mkdir()
        return _copy(two_level / sample.HOME_AFFAIRS, target)

    def go_on(target: Path, passphrase: str, progress: sample.Progress) -> None:
        assert (target / sample.HOME_AFFAIRS).is_file()
        progress(ROUND, 134, 134)

    monkeypatch.setattr(sample, "play", play)
    monkeypatch.setattr(sample, "play_two_level", go_on)
    target = tmp_path / "demo"
    said = command("demo", "--to", target, "--no-window")
    lines = said.out.splitlines()
    assert (said.code, lines[:2]) == (
        0,
        [f"Round {ROUNDS[-1]}: 39 of 39 agencies", f"Round {ROUND}: 134 of 134 agencies"],
    )
    digest = command("digest", "--workspace", target / sample.HOME_AFFAIRS).out.strip()
    assert lines[2].endswith(digest)
    written = {path.name for path in target.glob("report*")}
    assert written == {"report.xlsx", "report.docx", "report.csv", f"report-{ROUND}.xlsx"}
