"""What counts in a round, and what the submissions say that do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reformdesk.core import filing, issues, journal, roundbook, values
from reformdesk.core.consolidation import Submitted
from reformdesk.core.deciding import Kind
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status

Counting = tuple[str, str, str, int, int]
"""The submission that counts of an agency, and what its answers are worth by: the agency, the submission's digest, the
issue that it answers, whether it is provisional, and whether it was entered on behalf."""


def counting(workspace: Workspace, round_id: str, agency: str = "") -> dict[str, Counting]:
    """Return which submissions count in a round, by agency; of one agency alone where it is named.

    Plain tuples: this is the one thing that is read of a whole country when one more submission has come.
    """
    found = workspace.tuples(
        """SELECT agency, digest, issue, provisional, entered FROM standing
           WHERE round = :round AND counts = 1 AND :agency IN ('', agency)
           ORDER BY agency, provisional DESC, digest""",
        {"round": round_id, "agency": agency},
    )
    # the last of an agency stands for it
    return {row[0]: row for row in found}


def submitted(workspace: Workspace, round_id: str, agency: str = "") -> dict[str, Submitted]:
    """Return what counts in a round, by agency; of one agency alone where it is named."""
    return {one.agency: one for one in each(workspace, round_id, agency)}


def each(workspace: Workspace, round_id: str, agency: str = "") -> Iterator[Submitted]:
    """Yield what counts in a round, one at a time: a whole country's answers need not be held at once."""
    for one in counting(workspace, round_id, agency).values():
        yield read(workspace, round_id, one)


def read(workspace: Workspace, round_id: str, one: Counting) -> Submitted:
    """Return what a counting submission says. Raises ``StoreError('workspace-damaged')``.

    Of answers to an older issue those are left that still answer the one in force; all, where that was decided.
    """
    said = _submitted(one, filing.data_of(workspace, one[1]))
    same = _carried(workspace, round_id, one)
    if same is None:
        return said
    return replace(said, answers={name: value for name, value in said.answers.items() if name in same})


def _carried(workspace: Workspace, round_id: str, one: Counting) -> frozenset[str] | None:
    """Return which answers of a submission still answer what is asked; ``None`` for all of them."""
    now = roundbook.load(workspace, round_id)
    agency, digest, issue, _, _ = one
    if issue == now.digest or journal.stands_on(workspace, Kind.ISSUE, digest):
        return None
    return frozenset(issues.carried(roundbook.load_issue(workspace, issue), now, agency).same)


def answered(workspace: Workspace, round_id: str) -> dict[str, frozenset[str]]:
    """Return which indicators are not left blank in what counts in a round, by agency, without reading the values."""
    found = counting(workspace, round_id)
    return {agency: _answered(workspace, round_id, one) for agency, one in found.items()}


def _answered(workspace: Workspace, round_id: str, one: Counting) -> frozenset[str]:
    blank = {"status": Status.BLANK.value}
    lines = json.loads(filing.data_of(workspace, one[1]))["answers"]
    named = frozenset(line["indicator"] for line in lines if line["value"] != blank)
    same = _carried(workspace, round_id, one)
    return named if same is None else named & same


def answers_in(workspace: Workspace, digest: str) -> Submitted:
    """Return what one kept submission says, whether it counts or not."""
    data = filing.data_of(workspace, digest)
    return _submitted((json.loads(data)["agency"], digest, "", 0, 0), data)


def issue_of(workspace: Workspace, digest: str) -> str:
    """Return the digest of the issue that a kept submission answers."""
    return str(json.loads(filing.data_of(workspace, digest))["round"]["digest"])


def _submitted(one: Counting, data: bytes) -> Submitted:
    agency, digest, _, provisional, entered = one
    document: Mapping[str, Any] = json.loads(data)
    lines = document["answers"]
    return Submitted(
        agency=agency,
        digest=digest,
        provisional=bool(provisional),
        entered=bool(entered),
        answers={line["indicator"]: values.from_wire(line["value"]) for line in lines},
        explanations={line["indicator"]: line["explanation"] for line in lines if "explanation" in line},
        narratives={line["area"]: line["text"] for line in document.get("narratives", ())},
        told=document.get("on_behalf", {}),
        revision=document["revision"],
    )
