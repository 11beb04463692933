"""Every kind of decision is taken back once: all stands as if it had never been made, and the journal says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import conflicts, decisions, journal, merged, roundbook
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.merged import Received
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from tests.core.builders import NOW
from tests.core.desks import Desks, at_work
from tests.planted import PLANTS, ROUND, record, waiting

Wanted = Callable[[Desks, Received], Decision]


def _on(kind: Kind, **detail: Any) -> Wanted:
    """Decide on the submission in question."""
    return lambda desks, one: Decision(kind, ROUND, "b", one.digest, detail, "vì")


def _on_key(kind: Kind, **detail: Any) -> Wanted:
    return lambda desks, one: Decision(kind, "", "b", one.signer, {"speaker": "b", **detail}, "vì")


def _beside(desks: Desks, one: Received) -> Decision:
    (entry,) = (other for other in desks.received() if other.entered)
    return Decision(Kind.BESIDE, ROUND, "b", one.digest, {"entered": entry.digest, "holds": "own"}, "vì")


def _return(desks: Desks, _one: Received) -> Decision:
    (counting,) = (other for other in desks.received() if other.counts)
    return Decision(Kind.RETURN, ROUND, "b", counting.digest, {"words": "Thiếu", "fields": []})


def _set_aside(desks: Desks, one: Received) -> Decision:
    return Decision(Kind.SET_ASIDE, ROUND, "b", one.digest, {"signer": one.signer}, "vì")


def _round_issue(desks: Desks, one: Received) -> Decision:
    return Decision(Kind.ROUND_ISSUE, ROUND, "", ROUND, {"digest": one.issue}, "vì")


def _closing(desks: Desks, one: Received) -> Decision:
    return Decision(Kind.CLOSING, ROUND, "", ROUND, {"number": 1, "closing": "0" * 64, "covers": []}, "vì")


def _total(desks: Desks, one: Received) -> Decision:
    detail = {"value": {"number": "5"}, "computed": {"number": "1"}}
    return Decision(Kind.TOTAL, ROUND, "", "m", detail, "vì")


CASES: Mapping[Kind, tuple[Reason, Wanted]] = {
    Kind.PROVISIONAL: (Reason.KEY_UNKNOWN, _on(Kind.PROVISIONAL)),
    Kind.CHOOSE: (Reason.FORK, _on(Kind.CHOOSE)),
    Kind.HISTORY: (Reason.HISTORY_BROKEN, _on(Kind.HISTORY)),
    Kind.GAP: (Reason.GAP, _on(Kind.GAP)),
    Kind.ISSUE: (Reason.OLDER_ROUND, _on(Kind.ISSUE)),
    Kind.SET_ASIDE: (Reason.KEY_UNKNOWN, _set_aside),
    Kind.RETURN: (Reason.GAP, _return),
    Kind.ACCEPT: (Reason.FORK, _on(Kind.ACCEPT)),
    Kind.BESIDE: (Reason.BESIDE_ENTERED, _beside),
    Kind.RECEIVED: (Reason.GAP, _on(Kind.RECEIVED, received_at="2024-07-01T00:00:00Z", channel="usb")),
    Kind.EXTENSION: (Reason.GAP, lambda desks, one: Decision(Kind.EXTENSION, ROUND, "b", "b", {"until": None}, "vì")),
    Kind.KEY_MISTAKEN: (Reason.GAP, _on_key(Kind.KEY_MISTAKEN)),
    Kind.REVOKE: (Reason.GAP, _on_key(Kind.REVOKE, covers=[])),
    Kind.REQUEST: (
        Reason.GAP,
        lambda desks, one: Decision(Kind.REQUEST, ROUND, "b", "r" * 64, {"verdict": "agreed", "words": "Sổ"}, ""),
    ),
    Kind.TOTAL: (Reason.GAP, _total),
    Kind.ROUND_ISSUE: (Reason.ROUND_CONTESTED, _round_issue),
}
WITHOUT_VERDICT = {Kind.RECEIVED, Kind.EXTENSION, Kind.REQUEST, Kind.TOTAL, Kind.ACCEPT}
"""What changes neither a verdict nor what counts in these states."""


def law(workspace: Workspace) -> dict[str, Any]:
    """Return a round's state but for what was ever decided."""
    state = merged.round_state(workspace, ROUND)
    return {name: value for name, value in state.items() if name != "decisions"}


def test_a_closing_is_reopened_instead(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        PLANTS[Reason.GAP](desks)
        made = record(desks, _closing(desks, waiting(desks, Reason.GAP)))
        with pytest.raises(Mendable, match="closing-not-taken-back"):
            decisions.take_back(desks.office, made.id, "Nhầm", "Minh", desks.tick())


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.TAKE_BACK, Kind.CLOSING)])
def test_every_kind_is_taken_back(kind: Kind, tmp_path: Path) -> None:
    reason, wanted = CASES[kind]
    with at_work(tmp_path) as desks:
        PLANTS[reason](desks)
        office, one = desks.office, waiting(desks, reason)
        before, digest = law(office), merged.digest(office)
        in_force = roundbook.load(office, ROUND).digest
        made = record(desks, wanted(desks, one))
        decided = merged.digest(office)
        assert decided != digest
        if kind not in WITHOUT_VERDICT:
            assert law(office) != before
        effect = conflicts.foresee_taking_back(office, ROUND, made.id, NOW)
        assert merged.digest(office) == decided
        decisions.take_back(office, made.id, "Nhầm", "Minh", desks.tick())
        assert law(office) == before
        assert roundbook.load(office, ROUND).digest == in_force
        # what was decided and taken back is known for ever
        assert merged.digest(office) not in (digest, decided)
        lines = {line.decision.id: line for name in (ROUND, "") for line in journal.lines(office, name)}
        assert not lines[made.id].stands
        (back,) = (line for line in lines.values() if line.decision.kind is Kind.TAKE_BACK)
        assert (back.decision.reason, back.hands[0].author) == ("Nhầm", "Minh")
        if effect.counts is not None:
            assert effect.counts.digest in {found.digest for found in desks.received() if found.counts}
