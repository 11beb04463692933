"""Text as people write it."""

from __future__ import annotations

import pytest

from reformdesk.core.text import sentence, whole_numbers


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Xem lại phần văn bản", "Xem lại phần văn bản."),
        ("Vì sao bằng 0?", "Vì sao bằng 0?"),
        ("Đã xong.", "Đã xong."),
        ("Khẩn!", "Khẩn!"),
        (" Còn thiếu… ", "Còn thiếu…"),
        ("Gồm:", "Gồm:"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_what_somebody_wrote_ends_as_a_sentence(written: str, shown: str) -> None:
    assert sentence(written) == shown


@pytest.mark.parametrize(
    ("written", "broken_at"),
    [
        ("Phòng Cải cách hành chính, 0200 3800 101", ["Phòng", "Cải", "cách", "hành", "chính,", "0200 3800 101"]),
        ("Quý 2 năm 2024", ["Quý", "2", "năm", "2024"]),
        ("", []),
    ],
)
def test_no_line_breaks_within_a_number_in_groups(written: str, broken_at: list[str]) -> None:
    pieces = [piece.replace("\N{NO-BREAK SPACE}", " ") for piece in whole_numbers(written).split(" ") if piece]
    assert pieces == broken_at
