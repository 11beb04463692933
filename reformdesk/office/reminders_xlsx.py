"""The reminder list as a workbook, with room for what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from reformdesk.office import list_xlsx

_WIDTHS = (6, 34, 42, 26, 34, 26)


def workbook(title: str, subtitle: str, sheet: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the workbook's bytes."""
    return list_xlsx.workbook((title, subtitle), sheet, header, rows, _WIDTHS)
