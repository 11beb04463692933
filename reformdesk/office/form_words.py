"""The words of a form's workbook, in its own two languages: they are printed, not shown by the program."""

from __future__ import annotations

from collections.abc import Mapping

from reformdesk.core.catalogue import Kind, Label
from reformdesk.core.values import STATUS_WORDS, Status

STATUSES = tuple(STATUS_WORDS[one] for one in Status if one is not Status.BLANK)
"""The answers that are no figure, as they are typed in every language."""
_STATUSES = " / ".join(STATUSES)

GUIDE = Label("Hướng dẫn", "Read me")
TITLE = Label("BIỂU NHẬP SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", "FORM FOR ADMINISTRATIVE REFORM FIGURES")
AGENCY = Label("Đơn vị báo cáo", "Reporting agency")
ROUND = Label("Kỳ báo cáo", "Period")
CUMULATES = Label("cộng dồn từ đầu năm", "figures add up from the year's start")
SPAN_ALONE = Label("chỉ tính số phát sinh trong kỳ", "figures of this span alone")
DEADLINE = Label("Hạn gửi Sở Nội vụ", "Due at Home Affairs")
AREA = Label("Lĩnh vực", "Area")
COUNT = Label("Số chỉ tiêu", "Indicators")
CUT_OFF = Label("Số liệu tính đến", "Figures as of")
SAME_PERIOD = Label("cùng kỳ năm trước", "same period last year")
PREVIOUS = Label("kỳ liền trước", "previous period")
PAGE = Label("Trang", "Page")
INPUT = Label("Ô có nền màu này là ô để nhập", "Cells of this colour are to be filled in")

STEPS: tuple[Label, ...] = (
    Label(
        "Mỗi lĩnh vực là một trang tính. Chỉ nhập vào ô có nền màu: số liệu kỳ này và giải trình. Các ô khác đã khóa.",
        "Each area is a sheet. Type into the tinted cells only: this period's figure and an explanation. "
        "All else is locked.",
    ),
    Label(
        f"Chưa có số thì để trống. Không có số để báo cáo thì gõ một trong các chữ: {_STATUSES}. "
        "Số 0 chỉ gõ khi kết quả đúng là không.",
        f"Leave blank what is not known yet. Where there is no figure, type one of: {_STATUSES}. "
        "Type 0 only where the result is zero.",
    ),
    Label(
        "Tỷ lệ 83,46% thì gõ 83,46 hoặc 83,46%. Dòng “có = x; không = 0” thì gõ x hoặc 0.",
        "A rate of 83,46% is typed as 83,46 or 83,46%. In a row that asks x or 0, type x or 0.",
    ),
    Label(
        "Mức độ hài lòng có từng khối thì nhập ở dòng của khối; chỉ có một số chung thì nhập ở dòng chung, "
        "không nhập cả hai.",
        "A rate given block by block goes into the blocks' rows; a single one into the row above them, never both.",
    ),
    Label(
        "Số khác nhiều so với kỳ trước thì viết một câu ở cột giải trình.",
        "Where a figure is far from the earlier ones, write a sentence in the explanation column.",
    ),
    Label(
        "Lưu tệp ở dạng .xlsx, đóng lại và gửi trả người đã gửi biểu này.",
        "Save the file as .xlsx, close it and send it back to whoever sent it.",
    ),
)

SIGNS = Label(
    "Ở cột kỳ trước: * là gồm cả số liệu của đơn vị trước sắp xếp; (…) là số liệu khi đó tính theo cách khác; "
    "số liệu đã chia cho nhiều đơn vị hoặc không cộng được thì để trống.",
    "In the columns of earlier periods: * with figures of agencies that were taken over; (…) counted otherwise then; "
    "figures that were divided since or that do not add up are left blank.",
)
"""What stands beside earlier figures of a successor, or behind a break."""

PROMPTS: Mapping[Kind, Label] = {
    Kind.COUNT: Label("Số nguyên, không âm", "A whole number, not negative"),
    Kind.DECIMAL: Label("Một số, có thể có phần thập phân", "A number, with a fraction if there is one"),
    Kind.PERCENT: Label("Tỷ lệ phần trăm: 83,46% thì gõ 83,46", "A rate in percent: 83,46% is typed 83,46"),
    Kind.RATE_OR_BLOCKS: Label(
        "Một tỷ lệ chung, hoặc để trống và nhập từng khối ở các dòng dưới",
        "One rate for all, or leave blank and fill in the blocks below",
    ),
    Kind.MARK: Label("x nếu có, 0 nếu không", "x if held, 0 if not"),
    Kind.TEXT: Label("Ghi bằng lời", "In words"),
}
BLOCK_PROMPT = Label("Tỷ lệ phần trăm của khối này", "This block's rate in percent")
OR_STATUS = Label(f"Hoặc gõ: {_STATUSES}.", f"Or type: {_STATUSES}.")
BLANK = Label("Chưa có thì để trống.", "Leave blank if not known yet.")
EXPLAIN_PROMPT = Label(
    "Không bắt buộc. Viết khi số khác nhiều so với kỳ trước.",
    "Not required. Write where the figure is far from the earlier ones.",
)
WRONG = Label("Ô này không nhận nội dung vừa gõ", "This cell does not take what was typed")
