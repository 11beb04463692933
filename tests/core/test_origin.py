"""What a report says it was made from, and that it can be read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reformdesk.core import closed_report, closings, merged, origin, reporting, store
from reformdesk.core.report import Report
from reformdesk.errors import Mendable
from tests.core.builders import NOW
from tests.demo import NEWEST, ROUNDS


def test_it_names_the_state_and_each_rounds_issue_and_files(office: Path) -> None:
    with store.open_workspace(office) as desk:
        report = reporting.read(desk)
        made = origin.of(report)
        assert made.state == merged.digest(desk)
        counting = {row.agency: row for row in merged.received(desk, NEWEST) if row.counts}
    assert [one.id for one in made.rounds] == list(ROUNDS)
    newest = made.rounds[-1]
    assert newest.issue == report.newest.digest
    assert newest.closing == ""
    assert {agency: one.digest for agency, one in newest.counted.items()} == {
        agency: row.digest for agency, row in counting.items()
    }
    assert {one.revision for one in newest.counted.values()} == {row.revision for row in counting.values()}


def test_it_is_read_back(office: Path) -> None:
    with store.open_workspace(office) as desk:
        made = origin.of(reporting.read(desk))
    written = origin.as_json(made)
    assert origin.parse(written) == made
    assert origin.as_json(origin.parse(written)) == written


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": "reformdesk-origin/2", "rounds": []}'])
def test_anything_else_is_no_origin(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        origin.parse(content)


def test_a_mangled_origin_is_none(office: Path) -> None:
    with store.open_workspace(office) as desk:
        wire = json.loads(origin.as_json(origin.of(reporting.read(desk, [NEWEST]))))
    wire["rounds"][0]["counted"] = ["so-tu-phap"]
    with pytest.raises(ValueError, match="no origin"):
        origin.parse(json.dumps(wire).encode())


def test_the_report_of_a_closing_names_it(office: Path) -> None:
    with store.open_workspace(office) as desk:
        closing, _ = closings.close(desk, NEWEST, "", "Thu", NOW)
        standing = origin.of(reporting.read(desk, [NEWEST])).rounds[0]
        closed = origin.of(reporting.of_closing(closed_report.as_closed(desk, NEWEST, "1"))).rounds[0]
    assert standing.closing == closed.closing == closing.digest
    assert closed.counted == standing.counted


def test_a_report_has_its_shares_apart(office: Path) -> None:
    with store.open_workspace(office) as desk:
        report = reporting.read(desk, [NEWEST])
        whole = list(report.whole())
        again = list(report.whole())
    assert not any(total.shares for part in report.parts for total in part.totals.values())
    assert any(total.shares for part in whole for total in part.totals.values())
    assert [part.for_printing().totals for part in whole] == [part.totals for part in report.parts]
    assert len(again) == len(whole) == 1


def test_what_came_meanwhile_is_told(office: Path) -> None:
    with store.open_workspace(office) as desk:
        report = reporting.read(desk, [NEWEST])
        with desk.atomic():
            desk.db.execute("UPDATE standing SET counts = 0 WHERE round = :round", {"round": NEWEST})
        with pytest.raises(Mendable) as told:
            list(report.whole())
    assert told.value.code == "report-overtaken"


def test_a_desk_without_rounds_has_no_report(tmp_path: Path) -> None:
    made = store.create(tmp_path / "w.rdesk", store.Office.HOME_AFFAIRS, "so-noi-vu", NOW)
    with made as desk, pytest.raises(Mendable) as told:
        reporting.read(desk)
    assert told.value.code == "no-round"
    with pytest.raises(IndexError):
        Report.of([], "").newest  # noqa: B018 - asked for where there is none
