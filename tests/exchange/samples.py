"""Keys and documents that the tests of exchange files share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import ReplyDocument, RoundDocument, SubmissionDocument

NOW = datetime(2024, 6, 20, 8, 30, tzinfo=UTC)
MADE = datetime(2020, 1, 15, tzinfo=UTC)
PASSPHRASE = "mật khẩu của tôi"
FEW_ROUNDS = 1000
DIGEST = "ab" * 32
EVIDENCE = b"%PDF-1.4 a scanned decision"

VALUES: tuple[Mapping[str, Any], ...] = (
    {"number": "1475", "unit": "DVCTT"},
    {"number": "83.46"},
    {"number": "-0.5"},
    {"mark": "x"},
    {"mark": "0"},
    {"text": "Đã ban hành kế hoạch"},
    {"rates": [{"block": "so-nganh", "label": "- Khối sở, ngành", "rate": "88.5"}]},
    {"status": "blank"},
    {"status": "not-done"},
    {"status": "in-progress"},
    {"status": "not-applicable"},
)


def key(holder: str = "Sở Tư pháp") -> SigningKey:
    """Return a key; the same holder always has the same one."""
    return _key(holder)


@cache
def _key(holder: str) -> SigningKey:
    blob = keys.create(holder, "so-tu-phap", PASSPHRASE, MADE, rounds=FEW_ROUNDS)
    return keys.unlock(blob, PASSPHRASE)


def submission(count: int = len(VALUES)) -> SubmissionDocument:
    """Return a submission of ``count`` values, every kind of value among them."""
    return SubmissionDocument(
        round_id="2024-h1",
        round_digest=DIGEST,
        agency="so-tu-phap",
        revision=1,
        previous=None,
        prepared_by="Nguyễn Thị Hòa",
        finished_at=NOW,
        program="reformdesk 0.1",
        rules=DIGEST,
        answers=tuple(
            {
                "indicator": f"1-{number:02}",
                "value": VALUES[number % len(VALUES)],
                "explanation": f"Tăng {number} do sáp nhập hai đơn vị trực thuộc từ tháng 3",
            }
            for number in range(count)
        ),
        attachments=(),
    )


def with_evidence(document: SubmissionDocument, name: str = "quyet-dinh.pdf") -> SubmissionDocument:
    """Return the submission with one attachment listed, :data:`EVIDENCE`."""
    listed = {
        "name": name,
        "sha256": sha256(EVIDENCE).hexdigest(),
        "size": len(EVIDENCE),
        "title": "Quyết định số 12",
        "indicator": "1-01",
    }
    return replace(document, attachments=(listed,))


def round_() -> RoundDocument:
    """Return a round with an earlier one."""
    return RoundDocument(
        id="2024-h1",
        revision=2,
        previous=DIGEST,
        province="Tỉnh mẫu",
        office="so-noi-vu",
        title={"vi": "6 tháng đầu năm 2024", "en": "First half of 2024"},
        short={"vi": "6T/2024"},
        period={
            "from": "2024-01-01",
            "to": "2024-06-30",
            "months": 6,
            "cumulates": True,
            "cut_off": {"1": "2024-06-30", "2": "2024-05-31"},
            "areas": ["1", "2"],
            "printed": "Năm 2024 (6 tháng)",
            "printed_in": {"4.1": "Đến {cut_off}"},
        },
        deadline=date(2024, 6, 10),
        opened_at=NOW,
        catalogue={"format": "reformdesk-catalogue/1", "areas": []},
        agencies=(
            {"id": "so-noi-vu", "name": "Sở Nội vụ", "groups": ["so-nganh"], "contact": "0220 3853 000"},
            {"id": "so-tu-phap", "name": "Sở Tư pháp", "groups": ["so-nganh"]},
        ),
        earlier=(
            {
                "round": "2023",
                "title": {"vi": "Năm 2023"},
                "short": {"vi": "2023"},
                "months": 12,
                "ends": "2023-12-31",
                "answers": {"so-tu-phap": {"1-01": {"number": "12"}, "1-02": {"status": "blank"}}},
            },
        ),
    )


def reply() -> ReplyDocument:
    """Return a receipt and a return in one reply."""
    return ReplyDocument(
        round_id="2024-h1",
        round_digest=DIGEST,
        written_at=NOW,
        items=(
            {
                "type": "receipt",
                "agency": "so-tu-phap",
                "submission": DIGEST,
                "revision": 1,
                "received_at": "2024-06-20T08:00:00Z",
                "state": "provisional",
            },
            {
                "type": "return",
                "agency": "so-y-te",
                "submission": "cd" * 32,
                "revision": 2,
                "until": "2024-06-25",
                "words": "Đề nghị giải trình",
                "fields": [{"indicator": "1-01", "words": "Lớn hơn số được giao"}],
            },
        ),
    )


def recovery() -> ReplyDocument:
    """Return what puts a lost desk back: a round that was answered."""
    files = ("reply-01.rdreply", "round-01.rdround", "submission-01.rdsub")
    names = {"file": "submission-01.rdsub", "reply": "reply-01.rdreply"}
    sent = {"digest": "cd" * 32, "revision": 2, **names}
    answered = {"round": "2024-h1", "digest": DIGEST, "file": "round-01.rdround", "submission": sent}
    item = {"type": "recovery", "agency": "so-tu-phap", "rounds": [answered], "left_out": ["2020"]}
    return ReplyDocument(
        round_id="2024-h1",
        round_digest=DIGEST,
        written_at=NOW,
        items=(item,),
        attachments=tuple({"name": name, "sha256": DIGEST, "size": 9} for name in files),
    )


def corrected_round() -> RoundDocument:
    """Return a corrected issue that says what changed and asks for one indicator again."""
    note = {"vi": "Bổ sung hai chỉ tiêu", "en": "Two indicators more"}
    return replace(round_(), note=note, asked_again=("1-01",))


def entry() -> SubmissionDocument:
    """Return what Home Affairs entered for an agency by telephone."""
    told = {
        "by": "Trần Thị Lan",
        "how": "telephone",
        "given_by": "Nguyễn Văn Hòa, Chánh Văn phòng",
        "given_at": "2024-06-20T08:30:00Z",
        "document": "Công văn số 12/STP-VP ngày 20/06/2024",
        "follows": None,
    }
    return replace(submission(3), revision=1, previous=None, on_behalf=told)


def closing_reply() -> ReplyDocument:
    """Return a reply on a closed round with two issues: a receipt of an entry, and an extension for another agency."""
    receipt = {**reply().items[0], "state": "entered"}
    extension = {"type": "extension", "agency": "so-y-te", "until": "2024-06-15", "words": "Do bão"}
    closing = {"number": 2, "digest": "cd" * 32}
    return replace(reply(), items=(receipt, extension), issues=(DIGEST, "ef" * 32), closing=closing)
