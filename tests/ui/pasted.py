"""What an office copies from Word and Excel, with what goes wrong in such papers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import Hands

PASTED_AGENCIES = """
STT|Tên cơ quan, đơn vị|Đầu mối|Điện thoại
I|CÁC SỞ, BAN, NGÀNH||
1|Văn phòng UBND tỉnh|Phòng KSTTHC|0200 3800 119
2|Sở Nội vụ|Phòng CCHC|0200 3800 101
3|Sở Tài chính||
4|Së Khoa häc vµ C«ng nghÖ||
5|Sở Tài chính||
II|UBND CÁC XÃ, PHƯỜNG, ĐẶC KHU||
6|UBND phường Minh Sơn|Văn phòng|0200 3800 301
7|UBND xã Tân Lập||
8|Trung tâm Phục vụ hành chính công xã||
""".strip().replace("|", "\t")
"""A name twice, one in an old font, one that does not look like its heading's group."""

PASTED_TABLE = """
8. Công tác tiếp công dân||||
STT|Nội dung|Cơ quan báo cáo|Năm 2023|Năm 2024
1|Tiếp công dân|Thanh tra tỉnh||
-|Số lượt tiếp||120|131
-|Trong đó: số đoàn đông người||04|07
2|Tỷ lệ giải quyết đúng hạn|UBND cấp huyện|93,5|95
3|Tổ chức hội nghị đối thoại|Các Sở, ngành, UBND cấp huyện|x|
4|Số vụ việc tồn đọng|Hội Nông dân|3|5
""".strip().replace("|", "\t")
"""A reporter that is no agency of the list."""


def paste(hands: Hands, table: QWidget, text: str) -> None:
    """Paste something where one stands."""
    # what Python itself makes for the clipboard outlives the interpreter, which then crashes
    QGuiApplication.clipboard().setText(text)
    hands.focus(table)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
