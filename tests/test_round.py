"""One whole round on the real figures: the report prints the tables again, and nothing else moves it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from reformdesk.core import entry, filing, merged, store
from reformdesk.core.values import Mark, Number, Status, Value
from reformdesk.exchange.payload import ReplyDocument, RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import verify
from tests.demo import (
    AGENCIES,
    FOLDER,
    NEWEST,
    ROUNDS,
    Said,
    copy_of_agency,
    exchange_files,
    hand_in_again,
    submission_files,
)
from tests.printed import (
    BEHIND,
    CellPlace,
    Report,
    differences,
    differences_between_reports,
    number_of,
    read_report,
    rendered,
    transcription,
)
from tests.seed_document import read_seed, seed_path


def test_the_demo_has_the_files_that_the_contract_names(demo: Path) -> None:
    assert demo.name == FOLDER
    assert (demo / "home-affairs.rdesk").is_file()
    assert len(list((demo / "agencies").glob("*.rdesk"))) == AGENCIES
    assert [path.name for path in sorted((demo / "rounds").iterdir())] == [f"{name}.rdround" for name in ROUNDS]
    agencies = sorted(path.stem for path in (demo / "agencies").glob("*.rdesk"))
    for round_id in ROUNDS:
        handed_in = sorted(path.name for path in (demo / "submissions" / round_id).iterdir())
        assert set(handed_in) <= {f"{agency}-r1.rdsub" for agency in agencies}
        answered = sorted(path.name for path in (demo / "replies" / round_id).iterdir())
        assert answered == [f"{Path(name).stem}.rdreply" for name in handed_in]
    assert len(submission_files(demo)) == AGENCIES
    assert {path.name for path in demo.iterdir() if path.is_file()} == {
        "home-affairs.rdesk",
        "report.xlsx",
        "report.docx",
        "report.csv",
    }


def test_every_file_name_of_the_demo_is_ascii(demo: Path) -> None:
    assert all(path.relative_to(demo).as_posix().isascii() for path in demo.rglob("*"))


def test_nothing_unfinished_stays_behind(demo: Path) -> None:
    assert not [path for path in demo.rglob("*") if path.suffix in (".part", ".rdesk-wal", ".rdesk-journal")]


def test_the_report_prints_the_tables_again(demo: Path) -> None:
    assert differences(read_report(demo / "report.xlsx"), transcription()) == []


def test_the_report_prints_the_seed_document_again(demo: Path) -> None:
    path = seed_path()
    if path is None:
        pytest.skip("the seed document is not beside this checkout")
    assert differences(read_report(demo / "report.xlsx"), read_seed(path)) == []


def test_what_an_agency_hands_in_holds_its_own_indicators_alone(demo: Path) -> None:
    answered = {}
    for path in submission_files(demo):
        document = verify(path.read_bytes()).document
        assert isinstance(document, SubmissionDocument)
        assert path.name == f"{document.agency}-r{document.revision}.rdsub"
        answered[document.agency] = {line["indicator"] for line in document.answers}
    assert len(set().union(*answered.values())) == 80
    assert "civil-servants-recruited" in answered["so-noi-vu"]
    assert all("civil-servants-recruited" not in names for agency, names in answered.items() if agency != "so-noi-vu")
    assert all(answered.values())


def test_rounds_and_replies_name_each_other_by_digest(demo: Path) -> None:
    rounds = {}
    for round_id in ROUNDS:
        verified = verify((demo / "rounds" / f"{round_id}.rdround").read_bytes())
        assert isinstance(verified.document, RoundDocument)
        assert verified.document.id == round_id
        rounds[round_id] = verified.digest
    submitted = {}
    for path in exchange_files(demo):
        verified = verify(path.read_bytes())
        if isinstance(verified.document, SubmissionDocument):
            assert verified.document.round_digest == rounds[verified.document.round_id]
            submitted[verified.digest] = verified.document.agency
    for path in sorted((demo / "replies").rglob("*.rdreply")):
        verified = verify(path.read_bytes())
        assert isinstance(verified.document, ReplyDocument)
        (item,) = verified.document.items
        assert submitted[item["submission"]] == item["agency"] == path.stem.removesuffix("-r1")
        assert (item["type"], item["state"]) == ("receipt", "accepted")


def test_a_round_brings_earlier_answers_along(demo: Path) -> None:
    carried = []
    for round_id in ROUNDS:
        document = verify((demo / "rounds" / f"{round_id}.rdround").read_bytes()).document
        assert isinstance(document, RoundDocument)
        carried.append([past["round"] for past in document.earlier])
    assert carried == [list(ROUNDS[:place]) for place in range(len(ROUNDS))]
    assert all(len(before) < len(after) for before, after in pairwise(carried))


@dataclass(frozen=True)
class Slip:
    """A digit that an agency writes otherwise, and the cell that must show it; ``more`` is added to what stands."""

    agency: str
    indicator: str
    place: CellPlace
    before: str
    after: str
    more: int = 0
    instead: Value = Status.BLANK
    round: str = NEWEST


SLIPS = [
    Slip("so-tu-phap", "civil-servants-present", CellPlace("5", 4, 7), "2.932", "2.933", more=1),
    Slip("so-tai-chinh", "state-funded-province", CellPlace("6", 18, 6), "37", "38", more=1),
    Slip("so-noi-vu", "reform-contest", CellPlace("1", 6, 7), "x", "0", instead=Mark(held=False)),
    Slip("so-noi-vu", "reform-contest", CellPlace("1", 6, 5), "", "x", instead=Mark(held=True), round="2022"),
    Slip(
        "so-noi-vu",
        "province-satisfaction",
        CellPlace("1", 15, 7),
        "Đang triển khai",
        "Chưa thực hiện",
        instead=Status.NOT_DONE,
    ),
    Slip("so-noi-vu", "agency-satisfaction", CellPlace("1", 19, 7), "", "88,5", instead=Number(Decimal("88.5"))),
    Slip("so-thong-tin-va-truyen-thong", "online-payment-rate", CellPlace("7", 14, 7), "33,2", "34,2", more=1),
]


def _changed(before: Report, after: Report, slip: Slip) -> list[CellPlace]:
    """Where two reports' tables differ; what is said of a figure below its own table may change with it."""
    return [
        place
        for place in differences_between_reports(before, after)
        if place.sheet not in BEHIND
        if place.sheet != slip.place.sheet or not (_is_note(before, place) or _is_note(after, place))
    ]


def _is_note(report: Report, place: CellPlace) -> bool:
    """Whether a line below a table stands there, which begins with the sign that it explains."""
    lines = report[place.sheet][place.row - 1 : place.row]
    return bool(lines) and re.match(r"\(\S{1,3}\) ", str(lines[0][place.column - 1].value)) is not None


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.indicator}-{slip.round}")
def test_one_digit_changes_exactly_the_cells_that_depend_on_it(
    slip: Slip, demo: Path, office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    desk = copy_of_agency(demo, slip.agency, tmp_path)
    sent = hand_in_again(desk, {slip.indicator: _slipped(desk, slip)}, slip.round)
    assert sent.revision == 2
    file = tmp_path / sent.file_name
    file.write_bytes(sent.content)
    assert command("merge", "--workspace", office, file).code == 0
    changed = tmp_path / "report.xlsx"
    assert command("report", "--workspace", office, "--to", changed).code == 0
    before, after = read_report(demo / "report.xlsx"), read_report(changed)
    assert _changed(before, after, slip) == [slip.place]
    assert (_shown(before, slip.place), _shown(after, slip.place)) == (slip.before, slip.after)


def _slipped(desk: Path, slip: Slip) -> Value:
    if not slip.more:
        return slip.instead
    with store.open_workspace(desk) as workspace:
        stands = entry.current_values(workspace, slip.round)[slip.indicator]
    assert isinstance(stands, Number)
    return Number(stands.amount + slip.more)


def _shown(report: Report, place: CellPlace) -> str:
    cell = report[place.sheet][place.row - 1][place.column - 1]
    number = number_of(cell)
    if number is None:
        return str(cell.value or "")
    # a sign behind the figure names a line below the table
    return re.sub(r" \(\S{1,3}\)$", "", rendered(number, cell.number_format))


def test_two_digits_in_one_district_change_one_round_of_part_four_alone(
    demo: Path, office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    agency = next(path.name.removesuffix("-r1.rdsub") for path in submission_files(demo) if "huyen" in path.name)
    slip = Slip(agency, "district-divisions", CellPlace("4.2", 3, 3), "204", "205", more=1)
    desk = copy_of_agency(demo, agency, tmp_path)
    first = hand_in_again(desk, {slip.indicator: _slipped(desk, slip)})
    second = hand_in_again(desk, {slip.indicator: _slipped(desk, slip)})
    for sent in (second, first):
        (tmp_path / sent.file_name).write_bytes(sent.content)
        assert command("merge", "--workspace", office, tmp_path / sent.file_name).code == 0
    assert command("report", "--workspace", office, "--to", tmp_path / "r.xlsx").code == 0
    before, after = read_report(demo / "report.xlsx"), read_report(tmp_path / "r.xlsx")
    assert _changed(before, after, slip) == [slip.place]
    assert (_shown(before, slip.place), _shown(after, slip.place)) == ("204", "206")


def test_a_correction_leaves_the_first_revision_in_the_workspace(
    demo: Path, office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    agency = "so-tu-phap"
    desk = copy_of_agency(demo, agency, tmp_path)
    sent = hand_in_again(desk, {"civil-servants-present": Number(Decimal(5))})
    (tmp_path / sent.file_name).write_bytes(sent.content)
    assert command("merge", "--workspace", office, tmp_path / sent.file_name).code == 0
    first = verify((demo / "submissions" / NEWEST / f"{agency}-r1.rdsub").read_bytes())
    with store.open_workspace(office) as workspace:
        stand = {one.revision: one for one in merged.received(workspace, NEWEST) if one.agency == agency}
        kept = filing.data_of(workspace, first.digest)
    assert [(stand[1].state, stand[1].counts), (stand[2].state, stand[2].counts)] == [
        ("accepted", False),
        ("accepted", True),
    ]
    assert kept == first.data
