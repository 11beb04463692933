"""Installers as Home Affairs sends them, small or as large as real ones, and round files of a program to come."""

from __future__ import annotations

import json
import struct
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from reformdesk.core import keyring, sample, store
from reformdesk.exchange import asice, cades
from reformdesk.exchange.documents import canonical
from reformdesk.exchange.keys import SealingKey, SigningKey
from tests.demo import LATER, NEWEST

REAL_SIZE = 25 * 1024 * 1024


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this user's temporary files lie."""
    folder = tmp_path / "Tệp tạm"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def installer(version: str, size: int = 2000) -> bytes:
    """Return bytes that state their version as a program for Windows does (a VS_VERSIONINFO, as NSIS writes it)."""
    first, second, third, fourth = [*map(int, version.split(".")), 0, 0, 0][:4]
    numbers = (first << 16 | second, third << 16 | fourth)
    fixed = struct.pack("<6I", 0xFEEF04BD, 0, *numbers, *numbers)
    stated = b"MZ" + bytes(254) + b"\0\0\0\0\0\0" + "VS_VERSION_INFO\0".encode("utf-16-le") + b"\0\0" + fixed
    return stated + bytes(range(256)) * (-(-max(0, size - len(stated)) // 256))


def named(version: str) -> str:
    return f"ReformDesk-{version}-setup.exe"


def put(
    folder: Path, version: str, key: SealingKey, *, size: int = 2000, stated: str = "", now: datetime = LATER
) -> Path:
    """Lay an installer and its seal into a folder; ``stated`` is the version inside, where it is another one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / named(version)
    path.write_bytes(installer(stated or version, size))
    seal_of(path).write_bytes(cades.sign(path.read_bytes(), key, now))
    return path


def seal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.p7s")


def office_key(demo: Path, folder: Path) -> SigningKey:
    """Return the key of the sample's Home Affairs, which its agencies know."""
    path = folder / "office" / sample.HOME_AFFAIRS
    (path.parent / "keys").mkdir(parents=True, exist_ok=True)
    path.write_bytes((demo / sample.HOME_AFFAIRS).read_bytes())
    (path.parent / "keys" / "home-affairs.p12").write_bytes((demo / "keys/home-affairs.p12").read_bytes())
    with store.open_workspace(path) as workspace:
        return keyring.unlock(workspace, sample.DEFAULT_PASSPHRASE)


def file_of_tomorrow(demo: Path, path: Path, key: SealingKey) -> Path:
    """Write the newest round once more, in a format that this program does not know yet, soundly sealed."""
    container = asice.read(next((demo / "rounds").glob(f"{NEWEST}*.rdround")).read_bytes())
    data = container.data.replace(b'"reformdesk-round/1"', b'"reformdesk-round/2"')
    assert data != container.data
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(asice.write("round.json", data, {}, lambda manifest: cades.sign(manifest, key, LATER)))
    return path


def round_naming(demo: Path, key: SealingKey, other: SealingKey) -> bytes:
    """Write the newest round as one of a year later, in which its sealing key names another of Home Affairs."""
    container = asice.read(next((demo / "rounds").glob(f"{NEWEST}*.rdround")).read_bytes())
    document = json.loads(container.data)
    document |= {"id": "2025-h1", "opened_at": "2024-07-10T01:00:00Z"}
    document["keys"] = [
        {"fingerprint": one.fingerprint, "name": name, "role": "officer"} for one, name in ((key, "a"), (other, "b"))
    ]
    return asice.write("round.json", canonical(document), {}, lambda manifest: cades.sign(manifest, key, LATER))
