"""Evidence beside an indicator: kept, undone, limited, and sent along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import enclosures, entry, history, narratives, submission, units
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import SubmissionDocument, content_digest
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW, indicator, key, number, opened

PDF, PNG = b"%PDF-1.7\nQuyet dinh", b"\x89PNG\r\n\x1a\nanh"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Workspace, Round]]:
    workspace, round_ = opened(tmp_path, indicator("n"), indicator("m"))
    yield workspace, round_
    workspace.close()


def enclose(desk: tuple[Workspace, Round], title: str, content: bytes = PDF, name: str = "n") -> Enclosure:
    workspace, round_ = desk
    return enclosures.enclose(workspace, round_, name, title, content, NOW)


def titles(desk: tuple[Workspace, Round]) -> list[tuple[str, str]]:
    workspace, round_ = desk
    return [(one.indicator, one.title) for one in enclosures.enclosures(workspace, round_.id)]


def test_a_file_stands_beside_its_indicator_until_it_is_taken_out(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    made = enclose(desk, "Quyết định 12.pdf")
    enclose(desk, "Ảnh.PNG", PNG, "m")
    assert titles(desk) == [("m", "Ảnh.PNG"), ("n", "Quyết định 12.pdf")]
    assert enclosures.content_of(workspace, made.sha256) == PDF
    enclosures.take_out(workspace, round_, made, NOW)
    assert titles(desk) == [("m", "Ảnh.PNG")]
    assert entry.undo(workspace, round_.id, NOW) == "n"
    assert titles(desk) == [("m", "Ảnh.PNG"), ("n", "Quyết định 12.pdf")]
    assert enclosures.content_of(workspace, made.sha256) == PDF
    assert history.problems(workspace) == []


@pytest.mark.parametrize(
    ("title", "content", "code"),
    [
        ("trống.pdf", b"", "evidence-empty"),
        ("chương trình.exe", b"MZ", "evidence-kind"),
        ("giả.pdf", b"MZ\x90", "evidence-kind"),
        ("không đuôi", PDF, "evidence-kind"),
        ("ảnh.svg", b"<svg", "evidence-kind"),
    ],
)
def test_what_is_no_evidence_is_told(desk: tuple[Workspace, Round], title: str, content: bytes, code: str) -> None:
    with pytest.raises(Mendable, match=code):
        enclose(desk, title, content)
    assert titles(desk) == []


def test_the_round_sets_how_much_may_be_sent(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    tight = (workspace, replace(round_, evidence_limit=3 * 1024 * 1024))
    enclose(tight, "một.pdf", PDF + b"1" * 2 * 1024 * 1024)
    with pytest.raises(Mendable, match="evidence-too-large") as caught:
        enclose(tight, "hai.pdf", PDF + b"2" * 2 * 1024 * 1024)
    assert caught.value.params["left"] == 0
    enclose(tight, "ba.pdf")
    assert len(titles(desk)) == 2
    # the same file once more takes no more room
    enclose(tight, "một.pdf", PDF + b"1" * 2 * 1024 * 1024, "m")


def test_another_folder_in_the_title_is_not_taken_over(desk: tuple[Workspace, Round]) -> None:
    assert enclose(desk, "../../Quyết định.pdf").title == "Quyết định.pdf"


def test_one_file_for_two_indicators_goes_out_under_two_names(desk: tuple[Workspace, Round]) -> None:
    first, second = enclose(desk, "Quyết định.pdf"), enclose(desk, "Quyết định.pdf", name="m")
    assert first.sha256 == second.sha256
    assert first.file_name != second.file_name
    assert first.file_name.isascii()
    assert first.file_name.endswith("-quyet-dinh.pdf")


def test_it_goes_out_with_the_submission_and_so_do_narratives(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    entry.set_value(workspace, round_, "n", number("1"), NOW)
    made = enclose(desk, "Quyết định.pdf")
    narratives.set_narrative(workspace, round_, "1", "  Ban hành kế hoạch  cải cách.\n", NOW)
    sent, _ = submission.finish(workspace, round_, key(), "Hà", NOW)
    verified = verify(sent.content)
    document = verified.document
    assert isinstance(document, SubmissionDocument)
    assert verified.attachments == {made.file_name: PDF}
    assert [(one["title"], one["indicator"]) for one in document.attachments] == [("Quyết định.pdf", "n")]
    assert document.narratives == ({"area": "1", "text": "Ban hành kế hoạch  cải cách."},)
    assert content_digest(document) != content_digest(replace(document, narratives=()))
    assert content_digest(document) == content_digest(replace(document, attachments=()))
    with pytest.raises(Mendable, match="nothing-changed"):
        submission.finish(workspace, round_, key(), "Hà", NOW)
    enclose(desk, "Ảnh.png", PNG)
    assert submission.finish(workspace, round_, key(), "Hà", NOW)[0].revision == 2
    narratives.set_narrative(workspace, round_, "1", "", NOW)
    assert submission.finish(workspace, round_, key(), "Hà", NOW)[0].revision == 3


def test_units_go_out_only_where_the_round_wants_them(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_units(workspace, ["Phòng Nội vụ"])
    units.set_figures(workspace, round_, "n", {"phong-noi-vu": units.Figure(Decimal(12))}, NOW)
    assert submission.draft(workspace, round_, "", NOW).details == ()
    wanted = submission.draft(workspace, replace(round_, details=True), "", NOW)
    assert wanted.details == ({"indicator": "n", "units": [{"name": "Phòng Nội vụ", "part": "12"}]},)


def test_a_value_beside_its_units_wants_a_word(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    units.set_units(workspace, ["Phòng Nội vụ"])
    units.set_figures(workspace, round_, "n", {"phong-noi-vu": units.Figure(Decimal(12))}, NOW)
    assert submission.readiness(workspace, round_).unexplained == ()
    entry.set_value(workspace, round_, "n", number("15"), NOW)
    (found,) = submission.readiness(workspace, round_).unexplained
    assert (found.code, found.params, found.blocks) == ("units-differ", (("sum", "12"),), False)


def test_a_narrative_too_long_or_of_a_strange_area_is_told(desk: tuple[Workspace, Round]) -> None:
    workspace, round_ = desk
    with pytest.raises(Mendable, match="narrative-too-long"):
        narratives.set_narrative(workspace, round_, "1", "x" * 6001, NOW)
    with pytest.raises(Mendable, match="not-owed"):
        narratives.set_narrative(workspace, round_, "9", "x", NOW)
    assert narratives.narratives(workspace, round_.id) == {}
