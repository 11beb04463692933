"""The raw work on a submission: unzip, SHA-256, one P-256 verification, JSON, a durable row. Nobody can do without."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass(frozen=True)
class Signed:
    """What a file's key signed, the signature and the key: taken out beforehand, for reading them is our cost."""

    content: bytes
    value: bytes
    key: ec.EllipticCurvePublicKey


def signed(path: Path) -> Signed:
    """Take a file's signature apart."""
    with zipfile.ZipFile(path) as archive:
        signature = archive.read("META-INF/signature001.p7s")
    data = cms.ContentInfo.load(signature)["content"]
    info = data["signer_infos"][0]
    key = x509.load_der_x509_certificate(data["certificates"][0].chosen.dump()).public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError(type(key).__name__)
    return Signed(info["signed_attrs"].untag().dump(), info["signature"].native, key)


class Raw:
    """The primitives alone, on a database of their own with a workspace's durability."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("CREATE TABLE files (digest TEXT PRIMARY KEY, data BLOB, bytes BLOB) STRICT")

    def take(self, path: Path, by: Signed) -> None:
        """Do the raw work on one submission."""
        blob = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        digests = {name: sha256(content).hexdigest() for name, content in parts.items()}
        by.key.verify(by.value, by.content, ec.ECDSA(hashes.SHA256()))
        json.loads(parts["submission.json"])
        row = (digests["submission.json"], parts["submission.json"], blob)
        with self._db:
            self._db.execute("INSERT INTO files VALUES (?, ?, ?)", row)

    def close(self) -> None:
        """Close the database."""
        self._db.close()
