"""The record of a handover (biên bản bàn giao) on paper, always in Vietnamese as an official paper is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape

from reformdesk.core.handover import HandedFile, Handover, OpenRound, SentRound
from reformdesk.core.office_handover import OfficeHandover
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.paper import LETTERHEAD, Piece, draw_pieces, pdf

Handing = Handover | OfficeHandover
_TITLE = "Biên bản bàn giao"
_DOTS = "." * 60
_OPENING = (
    LETTERHEAD
    + """
<p align="center" style="font-size:14pt; margin-top:16px"><b>BIÊN BẢN BÀN GIAO</b><br/>
<b>{desk}</b></p>
<p style="font-size:13pt; margin-top:12px">Hôm nay, ngày {day:02} tháng {month:02} năm {year}, chúng tôi gồm:</p>
<p style="font-size:13pt"><b>1. Bên giao:</b> {leaving}<br/>Chức vụ: {dots}</p>
<p style="font-size:13pt"><b>2. Bên nhận:</b> {following}<br/>Chức vụ: {dots}</p>
<p align="justify" style="font-size:13pt">Hai bên bàn giao {work} trên
phần mềm ReformDesk. Hiện trạng lúc {moment} như sau:</p>
"""
)
_HEADING = '<p style="font-size:13pt; margin-top:10px; margin-bottom:4px"><b>{text}</b></p>'
_PARAGRAPH = '<p align="justify" style="font-size:13pt">{text}</p>'
_TABLE = (
    '<table width="100%" border="1" cellspacing="0" cellpadding="4" '
    'style="border-collapse:collapse; border-style:solid">{rows}</table>'
)
_CODE = '<p align="center" style="font-size:14pt"><b>{code}</b></p>'
_SIGNATURES = """
<p align="justify" style="font-size:13pt; margin-top:10px">Bên nhận đã mở bàn làm việc bằng mật khẩu của mình
và kiểm tra các nội dung trên. Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.</p>
<table width="100%" style="margin-top:10px"><tr>
<td width="50%" align="center"><p style="font-size:13pt"><b>BÊN GIAO</b><br/><i>(Ký, ghi rõ họ tên)</i></p>
<p><br/><br/><br/></p><p style="font-size:13pt">{leaving}</p></td>
<td width="50%" align="center"><p style="font-size:13pt"><b>BÊN NHẬN</b><br/><i>(Ký, ghi rõ họ tên)</i></p>
<p><br/><br/><br/></p><p style="font-size:13pt">{following}</p></td></tr></table>
<p align="center" style="font-size:13pt; margin-top:12px"><b>XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ</b></p>
<p><br/><br/><br/></p>
"""
_WHY = {"not-sent": "Chưa gửi", "returned": "Sở Nội vụ trả lại", "changed": "Đã sửa sau lần nộp cuối"}
_KINDS = {"workspace": "Tệp làm việc", "key": "Tệp khóa xác thực", "backups": "Bản sao lưu"}
_OF_KEY = (
    "Khóa giữ nguyên nên Sở Nội vụ không phải đối chiếu lại. Từ nay khóa trên máy này chỉ mở được bằng mật khẩu của "
    "bên nhận. Bản sao của khóa lập trước khi bàn giao vẫn mở bằng mật khẩu cũ; bên giao đã giao lại hết, không giữ "
    "bản nào."
)
_COPIED, _NOT_COPIED = "Bản dự phòng của khóa lập ngày {moment}.", "Chưa có bản dự phòng của khóa ở ngoài máy."
_NO_KEY = "Đơn vị ký bằng thiết bị token; trên máy này không có khóa do phần mềm tạo ra."
_SENT_COLUMNS = ("STT:8", "Đợt báo cáo:24", "Lần:7", "Ngày xuất:17", "Phiếu tiếp nhận:13", "Mã nội dung (SHA-256):31")
_OPEN_COLUMNS = ("STT:8", "Đợt báo cáo:24", "Tình trạng:18", "Hạn gửi:17", "Chỉ tiêu chưa nhập:33")
_FILE_COLUMNS = ("STT:8", "Loại tệp:24", "Nơi lưu:68")
_DIGEST_GROUP = 16


def render(made: Handover) -> bytes:
    """Return the PDF."""
    return pdf(f"{_TITLE}, {made.agency}", lambda painter, writer: draw_pieces(painter, writer, pieces(made)))


def pieces(made: Handover) -> Iterator[Piece]:
    """Give the record's parts from top to bottom."""
    yield opening(made, "Bàn làm việc báo cáo cải cách hành chính", "công việc báo cáo cải cách hành chính của đơn vị")
    yield from table("I. Các đợt báo cáo đã gửi", _SENT_COLUMNS, [_sent(one) for one in made.sent])
    yield from table("II. Các đợt báo cáo còn dở", _OPEN_COLUMNS, [_open(one) for one in made.open])
    yield key_piece(made, _OF_KEY, _NO_KEY)
    yield from files_table("IV. Tệp bàn giao trên máy", made.files)
    yield signatures(made)


def opening(made: Handing, desk: str, work: str) -> Piece:
    """Return the letterhead, the two sides, and what is handed over."""
    at = datetime.fromisoformat(made.at).astimezone()
    names = {"leaving": escape(made.leaving), "following": escape(made.following)}
    when = {"day": at.day, "month": at.month, "year": at.year, "moment": long_moment(made.at), "dots": _DOTS}
    return Piece(_OPENING.format(agency=escape(made.agency.upper()), desk=desk, work=work, **names, **when))


def signatures(made: Handing) -> Piece:
    """Return where both sides sign, and the head."""
    return Piece(_SIGNATURES.format(leaving=escape(made.leaving), following=escape(made.following)))


def key_piece(made: Handing, of_key: str, no_key: str) -> Piece:
    """Return what is to be known of the key, with its code."""
    heading = _HEADING.format(text="III. Khóa xác thực")
    if not made.fingerprint:
        return Piece(heading + _PARAGRAPH.format(text=no_key))
    copied = _COPIED.format(moment=long_moment(made.key_copied_at)) if made.key_copied_at else _NOT_COPIED
    code = _CODE.format(code=matching_code(made.fingerprint))
    words = _PARAGRAPH.format(text="Mã đối chiếu của khóa:") + code + _PARAGRAPH.format(text=f"{of_key} {copied}")
    return Piece(heading + words)


def files_table(title: str, files: Sequence[HandedFile]) -> Iterator[Piece]:
    """Give the table of the files that go along."""
    lines = [(_KINDS[one.kind] + (f" ({one.count} bản)" if one.count > 1 else ""), one.path) for one in files]
    yield from table(title, _FILE_COLUMNS, lines)


def table(title: str, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """Give a table's title with its first row, then each row, as pieces; a number stands before each row."""
    heading = _HEADING.format(text=title)
    if not lines:
        yield Piece(heading + _PARAGRAPH.format(text="Không có."))
        return
    widths = [column.partition(":")[2] for column in columns]
    head = _row(widths, [f"<b>{column.partition(':')[0]}</b>" for column in columns], "center")
    rows = [
        _row(widths, [str(number), *(_escaped(cell) for cell in line)], "left") for number, line in enumerate(lines, 1)
    ]
    yield Piece(heading + _TABLE.format(rows=head + rows[0]), of_table=True)
    for row in rows[1:]:
        yield Piece(_TABLE.format(rows=row), _TABLE.format(rows=head), of_table=True)


def _row(widths: Sequence[str], cells: Sequence[str], align: str) -> str:
    made = [
        f'<td width="{width}%" align="{"center" if place == 0 else align}">{cell}</td>'
        for place, (width, cell) in enumerate(zip(widths, cells, strict=True))
    ]
    return f"<tr>{''.join(made)}</tr>"


def _escaped(cell: str) -> str:
    return escape(cell).replace("\n", "<br/>")


def grouped(digest: str) -> str:
    """Return a digest in lines that a column has room for."""
    return "\n".join(digest[start : start + _DIGEST_GROUP] for start in range(0, len(digest), _DIGEST_GROUP))


def _sent(one: SentRound) -> tuple[str, ...]:
    received = "Đã có" if one.received else "Chưa có"
    return (one.title, str(one.revision), long_moment(one.signed_at), received, grouped(one.digest))


def _open(one: OpenRound) -> tuple[str, ...]:
    count = sum(len(numbers) for _, numbers in one.blanks)
    areas = "\n".join(f"Mục {area}: {', '.join(numbers)}" for area, numbers in one.blanks)
    blank = f"{count}/{one.owed} chỉ tiêu\n{areas}" if count else "Đã nhập đủ"
    return (one.title, _WHY[one.why], day(date.fromisoformat(one.deadline)), blank)
