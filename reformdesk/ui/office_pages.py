"""The pages of Home Affairs' desk by their keys, and under which entry of the navigation each is found."""

from __future__ import annotations

BOARD, INTAKE, WAITING, TABLES, COMPARISON, DECISIONS, ROUNDS, EDITION, AGENCIES = (
    "board",
    "intake",
    "waiting",
    "tables",
    "comparison",
    "decisions",
    "rounds",
    "edition",
    "agencies",
)
"""The entries of the navigation."""

OUTLIERS, REVIEW, LINEAGE, CONFLICT, ENTERING, EMPTY = (
    "outliers",
    "review",
    "lineage",
    "conflict",
    "entering",
    "empty",
)
"""Pages that one comes to from others."""


def entry_of(page: str) -> str:
    """Return the entry of the navigation that a page belongs to; for one that belongs to several, itself."""
    return TABLES if page == OUTLIERS else page
