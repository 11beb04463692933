"""Dates and times as people here read them, whatever the system's format."""

from __future__ import annotations

from datetime import UTC, date, datetime


def day(value: date) -> str:
    """Return ``dd/MM/yyyy``."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def moment(value: datetime | str) -> str:
    """Return ``dd/MM HH:mm`` in local time; takes RFC 3339 text as well."""
    local = _local(value)
    return f"{local.day:02}/{local.month:02} {local:%H:%M}"


def long_moment(value: datetime | str) -> str:
    """Return ``dd/MM/yyyy HH:mm`` in local time."""
    local = _local(value)
    return f"{day(local.date())} {local:%H:%M}"


def clock(value: datetime) -> str:
    """Return ``HH:mm:ss`` in local time."""
    return f"{_local(value):%H:%M:%S}"


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the local day."""
    return now().astimezone().date()


def _local(value: datetime | str) -> datetime:
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return read.astimezone()
