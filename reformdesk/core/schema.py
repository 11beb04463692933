"""What marks a workspace, and which migrations its schema has seen: enough to open one that is up to date."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x52444B31
"""``RDK1``: marks a SQLite file as a workspace (PRAGMA application_id)."""

MIGRATIONS = (
    *("0001_first", "0002_trust", "0003_form", "0004_requests", "0005_merge", "0006_office_files"),
    "0007_edition_draft",
)
"""The migrations of :mod:`reformdesk.core.migrations`, in order."""


def applied(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the migrations that a workspace has seen, as sqlite-utils keeps them."""
    table = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone()
    if table is None:
        return set()
    found = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'reformdesk'")
    return {str(name) for (name,) in found}
