"""The report in the format that a file name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from reformdesk.core.report import ConsolidatedRound, printed_tables
from reformdesk.errors import Mendable
from reformdesk.office import closing_changes, report_data

SUFFIXES = (".xlsx", ".docx", ".csv", ".json")


def render(file_name: str, parts: Sequence[ConsolidatedRound], state_digest: str) -> bytes:
    """Return the report on ``parts``, oldest first, as the file that ``file_name`` names.

    The newest round's indicator set says how the tables look. Raises ``Mendable``: ``unknown-type``,
    ``no-round``.
    """
    suffix = PurePath(file_name).suffix.lower()
    if suffix not in SUFFIXES:
        raise Mendable("unknown-type", file=file_name)
    if not parts:
        raise Mendable("no-round")
    if suffix == ".csv":
        return report_data.tidy_csv(parts)
    if suffix == ".json":
        return report_data.report_json(parts, state_digest)
    newest = parts[-1].round
    tables = printed_tables(parts, newest.catalogue)
    if suffix == ".xlsx":
        from reformdesk.office import report_xlsx

        return report_xlsx.workbook(tables, closing_changes.appendices(parts))
    from reformdesk.office import report_docx

    return report_docx.document(
        tables,
        office=newest.by_id[newest.office].name,
        province=newest.province,
        title=f"Kết quả các chỉ tiêu thống kê cải cách hành chính {newest.title.vi}",
        narratives={
            area: [(newest.by_id[agency].name, words) for agency, words in said]
            for area, said in parts[-1].narratives.items()
        },
        parts=parts,
    )
