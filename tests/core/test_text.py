"""Text as people write it."""

from __future__ import annotations

import pytest

from reformdesk.core.text import sentence


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
