"""A workbook's table of texts: what many cells hold is written once, and the cells name its place."""

from __future__ import annotations

from xml.sax.saxutils import escape
from zipfile import ZipFile

PART = "xl/sharedStrings.xml"
TYPES, RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


class SharedTexts:
    """Gives each text its place."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place_of(self, text: str) -> int:
        """Return the place of a text, counted from 0, giving it one where it has none."""
        return self._places.setdefault(text, len(self._places))

    def write(self, archive: ZipFile) -> None:
        """Write the table as a part of the workbook."""
        with archive.open(PART, "w") as out:
            out.write(f'<sst xmlns="{_MAIN}" uniqueCount="{len(self._places)}">'.encode())
            for text in self._places:
                out.write(f"<si>{marked_up(text)}</si>".encode())
            out.write(b"</sst>")

    def named_in(self, part: str, content: bytes) -> bytes:
        """Return a part as openpyxl writes it, which knows of no table, with the table named in it."""
        if part == TYPES:
            return content.replace(
                b"</Types>", f'<Override PartName="/{PART}" ContentType="{_TYPE}"/></Types>'.encode()
            )
        if part == RELATIONS:
            relation = f'<Relationship Type="{_RELATION}" Target="/{PART}" Id="texts"/></Relationships>'
            return content.replace(b"</Relationships>", relation.encode())
        return content


def marked_up(text: str) -> str:
    """Return a text as XML; blanks at its ends and its line breaks are kept."""
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{kept}>{escape(text)}</t>"
