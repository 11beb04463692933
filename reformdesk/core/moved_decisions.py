"""Decisions of schemas before ``0005_merge``, as the content that they are since. Called by that migration alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reformdesk.core.deciding import Decision, Kind

if TYPE_CHECKING:
    from sqlite_utils import Database


def move(db: Database) -> None:
    """Bring decisions, answers to requests and revocations together, with their authors and times."""
    for row in list(
        db.query(
            """SELECT d.*, f.round, f.agency FROM decisions d
               LEFT JOIN (SELECT DISTINCT digest, round, agency FROM files) f ON f.digest = d.subject
               ORDER BY d.kind, d.subject, d.detail"""
        )
    ):
        place = (row["round"] or "", row["agency"] or "", row["subject"])
        _keep(db, Decision(Kind(row["kind"]), *place, _detail_of(row)), row["author"], row["decided_at"])
    before: dict[str, Decision] = {}
    for row in list(db.query("SELECT * FROM request_answers ORDER BY decided_at, verdict, words")):
        detail = {"verdict": row["verdict"], "words": row["words"]}
        wanted = Decision(Kind.REQUEST, row["round"], row["agency"], row["request"], detail)
        last = before.get(row["request"])
        if last is None or last.said != wanted.said:
            last = before[row["request"]] = replace(wanted, before=frozenset({last.id} if last else ()))
        _keep(db, last, row["author"], row["decided_at"])
    for row in list(db.query("SELECT * FROM revocations ORDER BY subject, fingerprint")):
        detail = {"speaker": row["subject"], "covers": sorted(json.loads(row["covers"]))}
        agency = row["subject"].partition("#")[0]
        revoked = Decision(Kind.REVOKE, "", agency, row["fingerprint"], detail, row["reason"])
        _keep(db, revoked, row["author"], row["revoked_at"])


def _detail_of(row: dict[str, Any]) -> dict[str, Any]:
    match row["kind"]:
        case "return":
            return dict(json.loads(row["detail"]))
        case "set-aside":
            return {"signer": row["detail"]}
        case "history" if row["detail"]:
            return {"recovery": row["detail"]}
        case _:
            return {}


def _keep(db: Database, one: Decision, author: str, decided_at: str) -> None:
    db.execute(
        """INSERT OR IGNORE INTO new_decisions
           VALUES (:id, :kind, :round, :agency, :subject, :detail, :reason)""",
        one.row,
    )
    for name in one.before:
        db.execute("INSERT OR IGNORE INTO decision_before VALUES (:id, :before)", {"id": one.id, "before": name})
    db.execute(
        """INSERT OR IGNORE INTO decision_hands
           VALUES (:id, :author, :at, (SELECT value FROM meta WHERE name = 'desk'))""",
        {"id": one.id, "author": author, "at": decided_at},
    )
