"""Attacks on manifest and document by one who holds the agency's own key, as a hostile program at its desk would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from reformdesk.exchange import archive, asice
from reformdesk.exchange.documents import canonical
from reformdesk.exchange.verification import verify
from tests.attacks.stage import DATA, EVIDENCE, MANIFEST, SIGNATURE, Stage, Trial
from tests.attacks.table import performs
from tests.attacks.zips import parts_of, repack
from tests.core.desks import key

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT, END = b"<asic:ASiCManifest", b"</asic:ASiCManifest>"


@pytest.fixture
def manifest(stage: Stage) -> bytes:
    return stage.files[MANIFEST]


def replaced(text: bytes, old: bytes, new: bytes) -> bytes:
    assert old in text
    return text.replace(old, new, 1)


@performs("xml-laughs")
def test_entities_that_multiply(trial: Trial, stage: Stage, manifest: bytes) -> None:
    entities = [b'<!ENTITY a0 "ha">', *(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))]
    quadratic = [b'<!ENTITY a9 "%s">' % (b"a" * 50_000)]
    for declared in (entities, quadratic):
        laughing = replaced(manifest, ROOT, b"<!DOCTYPE x [%s]>%s" % (b"".join(declared), ROOT))
        trial.refused(stage.sealed_manifest(replaced(laughing, END, b"&a9;" * 1000 + END)))
    trial.refused(stage.sealed_manifest(replaced(manifest, END, b"&a9;" + END)))


@performs("xml-external")
@pytest.mark.parametrize("address", [b"file:///etc/passwd", b"http://127.0.0.1:9/x", b"submission.json"])
def test_what_lies_outside(trial: Trial, stage: Stage, manifest: bytes, address: bytes) -> None:
    include = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%s" parse="text"/>' % address
    schema = b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u %s"' % address
    for changed in (
        replaced(manifest, END, include + END),
        replaced(manifest, b"<ds:DigestValue>", b"<ds:DigestValue>" + include),
        replaced(manifest, ROOT, ROOT + schema),
        replaced(manifest, ROOT, b'<!DOCTYPE x SYSTEM "%s">' % address + ROOT),
        replaced(manifest, ROOT, b'<!DOCTYPE x [<!ENTITY %% a SYSTEM "%s">%%a;]>' % address + ROOT),
        replaced(manifest, ROOT, b'<?xml-stylesheet href="%s"?>' % address + ROOT),
        replaced(manifest, b'URI="submission.json"', b'URI="%s#submission.json"' % address),
        replaced(manifest, b"<asic:DataObjectReference", b'<asic:DataObjectReference xml:base="%s"' % address),
    ):
        trial.refused(stage.sealed_manifest(changed))


@performs("xml-deep")
def test_elements_by_the_thousand(trial: Trial, stage: Stage, manifest: bytes) -> None:
    start, end = manifest.index(ROOT), manifest.index(END)
    for inside in (
        b"<x>" * 200 + b"</x>" * 200,
        b"<x>" * 30_000 + b"</x>" * 30_000,
        b"<x/>" * 60_000,
        b"<x %s/>" % b" ".join(b'a%x=""' % number for number in range(20_000)),
        b"<x %s/>" % b" ".join(b'xmlns:a%x="u%x"' % (number, number) for number in range(10_000)),
        b"<%s/>" % (b"x" * 200_000),
        b"a" * 200_000,
        b" " * 300_000 + b"<x/>",
    ):
        trial.refused(stage.sealed_manifest(manifest[:end] + inside + END))
        trial.refused(stage.sealed_manifest(manifest[:start] + inside))


@performs("manifest-names-twice")
def test_two_digests_for_one_file(trial: Trial, stage: Stage, manifest: bytes) -> None:
    start, end = manifest.index(b"<asic:DataObjectReference"), manifest.index(END)
    true = manifest[start:end]
    false = replaced(true, b"<ds:DigestValue>", b"<ds:DigestValue>AAAA")
    for pair in (true + true, true + false, false + true):
        trial.refused(stage.sealed_manifest(manifest[:start] + pair + END))
    value = true[true.index(b"<ds:DigestMethod") : true.index(b"</asic:")]
    trial.refused(stage.sealed_manifest(replaced(manifest, value, value + value)))
    trial.refused(stage.sealed_manifest(replaced(manifest, b'URI="submission.json"', b'URI="submission.json" URI="x"')))


@performs("manifest-of-another")
@pytest.mark.parametrize("name", ["META-INF/signature002.p7s", "signature001.p7s", "", "/META-INF/signature001.p7s"])
def test_a_manifest_of_another_signature(trial: Trial, stage: Stage, manifest: bytes, name: str) -> None:
    trial.refused(stage.sealed_manifest(replaced(manifest, SIGNATURE.encode(), name.encode())))
    line = manifest.splitlines()[2]
    trial.refused(stage.sealed_manifest(replaced(manifest, line, b"")))
    trial.refused(stage.sealed_manifest(replaced(manifest, line, line + line)))


@performs("parts-mixed")
def test_every_mixture_of_three_sound_files(trial: Trial, stage: Stage) -> None:
    sound = [stage.second, stage.with_evidence, stage.sealed(sealing=key("Đơn vị B"))]
    unpacked = [parts_of(blob) for blob in sound]
    originals = [verify(blob) for blob in sound]
    for data, manifest, signature in product(unpacked, repeat=3):
        rest = {name: content for name, content in data.items() if name not in {MANIFEST, SIGNATURE}}
        mixed = repack({**rest, MANIFEST: manifest[MANIFEST], SIGNATURE: signature[SIGNATURE]})
        if data == manifest == signature or (data[DATA] == manifest[DATA] and manifest is signature):
            assert verify(mixed).data == data[DATA]
        elif data[DATA] == manifest[DATA] == signature[DATA]:
            # one content sealed by two keys: either seal stands for it
            assert trial.harmless(mixed, originals[unpacked.index(signature)])
        else:
            trial.refused(mixed, "manifest-mismatch", "signature-mismatch")


def documents_of(text: str) -> Iterator[str]:
    """Yield a document's text in forms that readers take for different things."""
    yield text.replace('"revision":2', '"revision":2e0')
    for number in ("2.0", "2E0", "NaN", "Infinity", "-Infinity", "02", "+2", "0x2", "2.", "1e400", "9" * 5000, "2_0"):
        yield text.replace('"revision":2', f'"revision":{number}')


@performs("json-numbers")
def test_numbers_that_readers_read_differently(trial: Trial, stage: Stage) -> None:
    text = stage.original.data.decode()
    for changed in documents_of(text):
        assert changed != text
        trial.refused(stage.sealed_data(changed.encode()))
    for figure in ("٣", "1e3", "1.0", "-0", "1,5", "0x1", "NaN", " 1", "1\n", "1" * 19, "１"):
        answers = [{"indicator": "m", "value": {"number": figure}}]
        trial.refused(stage.sealed_json(answers=answers))


@performs("json-letters")
def test_letters_in_other_forms(trial: Trial, stage: Stage) -> None:
    text = stage.original.data.decode()
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"):
        coded = text.replace("Hòa", "Hòa+").encode(encoding)
        trial.refused(stage.sealed_data(coded))
    trial.refused(stage.sealed_data(text.encode("latin-1")))
    prepared = '"prepared_by":"Hòa"'
    assert prepared in text
    for words in ("Ho\u0300a", "\ud800", "\udc00\ud800", "\ufeff" * 300, "\u0000", "\u202e\u0007", "\uffff", "a\u0344"):
        for written in (words, words.encode("unicode-escape", "surrogatepass").decode().replace("\\x", "\\u00")):
            changed = text.replace(prepared, f'"prepared_by":"{written}"')
            trial.refused(stage.sealed_data(changed.encode("utf-8", "surrogatepass")))
    for overlong in (b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf5\x80\x80\x80", b"\xed\xa0\x80", b"\xff"):
        trial.refused(stage.sealed_data(text.encode().replace("Hòa".encode(), overlong)))


@performs("json-deep")
@pytest.mark.parametrize("depth", [100, 900, 100_000])
def test_a_document_nested_by_the_thousand(trial: Trial, stage: Stage, depth: int) -> None:
    text = stage.original.data.decode()
    for opened, closed in (("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")):
        deep = opened * depth + "0" + closed * depth
        trial.refused(stage.sealed_data(deep.encode()))
        trial.refused(stage.sealed_data((opened * depth).encode()))
        for member in ('"prepared_by":"Hòa"', '"revision":2'):
            name = member.split(":")[0]
            trial.refused(stage.sealed_data(text.replace(member, f"{name}:{deep}").encode()))


@performs("json-blanks")
@pytest.mark.parametrize("blank", [b" ", b"\n", b"\t \r\n"])
def test_twenty_megabytes_of_blanks(trial: Trial, stage: Stage, blank: bytes) -> None:
    data = stage.original.data
    blanks = blank * ((20 << 20) // len(blank))
    for changed in (data + blanks, blanks + data, data.replace(b"{", b"{" + blanks, 1)):
        manifest = asice._manifest({DATA: changed}, SIGNATURE)
        trial.refused(repack({**stage.files, DATA: changed, MANIFEST: manifest, SIGNATURE: stage.sign(manifest)}))


@performs("json-wide")
@pytest.mark.parametrize(
    "unit", [b"[],", b'{"":0},', b'"a",', b"12345,", '"\U0001f600",'.encode(), b'{"indicator":"1"},']
)
def test_the_largest_document_full_of_what_grows(trial: Trial, stage: Stage, unit: bytes) -> None:
    data = stage.original.data
    room = archive.Limits().data_bytes - len(data) - 100
    wide = unit * (room // len(unit)) + b"0"
    # what it takes in memory is measured in a process of its own: test_fuzz.py
    trial.refused(stored(stage, replaced(data, b'"answers":[', b'"answers":[' + wide + b",")))
    trial.refused(stored(stage, replaced(data, b'"agency":"b"', b'"agency":[' + wide + b"]")))


@performs("json-wide")
@pytest.mark.parametrize("unit", ["a-", "a", "ă", "\U0001f600", '\\"'])
def test_a_name_of_megabytes(trial: Trial, stage: Stage, unit: str) -> None:
    data = stage.original.data
    room = archive.Limits().data_bytes - len(data) - 100
    long = unit.encode() * (room // len(unit.encode()))
    for member in (b'"agency":"b', b'"program":"', b'"finished_at":"', b'"previous":"', b'"format":"', b'"'):
        trial.refused(stored(stage, replaced(data, member, member + long)))


def stored(stage: Stage, data: bytes) -> bytes:
    """Seal a large document, with noise as evidence, so that its ratio is no reason to refuse it."""
    return stage.sealed_data(data, evidence={"a.pdf": stage.noise})


@performs("evidence-unlisted")
def test_other_evidence_than_listed(trial: Trial, stage: Stage) -> None:
    document = json.loads(verify(stage.with_evidence).data)
    name, content = next(iter(EVIDENCE.items()))

    def listing(**change: Any) -> bytes:
        return canonical({**document, "attachments": [{**document["attachments"][0], **change}]})

    plain = canonical(document)
    trial.refused(stage.sealed_data(plain))
    trial.refused(stage.sealed_data(plain, evidence={name: content + b" "}))
    trial.refused(stage.sealed_data(plain, evidence={name: content, "more.pdf": b""}))
    trial.refused(stage.sealed_data(canonical({**document, "attachments": []}), evidence=EVIDENCE))
    twice = canonical({**document, "attachments": document["attachments"] * 2})
    trial.refused(stage.sealed_data(twice, evidence=EVIDENCE))
    for change in (
        {"size": 1},
        {"sha256": "0" * 64},
        {"name": "x.pdf"},
        {"name": "../x.pdf"},
        {"size": -1},
        {"size": "27"},
    ):
        trial.refused(stage.sealed_data(listing(**change), evidence=EVIDENCE))


@performs("value-impossible")
@pytest.mark.parametrize("value", [{"number": "-1"}, {"number": "0.5"}, {"text": "nhiều"}, {"mark": "x"}])
def test_what_cannot_be_true(trial: Trial, stage: Stage, value: dict[str, str]) -> None:
    answers = [{"indicator": "m", "value": value}]
    trial.refused(stage.sealed_json(answers=answers))
