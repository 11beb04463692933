"""Writes a submission as any other system could: with nothing but the standard library and the ``openssl`` command.

    python write_submission.py ROUND.rdround AGENCY VALUES.csv KEYS_FOLDER OUT.rdsub [PREVIOUS.rdsub]

``VALUES.csv`` has a line for each answer: the indicator's id, its value. The agency's key and its certificate are
made in ``KEYS_FOLDER`` by the first call. ``PREVIOUS.rdsub`` is the agency's last file, where this one corrects it.
The guide's page for integrators goes through the same steps.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import unicodedata
import zipfile
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

STATUSES = ("blank", "not-done", "in-progress", "not-applicable")
MANIFEST, SIGNATURE = "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"


def openssl(line: str, folder: Path) -> None:
    subprocess.run(["openssl", *line.split(" ")], cwd=folder, check=True, capture_output=True)


def make_key(folder: Path, agency: str) -> None:
    """Make a P-256 key with a certificate of its own, once; its fingerprint is compared by telephone."""
    if not (folder / "key.pem").exists():
        folder.mkdir(parents=True, exist_ok=True)
        kind = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 36500"
        openssl(f"{kind} -subj /CN={agency}/OU={agency} -keyout key.pem -out cert.pem", folder)


def read_json(path: Path, name: str) -> tuple[Any, str]:
    """Return a container's document and its digest: the SHA-256 of its bytes as they stand there."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(name)
    return json.loads(data), sha256(data).hexdigest()


def value_of(text: str, kind: str) -> dict[str, str]:
    if text in STATUSES:
        return {"status": text}
    return {{"mark": "mark", "text": "text"}.get(kind, "number"): text}


def submission(round_file: Path, agency: str, values: Path, previous: Path | None) -> bytes:
    """Return ``submission.json``: the answers, for which issue of the round, as which revision."""
    round_, round_digest = read_json(round_file, "round.json")
    last, last_digest = read_json(previous, "submission.json") if previous else ({"revision": 0}, None)
    kinds = {one["id"]: one["kind"] for one in round_["catalogue"]["indicators"]}
    rules = json.dumps(round_["catalogue"]["rules"], sort_keys=True, ensure_ascii=False)
    with values.open(encoding="utf-8", newline="") as file:
        given = sorted(csv.reader(file))
    document = {
        "format": "reformdesk-submission/1",
        "round": {"id": round_["id"], "digest": round_digest},
        "agency": agency,
        "revision": last["revision"] + 1,
        "previous": last_digest,
        "prepared_by": "",
        "finished_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "program": "write_submission 1",
        "rules": sha256(rules.encode()).hexdigest(),
        "answers": [{"indicator": name, "value": value_of(text, kinds[name])} for name, text in given],
        "attachments": [],
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text + "\n").encode()


def manifest(data: bytes) -> bytes:
    """Return the manifest: it names each file with its SHA-256, and it alone is what is signed."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
<asic:SigReference URI="{SIGNATURE}" MimeType="application/x-pkcs7-signature"/>
<asic:DataObjectReference URI="submission.json">
<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
<ds:DigestValue>{b64encode(sha256(data).digest()).decode()}</ds:DigestValue>
</asic:DataObjectReference>
</asic:ASiCManifest>
""".encode()


def write(out: Path, data: bytes, keys: Path) -> None:
    """Sign the manifest and put everything into the container, the mime type first and not compressed."""
    (keys / "manifest.xml").write_bytes(manifest(data))
    how = "cms -sign -cades -binary -md sha256 -signer cert.pem -inkey key.pem"
    openssl(f"{how} -in manifest.xml -outform DER -out signature.p7s", keys)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.etsi.asic-e+zip", zipfile.ZIP_STORED)
        archive.writestr("submission.json", data)
        archive.writestr(MANIFEST, (keys / "manifest.xml").read_bytes())
        archive.writestr(SIGNATURE, (keys / "signature.p7s").read_bytes())


if __name__ == "__main__":
    round_file, agency, values, keys, out, *before = sys.argv[1:]
    make_key(Path(keys), agency)
    written = submission(Path(round_file), agency, Path(values), Path(before[0]) if before else None)
    write(Path(out), written, Path(keys))
