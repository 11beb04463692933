from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.errors import Refused
from reformdesk.exchange import documents, payload
from reformdesk.exchange.payload import Document, SubmissionDocument
from tests.exchange import samples

DOCUMENTS: dict[str, Document] = {
    documents.ROUND: samples.round_(),
    documents.SUBMISSION: samples.with_evidence(samples.submission()),
    documents.REPLY: samples.reply(),
}
KINDS = pytest.mark.parametrize("kind", DOCUMENTS)

WORDS = st.text(max_size=40)
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
FIGURES = st.decimals(-(10**12), 10**12, places=4).map(lambda amount: f"{amount:f}".rstrip("0").rstrip("."))
VALUES = st.one_of(
    st.builds(lambda figure: {"number": "0" if Decimal(figure) == 0 else figure}, FIGURES),
    st.sampled_from(samples.VALUES),
    st.builds(lambda words: {"text": words + "!"}, WORDS),
)


def raw(kind: str) -> dict[str, Any]:
    item: dict[str, Any] = json.loads(DOCUMENTS[kind].to_bytes())
    return item


def refusal(kind: str, data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        payload.parse(kind, data)
    return caught.value


def refusal_of(kind: str, change: Callable[[dict[str, Any]], object]) -> Refused:
    item = raw(kind)
    change(item)
    return refusal(kind, json.dumps(item).encode())


def is_value(value: Any) -> bool:
    item = raw(documents.SUBMISSION)
    item["answers"] = [{"indicator": "1-01", "value": value}]
    try:
        payload.parse_submission(json.dumps(item).encode())
    except Refused:
        return False
    return True


@KINDS
def test_document_comes_back(kind: str) -> None:
    assert payload.parse(kind, DOCUMENTS[kind].to_bytes()) == DOCUMENTS[kind]


@given(
    st.dictionaries(SLUGS, st.tuples(VALUES, st.none() | WORDS), max_size=8),
    WORDS,
    st.integers(1, 9999),
)
def test_any_submission_comes_back_and_is_canonical(answers: dict[str, Any], person: str, revision: int) -> None:
    lines = [
        {"indicator": name, "value": value} | ({} if words is None else {"explanation": words})
        for name, (value, words) in sorted(answers.items())
    ]
    document = replace(samples.submission(), answers=tuple(lines), prepared_by=person, revision=revision)
    data = document.to_bytes()
    once = payload.parse_submission(data)
    assert once.to_bytes() == data
    assert [line["indicator"] for line in once.answers] == sorted(answers)


def test_canonical_bytes() -> None:
    written = documents.canonical({"b": "Hòa".encode().decode(), "a": [1, True, None], "c": "o\u031b"})
    assert written == '{"a":[1,true,null],"b":"Hòa","c":"ơ"}\n'.encode()


def test_signs_that_no_document_can_print_are_not_written() -> None:
    document = replace(samples.submission(), prepared_by="Hai\vdòng\x00\x1f\ud800\ufffe")
    read = payload.parse_submission(document.to_bytes())
    assert read.prepared_by == "Hai\ndòng"


def test_digest_is_that_of_the_bytes_as_they_are() -> None:
    assert documents.digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_another_programs_spacing_and_escapes_are_read() -> None:
    item = raw(documents.SUBMISSION)
    assert payload.parse_submission(json.dumps(item, indent=2).encode()) == DOCUMENTS[documents.SUBMISSION]


@KINDS
@pytest.mark.parametrize("version", ["2", "10", "9999"])
def test_newer_format_says_so(kind: str, version: str) -> None:
    problem = refusal_of(kind, lambda item: item.update(format=f"reformdesk-{kind}/{version}"))
    assert problem.code == "newer-format"


@KINDS
@pytest.mark.parametrize("stated", ["reformdesk-other/1", "reformdesk-round/0", "reformdesk-round/01", "", 1, None])
def test_other_formats_are_invalid(kind: str, stated: object) -> None:
    problem = refusal_of(kind, lambda item: item.update(format=stated))
    assert (problem.code, problem.params) == ("invalid-document", {"where": "format"})


@KINDS
def test_every_member_is_known_and_there(kind: str) -> None:
    assert refusal_of(kind, lambda item: item.update(extra=1)).code == "invalid-document"
    whole = raw(kind)
    for name in whole:
        lacking = {other: part for other, part in whole.items() if other != name}
        assert refusal(kind, json.dumps(lacking).encode()).code == "invalid-document"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        b'{"format":"reformdesk-submission/1"} x',
        b"[" * 100_000,
        b'{"format":NaN}',
        b'{"format":1.5}',
        b'{"format":' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_json_object(data: bytes) -> None:
    assert refusal(documents.SUBMISSION, data).code == "invalid-document"


def test_a_member_twice_is_refused() -> None:
    data = samples.submission().to_bytes().replace(b'"revision":1', b'"revision":1,"revision":2')
    assert refusal(documents.SUBMISSION, data).params == {"where": "JSON"}
    nested = samples.submission().to_bytes().replace(b'"mark":"x"', b'"mark":"x","mark":"0"')
    assert refusal(documents.SUBMISSION, nested).params == {"where": "JSON"}


@pytest.mark.parametrize("words", ["Ho\u0300a", "nul \x00", "bell \x07", "\ud800", "\uffff", "del \x7f"])
def test_text_that_is_not_nfc_or_not_printable_is_refused_also_when_escaped(words: str) -> None:
    item = raw(documents.SUBMISSION) | {"prepared_by": words}
    assert refusal(documents.SUBMISSION, json.dumps(item).encode()).params == {"where": "NFC"}
    keyed = raw(documents.ROUND)
    keyed["catalogue"] = {words: 1}
    assert refusal(documents.ROUND, json.dumps(keyed).encode()).params == {"where": "NFC"}


def test_text_that_is_not_nfc_is_refused_when_plain() -> None:
    data = samples.submission().to_bytes().replace("Hòa".encode(), "Ho\u0300a".encode())
    assert refusal(documents.SUBMISSION, data).params == {"where": "NFC"}


@pytest.mark.parametrize("value", samples.VALUES, ids=str)
def test_values(value: Any) -> None:
    assert is_value(value)


@pytest.mark.parametrize("number", ["0", "-1", "1475", "0.5", "-0.05", "999999999999999999", "1.0000000001"])
def test_canonical_numbers(number: str) -> None:
    assert is_value({"number": number})


NOT_CANONICAL = ("-0", "+1", "07", "1.0", "1.50", ".5", "1.", "1e3", "1,5", "NaN", "Infinity", "１", "١", "-0.0")
TOO_LONG = ("1" * 19, "0." + "0" * 10 + "1")


@pytest.mark.parametrize("number", ["", " 1", "1\n", *NOT_CANONICAL, *TOO_LONG])
def test_numbers_that_are_not_canonical(number: str) -> None:
    assert not is_value({"number": number})
    assert not is_value({"rates": [{"block": "a", "label": "A", "rate": number}]})


@pytest.mark.parametrize(
    "value",
    [
        {},
        None,
        "1",
        1,
        {"number": 1},
        {"number": "1", "mark": "x"},
        {"number": "1", "status": "blank"},
        {"mark": "x", "unit": "a"},
        {"unit": "a"},
        {"mark": "X"},
        {"mark": 0},
        {"text": ""},
        {"rates": []},
        {"rates": [{"block": "a", "label": "A"}]},
        {"status": "unknown"},
        {"status": "blank", "text": "a"},
        {"other": 1},
    ],
    ids=str,
)
def test_what_is_no_value(value: Any) -> None:
    assert not is_value(value)


@pytest.mark.parametrize("name", ["", "So-tu-phap", "sở", "a--b", "-a", "a b", "a\n", "a_b", "x" * 81, "a/../b"])
def test_ids_are_ascii_slugs(name: str) -> None:
    assert refusal_of(documents.SUBMISSION, lambda item: item.update(agency=name)).params == {"where": "agency"}


@pytest.mark.parametrize("day", ["2024-02-30", "2024-13-01", "2024-1-1", "01/02/2024", "2024-06-10\n", "２024-06-10"])
def test_days_are_in_the_calendar(day: str) -> None:
    assert refusal_of(documents.ROUND, lambda item: item.update(deadline=day)).params == {"where": "deadline"}
    assert refusal_of(documents.ROUND, lambda item: item["period"].update({"from": day})).code == "invalid-document"
    assert refusal_of(documents.ROUND, lambda item: item["earlier"][0].update(ends=day)).code == "invalid-document"


@pytest.mark.parametrize(
    "time", ["2024-06-20T08:30:00", "2024-06-20T08:30:00+07:00", "2024-06-20T24:00:00Z", "2024-06-20T08:30:00Z\n"]
)
def test_times_are_utc(time: str) -> None:
    refused = refusal_of(documents.SUBMISSION, lambda item: item.update(finished_at=time))
    assert refused.params == {"where": "finished_at"}
    refused = refusal_of(documents.REPLY, lambda item: item["items"][0].update(received_at=time))
    assert refused.code == "invalid-document"


@pytest.mark.parametrize("number", [0, -1, True, "1", 10_000, 1e3])
def test_revisions_count_from_one(number: object) -> None:
    assert refusal_of(documents.SUBMISSION, lambda item: item.update(revision=number)).code == "invalid-document"
    assert refusal_of(documents.REPLY, lambda item: item["items"][0].update(revision=number)).code == "invalid-document"


def test_answers_stand_sorted_and_once() -> None:
    assert refusal_of(documents.SUBMISSION, lambda item: item["answers"].reverse()).params == {"where": "answers"}
    twice = refusal_of(documents.SUBMISSION, lambda item: item["answers"].insert(0, item["answers"][0]))
    assert twice.params == {"where": "answers"}


@pytest.mark.parametrize(
    ("kind", "where"), [("submission", "attachments"), ("round", "agencies"), ("round", "earlier")]
)
def test_nothing_stands_twice(kind: str, where: str) -> None:
    assert refusal_of(kind, lambda item: item[where].append(item[where][0])).params == {"where": where}


def test_a_refusal_names_the_place() -> None:
    problem = refusal_of(documents.SUBMISSION, lambda item: item["answers"][3].update(value={"mark": "y"}))
    assert problem.params == {"where": "answers/3/value/mark"}


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    for kind in DOCUMENTS:
        assert refusal(kind, data).code == "invalid-document"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(DOCUMENTS)), st.data())
def test_any_member_replaced_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    item = raw(kind)
    item[data.draw(st.sampled_from(sorted(item)))] = data.draw(JSON)
    try:
        document = payload.parse(kind, json.dumps(item).encode())
    except Refused:
        return
    assert payload.parse(kind, document.to_bytes()) == document


def test_frozen_sample_of_format_1_opens_forever() -> None:
    """The bytes are written out here: a change of the format must not change how they are read."""
    data = (
        '{"agency":"so-tu-phap","answers":[{"explanation":"giải trình","indicator":"1-1","value":{"number":"1475.5",'
        '"unit":"DVCTT"}},{"indicator":"1-2","value":{"status":"blank"}}],"attachments":[],'
        '"finished_at":"2024-06-20T08:30:00Z","format":"reformdesk-submission/1","prepared_by":"Nguyễn Thị Hòa",'
        f'"previous":null,"program":"reformdesk 0.1","revision":1,"round":{{"digest":"{"ab" * 32}","id":"2024-h1"}},'
        f'"rules":"{"ab" * 32}"}}\n'
    ).encode()
    read = payload.parse_submission(data)
    assert isinstance(read, SubmissionDocument)
    assert read.to_bytes() == data
    assert read.answers[0]["value"] == {"number": "1475.5", "unit": "DVCTT"}


# a recovery, and what is attached to it


def recovery_refused(change: Callable[[dict[str, Any]], object]) -> str:
    item = json.loads(samples.recovery().to_bytes())
    change(item)
    problem = refusal(documents.REPLY, json.dumps(item).encode())
    assert problem.code == "invalid-document"
    return str(problem.params["where"])


def test_a_recovery_is_read_as_it_was_written() -> None:
    made = samples.recovery()
    assert payload.parse_reply(made.to_bytes()) == made


def test_a_recovery_stands_alone_in_its_reply() -> None:
    receipt = samples.reply().items[0]
    assert recovery_refused(lambda item: item["items"].append(receipt)) == "items"


def test_a_recovery_belongs_to_its_newest_round() -> None:
    assert recovery_refused(lambda item: item["round"].update(id="2023")) == "round"


def test_exactly_what_a_recovery_names_is_attached() -> None:
    assert recovery_refused(lambda item: item["attachments"].pop()) == "attachments"
    more = {"name": "x.exe", "sha256": "ab" * 32, "size": 1}
    assert recovery_refused(lambda item: item["attachments"].append(more)) == "attachments"
    assert recovery_refused(lambda item: item["attachments"].append(item["attachments"][0])) == "attachments"
    assert recovery_refused(lambda item: item.pop("attachments")) == "attachments"
    assert (
        recovery_refused(lambda item: item["items"][0]["rounds"][0]["submission"].update(reply="round-01.rdround"))
        == "attachments"
    )


def test_a_receipt_carries_nothing() -> None:
    attached = list(samples.recovery().attachments)
    problem = refusal_of(documents.REPLY, lambda item: item.update(attachments=attached))
    assert (problem.code, problem.params["where"]) == ("invalid-document", "attachments")


LATER: dict[str, tuple[str, Document, tuple[str, ...]]] = {
    "corrected round": (documents.ROUND, samples.corrected_round(), ("note", "asked_again")),
    "entry": (documents.SUBMISSION, samples.entry(), ("on_behalf",)),
    "closing": (documents.REPLY, samples.closing_reply(), ("closing",)),
}


@pytest.mark.parametrize("name", LATER)
def test_what_came_later_goes_round_and_is_left_out_where_it_is_empty(name: str) -> None:
    kind, document, members = LATER[name]
    data = document.to_bytes()
    assert payload.parse(kind, data) == document
    assert payload.parse(kind, data).to_bytes() == data
    assert set(members) <= json.loads(data).keys()
    assert not set(members) & raw(kind).keys()


def test_all_issues_stand_with_the_round_of_a_reply() -> None:
    data = json.loads(samples.closing_reply().to_bytes())
    assert data["round"]["issues"] == list(samples.closing_reply().issues)
    assert "issues" not in raw(documents.REPLY)["round"]


@pytest.mark.parametrize(
    "alone",
    [
        {"history": {"head": samples.DIGEST, "length": 1}},
        {"answers_return": samples.DIGEST},
        {"corrections": [{"indicator": "1-01", "before": {"number": "1"}}]},
        {
            "requests": [
                {
                    "round": "2023",
                    "indicator": "a",
                    "reported": {"number": "1"},
                    "right": {"number": "2"},
                    "reason": "x",
                }
            ]
        },
    ],
    ids=lambda one: next(iter(one)),
)
def test_an_entry_says_nothing_that_only_the_agency_knows(alone: dict[str, Any]) -> None:
    item = json.loads(samples.entry().to_bytes())
    assert refusal(documents.SUBMISSION, json.dumps({**item, **alone}).encode()).params == {"where": "on_behalf"}
    del item["on_behalf"]
    payload.parse_submission(json.dumps({**item, **alone}).encode())


@pytest.mark.parametrize(
    "change",
    [{"how": "rumour"}, {"by": ""}, {"given_by": ""}, {"given_at": "2024-06-20"}, {"follows": "x"}, {"more": 1}],
    ids=str,
)
def test_the_source_of_an_entry_is_told_in_full(change: dict[str, Any]) -> None:
    item = json.loads(samples.entry().to_bytes())
    for told in (item["on_behalf"] | change, {name: part for name, part in item["on_behalf"].items() if name != "by"}):
        assert refusal(documents.SUBMISSION, json.dumps(item | {"on_behalf": told}).encode()).code == "invalid-document"


@pytest.mark.parametrize("issues", [[], ["x"], [samples.DIGEST] * 2, [f"{number:064x}" for number in range(41)]])
def test_issues_are_digests_each_once_and_not_too_many(issues: list[str]) -> None:
    def change(item: dict[str, Any]) -> None:
        item["round"]["issues"] = issues

    assert refusal_of(documents.REPLY, change).code == "invalid-document"
