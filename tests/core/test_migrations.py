"""What older schemas held is there after the newer ones, in their words."""

from __future__ import annotations

import json

import pytest
from sqlite_utils import Database

from reformdesk.core import chronicle, returns
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
    assert found["provisional"] == ""


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


def test_the_schema_names_every_migration_in_order(first: Database) -> None:
    assert [one.name for one in migrations.pending(Database(memory=True))] == list(MIGRATIONS)
    assert applied(Database(memory=True).conn) == set()
    assert applied(first.conn) == {"0001_first"}
    migrations.apply(first)
    assert applied(first.conn) == set(MIGRATIONS)
