"""What was packed, told to whoever wants to check it: each file with its digest, its origin and who signed it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from installer import signing
from installer.images import SUFFIXES, images
from installer.inputs import digest
from installer.places import PYTHON, SITE

NAME = "packed-files.json"
OWN_ORIGIN = "ReformDesk"


def listing(package: Path, comparison: Mapping[str, Any]) -> dict[str, Any]:
    """Return the list of a package; ``comparison`` is what was found of the standard library."""
    origins = origins_by_digest([PYTHON, SITE])
    files = [entry(path, package, origins) for path in sorted(package.rglob("*")) if path.is_file()]
    return {"files": files, "standard_library": dict(comparison)}


def origins_by_digest(roots: list[Path]) -> dict[str, str]:
    """Return, for each image below some folders, what it is called there, by its digest."""
    return {digest(path): f"{root.name}/{path.relative_to(root).as_posix()}" for root in roots for path in images(root)}


def entry(path: Path, package: Path, origins: Mapping[str, str]) -> dict[str, Any]:
    """Return what is told of one packed file."""
    found = digest(path)
    told: dict[str, Any] = {
        "name": path.relative_to(package).as_posix(),
        "sha256": found,
        "bytes": path.stat().st_size,
    }
    if path.suffix.lower() in SUFFIXES:
        signature = signing.signature_of(path)
        told["signer"] = signature.signer if signature else None
        told["signature_intact"] = signature.is_intact if signature else None
        told["unchanged_from"] = origins.get(found, OWN_ORIGIN)
    return told


def unknown_images(listed: Mapping[str, Any], own: Collection[str]) -> list[str]:
    """Return the images that are neither our own programs nor, byte for byte, those of the pinned inputs."""
    return [
        one["name"] for one in listed["files"] if one.get("unchanged_from") == OWN_ORIGIN and one["name"] not in own
    ]


def write(folder: Path, listed: Mapping[str, Any]) -> None:
    """Write the list into a folder."""
    (folder / NAME).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", "utf-8")
