"""What older schemas held is there after the newer ones, in their words."""

from __future__ import annotations

import json

import pytest
from sqlite_utils import Database

from reformdesk.core import chronicle, deciding, returns
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.migrations import migrations
from reformdesk.core.schema import MIGRATIONS, applied


@pytest.fixture
def first() -> Database:
    """A database of the first schema, with a return, a pin and three lines of history."""
    db = Database(memory=True)
    migrations.apply(db, stop_before="0002_trust")
    db.execute("INSERT INTO meta VALUES ('office', 'agency')")
    db.execute("INSERT INTO decisions VALUES ('return', 'd1', 'Xem lại “mục 1”', 'officer', '2024-06-20T00:00:00Z')")
    db.execute("INSERT INTO decisions VALUES ('provisional', 'd2', '', '', '2024-06-20T00:00:00Z')")
    db.execute("INSERT INTO pins VALUES ('a', 'f', 'Sở Nội vụ', x'00', '2024-06-20T00:00:00Z')")
    db.execute("INSERT INTO rounds VALUES ('r', 'd', 1, '2024-06-20T00:00:00Z')")
    for number in range(3):
        db.execute(
            "INSERT INTO history (round, indicator, part, before, after, source, changed_at)"
            " VALUES ('r', 'n', 'value', '', :after, 'typed', '2024-06-20T00:00:00Z')",
            {"after": str(number)},
        )
    return db


def test_a_return_keeps_its_words(first: Database) -> None:
    migrations.apply(first)
    found = {row["kind"]: row["detail"] for row in first.query("SELECT kind, detail FROM decisions")}
    assert returns.from_wire(json.loads(found["return"])).words == "Xem lại “mục 1”"
    assert found["provisional"] == "{}"


@pytest.mark.parametrize(("office", "how"), [("agency", "first-seen"), ("home-affairs", "compared")])
def test_what_was_pinned_is_called_what_it_was(first: Database, office: str, how: str) -> None:
    first.execute("UPDATE meta SET value = :office", {"office": office})
    migrations.apply(first)
    assert [row["how"] for row in first.query("SELECT how FROM pins")] == [how]


def test_the_history_is_linked(first: Database) -> None:
    migrations.apply(first)
    link = ""
    for line in list(first.query("SELECT * FROM history ORDER BY id")):
        link = chronicle.link(link, line)
        assert line["link"] == link


@pytest.fixture
def fourth() -> Database:
    """A database of the fourth schema: Home Affairs, with every kind of decision of its time."""
    db = Database(memory=True)
    migrations.apply(db, stop_before="0005_merge")
    db.execute("INSERT INTO meta VALUES ('office', 'home-affairs')")
    document = {
        "title": {"vi": "6 tháng"},
        "short": {"vi": "6T"},
        "revision": 1,
        "opened_at": "2024-06-01T00:00:00Z",
        "deadline": "2024-07-05",
        "period": {"to": "2024-06-14", "months": 6, "areas": ["a", "b"]},
        "catalogue": {"name": {"vi": "Bộ chỉ tiêu"}},
    }
    insert = (
        "INSERT INTO files VALUES (:digest, 'k', :kind, 'r', :agency, 1, NULL, 'B', '', x'00', 'b.rdsub', 'folder',"
        " '2024-06-20T00:00:00Z', :data, x'00', '', '')"
    )
    data = json.dumps(document).encode()
    db.execute(insert, {"digest": "round", "kind": "round", "agency": "", "data": data})
    db.execute("INSERT INTO rounds VALUES ('r', 'round', 1, '2024-06-01T00:00:00Z')")
    for digest in ("d1", "d2", "d3"):
        db.execute(insert, {"digest": digest, "kind": "submission", "agency": "b", "data": b"{}"})
        db.execute(
            "INSERT INTO standing VALUES (:digest, 'k', 'r', 'b', 'accepted', '[]', 1, 0, 0)", {"digest": digest}
        )
    for kind, subject, detail, author, hour in (
        ("return", "d1", json.dumps({"fields": [], "words": "Thiếu"}), "Lan", 3),
        ("choose", "d1", "", "Minh", 4),
        ("provisional", "d2", "", "", 5),
        ("history", "d2", "", "Lan", 6),
        ("history", "d3", "recovery", "Lan", 7),
        ("set-aside", "d3", "foreign", "Lan", 8),
    ):
        db.execute(
            "INSERT INTO decisions VALUES (?, ?, ?, ?, ?)",
            (kind, subject, detail, author, f"2024-06-20T0{hour}:00:00Z"),
        )
    for hour, verdict, words in ((1, "declined", "Sổ"), (2, "agreed", ""), (3, "declined", "Sổ")):
        db.execute(
            "INSERT INTO request_answers VALUES ('q', 'r', 'b', ?, ?, 'Lan', ?)",
            (verdict, words, f"2024-06-21T0{hour}:00:00Z"),
        )
    for subject, covers in (("b", ["d2", "d1"]), ("b#head", []), ("home-affairs#reserve", [])):
        db.execute(
            "INSERT INTO revocations VALUES (?, 'k', ?, 'mất máy', 'Minh', '2024-06-22T00:00:00Z')",
            (subject, json.dumps(covers)),
        )
    return db


def test_decisions_become_content_with_their_authors_and_times(fourth: Database) -> None:
    migrations.apply(fourth)
    (desk,) = (row["value"] for row in fourth.query("SELECT value FROM meta WHERE name = 'desk'"))
    assert len(desk) == 16
    found = [
        (row["kind"], row["round"], row["agency"], row["subject"], json.loads(row["detail"]), row["reason"])
        for row in fourth.query("SELECT * FROM decisions WHERE kind <> 'request' ORDER BY kind, subject, agency")
    ]
    assert sorted(found, key=repr) == [
        ("choose", "r", "b", "d1", {}, ""),
        ("history", "r", "b", "d2", {}, ""),
        ("history", "r", "b", "d3", {"recovery": "recovery"}, ""),
        ("provisional", "r", "b", "d2", {}, ""),
        ("return", "r", "b", "d1", {"fields": [], "words": "Thiếu"}, ""),
        ("revoke", "", "b", "k", {"covers": ["d1", "d2"], "speaker": "b"}, "mất máy"),
        ("revoke", "", "b", "k", {"covers": [], "speaker": "b#head"}, "mất máy"),
        ("revoke", "", "home-affairs", "k", {"covers": [], "speaker": "home-affairs#reserve"}, "mất máy"),
        ("set-aside", "r", "b", "d3", {"signer": "foreign"}, ""),
    ]
    hands = list(fourth.query("SELECT * FROM decision_hands JOIN decisions USING (id) WHERE kind <> 'request'"))
    assert {row["desk"] for row in hands} == {desk}
    assert {(row["kind"], row["subject"], row["author"], row["decided_at"]) for row in hands} >= {
        ("return", "d1", "Lan", "2024-06-20T03:00:00Z"),
        ("provisional", "d2", "", "2024-06-20T05:00:00Z"),
        ("revoke", "k", "Minh", "2024-06-22T00:00:00Z"),
    }


def test_the_last_answer_to_a_request_stands_and_names_those_before(fourth: Database) -> None:
    migrations.apply(fourth)
    before: dict[str, set[str]] = {}
    for row in fourth.query("SELECT * FROM decision_before"):
        before.setdefault(row["id"], set()).add(row["before"])
    answers = [
        Decision(Kind.REQUEST, "r", "b", "q", json.loads(row["detail"]), "", frozenset(before.get(row["id"], ())))
        for row in fourth.query("SELECT * FROM decisions WHERE kind = 'request'")
    ]
    assert len({one.id for one in answers}) == 3
    assert {one.id for one in answers} == {
        row["id"] for row in fourth.query("SELECT id FROM decisions WHERE kind = 'request'")
    }
    (stands,) = deciding.standing(answers)
    assert stands.detail == {"verdict": "declined", "words": "Sổ"}


def test_arrivals_and_labels_are_read_from_what_is_there(fourth: Database) -> None:
    migrations.apply(fourth)
    assert [(row["digest"], row["verdict"]) for row in fourth.query("SELECT * FROM arrivals ORDER BY digest")] == [
        (digest, "accepted") for digest in ("d1", "d2", "d3")
    ]
    (label,) = (json.loads(row["label"]) for row in fourth.query("SELECT label FROM rounds"))
    assert label == {
        "title": {"vi": "6 tháng"},
        "short": {"vi": "6T"},
        "indicator_set": {"vi": "Bộ chỉ tiêu"},
        "revision": 1,
        "opened_at": "2024-06-01T00:00:00Z",
        "deadline": "2024-07-05",
        "months": 6,
        "ends": "2024-06-14",
        "areas": ["a", "b"],
    }


def test_the_workspace_knows_every_kind_of_decision() -> None:
    db = Database(memory=True)
    migrations.apply(db)
    for kind in Kind:
        db.execute("INSERT INTO decisions VALUES (:kind, :kind, '', '', '', '{}', '')", {"kind": kind.value})


def test_the_schema_names_every_migration_in_order(first: Database) -> None:
    assert [one.name for one in migrations.pending(Database(memory=True))] == list(MIGRATIONS)
    assert applied(Database(memory=True).conn) == set()
    assert applied(first.conn) == {"0001_first"}
    migrations.apply(first)
    assert applied(first.conn) == set(MIGRATIONS)
