"""The record of a handover at Home Affairs on paper, always in Vietnamese as an official paper is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reformdesk.core.office_handover import OfficeHandover, RoundStanding
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.handover_record import files_table, grouped, key_piece, opening, signatures, table
from reformdesk.ui.paper import Piece, draw_pieces, pdf

_OF_KEY = (
    "Khóa giữ nguyên nên các đơn vị không phải đối chiếu lại. Từ nay khóa trên máy này chỉ mở được bằng mật khẩu của "
    "bên nhận. Bản sao của khóa lập trước khi bàn giao vẫn mở bằng mật khẩu cũ; bên giao đã giao lại hết, không giữ "
    "bản nào."
)
_NO_KEY = "Sở Nội vụ ký bằng thiết bị token; trên máy này không có khóa do phần mềm tạo ra."
_ROUND_COLUMNS = ("STT:7", "Đợt báo cáo:20", "Hạn gửi:17", "Đã nhận:11", "Chờ xử lý:11", "Mã tổng hợp (SHA-256):34")
_MISSING_COLUMNS = ("STT:7", "Đợt báo cáo:28", "Đơn vị chưa có số liệu được tính:65")
_OTHER_COLUMNS = ("STT:7", "Nội dung:28", "Hiện trạng:65")


def render(made: OfficeHandover) -> bytes:
    """Return the PDF."""
    title = f"Biên bản bàn giao, {made.agency}"
    return pdf(title, lambda painter, writer: draw_pieces(painter, writer, pieces(made)))


def pieces(made: OfficeHandover) -> Iterator[Piece]:
    """Give the record's parts from top to bottom."""
    work = "công việc tổng hợp báo cáo cải cách hành chính của tỉnh"
    yield opening(made, "Bàn làm việc tổng hợp báo cáo cải cách hành chính", work)
    yield from table("I. Các đợt báo cáo", _ROUND_COLUMNS, [_round(one) for one in made.rounds])
    missing = [(one.title, ", ".join(one.missing)) for one in made.rounds if one.missing]
    yield from table("II. Đơn vị còn thiếu", _MISSING_COLUMNS, missing)
    yield key_piece(made, _OF_KEY, _NO_KEY)
    yield from table("IV. Khóa dự phòng và nơi lưu thứ hai", _OTHER_COLUMNS, list(_others(made)))
    yield from files_table("V. Tệp bàn giao trên máy", made.files)
    yield signatures(made)


def _round(one: RoundStanding) -> tuple[str, ...]:
    received = f"{one.received}/{one.agencies}"
    return (one.title, day(date.fromisoformat(one.deadline)), received, str(one.waiting), grouped(one.digest))


def _others(made: OfficeHandover) -> Iterator[tuple[str, str]]:
    codes = "\n".join(matching_code(one) for one in made.reserves)
    yield "Khóa dự phòng cất trong két", codes or "Chưa có"
    if not made.second_place:
        yield "Nơi lưu thứ hai", "Chưa có"
        return
    copied = f"bản sao gần nhất lập {long_moment(made.second_made_at)}" if made.second_made_at else "chưa có bản sao"
    yield "Nơi lưu thứ hai", f"{made.second_place}\n{copied}"
