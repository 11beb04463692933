"""Entering on behalf of an agency: the draft, what is sealed, and what stands when the agency's own file comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reformdesk.core import decisions, entered, filing, inbox, intake, journal, merged, narratives, pins, store
from reformdesk.core.answers import Given
from reformdesk.core.entered import Draft, How, Source
from reformdesk.core.evidence import papers
from reformdesk.core.merged import Received
from reformdesk.core.remarks import ENTERED
from reformdesk.core.report import Report, tidy_rows
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import kept_submission
from reformdesk.exchange.verification import seal, verify
from reformdesk.office import export
from tests.core.builders import number
from tests.core.desks import Desks, at_work, key, pin

TOLD = Source(How.TELEPHONE, "Chị Hoa", "2024-06-21T08:00:00Z", "")
PDF = b"%PDF-1.7 a scan"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        yield made


def draft(desks: Desks, agency: str = "b") -> Draft:
    return entered.draft(desks.office, desks.round.id, agency)


def enter(desks: Desks, source: Source = TOLD, **figures: str | Value) -> Received:
    """Enter figures for agency ``b`` and seal them."""
    type_in(desks, source, **figures)
    return entered.seal_entry(desks.office, draft(desks), "Lan", desks.office_key, desks.tick())[0]


def type_in(desks: Desks, source: Source = TOLD, **figures: str | Value) -> None:
    new = {
        name: Given(number(one) if isinstance(one, str) and not isinstance(one, Status) else one)
        for name, one in figures.items()
    }
    entered.set_answers(desks.office, desks.round, "b", new, desks.tick())
    entered.set_source(desks.office, desks.round.id, "b", source, desks.tick())


def sent(desks: Desks, **figures: str) -> Received:
    """Let the agency send figures of its own, with a compared key."""
    desks.type(**figures)
    verdict = desks.take(desks.finish())
    pin(desks, desks.agency_key.fingerprint)
    return next(one for one in desks.received() if one.digest == verdict.digest)


def standing(desks: Desks) -> dict[str, tuple[bool, bool, tuple[str, ...]]]:
    """Return how each submission stands: whether it counts, is entered, and why it waits."""
    return {one.digest: (one.counts, one.entered, one.reasons) for one in desks.received()}


def figures(desks: Desks, name: str = "m") -> tuple[Value, str, int]:
    total = merged.consolidated(desks.office)[0].totals[name]
    return total.value, total.coverage, total.entered


def test_an_entry_counts_at_once_and_says_where_it_comes_from(desks: Desks) -> None:
    made = enter(desks, m="7", n="8")
    assert (made.state, made.counts, made.entered, made.revision, made.channel) == ("accepted", True, True, 1, "own")
    document = kept_submission(filing.data_of(desks.office, made.digest))
    facts = entered.facts_in(document)
    assert facts is not None
    assert (facts.by, facts.source, facts.follows) == ("Lan", TOLD, None)
    assert figures(desks) == (number("7"), "1/2", 1)
    assert figures(desks, "o")[1:] == ("0/2", 0), "what nobody said is not covered"
    assert not draft(desks).is_begun, "a sealed draft is done with"
    assert verify(filing.bytes_of(desks.office, made.digest)).signers[0].fingerprint == desks.office_key.fingerprint


def test_a_draft_is_kept_and_thrown_away(desks: Desks) -> None:
    type_in(desks, m="7")
    entered.set_answers(desks.office, desks.round, "b", {"m": Given(explanation="Theo điện  thoại")}, desks.tick())
    kept = draft(desks)
    assert (kept.answer("m").value, kept.answer("m").explanation, kept.source) == (
        number("7"),
        "Theo điện  thoại",
        TOLD,
    )
    assert kept.is_begun
    assert kept.blanks == ("n", "o")
    before = merged.digest(desks.office)
    entered.discard(desks.office, desks.round.id, "b")
    assert not draft(desks).is_begun
    assert merged.digest(desks.office) == before, "a draft is nobody's business"


def test_nothing_is_sealed_without_figures_a_source_and_a_name(desks: Desks) -> None:
    def refused(code: str, by: str = "Lan") -> None:
        with pytest.raises(Mendable, match=code):
            entered.seal_entry(desks.office, draft(desks), by, desks.office_key, desks.tick())

    refused("entry-source-missing")
    type_in(desks)
    refused("entry-empty")
    type_in(desks, m=Status.NOT_DONE)
    refused("officer-missing", by="  ")
    for lacking in (Source(How.PAPER, "", TOLD.given_at), Source(How.PAPER, "Hoa"), Source(How.OTHER, "H", "x")):
        entered.set_source(desks.office, desks.round.id, "b", lacking, desks.tick())
        refused("entry-source-missing")
    type_in(desks, m="-1")
    refused("errors-open")
    assert desks.received() == []
    with pytest.raises(Mendable, match="not-owed"):
        type_in(desks, x="1")
    with pytest.raises(Mendable, match="nothing-owed"):
        draft(desks, "nobody")


def test_only_a_key_of_the_office_s_own_seals(desks: Desks) -> None:
    type_in(desks, m="7")
    for foreign in (desks.agency_key, key("Sở Nội vụ")):
        with pytest.raises(Mendable, match="entry-foreign-key"):
            entered.seal_entry(desks.office, draft(desks), "Lan", foreign, desks.tick())
    pins.revoke(
        desks.office,
        pins.Revocation(
            "home-affairs", desks.office_key.fingerprint, frozenset(), "mất", "Lan", "2024-06-22T00:00:00Z"
        ),
        desks.tick(),
    )
    with pytest.raises(Mendable, match="own-key-revoked"):
        entered.seal_entry(desks.office, draft(desks), "Lan", desks.office_key, desks.tick())


def test_papers_go_along_and_are_no_signed_form(desks: Desks) -> None:
    type_in(desks, Source(How.PAPER, "Anh Nam", "2024-06-21T08:00:00Z", "12/BC-STP ngày 20/6/2024"), m="7")
    for title in ("Bản quét.pdf", "Biểu.pdf"):
        entered.attach(desks.office, desks.round, "b", title, PDF + title.encode(), desks.tick())
    entered.attach(desks.office, desks.round, "b", "Biểu.pdf", PDF + "Biểu.pdf".encode(), desks.tick())
    first, _ = draft(desks).papers
    entered.detach(desks.office, desks.round.id, "b", first.sha256, desks.tick())
    for title, content, code in (("x.exe", b"MZ", "evidence-kind"), ("x.pdf", b"", "evidence-empty")):
        with pytest.raises(Mendable, match=code):
            entered.attach(desks.office, desks.round, "b", title, content, desks.tick())
    with pytest.raises(Mendable, match="evidence-too-large"):
        entered.attach(desks.office, desks.round, "b", "x.pdf", PDF + bytes(21 * 1024 * 1024), desks.tick())
    made, _ = entered.seal_entry(desks.office, draft(desks), "Lan", desks.office_key, desks.tick())
    found = verify(filing.bytes_of(desks.office, made.digest))
    assert list(found.attachments.values()) == [PDF + "Biểu.pdf".encode()]
    assert papers(found) == (), "a scan of a letter is not a form that somebody signed"


def test_a_correction_begins_with_the_entry_and_follows_it(desks: Desks) -> None:
    first = enter(desks, m="7", n="8")
    assert draft(desks).answer("n").value == number("8")
    second = enter(desks, m="9")
    assert (second.revision, second.counts) == (2, True)
    document = kept_submission(filing.data_of(desks.office, second.digest))
    assert document.previous == first.digest
    assert figures(desks) == (number("9"), "1/2", 1)
    assert figures(desks, "n") == (number("8"), "1/2", 1), "what was not corrected stays"
    assert [one.revision for one in desks.received() if one.counts] == [2]


def test_the_agency_s_own_file_waits_beside_until_somebody_decides(desks: Desks) -> None:
    entry = enter(desks, m="7")
    own = sent(desks, m="40", n="2", o="3")
    assert standing(desks) == {entry.digest: (True, True, ()), own.digest: (False, False, ("beside-entered",))}
    assert figures(desks) == (number("7"), "1/2", 1)
    for holds, counting in (("own", own), ("entered", entry), ("own", own)):
        decisions.hold_beside(desks.office, (own.digest, entry.digest), holds, "Lan", desks.tick(), "đối chiếu")
        counted = [one.digest for one in desks.received() if one.counts]
        assert (counted, [one for one in desks.received() if one.needs_decision]) == ([counting.digest], [])
    later = sent(desks, m="41")
    assert [one.digest for one in desks.received() if one.counts] == [later.digest], "its own chain goes on"


def test_an_entry_over_what_the_officer_has_seen_waits_for_nobody(desks: Desks) -> None:
    own = sent(desks, m="40", n="2", o="3")
    assert draft(desks).answer("n").value == number("2"), "it begins with what counts"
    entry = enter(desks, m="44")
    assert standing(desks)[own.digest] == (False, False, ())
    assert standing(desks)[entry.digest] == (True, True, ())
    assert figures(desks, "o") == (number("3"), "1/2", 1)


def test_nothing_is_sealed_over_a_file_that_came_unseen(desks: Desks) -> None:
    type_in(desks, m="7")
    seen = draft(desks)
    sent(desks, m="40", n="2", o="3")
    with pytest.raises(Mendable, match="entry-overtaken"):
        entered.seal_entry(desks.office, seen, "Lan", desks.office_key, desks.tick())
    assert draft(desks).answer("m").value == number("7"), "nothing that was typed is lost"


def test_what_the_agency_says_in_words_goes_on_saying_it(desks: Desks) -> None:
    area = desks.round.areas_of("b")[0]
    narratives.set_narrative(desks.agency, desks.round, area, "Đã chủ trì.", desks.tick())
    sent(desks, m="40", n="2", o="3")
    enter(desks, m="44")
    assert merged.consolidated(desks.office)[0].narratives == {area: (("b", "Đã chủ trì."),)}


def test_the_agency_is_told_what_stands_in_its_name(desks: Desks) -> None:
    entry = enter(desks, m="7")
    desks.answer()
    (told,) = inbox.replies(desks.agency, desks.round.id)
    assert (told.type, told.state, told.submission, told.revision) == ("receipt", "entered", entry.digest, 1)
    own = sent(desks, m="40", n="2", o="3")
    decisions.hold_beside(desks.office, (own.digest, entry.digest), "own", "Lan", desks.tick())
    desks.answer()
    assert [one.state for one in inbox.replies(desks.agency, desks.round.id)] == ["entered", "accepted"]
    decisions.hold_beside(desks.office, (own.digest, entry.digest), "entered", "Lan", desks.tick())
    desks.answer()
    newest = inbox.replies(desks.agency, desks.round.id)[-2:]
    assert {(one.state, one.submission) for one in newest} == {("accepted", own.digest), ("entered", entry.digest)}


def test_the_report_names_what_was_entered(desks: Desks) -> None:
    made = enter(desks, m="7")
    parts = merged.consolidated(desks.office)
    lines = {(row[1], row[2]): row for row in tidy_rows(parts)}
    assert lines["m", ""][5:] == (f"{ENTERED} 1", "1/2")
    assert lines["n", ""][5:] == ("", "0/2")
    (total,) = [
        one
        for one in json.loads(export.render("r.json", Report.of(parts, "0" * 64)))["rounds"][0]["totals"]
        if one["indicator"] == "m"
    ]
    (share,) = [one for one in total["shares"] if one["submission"] == made.digest]
    assert share["entered"] == {
        "by": "Lan",
        "how": "telephone",
        "given_by": "Chị Hoa",
        "when": "2024-06-21T08:00:00Z",
    }


def test_two_desks_that_enter_apart_wait_for_a_choice_that_leaves_the_own_chain_alone(desks: Desks) -> None:
    own = sent(desks, m="40", n="2", o="3")
    one = enter(desks, m="7")
    type_in(desks, m="8")
    late = draft(desks)
    # as at another desk, which did not have the first entry
    document = kept_submission(filing.data_of(desks.office, one.digest))
    other = desks.take_blob(seal(replace(document, prepared_by="Minh"), {}, desks.office_key, desks.tick()))
    assert late.last is not None
    assert standing(desks)[one.digest][2] == standing(desks)[other.digest][2] == ("fork",)
    decisions.choose(desks.office, own.digest, "Lan", desks.tick())
    decisions.choose(desks.office, other.digest, "Lan", desks.tick())
    chosen = {line.decision.subject for line in journal.lines(desks.office, desks.round.id) if line.stands}
    assert chosen == {own.digest, other.digest}
    assert standing(desks)[other.digest][0]


QUIET = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


@QUIET
@given(data=st.data())
def test_the_files_decide_and_not_the_order_in_which_they_came(data: st.DataObject, tmp_path_factory: object) -> None:
    """Own files and entries, sealed at one desk, come to another in any order, any number of times."""
    assert isinstance(tmp_path_factory, pytest.TempPathFactory)
    steps = data.draw(st.lists(st.sampled_from(["own", "entry"]), min_size=1, max_size=5))
    folder = tmp_path_factory.mktemp("entered")
    with at_work(folder) as here:
        other = folder / "other.rdesk"
        store.copy_to(here.office, other)
        blobs = []
        for place, step in enumerate(steps):
            made = sent(here, m=str(50 + place)) if step == "own" else enter(here, m=str(70 + place))
            blobs.append(filing.bytes_of(here.office, made.digest))
        again = data.draw(st.permutations(blobs + data.draw(st.lists(st.sampled_from(blobs), max_size=3))))
        with store.open_workspace(other) as there:
            for blob in again:
                intake.take(there, "x.rdsub", blob, "window", here.tick() + timedelta(hours=1))
            for one in here.received():
                if not one.entered:
                    decisions.pin_key(there, one.digest, here.agency_key.fingerprint, here.tick())
            assert merged.digest(there) == merged.digest(here.office)
            parts = (merged.consolidated(one) for one in (here.office, there))
            first, second = (export.render("r.json", Report.of(part, "0" * 64)) for part in parts)
            assert first == second
            counting = [one for one in merged.received(there, here.round.id) if one.counts]
            assert [one.entered for one in counting] == ["entry" in steps]


def test_the_report_s_tables_bear_the_sign_and_name_the_agencies(desks: Desks) -> None:
    enter(desks, m="7")
    parts = merged.consolidated(desks.office)
    note = "(**) Có số liệu do Sở Nội vụ nhập thay đơn vị: B."
    word = Document(BytesIO(export.render("r.docx", Report.of(parts, "0" * 64))))
    assert note in [one.text for one in word.paragraphs]
    texts = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert [text for text in texts if text.startswith("7 ") and ENTERED in text]
    assert [text for text in texts if ENTERED in text] == [text for text in texts if text.startswith("7 ")]
    book = load_workbook(BytesIO(export.render("r.xlsx", Report.of(parts, "0" * 64))))
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert note in [cell.value for cell in cells]
    assert [cell.value for cell in cells if ENTERED in (cell.number_format or "")] == [7]
