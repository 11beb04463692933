"""The stamped letter that goes with a submission: its number and date, kept for each."""

from __future__ import annotations

from datetime import date

from reformdesk.core import filing
from reformdesk.core.annexes import Annex, Letter, annex_of
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import parse_submission

LONGEST = 80


def letters(workspace: Workspace, round_id: str) -> dict[int, Letter]:
    """Return the letters of a round, by the number of the submission that each went with."""
    found = workspace.rows("SELECT revision, number, dated FROM letters WHERE round = :round", {"round": round_id})
    return {
        int(row["revision"]): Letter(row["number"], date.fromisoformat(row["dated"]) if row["dated"] else None)
        for row in found
    }


def set_letter(workspace: Workspace, round_id: str, revision: int, letter: Letter) -> Changes:
    """Keep number and date of a submission's letter. Raises ``Mendable('letter-too-long')``."""
    number = nfc(letter.number).strip()
    if len(number) > LONGEST:
        raise Mendable("letter-too-long", most=LONGEST)
    kept = Letter(number, letter.dated)
    if letters(workspace, round_id).get(revision, Letter()) == kept:
        return Changes.NOTHING
    with workspace.atomic():
        workspace.db.table("letters").upsert(
            {
                "round": round_id,
                "revision": revision,
                "number": number,
                "dated": letter.dated.isoformat() if letter.dated else "",
            },
            pk=("round", "revision"),
        )
    return Changes.SUBMISSIONS


def usual_symbol(workspace: Workspace) -> str:
    """Return what follows the number in the agency's last letter (``/BC-STP``); empty where there was none."""
    found = workspace.rows("SELECT number FROM letters WHERE number LIKE '%/%' ORDER BY dated DESC LIMIT 1")
    return "/" + str(found[0]["number"]).partition("/")[2] if found else ""


def annex_to(workspace: Workspace, round_: Round, digest: str) -> Annex:
    """Return the annex of a submission that was handed in, with its letter; ``KeyError`` where it is not kept."""
    document = parse_submission(filing.data_of(workspace, digest))
    letter = letters(workspace, round_.id).get(document.revision, Letter())
    sealed = filing.filed(workspace, "submission", round_.id, document.agency)
    key = next((str(row["signer"]) for row in sealed if row["digest"] == digest), "")
    return annex_of(document, round_, letter, key)
