"""What a report in Word was made from: a part of the file for the program, and a line at its end for people.

The part is custom XML (ECMA-376, part 1, 15.2.5), which word processors keep when they save a document.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reformdesk.core import origin as origins
from reformdesk.core.origin import Origin
from reformdesk.office.container import parsed
from reformdesk.office.decree30 import paragraph

NAMESPACE = "urn:reformdesk:origin:1"
"""Tells the part from those of other programs."""
_STORE = "{7A0B6B1E-5C0D-4B43-9D0C-1F1F5B1C2E71}"
"""Names the part within the document (ECMA-376, part 1, 22.5)."""
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    f' ds:itemID="{_STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FOLDER = "customXml/"
LINE = "Nguồn gốc số liệu (ReformDesk), mã trạng thái"
"""How the line at the end begins; the digest of the state follows."""


def add(word: WordDocument, origin: Origin) -> None:
    """Add the part, and the line with the digest of the state."""
    package = word.part.package
    text = escape(origins.as_json(origin).decode())
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n<origin xmlns="{NAMESPACE}">{text}</origin>'
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", content.encode(), package)
    word.part.relate_to(part, REL.CUSTOM_XML)
    number = part.partname.idx or 1
    properties = Part(PackURI(f"/customXml/itemProps{number}.xml"), _PROPERTIES_TYPE, _PROPERTIES.encode(), package)
    part.relate_to(properties, REL.CUSTOM_XML_PROPS)
    paragraph(word, f"{LINE} {origin.state}", size=8, before=12)


def read(content: bytes) -> Origin | None:
    """Return what a report was made from; ``None`` where the document does not say.

    The document's size was looked at before. Raises :class:`ValueError` where it says nothing that holds
    together, and what :mod:`zipfile` raises on a damaged file.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith(_FOLDER) and name.endswith(".xml"):
                found = _text_in(archive.read(name))
                if found is not None:
                    return origins.parse(found.encode())
    return None


def _text_in(content: bytes) -> str | None:
    try:
        root = parsed(content)
    except etree.XMLSyntaxError:
        return None
    return (root.text or "") if root.tag == f"{{{NAMESPACE}}}origin" else None
