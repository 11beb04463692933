"""Two rounds side by side as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from reformdesk.office import list_xlsx
from reformdesk.office.list_xlsx import Entry

_WIDTHS = (8, 60, 14, 16, 16, 14, 10, 44)


def workbook(title: str, subtitle: str, sheet: str, header: Sequence[str], rows: Sequence[Sequence[Entry]]) -> bytes:
    """Return the workbook's bytes, its figures as numbers."""
    return list_xlsx.workbook((title, subtitle), sheet, header, rows, _WIDTHS)
