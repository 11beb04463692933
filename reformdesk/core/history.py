"""The history of an agency's desk: what a submission says of it, and whether it is whole.

Every change of an answer is a line that carries the link of the line before
(:mod:`reformdesk.core.chronicle`). A submission names the head; so does the next one, with the
proof that nothing in between was changed or cut off.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import chronicle, entry, filing
from reformdesk.core.chronicle import Head
from reformdesk.core.store import Office, Workspace
from reformdesk.exchange.payload import kept_submission

_BEGAN_ANEW = "history-began-with"
_NOTHING = {"", entry.BLANK}
"""How an explanation, or a value, stands that is not given: an answer may have the one without the other."""


@dataclass(frozen=True)
class Stated:
    """What a submission says of its history: its head, the head it goes on from, whether the proof holds."""

    head: Head | None
    since: Head | None
    proved: bool


def statement(workspace: Workspace, previous: str | None) -> dict[str, Any]:
    """Return the member ``history`` of the next submission.

    It goes on from what the revision before named (``previous``, its digest) or, in a round's first
    submission, from what the newest submission of any round named. Where the history began anew with a
    recovery file, and there is nothing of its own yet to go on from, it says so.
    """
    links = _links(workspace)
    now = chronicle.head(links)
    stated: dict[str, Any] = {"length": now.length, "head": now.root}
    last = _last_stated(workspace, previous)
    began = workspace.meta(_BEGAN_ANEW)
    if last is None and began:
        stated["recovered"] = began
    if last is not None:
        digest, before = last
        stated["since"] = {
            "submission": digest,
            "length": before.length,
            "head": before.root,
            "proof": [b64encode(part).decode() for part in chronicle.extension_proof(links, before.length)],
        }
    return stated


def begin_anew(workspace: Workspace, recovery: str) -> None:
    """Remember that this history begins with what a recovery file brought; ``recovery`` is its digest."""
    workspace.set_meta(_BEGAN_ANEW, recovery)


def stated_in(document: Mapping[str, Any]) -> Stated:
    """Read what a submission's JSON says of its history."""
    wire = document.get("history")
    if wire is None:
        return Stated(None, None, proved=True)
    now = Head(wire["length"], wire["head"])
    since = wire.get("since")
    if since is None:
        return Stated(now, None, proved=True)
    before = Head(since["length"], since["head"])
    proof = [b64decode(part) for part in since["proof"]]
    return Stated(now, before, chronicle.extends(before, now, proof))


def problems(workspace: Workspace) -> list[str]:
    """Return what is wrong with the history, each as a stable code; empty where it is whole.

    ``edited``: a line is not what it was. ``cut``: lines are missing. ``answers``: the answers are
    not where the history leads. ``differs``: a submission had named another history. Home Affairs'
    desk has no answers of its own, and so no history.
    """
    if workspace.office is not Office.AGENCY:
        return []
    lines = workspace.rows("SELECT * FROM history ORDER BY id")
    found = []
    if _is_edited(lines):
        found.append("edited")
    if [line["id"] for line in lines] != list(range(1, len(lines) + 1)):
        found.append("cut")
    if _answers(lines) != _standing_answers(workspace):
        found.append("answers")
    if not all(_was_so(lines, head) for _, head in _all_stated(workspace)):
        found.append("differs")
    return found


def _links(workspace: Workspace) -> list[str]:
    """Reckon the links anew from what the lines say: a link that was kept could have been edited."""
    links: list[str] = []
    for line in workspace.rows("SELECT * FROM history ORDER BY id"):
        links.append(chronicle.link(links[-1] if links else "", line))
    return links


def _is_edited(lines: list[dict[str, Any]]) -> bool:
    link = ""
    for line in lines:
        link = chronicle.link(link, line)
        if line["link"] != link:
            return True
    return False


def _answers(lines: list[dict[str, Any]]) -> dict[tuple[str, str, str], str]:
    """Return where the lines lead; what was taken back is not there."""
    reached = {(line["round"], line["indicator"], line["part"]): line["after"] for line in lines}
    return {place: words for place, words in reached.items() if words not in _NOTHING}


def _standing_answers(workspace: Workspace) -> dict[tuple[str, str, str], str]:
    standing = {}
    for row in workspace.rows("SELECT round, indicator, value, explanation FROM answers"):
        for part in (entry.VALUE, entry.EXPLANATION):
            standing[(row["round"], row["indicator"], part)] = row[part]
    for row in workspace.rows("SELECT round, indicator, part, content FROM entries"):
        standing[(row["round"], row["indicator"], row["part"])] = row["content"]
    return {place: words for place, words in standing.items() if words not in _NOTHING}


def _was_so(lines: list[dict[str, Any]], head: Head) -> bool:
    return chronicle.head([line["link"] for line in lines[: head.length]]) == head


def _last_stated(workspace: Workspace, previous: str | None) -> tuple[str, Head] | None:
    """Return the submission to go on from; lengths only grow, so that the longest history is the newest."""
    stated = dict(_all_stated(workspace))
    if previous is not None:
        return (previous, stated[previous]) if previous in stated else None
    return max(stated.items(), key=lambda pair: pair[1].length, default=None)


def _all_stated(workspace: Workspace) -> Iterator[tuple[str, Head]]:
    """Give what this desk's own submissions named; those that a recovery file brought had another history."""
    for row in workspace.rows(
        """SELECT digest, data FROM files
           WHERE kind = 'submission' AND agency = :owner AND channel <> :recovered ORDER BY rowid""",
        {"owner": workspace.owner, "recovered": filing.RECOVERED},
    ):
        document = kept_submission(filing.undamaged(workspace, row["digest"], row["data"]))
        if document.history is not None:
            yield str(row["digest"]), Head(document.history["length"], document.history["head"])
