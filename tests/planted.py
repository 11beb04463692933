"""Home Affairs with a submission of agency ``b`` that waits, one for each reason that there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reformdesk.core import decisions, filing, journal, judgement, keyring, roundbook, store
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.merged import Received
from reformdesk.core.returns import Return
from reformdesk.core.standing import Reason
from reformdesk.core.submission import Submission
from reformdesk.exchange.payload import RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.core.desks import FEW, PASSPHRASE, Desks, at_work, key, pin

ROUND = "2024-h1"
TOLD = {"by": "Lan", "how": "telephone", "given_by": "Chị Hoa", "given_at": "2024-06-21T08:00:00Z", "document": ""}


def _send(desks: Desks, figure: str = "1") -> Submission:
    desks.type(m=figure, n="2", o="3")
    return desks.finish()


def _counting(desks: Desks) -> Submission:
    """Let no. 1 count, under a compared key."""
    sent = _send(desks)
    desks.take(sent)
    pin(desks, desks.agency_key.fingerprint)
    return sent


def document(blob: bytes) -> SubmissionDocument:
    """Return what a submission's file says."""
    said = verify(blob).document
    assert isinstance(said, SubmissionDocument)
    return said


def record(desks: Desks, one: Decision, author: str = "Lan") -> Decision:
    """Keep a decision as another desk would have brought it, and judge again."""
    hand = journal.Hand(author, store.timestamp(desks.tick()), f"desk of {author}")
    with desks.office.atomic():
        journal.take_over(desks.office, [(one, [hand])])
        judgement.rejudge_about(desks.office, one)
    return one


def correct(desks: Desks, *asked_again: str, note: str = "") -> str:
    """Correct the round at Home Affairs; returns the new issue's digest."""
    first = verify(desks.round_blob())
    assert isinstance(first.document, RoundDocument)
    issue = replace(
        first.document, revision=2, previous=first.digest, asked_again=asked_again, note={"vi": note} if note else {}
    )
    blob = seal(issue, {}, desks.office_key, desks.tick())
    verified = verify(blob)
    with desks.office.atomic():
        place = filing.FiledAs(ROUND, "", 2, first.digest, "r.rdround", "own")
        filing.file(desks.office, verified, blob, place, desks.tick())
        roundbook.enter(desks.office, verified.digest, issue, desks.clock)
        judgement.rejudge_round(desks.office, ROUND)
    return verified.digest


def fork(desks: Desks) -> tuple[Submission, Submission]:
    """Let the agency seal two different second revisions."""
    _counting(desks)
    twin = desks.folder / "twin.rdesk"
    store.copy_to(desks.agency, twin)
    one = desks.finish_again()
    with store.open_workspace(twin) as other:
        second = replace(desks, agency=other)
        second.type(m="21")
        two = second.finish()
    desks.take(one)
    desks.take(two)
    return one, two


def enter_for(desks: Desks, own: Submission, figure: str = "70", follows: str | None = None) -> str:
    """Enter figures on behalf of the agency; returns the entry's digest."""
    line = {"indicator": "m", "value": {"number": figure}}
    bare = replace(
        document(own.content), revision=1, previous=None, answers=(line,), history=None, corrections=(), requests=()
    )
    blob = seal(replace(bare, on_behalf={**TOLD, "follows": follows}), {}, desks.office_key, desks.tick())
    desks.take_blob(blob)
    return verify(blob).digest


def _key_unknown(desks: Desks) -> None:
    desks.take(_send(desks))


def _gap(desks: Desks) -> None:
    _counting(desks)
    desks.finish_again()
    desks.take(desks.finish_again())


def _not_chosen(desks: Desks) -> None:
    one, _ = fork(desks)
    decisions.choose(desks.office, verify(one.content).digest, "Lan", desks.tick(), "Đã gọi hỏi")


def _older_round(desks: Desks) -> None:
    _counting(desks)
    correct(desks, "m", "n", "o")


def _round_contested(desks: Desks) -> None:
    sent = _send(desks)
    mine = correct(desks, "m", note="một")
    correct(desks, "n", note="hai")
    answer = replace(document(sent.content), round_digest=mine, history=None)
    desks.take_blob(seal(answer, {}, desks.agency_key, desks.tick()))
    pin(desks, desks.agency_key.fingerprint)


def _round_closed(desks: Desks) -> None:
    _counting(desks)
    (first,) = desks.received()
    detail = {"number": 1, "closing": "0" * 64, "covers": [first.digest]}
    record(desks, Decision(Kind.CLOSING, ROUND, "", ROUND, detail, "đến hạn"))
    desks.take(desks.finish_again())


def _key_revoked(desks: Desks) -> None:
    _counting(desks)
    (first,) = desks.received()
    desks.take(desks.finish_again())
    detail = {"speaker": "b", "covers": [first.digest]}
    record(desks, Decision(Kind.REVOKE, "", "b", desks.agency_key.fingerprint, detail, "mất máy"))


def _key_replaced(desks: Desks) -> None:
    desks.agency_key = keyring.create(desks.agency, "Đơn vị B", PASSPHRASE, desks.tick(), rounds=FEW)
    _counting(desks)
    old = desks.agency_key
    new = keyring.change(desks.agency, old, "Đơn vị B", "mat khau moi", desks.tick(), rounds=FEW)
    desks.take(desks.finish_again(new))
    desks.take(desks.finish_again(old))


def _history_broken(desks: Desks) -> None:
    _counting(desks)
    with desks.agency.atomic():
        desks.agency.db.execute("DELETE FROM history WHERE id = 3")
    desks.take(desks.finish_again())


def beside(desks: Desks) -> None:
    """Let an entry on behalf count, and the agency's own file come after it."""
    sent = _send(desks)
    enter_for(desks, sent)
    desks.take(sent)
    pin(desks, desks.agency_key.fingerprint)


def _set_aside(desks: Desks) -> None:
    desks.take(_send(desks))
    (one,) = desks.received()
    decisions.set_aside(desks.office, one.digest, one.signer, "Lan", desks.tick(), "Mã khác")


def set_aside_contested(desks: Desks) -> None:
    """Let one desk have found that the codes differ, another that they agree."""
    _set_aside(desks)
    pin(desks, desks.agency_key.fingerprint)


def _contested(desks: Desks) -> None:
    _counting(desks)
    (one,) = desks.received()
    decisions.send_back(desks.office, one.digest, Return("Xem lại dòng 1"), "Lan", desks.tick())
    record(desks, Decision(Kind.ACCEPT, ROUND, "b", one.digest), "Minh")


def _approval_missing(desks: Desks) -> None:
    # sealed by the officer alone, as an older program would
    desks.type(m="1", n="2", o="3")
    blob = desks.finish(approver=key("Thủ trưởng B")).content
    desks.take_blob(seal(document(blob), {}, desks.agency_key, desks.tick()))


def _approver_unknown(desks: Desks) -> None:
    desks.type(m="1", n="2", o="3")
    desks.take(desks.finish(approver=key("Thủ trưởng B")))
    pin(desks, desks.agency_key.fingerprint)


PLANTS: Mapping[Reason, Callable[[Desks], object]] = {
    Reason.SET_ASIDE: _set_aside,
    Reason.OLDER_ROUND: _older_round,
    Reason.ROUND_CONTESTED: _round_contested,
    Reason.ROUND_CLOSED: _round_closed,
    Reason.KEY_UNKNOWN: _key_unknown,
    Reason.KEY_REVOKED: _key_revoked,
    Reason.APPROVAL_MISSING: _approval_missing,
    Reason.APPROVER_UNKNOWN: _approver_unknown,
    Reason.KEY_REPLACED: _key_replaced,
    Reason.HISTORY_BROKEN: _history_broken,
    Reason.GAP: _gap,
    Reason.FORK: fork,
    Reason.NOT_CHOSEN: _not_chosen,
    Reason.BESIDE_ENTERED: beside,
    Reason.CONTESTED: _contested,
}


@contextmanager
def planted(folder: Path, reason: Reason) -> Iterator[tuple[Desks, Received]]:
    """Open desks at which a submission waits for a reason, and give that submission."""
    signatures = 2 if reason in (Reason.APPROVAL_MISSING, Reason.APPROVER_UNKNOWN) else 1
    with at_work(folder, signatures) as desks:
        PLANTS[reason](desks)
        yield desks, waiting(desks, reason)


def waiting(desks: Desks, reason: Reason) -> Received:
    """Return the submission that waits for a reason."""
    return next(one for one in desks.received() if reason in one.reasons)
