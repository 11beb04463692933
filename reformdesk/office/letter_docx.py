"""The draft of the letter that a round goes out with, set as Decree 30/2020/NĐ-CP wants a công văn.

An official paper is Vietnamese, whatever language the window speaks. Number, date and signature stay
blank: the office's own rules fill them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from reformdesk.core.rounds import Round
from reformdesk.office.decree30 import head, paragraph, place_of, prose, set_base, set_widths, table, write

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_HEAD = [Mm(70), Mm(95)]
_CODES = (("Khóa", 60), ("Mã đối chiếu", 105))
_DAYS = (("Lĩnh vực", 110), ("Thời điểm chốt số liệu", 55))
_RECIPIENTS = (("STT", 14), ("Đơn vị báo cáo", 99), ("Số chỉ tiêu được giao", 52))
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class OfficeKey:
    """A key that speaks for Home Affairs: whose it is, and the code that agencies compare."""

    holder: str
    code: str
    is_reserve: bool = False


def draft_letter(round_: Round, keys: Sequence[OfficeKey]) -> bytes:
    """Return the letter as .docx bytes; ``keys`` are those that the round file names, the sealing one first."""
    word = Document()
    word.core_properties.title = f"Báo cáo số liệu cải cách hành chính {_title(round_)}"
    word.core_properties.author = _office(round_)
    set_base(word, across=False)
    head(
        word,
        office=_office(round_),
        province=round_.province,
        number="Số:            /",
        dated=f"{place_of(round_.province)}, ngày      tháng      năm",
        subject=f"V/v {_subject(round_)}",
        widths=_HEAD,
    )
    paragraph(
        word, "Kính gửi: Các cơ quan, đơn vị (theo danh sách kèm theo)", size=13, align=_CENTRE, before=18, after=12
    )
    prose(
        word,
        f"Để có số liệu tổng hợp, báo cáo công tác cải cách hành chính {_title(round_)} của {round_.province}, "
        f"{_office(round_)} đề nghị các cơ quan, đơn vị báo cáo số liệu bằng chương trình ReformDesk như sau:",
    )
    if round_.revision > 1:
        _correction(word, round_)
    _period(word, round_)
    _demands(word, round_)
    _keys(word, round_, keys)
    prose(word, f"Đề nghị các cơ quan, đơn vị quan tâm, báo cáo đúng hạn. {_contact(round_)}./.")
    _signature(word, round_)
    _recipients(word, round_)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _subject(round_: Round) -> str:
    report = f"báo cáo số liệu cải cách hành chính {_title(round_)}"
    return f"điều chỉnh (lần {round_.revision - 1}) {report}" if round_.revision > 1 else report


def _correction(word: WordDocument, round_: Round) -> None:
    """Say that this issue takes the place of the one before, and what becomes of what was done."""
    note = f" Nội dung điều chỉnh: {round_.note.vi.rstrip('. ')}." if round_.note is not None else ""
    prose(
        word,
        f"Tệp đợt báo cáo kèm theo thay cho tệp đã gửi trước.{note} Số liệu đã nhập và tệp đã nộp được giữ nguyên; "
        "mở tệp mới, chương trình chỉ hỏi những chỉ tiêu mới hoặc đã thay đổi.",
    )


def _period(word: WordDocument, round_: Round) -> None:
    period = round_.period
    counted = "số liệu cộng dồn từ đầu kỳ" if period.cumulates else "chỉ tính số liệu phát sinh trong kỳ"
    prose(word, f"1. Kỳ báo cáo: từ ngày {_day(period.starts)} đến ngày {_day(period.ends)}, {counted}.")
    days = {period.cut_off[area] for area in period.areas if area in period.cut_off}
    if len(days) == 1:
        prose(word, f"2. Thời điểm chốt số liệu: ngày {_day(next(iter(days)))}.")
    elif days:
        prose(word, "2. Thời điểm chốt số liệu theo từng lĩnh vực:")
        _table(
            word,
            _DAYS,
            [
                (round_.catalogue.area(area).title, _day(period.cut_off[area]) if area in period.cut_off else "")
                for area in period.areas
            ],
            centred=(1,),
        )
    else:
        prose(word, "2. Thời điểm chốt số liệu: ngày cuối của kỳ báo cáo.")
    prose(word, f"3. Hạn gửi: chậm nhất hết ngày {_day(round_.deadline)}.", bold=True)


def _demands(word: WordDocument, round_: Round) -> None:
    prose(word, "4. Nội dung và cách báo cáo:")
    for line in _lines(round_):
        prose(word, f"- {line}")


def _lines(round_: Round) -> Iterator[str]:
    yield (
        "Mỗi đơn vị báo cáo các chỉ tiêu được giao (số lượng tại danh sách kèm theo). Mở tệp đợt báo cáo "
        f"{round_.id}.rdround trong chương trình rồi chọn đơn vị mình; nơi thư điện tử chặn loại tệp này thì dùng "
        "tệp đuôi .zip kèm theo, nội dung như nhau."
    )
    yield (
        "Nhập số liệu, kiểm tra, bấm “Hoàn tất và xuất tệp nộp”; gửi tệp nộp cho "
        f"{_office(round_)}, kèm văn bản có phụ lục in từ chương trình, ký và đóng dấu."
    )
    if round_.signatures > 1:
        yield "Tệp nộp cần thêm xác nhận của thủ trưởng đơn vị (niêm phong thứ hai)."
    if round_.details:
        yield "Chỉ tiêu cộng từ các đơn vị trực thuộc phải có chi tiết theo từng đơn vị trực thuộc."
    if round_.evidence_limit:
        most = round_.evidence_limit // _MEGABYTE
        yield f"Tài liệu kiểm chứng đính kèm trong tệp nộp; mỗi tệp nộp không quá {most} MB tài liệu."
    yield (
        "Máy chưa có chương trình: cài đặt theo tờ hướng dẫn kèm theo, không cần quyền quản trị. Máy không cài được: "
        "điền biểu Excel của đơn vị rồi đưa vào chương trình trên một máy khác."
    )


def _keys(word: WordDocument, round_: Round, keys: Sequence[OfficeKey]) -> None:
    office = _office(round_)
    prose(
        word,
        f"5. Mã đối chiếu của {office}. Khi mở tệp đợt báo cáo lần đầu, đề nghị so mã chương trình hiện ra với mã dưới "
        f"đây; nếu khác thì không nhập số liệu và báo ngay cho {office}.",
    )
    names = [(f"{one.holder} (khóa dự phòng)" if one.is_reserve else one.holder, one.code) for one in keys]
    _table(word, _CODES, names, centred=(1,))


def _table(
    word: WordDocument, columns: Sequence[tuple[str, int]], lines: Sequence[Sequence[str]], centred: Sequence[int]
) -> None:
    table(word, columns, lines, centred=centred)
    # what follows keeps its distance
    word.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _signature(word: WordDocument, round_: Round) -> None:
    paragraph(word, "", size=13, keep=True)
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    write(left, "Nơi nhận:", size=12, bold=True, italic=True)
    for line in ("- Như trên;", f"- UBND {round_.province} (để báo cáo);", "- Lưu: VT."):
        write(left, line, size=11)
    write(right, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", size=13, bold=True, align=_CENTRE)
    set_widths(table, _HEAD)


def _recipients(word: WordDocument, round_: Round) -> None:
    """List on a page of its own who reports, and how many indicators are assigned to each."""
    paragraph(word, "DANH SÁCH ĐƠN VỊ BÁO CÁO", size=14, bold=True, align=_CENTRE)
    word.paragraphs[-1].paragraph_format.page_break_before = True
    about = f"(Kèm theo Văn bản số ……/…… ngày …… tháng …… năm …… của {_office(round_)})"
    paragraph(word, about, size=13, italic=True, align=_CENTRE, after=12)
    owing = [(agency.name, len(round_.owed(agency.id))) for agency in round_.agencies if round_.owed(agency.id)]
    lines = [(str(place), name, str(count)) for place, (name, count) in enumerate(owing, 1)]
    _table(word, _RECIPIENTS, lines, centred=(0, 2))


def _office(round_: Round) -> str:
    return round_.by_id[round_.office].name


def _contact(round_: Round) -> str:
    contact = round_.by_id[round_.office].contact
    asked = f"Trong quá trình thực hiện, nếu có vướng mắc, liên hệ {_office(round_)}"
    return f"{asked} ({contact})" if contact else asked


def _title(round_: Round) -> str:
    """Return the round's name as it stands within a sentence."""
    title = round_.title.vi
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
