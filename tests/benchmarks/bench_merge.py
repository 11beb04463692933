"""What intake of one submission costs, against the raw work that nobody can do without.

Raw: unzip, SHA-256 of each file, one P-256 verification, JSON parsing, one durable insert. Both run
in turns over the same submissions of the sample province, so that the ratio does not depend on the
machine. ``python -m tests.benchmarks.bench_intake``; ``make bench`` runs every benchmark.
"""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from reformdesk.core import intake, judgement, sample, store
from reformdesk.core.store import Workspace

NEWEST = "2024-h1"
TURNS = 5


class Raw:
    """The primitives alone, on a database of their own with the workspace's durability."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("CREATE TABLE files (digest TEXT PRIMARY KEY, data BLOB, bytes BLOB) STRICT")

    def take(self, blob: bytes, signed: tuple[bytes, bytes, ec.EllipticCurvePublicKey]) -> None:
        """Do the raw work on one submission; ``signed`` is what was signed, the value and the key."""
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        digests = {name: sha256(content).hexdigest() for name, content in parts.items()}
        content, value, key = signed
        key.verify(value, content, ec.ECDSA(hashes.SHA256()))
        json.loads(parts["submission.json"])
        with self._db:
            self._db.execute(
                "INSERT INTO files VALUES (?, ?, ?)", (digests["submission.json"], parts["submission.json"], blob)
            )

    def close(self) -> None:
        """Close the database."""
        self._db.close()


def signed_part(blob: bytes) -> tuple[bytes, bytes, ec.EllipticCurvePublicKey]:
    """Take a signature apart beforehand: its reading is part of our cost, not of the raw one."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        signature = archive.read("META-INF/signature001.p7s")
    data = cms.ContentInfo.load(signature)["content"]
    info = data["signer_infos"][0]
    certificate = x509.load_der_x509_certificate(data["certificates"][0].chosen.dump())
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError(type(key).__name__)
    return info["signed_attrs"].untag().dump(), info["signature"].native, key


def measure(folder: Path) -> tuple[float, float, float]:
    """Return the medians in seconds of raw work and intake per submission, and their ratio."""
    office_path = sample.play(folder / "demo", sample.DEFAULT_PASSPHRASE, lambda *_: None)
    blobs = [path.read_bytes() for path in sorted((folder / "demo" / "submissions" / NEWEST).glob("*.rdsub"))]
    signed = [signed_part(blob) for blob in blobs]
    raw_times: list[float] = []
    our_times: list[float] = []
    for turn in range(TURNS):
        copy = folder / f"office-{turn}.rdesk"
        shutil.copy(office_path, copy)
        raw = Raw(folder / f"raw-{turn}.db")
        with store.open_workspace(copy) as office, closing(raw):
            _without_submissions(office)
            for blob, parts in zip(blobs, signed, strict=True):
                raw_times.append(_timed(partial(raw.take, blob, parts)))
                our_times.append(_timed(partial(_take, office, blob)))
    raw_cost, our_cost = statistics.median(raw_times), statistics.median(our_times)
    return raw_cost, our_cost, our_cost / raw_cost


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _take(office: Workspace, blob: bytes) -> None:
    verdict = intake.take(office, "x.rdsub", blob, "command", datetime.now(UTC))
    if verdict.state != judgement.ACCEPTED:
        raise RuntimeError(verdict.state)


def _without_submissions(office: Workspace) -> None:
    with office.atomic():
        office.db.execute("DELETE FROM standing WHERE round = :round", {"round": NEWEST})
        office.db.execute("DELETE FROM files WHERE kind = 'submission' AND round = :round", {"round": NEWEST})


def main() -> None:
    """Print the table's line."""
    with tempfile.TemporaryDirectory() as folder:
        raw, ours, ratio = measure(Path(folder))
    sys.stdout.write(f"intake of one submission: {ours * 1e3:.2f} ms; raw {raw * 1e3:.2f} ms; {ratio:.1f} times\n")


if __name__ == "__main__":
    main()
