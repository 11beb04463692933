"""A submission at Home Affairs, read for review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reformdesk.core import merged, pins, roundbook
from reformdesk.core.checks import Finding, check_answers
from reformdesk.core.consolidation import Submitted
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value


@dataclass(frozen=True, eq=False)
class ReviewData:
    """One submission beside the agency's earlier answers; ``others`` are its other revisions."""

    round: Round
    received: Received
    content: Submitted
    findings: tuple[Finding, ...]
    others: tuple[Received, ...]
    known_keys: frozenset[str]
    earlier: tuple[tuple[str, Mapping[str, Value]], ...]


def read_review(workspace: Workspace, round_id: str, agency: str, digest: str = "") -> ReviewData | None:
    """Read a submission of an agency: the one named, else the newest; ``None`` where there is none."""
    round_ = roundbook.load(workspace, round_id)
    all_of_it = [one for one in merged.received(workspace, round_id) if one.agency == agency]
    if not all_of_it:
        return None
    shown = next((one for one in all_of_it if one.digest == digest), all_of_it[-1])
    content = merged.answers_in(workspace, shown.digest)
    return ReviewData(
        round=round_,
        received=shown,
        content=content,
        findings=tuple(check_answers(round_, agency, content.answers)),
        others=tuple(one for one in all_of_it if one is not shown),
        known_keys=pins.pinned(workspace, agency),
        earlier=tuple((past.id, past.answers.get(agency, {})) for past in round_.earlier[-3:]),
    )
