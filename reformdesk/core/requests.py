"""Requests to correct what was reported in earlier rounds (đề nghị đính chính số liệu kỳ trước).

A figure of an earlier round is never changed in place, since reports went out with it. The agency
says what it reported, what is right and why; that travels with its next submission, and Home
Affairs decides. Both figures are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from reformdesk.core import deciding, journal, values
from reformdesk.core.changes import Changes
from reformdesk.core.checks import check_value
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.core.values import Value
from reformdesk.errors import Mendable
from reformdesk.exchange.documents import canonical, digest_of

LONGEST_REASON = 4000
MOST = 500


class Verdict(StrEnum):
    """What Home Affairs decided."""

    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True)
class Request:
    """What an agency wants corrected: in ``earlier``, a past round, it ``reported`` one thing and another is right."""

    earlier: str
    indicator: str
    reported: Value
    right: Value
    reason: str


@dataclass(frozen=True)
class Decided:
    """What Home Affairs says to a request; ``request`` is its :func:`name_of`."""

    request: str
    verdict: Verdict
    words: str


def name_of(agency: str, request: Request) -> str:
    """Return the SHA-256 (hex) that a request goes by: the same words in a later submission are the same request."""
    return digest_of(canonical({"agency": agency, **_wire(request)}))


def requests(workspace: Workspace, round_id: str) -> tuple[Request, ...]:
    """Return what goes out with a round's submission, by earlier round and indicator."""
    found = workspace.rows(
        """SELECT earlier, indicator, reported, wanted, reason FROM requests
           WHERE round = :round ORDER BY earlier, indicator""",
        {"round": round_id},
    )
    return tuple(
        Request(row["earlier"], row["indicator"], _value(row["reported"]), _value(row["wanted"]), row["reason"])
        for row in found
    )


def ask(workspace: Workspace, round_: Round, wanted: Request, now: datetime) -> Changes:
    """Keep a request for the next submission; one on the same figure takes the place of the one before.

    What was reported is read from the round file, whatever ``wanted`` says. Raises ``Mendable``: ``not-owed``
    where the agency did not report that figure, ``request-same``, ``request-reason-missing``,
    ``request-impossible``, ``requests-too-many``.
    """
    reported = _reported(workspace, round_, wanted)
    reason = nfc(wanted.reason).strip()[:LONGEST_REASON]
    if wanted.right == reported:
        raise Mendable("request-same")
    if not reason:
        raise Mendable("request-reason-missing")
    indicator = round_.catalogue.indicators[wanted.indicator]
    if any(finding.blocks for finding in check_value(indicator, wanted.right, round_.catalogue.rules)):
        raise Mendable("request-impossible")
    place = {"round": round_.id, "earlier": wanted.earlier, "indicator": wanted.indicator}
    said = {"reported": _json(reported), "wanted": _json(wanted.right), "reason": reason}
    with workspace.atomic():
        workspace.db.table("requests").upsert(
            {**place, **said, "made_at": timestamp(now)}, pk=("round", "earlier", "indicator")
        )
        if len(requests(workspace, round_.id)) > MOST:
            raise Mendable("requests-too-many", most=MOST)
    return Changes.ANSWERS


def withdraw(workspace: Workspace, round_id: str, request: Request) -> Changes:
    """Take a request back; what went out already stays in the file that it went out with."""
    with workspace.atomic():
        workspace.db.table("requests").delete_where(
            "round = :round AND earlier = :earlier AND indicator = :indicator",
            {"round": round_id, "earlier": request.earlier, "indicator": request.indicator},
        )
    return Changes.ANSWERS


def to_document(listed: Iterable[Request]) -> tuple[dict[str, Any], ...]:
    """Return the member ``requests`` of a submission."""
    return tuple(_wire(one) for one in listed)


def from_document(wire: Iterable[Mapping[str, Any]]) -> tuple[Request, ...]:
    """Read the member that :func:`to_document` wrote."""
    return tuple(
        Request(
            one["round"],
            one["indicator"],
            values.from_wire(one["reported"]),
            values.from_wire(one["right"]),
            one["reason"],
        )
        for one in wire
    )


def decided_in(item: Mapping[str, Any]) -> tuple[Decided, ...]:
    """Read what an item of a reply says to requests."""
    return tuple(Decided(one["request"], Verdict(one["verdict"]), one["words"]) for one in item.get("requests", ()))


def answers(workspace: Workspace, round_id: str) -> dict[str, Decided]:
    """Return what Home Affairs decided on the requests of a round, by :func:`name_of`.

    What desks decided differently is not among it: no verdict goes out until one was agreed.
    """
    found = deciding.matters(journal.of_round(workspace, round_id)).values()
    agreed = [one for one in map(deciding.agreed, found) if one is not None and one.kind is Kind.REQUEST]
    return {one.subject: Decided(one.subject, Verdict(one.detail["verdict"]), one.detail["words"]) for one in agreed}


def answer(workspace: Workspace, round_id: str, agency: str, decided: Decided, author: str, now: datetime) -> Changes:
    """Record what Home Affairs decides on a request; declining takes words (``Mendable('request-reason-missing')``)."""
    words = nfc(decided.words).strip()[:LONGEST_REASON]
    if decided.verdict is Verdict.DECLINED and not words:
        raise Mendable("request-reason-missing")
    detail = {"verdict": decided.verdict.value, "words": words}
    journal.record(workspace, Decision(Kind.REQUEST, round_id, agency, decided.request, detail), author, now)
    return Changes.DECISIONS


def _reported(workspace: Workspace, round_: Round, wanted: Request) -> Value:
    past = next((one for one in round_.earlier if one.id == wanted.earlier), None)
    owed = wanted.indicator in round_.owed(workspace.owner)
    # what others reported, whose tasks it took over, is not the agency's to correct
    reported = past.answers.get(workspace.owner, {}).get(wanted.indicator) if past is not None else None
    if not owed or reported is None:
        raise Mendable("not-owed", indicator=wanted.indicator)
    return reported


def _wire(one: Request) -> dict[str, Any]:
    return {
        "round": one.earlier,
        "indicator": one.indicator,
        "reported": values.to_wire(one.reported),
        "right": values.to_wire(one.right),
        "reason": one.reason,
    }


def _json(value: Value) -> str:
    return json.dumps(values.to_wire(value), ensure_ascii=False, sort_keys=True)


def _value(text: str) -> Value:
    return values.from_wire(json.loads(text))
