"""Recovery files as Home Affairs remembers them, and the submissions of desks that were put back from one.

A desk that was put back seals with a new key and begins its history anew. That is expected, and no
alarm, where the submission goes on from where the recovery file ended; one comparison of the key's
code then accepts it. Where something newer was accepted meanwhile, an officer must look.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reformdesk.core import filing, journal, judgement, pins, roundbook
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace
from reformdesk.exchange.payload import SubmissionDocument, parse_reply, parse_submission
from reformdesk.exchange.recovery import RECOVERY


@dataclass(frozen=True)
class Written:
    """A recovery file that was written: the digest of its ``reply.json``, when, and where each round ended.

    ``ends`` has, by round, the number and digest of the last submission, 0 and ``None`` where there was none.
    """

    digest: str
    written_at: datetime
    ends: Mapping[str, tuple[int, str | None]]


@dataclass(frozen=True)
class Restored:
    """A submission of a desk that says it was put back.

    ``written`` is the recovery file, ``None`` where none of this office has that digest. ``goes_on``:
    the submission follows the one the file ended with. ``newer`` are the numbers accepted since.
    """

    written: Written | None
    goes_on: bool = False
    newer: tuple[int, ...] = ()

    @property
    def is_expected(self) -> bool:
        """Whether the history that begins anew is what the recovery file leads to."""
        return self.goes_on and not self.newer


def written(workspace: Workspace, agency: str) -> tuple[Written, ...]:
    """Return the recovery files that were written for an agency, oldest first."""
    found = workspace.rows(
        "SELECT digest, data FROM files WHERE kind = 'reply' AND agency = :agency AND channel = 'own' ORDER BY digest",
        {"agency": agency},
    )
    documents = {row["digest"]: parse_reply(filing.undamaged(workspace, row["digest"], row["data"])) for row in found}
    made = [
        Written(digest, document.written_at, {one["round"]: _end(one) for one in document.items[0]["rounds"]})
        for digest, document in documents.items()
        if document.items[0]["type"] == RECOVERY
    ]
    return tuple(sorted(made, key=lambda one: (one.written_at, one.digest)))


def _end(recovered: Mapping[str, Mapping[str, int | str]]) -> tuple[int, str | None]:
    last = recovered.get("submission")
    return (int(last["revision"]), str(last["digest"])) if last else (0, None)


def restored(workspace: Workspace, digest: str) -> Restored | None:
    """Return what is known of the recovery that a submission names; ``None`` where it names none."""
    document = parse_submission(filing.data_of(workspace, digest))
    claimed = (document.history or {}).get("recovered")
    if claimed is None:
        return None
    found = next((one for one in written(workspace, document.agency) if one.digest == claimed), None)
    if found is None or document.round_id not in found.ends:
        return Restored(found)
    number, last = found.ends[document.round_id]
    goes_on = (document.revision, document.previous) == (number + 1, last)
    return Restored(found, goes_on, _accepted_since(workspace, document, digest, number))


def _accepted_since(workspace: Workspace, document: SubmissionDocument, digest: str, number: int) -> tuple[int, ...]:
    found = workspace.rows(
        """SELECT DISTINCT f.revision FROM files f JOIN standing s USING (digest, signer)
           WHERE s.round = :round AND s.agency = :agency AND s.state = 'accepted' AND s.entered = 0
             AND f.revision > :number AND f.revision <= :revision AND f.digest <> :digest
           ORDER BY f.revision""",
        {
            "round": document.round_id,
            "agency": document.agency,
            "number": number,
            "revision": document.revision,
            "digest": digest,
        },
    )
    return tuple(row["revision"] for row in found)


def confirm(workspace: Workspace, agency: str, key: str, author: str, now: datetime) -> None:
    """Accept what a key just compared has sealed at a desk that was put back, where that goes on as expected.

    It is the officer's decision on the history, made with the comparison; the caller has begun the
    transaction. Two that claim the same place are left to the officer.
    """
    for round_id in roundbook.round_ids(workspace):
        if journal.closed_as(workspace, round_id):
            # reopened, it is decided by hand
            continue
        waiting = _with_history_anew(workspace, round_id, agency, key)
        places = Counter(waiting.values())
        for digest, place in sorted(waiting.items()):
            found = restored(workspace, digest)
            if places[place] == 1 and found is not None and found.is_expected and found.written is not None:
                detail = {"recovery": found.written.digest}
                journal.record(workspace, Decision(Kind.HISTORY, round_id, agency, digest, detail), author, now)
        if waiting:
            judgement.rejudge(workspace, round_id, agency)


def _with_history_anew(workspace: Workspace, round_id: str, agency: str, key: str) -> dict[str, tuple[int, str | None]]:
    """Return what a key has signed and waits for its history alone, by digest, with its number and the one before."""
    found = workspace.rows(
        """SELECT f.digest, f.signer, f.revision, f.previous, s.reasons
           FROM files f JOIN standing s USING (digest, signer)
           WHERE s.round = :round AND s.agency = :agency AND s.state = 'waiting'""",
        {"round": round_id, "agency": agency},
    )
    compared = pins.pinned(workspace, agency)
    return {
        row["digest"]: (row["revision"], row["previous"])
        for row in found
        if json.loads(row["reasons"]) == [Reason.HISTORY_BROKEN]
        and row["signer"] in compared
        and key in {row["signer"], *filing.approvers(workspace, row["digest"], row["signer"])}
    }
