"""A lost desk put back from Home Affairs' recovery file, and what comes of it at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import (
    decisions,
    enclosures,
    entry,
    filing,
    history,
    inbox,
    journal,
    judgement,
    keyring,
    merged,
    narratives,
    pins,
    recoveries,
    recovery_file,
    recovery_writing,
    refounding,
    replies,
    returns,
    round_correction,
    roundbook,
    settling,
    store,
    submission,
    units,
    what_counts,
)
from reformdesk.core.answers import Given
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.pins import How
from reformdesk.core.proof import prove
from reformdesk.core.recovery_file import Recovery
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.store import Workspace
from reformdesk.core.units import Figure
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable, Refused, StoreError
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import ReplyDocument, SubmissionDocument, parse_submission
from reformdesk.exchange.verification import seal, verify
from tests.core import builders
from tests.core.desks import FEW, PASSPHRASE, Desks, at_work, key, pin

PDF = b"%PDF-1.7 quyet dinh"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks; no. 1 and no. 2 were sent, compared and accepted."""
    with at_work(tmp_path) as made:
        made.type("giải trình", m="40", n="2", o="3")
        made.take(made.finish())
        pin(made, made.agency_key.fingerprint)
        made.type(m="41")
        assert made.take(made.finish()).state == "accepted"
        yield made


def written(desks: Desks, agency: str = "b", sealing: SigningKey | None = None) -> bytes:
    return recovery_writing.write(desks.office, agency, sealing or desks.office_key, desks.tick())[0]


def lose(desks: Desks, blob: bytes | None = None) -> Recovery:
    """Let the agency's machine be gone; it goes on at another one with a new key, put back from a recovery file."""
    recovery = recovery_file.read(blob or written(desks))
    desks.agency.close()
    folder = desks.folder / f"new machine {desks.clock.minute}"
    (folder / "keys").mkdir(parents=True)
    desks.agency = refounding.found(folder / "b.rdesk", recovery, "khoi phuc.zip", desks.tick())
    desks.agency_key = keyring.create(desks.agency, "Đơn vị B", PASSPHRASE, desks.tick(), rounds=FEW)
    return recovery


def last_document(workspace: Workspace, round_id: str) -> SubmissionDocument:
    return parse_submission(filing.data_of(workspace, submission.sent(workspace, round_id)[-1]["digest"]))


def test_the_desk_stands_as_it_was_accepted(desks: Desks) -> None:
    before = entry.answers(desks.agency, desks.round.id)
    desks.type(m="99")
    recovery = lose(desks)
    assert (recovery.agency.id, recovery.left_out) == ("b", ())
    assert {name: (one.value, one.explanation) for name, one in before.items()} == {
        name: (one.value, one.explanation) for name, one in entry.answers(desks.agency, desks.round.id).items()
    }
    assert [one["revision"] for one in submission.sent(desks.agency, desks.round.id)] == [2]
    assert [(one.type, one.revision) for one in inbox.replies(desks.agency, desks.round.id)] == [("receipt", 2)]
    assert desks.agency.meta("officer") == "Hòa"
    assert history.problems(desks.agency) == []
    assert store.check(desks.agency) == []
    with pytest.raises(Mendable, match="nothing-changed"):
        desks.finish()


def test_a_desk_is_put_back_while_officers_disagree_on_what_it_sent(desks: Desks) -> None:
    """It is told that its submission came, and neither of what they decided apart."""
    last = desks.received()[-1]
    settling.accept(desks.office, last.digest, "Lan", desks.tick())
    returned = Decision(Kind.RETURN, last.round, "b", last.digest, returns.to_wire(Return("Xem lại")))
    with desks.office.atomic():
        journal.take_over(desks.office, [(returned, [journal.Hand("Minh", "2024-07-01T00:00:00Z", "other")])])
        judgement.rejudge(desks.office, last.round, "b")
    assert desks.received()[-1].contested
    lose(desks)
    assert [(one.type, one.revision) for one in inbox.replies(desks.agency, desks.round.id)] == [("receipt", 2)]
    assert inbox.open_return(desks.agency, desks.round.id) is None


def test_the_history_begins_with_lines_that_say_where_they_come_from(desks: Desks) -> None:
    lose(desks)
    assert {one.source for one in entry.history(desks.agency, desks.round.id, "m")} == {entry.RECOVERED}
    assert entry.undo(desks.agency, desks.round.id, desks.tick()) is None
    desks.type(m="7")
    assert entry.undo(desks.agency, desks.round.id, desks.tick()) == "m"
    assert entry.undo(desks.agency, desks.round.id, desks.tick()) is None
    assert entry.current_values(desks.agency, desks.round.id)["m"] == builders.number("41")


def test_the_next_submission_needs_one_comparison_and_no_more(desks: Desks) -> None:
    lose(desks)
    desks.type(m="42")
    sent = desks.finish()
    document = last_document(desks.agency, desks.round.id)
    two = desks.received()[-1].digest
    assert (document.revision, document.previous) == (3, two)
    assert desks.take(sent).reasons == ("key-unknown",)
    found = recoveries.restored(desks.office, sent.digest)
    assert found is not None
    assert found.is_expected
    assert found.written == recoveries.written(desks.office, "b")[0]
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick(), "Lan")
    assert desks.counting() == [3]
    (line,) = journal.lines(desks.office, desks.round.id)
    assert (line.decision.kind, line.decision.subject) == (Kind.HISTORY, sent.digest)
    assert line.decision.detail == {"recovery": found.written.digest}
    assert [hand.author for hand in line.hands] == ["Lan"]
    # from here on everything is as ever
    desks.type(m="43")
    assert desks.take(desks.finish()).state == "accepted"
    assert desks.counting() == [4]


def test_the_next_round_goes_on_as_well(desks: Desks) -> None:
    lose(desks)
    desks.type(m="42")
    desks.take(desks.finish())
    pin(desks, desks.agency_key.fingerprint)
    desks.take_round(desks.open_round("2024-9t"))
    desks.type(m="50", n="1", o="1")
    assert desks.take(desks.finish()).state == "accepted"


def test_a_key_kept_on_a_stick_leaves_one_decision_on_the_history(desks: Desks) -> None:
    old = desks.agency_key
    lose(desks)
    desks.type(m="42")
    sent = desks.finish(old)
    assert desks.take(sent).reasons == ("history-broken",)
    found = recoveries.restored(desks.office, sent.digest)
    assert found is not None
    assert found.is_expected
    decisions.accept_history(desks.office, sent.digest, "Lan", desks.tick())
    assert desks.counting() == [3]


def test_the_head_s_new_key_is_compared_as_well(tmp_path: Path) -> None:
    with at_work(tmp_path, signatures=2) as desks:
        desks.type(m="1", n="2", o="3")
        head = key("Giám đốc")
        sent = desks.finish(approver=head)
        desks.take(sent)
        for one in (desks.agency_key, head):
            decisions.pin_key(desks.office, sent.digest, one.fingerprint, desks.tick())
        lose(desks)
        desks.type(m="4")
        head = key("Giám đốc")
        sent = desks.finish(approver=head)
        assert desks.take(sent).reasons == ("key-unknown", "approver-unknown")
        decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick())
        assert desks.counting() == [1]
        decisions.pin_key(desks.office, sent.digest, head.fingerprint, desks.tick())
        assert desks.counting() == [2]


def test_a_return_comes_back_with_the_desk(desks: Desks) -> None:
    asked = Return("Đề nghị xem lại", None, (FieldReturn("m", "Sao tăng?"),))
    decisions.send_back(desks.office, desks.received()[-1].digest, asked, "Lan", desks.tick())
    lose(desks)
    found = inbox.open_return(desks.agency, desks.round.id)
    assert found is not None
    assert (found.revision, found.returned) == (2, asked)


def test_a_round_that_was_not_answered_is_there_empty(desks: Desks) -> None:
    desks.open_round("2024-9t")
    lose(desks)
    assert roundbook.round_ids(desks.agency) == ["2024-h1", "2024-9t"]
    assert submission.sent(desks.agency, "2024-9t") == []
    desks.type(m="5", n="5", o="5")
    sent = desks.finish()
    assert sent.revision == 1
    desks.take(sent)
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick())
    assert [one.counts for one in merged.received(desks.office, "2024-9t")] == [True]


def test_writing_a_recovery_file_does_not_touch_the_merged_state(desks: Desks) -> None:
    before = merged.digest(desks.office)
    written(desks)
    assert merged.digest(desks.office) == before


def test_the_same_decision_at_two_offices_gives_one_digest(desks: Desks) -> None:
    """The decision names the recovery file by its digest, not by when or where it was made."""
    lose(desks)
    desks.type(m="42")
    sent = desks.finish()
    desks.take(sent)
    before = merged.digest(desks.office)
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick(), "Lan")
    after = merged.digest(desks.office)
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick(), "Minh")
    assert before != after == merged.digest(desks.office)


def test_only_the_agency_s_own_files_are_inside(desks: Desks) -> None:
    recovery = recovery_file.read(written(desks))
    kinds = sorted(verify(content).kind for content in recovery.verified.attachments.values())
    assert kinds == ["reply", "round", "submission"]
    sent = recovery.rounds[0].submission
    assert sent is not None
    assert sent.document.agency == "b"


def test_older_rounds_make_room_for_newer_ones_and_are_named(desks: Desks) -> None:
    desks.take_round(desks.open_round("2024-9t"))
    desks.type(m="5", n="5", o="5")
    desks.take(desks.finish())
    whole = recovery_file.read(written(desks))
    size = sum(len(content) for content in whole.verified.attachments.values())
    blob, left_out = recovery_writing.write(desks.office, "b", desks.office_key, desks.tick(), size - 100)
    assert left_out == ("2024-h1",)
    assert [one.round.id for one in recovery_file.read(blob).rounds] == ["2024-9t"]
    assert recovery_file.read(blob).left_out == left_out
    with pytest.raises(Mendable, match="recovery-too-large"):
        recovery_writing.write(desks.office, "b", desks.office_key, desks.tick(), 100)


def test_an_agency_that_no_round_asks_has_nothing_to_recover(desks: Desks) -> None:
    with pytest.raises(Mendable, match="nothing-owed"):
        recovery_writing.prospect(desks.office, "nobody")


def test_home_affairs_sees_before_it_writes(desks: Desks) -> None:
    seen = recovery_writing.prospect(desks.office, "b")
    assert [(one.id, last) for one, last in seen.rounds] == [("2024-h1", 2)]
    assert (seen.agency.name, seen.written, seen.speaking) == ("B", (), 1)
    written(desks)
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", "Lan", desks.tick())
    seen = recovery_writing.prospect(desks.office, "b")
    assert (len(seen.written), seen.speaking) == (1, 0)
    assert seen.written[0].ends == {"2024-h1": (2, desks.received()[-1].digest)}


def test_with_the_lost_key_revoked_everything_goes_on(desks: Desks) -> None:
    decisions.revoke_key(desks.office, "b", desks.agency_key.fingerprint, "mất máy", "Lan", desks.tick())
    thief = desks.agency_key
    lose(desks)
    desks.type(m="42")
    sent = desks.finish()
    desks.take(sent)
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick())
    assert desks.counting() == [3]
    desks.type(m="0")
    assert desks.take(desks.finish(thief)).reasons == ("key-revoked",)


def test_home_affairs_key_is_first_seen_at_the_new_desk(desks: Desks) -> None:
    lose(desks)
    assert [(one.subject, one.fingerprint, one.how) for one in pins.all_pins(desks.agency)] == [
        ("a", desks.office_key.fingerprint, How.FIRST_SEEN)
    ]


def test_a_key_that_home_affairs_lost_since_does_not_speak_at_the_new_desk(desks: Desks) -> None:
    stolen, desks.office_key = desks.office_key, key("Sở Nội vụ")
    lose(desks)
    assert pins.pinned(desks.agency, "a") == {desks.office_key.fingerprint}
    with pytest.raises(Refused, match="office-key-differs"):
        desks.take_round(desks.open_round("2024-9t", key=stolen))


def test_an_older_recovery_file_is_noticed_when_its_desk_hands_in(desks: Desks) -> None:
    old = written(desks)
    desks.type(m="42")
    three = desks.finish()
    desks.take(three)
    lose(desks, old)
    desks.type(m="50")
    again = desks.finish()
    desks.take(again)
    decisions.pin_key(desks.office, again.digest, desks.agency_key.fingerprint, desks.tick())
    # what was accepted stands
    assert [(one.revision, one.reasons, one.counts) for one in desks.received() if one.revision == 3] == (
        [(3, (), True), (3, ("history-broken",), False)]
        if three.digest < again.digest
        else [(3, ("history-broken",), False), (3, (), True)]
    )
    found = recoveries.restored(desks.office, again.digest)
    assert found is not None
    assert (found.goes_on, found.newer, found.is_expected) == (True, (3,), False)


def test_two_machines_put_back_from_one_file_are_left_to_the_officer(desks: Desks) -> None:
    blob = written(desks)
    sealing = key("Đơn vị B")
    made = []
    for figure in ("50", "60"):
        lose(desks, blob)
        desks.type(m=figure)
        made.append(desks.finish(sealing))
    for sent in made:
        desks.take(sent)
    decisions.pin_key(desks.office, made[0].digest, sealing.fingerprint, desks.tick())
    assert [one.reasons for one in desks.received() if one.revision == 3] == [("history-broken",)] * 2
    assert desks.counting() == [2]


def test_a_recovery_that_nobody_here_wrote_is_no_excuse(desks: Desks) -> None:
    blob = written(desks)
    with desks.office.atomic():
        desks.office.db.execute("DELETE FROM files WHERE kind = 'reply'")
    lose(desks, blob)
    desks.type(m="42")
    sent = desks.finish()
    desks.take(sent)
    decisions.pin_key(desks.office, sent.digest, desks.agency_key.fingerprint, desks.tick())
    assert desks.received()[-1].reasons == ("history-broken",)
    found = recoveries.restored(desks.office, sent.digest)
    assert found == recoveries.Restored(None)


def test_an_ordinary_submission_speaks_of_no_recovery(desks: Desks) -> None:
    assert recoveries.restored(desks.office, desks.received()[-1].digest) is None


# at a desk that stands


def refused(desks: Desks, blob: bytes) -> Refused:
    return refounding.refusal(desks.agency, recovery_file.read(blob))


def test_a_desk_that_stands_is_never_overwritten(desks: Desks) -> None:
    assert refused(desks, written(desks)).code == "recovery-same"
    with pytest.raises(Refused, match="reply-not-for-us"):
        inbox.take(desks.agency, written(desks), "x.rdreply", desks.tick())
    with pytest.raises(StoreError, match="workspace-exists"):
        refounding.found(desks.agency.path, recovery_file.read(written(desks)), "x", desks.tick())


def test_an_older_file_is_named_at_a_newer_desk(desks: Desks) -> None:
    old = written(desks)
    desks.type(m="42")
    desks.finish()
    problem = refused(desks, old)
    assert (problem.code, problem.params["revision"], problem.params["here"]) == ("recovery-older", 2, 3)


def test_a_newer_file_is_named_at_a_desk_that_was_put_back_by_days(desks: Desks) -> None:
    old = written(desks)
    desks.type(m="42")
    desks.take(desks.finish())
    newer = written(desks)
    lose(desks, old)
    problem = refused(desks, newer)
    assert (problem.code, problem.params["revision"]) == ("recovery-newer", 3)


def test_another_number_of_the_same_name_is_named_too(desks: Desks) -> None:
    old = written(desks)
    desks.type(m="42")
    desks.take(desks.finish())
    newer = written(desks)
    lose(desks, old)
    desks.type(m="50")
    desks.finish()
    assert refused(desks, newer).code == "recovery-newer"


def test_another_agency_s_file_is_named(desks: Desks) -> None:
    other = recovery_writing.write(desks.office, "a", desks.office_key, desks.tick())[0]
    problem = refused(desks, other)
    assert (problem.code, problem.params["agency"]) == ("recovery-other-agency", "A")


def test_a_file_by_a_foreign_key_is_named(desks: Desks) -> None:
    assert refused(desks, written(desks, sealing=key("Sở Nội vụ"))).code == "office-key-differs"


# forged and muddled files


def forged(desks: Desks, genuine: bytes, **files: bytes) -> bytes:
    """Seal a recovery file anew with some of its files changed; what it says of them stays."""
    verified = verify(genuine)
    document = verified.document
    assert isinstance(document, ReplyDocument)
    names = {
        "round": "round-01.rdround",
        "submission": "submission-01.rdsub",
        "reply": "reply-01.rdreply",
        "issue": "answered-01.rdround",
    }
    inside = {**verified.attachments, **{names[name]: content for name, content in files.items()}}
    listed = tuple(recovery_writing._listed(name, inside[name]) for name in sorted(inside))
    return seal(replace(document, attachments=listed), inside, desks.office_key, desks.tick())


def test_what_a_recovery_brings_must_be_what_it_says(desks: Desks) -> None:
    genuine = written(desks)
    own = verify(genuine).attachments
    assert recovery_file.read(forged(desks, genuine)).agency.id == "b"
    other_round = desks.open_round("2024-9t")
    one = filing.bytes_of(desks.office, desks.received()[0].digest)
    whole = {"round": own["round-01.rdround"], "submission": own["submission-01.rdsub"]}
    for files in (
        {"round": other_round},
        {"round": whole["submission"]},
        {"round": b"PK"},
        {"submission": one},
        {"submission": whole["round"]},
        {"submission": whole["submission"][:-1]},
        {"reply": whole["round"]},
        {"reply": genuine},
        {"reply": replies.write(desks.office, "2024-h1", ("b",), key("Sở Nội vụ"), desks.tick())},
    ):
        with pytest.raises(Refused, match="recovery-inconsistent"):
            recovery_file.read(forged(desks, genuine, **files))


def test_a_recovery_for_one_agency_does_not_bring_another_s_figures(desks: Desks) -> None:
    verified = verify(written(desks))
    document = verified.document
    assert isinstance(document, ReplyDocument)
    item = {**document.items[0], "agency": "a"}
    blob = seal(replace(document, items=(item,)), verified.attachments, desks.office_key, desks.tick())
    with pytest.raises(Refused, match="recovery-inconsistent"):
        recovery_file.read(blob)


def test_other_kinds_are_no_recovery(desks: Desks) -> None:
    with pytest.raises(Refused, match="not-a-recovery"):
        recovery_file.read(desks.round_blob())


def test_a_recovery_file_is_sound_to_anybody(desks: Desks, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(written(desks))
    proof = prove(path)
    assert (proof.problem, proof.kind, proof.agency) == (None, "reply", "b")


def test_what_fails_while_a_desk_is_put_back_leaves_nothing_behind(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = recovery_file.read(written(desks))
    target = tmp_path / "half" / "b.rdesk"
    target.parent.mkdir()

    def full(*_: object) -> None:
        raise StoreError("disk-full", file=target.name)

    monkeypatch.setattr(history, "begin_anew", full)
    with pytest.raises(StoreError, match="disk-full"):
        refounding.found(target, recovery, "x.zip", desks.tick())
    assert list(target.parent.iterdir()) == []


# what was accepted comes back whole

UNITS = ("Chi cục A", "Phòng B", "Trung tâm C", "Ban D")
ANSWERS: st.SearchStrategy[Value] = st.one_of(
    st.integers(0, 10**9).map(lambda amount: builders.number(str(amount))), st.sampled_from(Status)
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
FIGURES = st.dictionaries(st.sampled_from(UNITS), st.integers(0, 999), max_size=len(UNITS))


@given(
    answers=st.fixed_dictionaries(dict.fromkeys("mno", ANSWERS)),
    explanations=st.fixed_dictionaries(dict.fromkeys("mno", WORDS)),
    narrative=WORDS,
    figures=st.fixed_dictionaries(dict.fromkeys("mn", FIGURES)),
    evidence=st.lists(st.tuples(st.sampled_from("mno"), WORDS, st.binary(max_size=9)), max_size=3),
)
@settings(max_examples=12, deadline=None)
def test_what_comes_back_is_what_was_accepted(
    answers: dict[str, Value],
    explanations: dict[str, str],
    narrative: str,
    figures: dict[str, dict[str, int]],
    evidence: list[tuple[str, str, bytes]],
) -> None:
    with TemporaryDirectory() as folder, at_work(Path(folder)) as desks:
        source = builders.source(*(builders.indicator(name) for name in "mno"))
        plan = replace(builders.plan(source, "2024-9t"), details=True)
        desks.take_round(roundbook.open_round(desks.office, plan, (), desks.office_key, desks.tick()))
        desk, round_ = desks.agency, desks.round
        units.set_units(desk, UNITS)
        for name, of_units in figures.items():
            given_ = {
                one.id: Figure(builders.number(str(of_units[one.name])).amount)
                for one in units.units(desk)
                if one.name in of_units
            }
            units.set_figures(desk, round_, name, given_, desks.tick())
        entry.set_answers(
            desk, round_, {name: Given(answers[name], explanations[name]) for name in answers}, desks.tick()
        )
        narratives.set_narrative(desk, round_, "1", narrative, desks.tick())
        for indicator, title, content in evidence:
            enclosures.enclose(desk, round_, indicator, f"{title}x.pdf", PDF + content, desks.tick())
        desks.take(desks.finish())
        pin(desks, desks.agency_key.fingerprint)
        accepted = last_document(desk, round_.id)
        lose(desks)
        again = submission.draft(
            desks.agency, round_, accepted.prepared_by, desks.tick(), submission._evidence(desks.agency, round_)
        )
        assert (again.answers, again.details) == (accepted.answers, accepted.details)
        assert (again.narratives, again.attachments) == (accepted.narratives, accepted.attachments)
        counted = what_counts.submitted(desks.office, round_.id)["b"].answers
        standing = entry.current_values(desks.agency, round_.id)
        assert {name: standing.get(name, Status.BLANK) for name in counted} == counted
        assert history.problems(desks.agency) == []
        with pytest.raises(Mendable, match="nothing-changed"):
            desks.finish()


def test_units_that_stand_in_some_lists_only_keep_the_order_of_the_whole() -> None:
    assert refounding._in_order([["A", "C"], ["A", "B", "C"], ["C", "D"]]) == ["A", "B", "C", "D"]
    assert sorted(refounding._in_order([["A", "B"], ["B", "A"]])) == ["A", "B"]


def test_a_desk_is_put_back_though_its_round_was_corrected_since(desks: Desks) -> None:
    """Its last submission answers the issue before, and one of its figures is not asked any more."""
    plan = round_correction.plan_of(desks.office, "2024-h1")
    source = builders.source(builders.indicator("m"), builders.indicator("n"), builders.indicator("p"))
    note = {"vi": "Thay một chỉ tiêu."}
    corrected = replace(plan, catalogue=source)
    round_correction.correct_round(desks.office, corrected, note, (), desks.office_key, desks.tick())
    lose(desks)
    assert desks.round.revision == 2
    answers = entry.answers(desks.agency, "2024-h1")
    assert answers["m"].value == builders.number("41")
    assert "p" not in answers
    desks.type("giải trình", p="7")
    again = desks.finish()
    assert again.revision == 3
    assert desks.take(again, provisional=True).state in ("accepted", "waiting")


def test_a_desk_that_is_put_back_knows_what_the_round_asked_again(desks: Desks) -> None:
    """The issue that its last submission answers comes along, so that it can tell."""
    plan = round_correction.plan_of(desks.office, "2024-h1")
    first = desks.round.digest
    round_correction.correct_round(desks.office, plan, {"vi": "Hỏi lại."}, ("m",), desks.office_key, desks.tick())
    genuine = written(desks)
    lose(desks, genuine)
    asked = submission.asked_anew(desks.agency, desks.round)
    assert asked is not None
    assert (asked.asked_again, asked.same) == (frozenset({"m"}), frozenset({"n", "o"}))
    # another figure there needs no word, the same one is worth sending
    desks.type(m="43")
    assert submission.readiness(desks.agency, desks.round).unreasoned == ()
    assert desks.finish().revision == 3
    other, second = desks.open_round("2024-9t"), verify(genuine).attachments["round-01.rdround"]
    assert recovery_file.read(forged(desks, genuine)).rounds[-1].round.revision == 2
    assert verify(verify(genuine).attachments["answered-01.rdround"]).digest == first
    for wrong in (other, second, b"PK"):
        with pytest.raises(Refused, match="recovery-inconsistent"):
            recovery_file.read(forged(desks, genuine, issue=wrong))
