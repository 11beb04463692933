"""A short run of the fuzzer; ``make soak`` is the long one. And whether it would notice."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive
from reformdesk.exchange.verification import verify
from tests.attacks import fuzz, world
from tests.attacks.fuzz import Bounds, Report, Target
from tests.attacks.stage import DATA
from tests.attacks.world import as_json
from tests.attacks.zips import repack

SEED = 3
COUNT = int(os.environ.get("REFORMDESK_FUZZ", "1500"))
DEEP = {
    *("damaged-container", "strange-entry", "too-large", "not-signed", "manifest-mismatch", "not-ours-looks-like"),
    *("signature-invalid", "signature-mismatch", "signature-weak", "key-change-invalid", "invalid-document"),
    *("unknown-round", "unknown-agency", "not-owed-inside", "error-inside", "key-unknown", "gap", "accepted"),
    *("invalid-catalogue", "round-differs", "round-opened", "reply-opened"),
}
"""Refusals and states of every layer: where they do not come up, the fuzzer does not reach that far."""

FAKE = """
import json, sys, time
while length := sys.stdin.buffer.read(4):
    blob = sys.stdin.buffer.read(int.from_bytes(length, "big"))
    if blob == b"hang":
        time.sleep(60)
    if blob == b"die":
        sys.exit(3)
    slow, large = 3.0 * (blob == b"slow"), (300 << 20) * (blob == b"large")
    print(json.dumps(["! Error" if blob == b"raise" else "ok", slow, large, "trace"]), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="waits for the process by select()")
def test_no_input_crashes_hangs_or_fills_the_memory(tmp_path: Path) -> None:
    report = fuzz.run(SEED, COUNT, failures=tmp_path / "failures")
    assert report.findings == [], str(report)
    assert report.inputs == COUNT
    assert report.codes.keys() >= DEEP, str(report)
    assert 0 < report.peak < Bounds().memory


@pytest.mark.skipif(sys.platform == "win32", reason="waits for the process by select()")
def test_the_largest_documents_stay_within_bounds(tmp_path: Path) -> None:
    made, bounds, report = world.make(tmp_path), Bounds(), Report()
    noise = {"a.bin": Random(1).randbytes(64 * 1024)}
    document = as_json(made.documents[DATA])
    with fuzz.target_for(made, tmp_path, bounds) as asked:
        for place in ('"answers":[', '"agency":"', '"prepared_by":"', "{"):
            for unit in ("[],", '{"":0},', '"\U0001f600",', '"a":0,', "a-"):
                most = archive.Limits().data_bytes - len(document)
                filling = unit * (most // len(unit.encode()))
                wide = document.replace(place, place + filling, 1)
                if place == '"agency":"' and "," in unit:
                    wide = document.replace('"agency":"b"', f'"agency":[{filling}0]', 1)
                data = ('["\U0001f600",' + wide[1:] if place == "{" else wide).encode()[: most + len(document)]
                blob = repack(made.files(DATA, data, noise))
                fuzz.try_input(asked, report.inputs, blob, bounds, report)
    assert report.findings == [], str(report)
    assert report.codes.keys() == {"invalid-document"}


@pytest.mark.skipif(sys.platform == "win32", reason="waits for the process by select()")
def test_large_documents_do_not_stay_in_memory(tmp_path: Path) -> None:
    made, bounds, report = world.make(tmp_path), Bounds(), Report()
    document = as_json(made.documents["round.json"])
    most = archive.Limits().data_bytes - len(document) - 100
    noise = {"a.bin": Random(1).randbytes(64 * 1024)}
    with fuzz.target_for(made, tmp_path, bounds) as asked:
        for number in range(5):
            filling = '{"":0},' * (most // 7)
            wide = document.replace('"catalogue":{', f'"catalogue":{{"":[{filling}{number}],', 1)
            blob = repack(made.files("round.json", wide.encode(), noise, made.home_affairs))
            fuzz.try_input(asked, number, blob, bounds, report)
    assert report.findings == [], str(report)
    # the document was read: it is sound but for the noise, which a round does not list
    assert report.codes.keys() == {"manifest-mismatch"}


def test_an_input_is_the_same_in_every_run(tmp_path: Path) -> None:
    worlds = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        worlds.append(world.make(tmp_path / name))
    one, other = worlds
    assert one.seeds == other.seeds
    for index in range(40):
        assert fuzz.make_input(one, SEED, index) == fuzz.make_input(other, SEED, index)
    assert fuzz.make_input(one, SEED, 0) != fuzz.make_input(one, SEED + 1, 0)


@pytest.mark.parametrize("layer", ["raw bytes", "ZIP records", "manifest", "signature"])
def test_what_passes_below_the_document_says_nothing_else(layer: str, tmp_path: Path) -> None:
    made = world.make(tmp_path)
    sound = [verify(repack(files)) for files in made.seeds]
    said = [(one.kind, one.data, one.attachments) for one in sound]
    keys = {sealer.key.fingerprint for sealer in made.sealers}
    make, _ = fuzz.LAYERS[layer]
    passed = 0
    for number in range(COUNT // 5):
        try:
            found = verify(make(made, Random(f"{SEED}/{layer}/{number}")))
        except Refused:
            continue
        passed += 1
        assert (found.kind, found.data, found.attachments) in said, number
        assert {signer.fingerprint for signer in found.signers} <= keys, number
        assert all(signer.name for signer in found.signers), number
    assert passed


@pytest.mark.parametrize("layer", fuzz.LAYERS)
def test_every_layer_gives_many_inputs(layer: str, tmp_path: Path) -> None:
    made = world.make(tmp_path)
    make, _ = fuzz.LAYERS[layer]
    tries = 6 if layer == "heavy" else 30
    assert len({make(made, Random(f"{layer}{number}")) for number in range(tries)}) > tries // 2


@pytest.mark.skipif(sys.platform == "win32", reason="waits for the process by select()")
@pytest.mark.parametrize(
    ("blob", "found"),
    [
        (b"hang", "! hang"),
        (b"die", "! died"),
        (b"raise", "! Error"),
        (b"slow", "3.0 s"),
        (b"large", "300 MB"),
        (b"x", ""),
    ],
)
def test_the_fuzzer_notices(blob: bytes, found: str) -> None:
    bounds = Bounds(patience=0.5 if blob == b"hang" else 20)
    asked, report = Target([sys.executable, "-c", FAKE], bounds), Report()
    try:
        for index, one in enumerate((b"x", blob, b"x")):
            fuzz.try_input(asked, index, one, bounds, report)
    finally:
        asked.stop()
    assert [one.what for one in report.findings] == [found] * bool(found)
    assert report.inputs == 3
    assert report.codes["ok"] >= 2
