"""Correcting an open round: what becomes of what was sent, and the next issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from reformdesk.core import catalogue_reading, filing, journal, judgement, keyring, roundbook
from reformdesk.core.earlier_rounds import seen_from
from reformdesk.core.issues import Carried, carried
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.rounds import from_document
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import RoundDocument, kept_round

_SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Preview:
    """What a correction does to what counts now; agencies by id.

    ``unchanged`` have nothing to do, ``partly`` must answer something, of ``lost`` nothing stands.
    ``asked_again`` and ``new`` say for each indicator how many of them must answer it, ``gone`` how many
    answered it in vain.
    """

    unchanged: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    asked_again: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)
    gone: Mapping[str, int] = field(default_factory=dict)

    @property
    def counted(self) -> int:
        """How many submissions count now."""
        return len(self.unchanged) + len(self.partly) + len(self.lost)


def plan_of(workspace: Workspace, round_id: str) -> RoundPlan:
    """Return the plan of the issue in force, to be changed.

    Raises ``Mendable``: ``unknown-round``, ``round-closed``, where it is reopened first.
    """
    journal.require_open(workspace, round_id)
    document = kept_round(filing.data_of(workspace, roundbook.load(workspace, round_id).digest))
    return roundbook.plan_in(document)


def earlier_in(workspace: Workspace, round_id: str) -> tuple[Mapping[str, Any], ...]:
    """Return the earlier figures that travel in the issue in force."""
    return kept_round(filing.data_of(workspace, roundbook.load(workspace, round_id).digest)).earlier


def preview(workspace: Workspace, plan: RoundPlan, asked_again: Sequence[str]) -> Preview:
    """Return what would become of the submissions that count in a round. Raises ``Mendable('unknown-round')``."""
    before = roundbook.load(workspace, plan.id)
    kept = kept_round(filing.data_of(workspace, before.digest))
    now = from_document(draft_issue(kept, before.digest, plan, asked_again, _SOME_TIME), "")
    found = workspace.rows(
        "SELECT agency, issue FROM standing WHERE round = :round AND counts = 1 ORDER BY agency", {"round": plan.id}
    )
    worth = {
        str(row["agency"]): carried(roundbook.load_issue(workspace, row["issue"]), now, row["agency"]) for row in found
    }
    return Preview(
        unchanged=tuple(agency for agency, one in worth.items() if not asks(one)),
        partly=tuple(agency for agency, one in worth.items() if asks(one) and one.same),
        lost=tuple(agency for agency, one in worth.items() if asks(one) and not one.same),
        asked_again=Counter(name for one in worth.values() for name in one.asked_again),
        new=Counter(name for one in worth.values() for name in one.new),
        gone=Counter(name for one in worth.values() for name in one.gone),
    )


def asks(worth: Carried) -> bool:
    """Whether a correction asks an agency that has answered for anything more."""
    return bool(worth.asked_again or worth.new)


def correct_round(
    workspace: Workspace,
    plan: RoundPlan,
    note: Mapping[str, str],
    asked_again: Sequence[str],
    key: SealingKey,
    now: datetime,
) -> bytes:
    """Hand the next issue of a round out and judge again what was sent. Raises as :func:`roundbook.next_issue` does."""
    with workspace.atomic():
        blob = next_issue(workspace, plan, note, asked_again, key, now)
        rows = workspace.rows(
            "SELECT DISTINCT agency FROM files WHERE kind = 'submission' AND round = :round", {"round": plan.id}
        )
        for row in rows:
            judgement.rejudge(workspace, plan.id, row["agency"])
    return blob


def next_issue(
    workspace: Workspace,
    plan: RoundPlan,
    note: Mapping[str, str],
    asked_again: Sequence[str],
    key: SealingKey,
    now: datetime,
) -> bytes:
    """Seal the next issue of an open round, keep it and return its bytes.

    ``note`` says what changed, ``asked_again`` names the indicators that are wanted anew though nothing in
    them changed. Earlier figures stay what they were, whatever another edition or succession makes of them. Raises
    ``Mendable``: ``unknown-round``, ``round-contested`` where two desks corrected the round apart,
    ``round-closed``, ``round-unchanged``, ``own-key-revoked``, ``round-too-large``.
    """
    before = roundbook.load(workspace, plan.id)
    if roundbook.issues_of(workspace, plan.id).contested:
        raise Mendable("round-contested", round=before.title)
    journal.require_open(workspace, plan.id)
    roundbook.require_unrevoked(workspace, key)
    kept = kept_round(filing.data_of(workspace, before.digest))
    following = replace(kept, earlier=_seen_anew(workspace, plan, kept))
    document = replace(draft_issue(following, before.digest, plan, asked_again, now), note=note)
    if not asked_again and _asks(document) == _asks(kept):
        raise Mendable("round-unchanged", round=before.title)
    document = replace(
        document, keys=roundbook.keys_in_force(workspace, key), key_changes=keyring.statements_for(workspace, key)
    )
    return roundbook.hand_out(workspace, document, key, now)


def draft_issue(
    before: RoundDocument, digest: str, plan: RoundPlan, asked_again: Sequence[str], now: datetime
) -> RoundDocument:
    """Return the document of the issue that follows ``before``, without its keys and note."""
    return replace(
        roundbook.document_of(plan, now),
        revision=before.revision + 1,
        previous=digest,
        earlier=roundbook.fitting(plan, before.earlier),
        asked_again=tuple(sorted(asked_again)),
    )


def _seen_anew(workspace: Workspace, plan: RoundPlan, before: RoundDocument) -> tuple[Mapping[str, Any], ...]:
    """Return the earlier figures with what the corrected edition counts otherwise, and whose answers it misses."""
    if (plan.catalogue, plan.succession) == (before.catalogue, before.succession):
        return before.earlier
    now, known = catalogue_reading.parse(plan.catalogue), set(roundbook.round_ids(workspace))
    return tuple(
        seen_from(past, roundbook.load(workspace, past["round"]), now, plan.succession)
        if past["round"] in known
        else past
        for past in before.earlier
    )


def _asks(document: RoundDocument) -> RoundDocument:
    """Return what a round asks, by which two issues are told from each other."""
    return replace(
        document, revision=1, previous=None, opened_at=_SOME_TIME, keys=(), key_changes=(), note={}, asked_again=()
    )
