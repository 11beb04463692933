"""PDFs as other programs, and people with bad intentions, make and change them."""

# mypy: disallow-untyped-calls=False
# pyHanko leaves the classes of PDF's own objects without types

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from reformdesk.exchange import pades
from tests.exchange.authority import WHOLE_PAGE, sign_pdf
from tests.exchange.softhsm import Authority, new_key

DIGEST = "ab" * 32
OTHER = "cd" * 32

Change = Callable[[IncrementalPdfFileWriter], None]


def made_otherwise(title: str | None, *, streams: bool = True, password: str = "") -> bytes:
    """Make a PDF with another program than Qt, its tables packed and its parts in another order."""
    writer = PdfFileWriter(stream_xrefs=streams)
    page = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.insert_page(PageObject(contents=page, media_box=(0, 0, 595, 842)))
    if title is not None:
        writer.set_info(generic.DictionaryObject({name("/Title"): generic.pdf_string(title)}))
    if password:
        writer.encrypt(password)
    return written(writer)


def name(text: str) -> generic.NameObject:
    return generic.NameObject(text)


def written(writer: PdfFileWriter | IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def updated(blob: bytes, change: Change) -> bytes:
    """Change a PDF by an incremental update, which leaves every byte that stands where it is."""
    writer = IncrementalPdfFileWriter(BytesIO(blob))
    change(writer)
    return written(writer)


def other_digest(writer: IncrementalPdfFileWriter) -> None:
    info = writer.trailer["/Info"]
    info[name("/Title")] = generic.pdf_string(pades.marked("Phụ lục", OTHER))
    writer.mark_update(writer.trailer.raw_get("/Info"))


def turn_the_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    page.get_object()[name("/Rotate")] = generic.NumberObject(180)
    writer.mark_update(page)


def cover_the_page(writer: IncrementalPdfFileWriter) -> None:
    """Add a field for a signature that nobody gave, with a picture that covers the whole page."""
    box = generic.ArrayObject(generic.FloatObject(one) for one in WHOLE_PAGE)
    entries = {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/BBox"): box}
    picture = writer.add_object(generic.StreamObject(entries, stream_data=b"1 g 0 0 595 842 re f"))
    append_signature_field(writer, SigFieldSpec("Cover", box=WHOLE_PAGE))
    fields = writer.root["/AcroForm"]["/Fields"]
    fields[-1][name("/AP")] = generic.DictionaryObject({name("/N"): picture})


def show_the_signature_again(writer: IncrementalPdfFileWriter) -> None:
    fields = writer.root["/AcroForm"]["/Fields"]
    first = fields[0]["/V"]
    copied = {key: value for key, value in first.items() if key != "/Contents"}
    value = generic.ByteStringObject(first.raw_get("/Contents").original_bytes)
    copy = writer.add_object(generic.DictionaryObject({**copied, name("/Contents"): value}))
    again = {name("/FT"): name("/Sig"), name("/T"): generic.pdf_string("Again"), name("/V"): copy}
    fields.append(writer.add_object(generic.DictionaryObject(again)))
    writer.update_container(fields)


def empty_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Sig1"))


def another_document_in_the_gap(blob: bytes) -> bytes:
    """Keep every signed byte, and put another document where the signature's value was.

    The end of the file says where its table stands, and there, inside of the longer gap, now stands
    another one. The value is written as a string that takes half the place that is reckoned for it.
    """
    (embedded,) = PdfFileReader(BytesIO(blob)).embedded_signatures
    _, before, after, length = (int(one) for one in embedded.byte_range)
    table_at = int(blob[after:].split()[-2])
    size = 40_000
    gap = 2 * size + 2
    value = embedded.pkcs7_content.rstrip(b"\0").ljust(size, b"\0")
    for plain in (b"\\", b"(", b")", b"\r"):
        value = value.replace(plain, b"\\" + plain)
    value = value.replace(b"\\\r", b"\\r")
    span = f"[0 {before} {before + gap} {length}]".encode()
    parts = [
        b"<< /Type /Catalog /Pages 901 0 R /AcroForm << /SigFlags 3 /Fields [903 0 R] >> >>",
        b"<< /Type /Pages /Kids [902 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 901 0 R /MediaBox [0 0 595 842] >>",
        b"<< /FT /Sig /T (Sig1) /V 904 0 R >>",
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange %b /Contents (%b) >>"
        % (span, value),
        b"<< /Title (%b) >>" % pades.marked("Another", OTHER).encode(),
    ]
    trailer = b"trailer\n<< /Size 906 /Root 900 0 R /Info 905 0 R >>\n"
    start = len(b"xref\n0 1\n0000000000 65535 f \n900 6\n") + 20 * len(parts) + len(trailer)
    objects, places = b"", []
    for number, part in enumerate(parts, 900):
        places.append(table_at + start + len(objects))
        objects += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"xref\n0 1\n0000000000 65535 f \n900 6\n" + b"".join(b"%010d 00000 n \n" % one for one in places)
    inside = (b" " * (table_at - before) + table + trailer + objects).ljust(gap)
    return blob[:before] + inside + blob[after:]


def endless_table(columns: str, index: str) -> bytes:
    head = f"1 0 obj\n<< /Type /XRef /Root 1 0 R /Length 0 /Size 9 /Index [{index}] /W [{columns}] >>\n"
    return b"%PDF-1.7\n" + head.encode() + b"stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def endless_revisions() -> bytes:
    """Name 50,000 parts in the first of 3000 tables, each of which is held against every other one."""
    parts, place, trailer, rows = [b"%PDF-1.7\n"], 9, b"", 50_000
    for _ in range(3000):
        table = b"xref\n1 %d\n" % rows + b"0000000000 00001 f \n" * rows
        part = table + b"trailer\n<< /Size 50001 /Root 1 0 R " + trailer + b">>\n"
        trailer, rows = b"/Prev %d " % place, 1
        place += len(part)
        parts.append(part)
    return b"".join(parts) + b"startxref\n%b\n%%%%EOF\n" % trailer.split()[1]


def with_two_tables(digest: str) -> bytes:
    """Make a PDF as Word does: one table for old programs, and another one for new programs."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Title (%b) >>" % pades.marked("Word", digest).encode(),
        b"<< /Type /XRef /Size 6 /Index [0 0] /W [1 2 1] /Root 1 0 R /Length 0 >>\nstream\n\nendstream",
    ]
    blob, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(blob))
        blob += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in places)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R /Info 4 0 R /XRefStm %d >>\n" % places[-1]
    return blob + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(blob)


def wide_table() -> bytes:
    width = 300_000
    head = f"1 0 obj\n<< /Type /XRef /Root 1 0 R /Length {width} /Size 9 /Index [1 1] /W [0 {width} 0] >>\nstream\n"
    return b"%PDF-1.7\n" + head.encode() + b"\7" * width + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def a_maze(authority: Authority) -> bytes:
    """Sign parts that lead to one another in 2^40 ways, and touch the document so that it is gone through."""
    key = new_key("ec")

    def lay(writer: IncrementalPdfFileWriter) -> None:
        end = writer.add_object(generic.ArrayObject())
        for _ in range(40):
            end = writer.add_object(generic.ArrayObject([end, end]))
        writer.root[name("/Maze")] = end
        writer.update_root()

    maze = updated(made_otherwise(pades.marked("x", DIGEST), streams=False), lay)
    return updated(sign_pdf(maze, key, authority.issue("Mê cung", key)), other_digest)
