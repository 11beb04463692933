"""What the installer's script includes: versions, words in both languages, and the list of files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from installer.icons import FILE_TYPES
from installer.places import OWN
from installer.version_info import COPYRIGHT, PRODUCT, PUBLISHER, quad

LIST = "files.txt"
"""The list in the program's folder by which an upgrade and the uninstaller remove what was installed."""
LANGUAGES = {"vi": "VIETNAMESE", "en": "ENGLISH"}

Texts = Mapping[str, Mapping[str, str]]


def texts() -> Texts:
    """Return the installer's words: by their name, then by language."""
    read: Texts = json.loads((OWN / "texts.json").read_text("utf-8"))
    return read


def in_packing_order(names: Sequence[str]) -> list[str]:
    """Return the files in packing order: the programs, which share most of their bytes, one after the other."""
    return sorted(names, key=lambda name: (not name.lower().endswith(".exe"), PurePosixPath(name).suffix, name))


def removal_list(names: Sequence[str]) -> str:
    """Return the list by which what was installed is removed: files, then folders from the innermost outwards."""
    folders = {parent.as_posix() for name in names for parent in PurePosixPath(name).parents} - {"."}
    inner_first = sorted(folders, key=lambda folder: (-folder.count("/"), folder))
    lines = [*sorted(names), *(f"{folder}/" for folder in inner_first)]
    text = "".join(f"{line}\r\n" for line in lines).replace("/", "\\")
    if not text.isascii():
        raise SystemExit("installer: the name of a packed file is not plain ASCII")
    return text


def generated(package: Path, version: str, outfile: Path, icon: Path, finalizer: str = "") -> str:
    """Return the text of ``generated.nsh``.

    ``package`` is the folder to pack, ``finalizer`` a command that signs a file whose path follows it.
    """
    paths = [path for path in package.rglob("*") if path.is_file()]
    names = [path.relative_to(package).as_posix() for path in paths]
    size = sum(path.stat().st_size for path in paths)
    blocks = [
        _definitions(version, size, outfile, icon),
        _words(texts()),
        _macro("VERSION_INFORMATION", _version_information(version)),
        _macro("FILES", _files(package, in_packing_order(names))),
        _macro("FILE_TYPES verb", _file_types()),
    ]
    if finalizer:
        blocks += [f"!uninstfinalize '{finalizer} \"%1\"' = 0"]
    return "\n".join(blocks) + "\n"


def _definitions(version: str, size: int, outfile: Path, icon: Path) -> str:
    kilobytes = -(-size // 1024)
    values = {
        "VERSION": version,
        "PUBLISHER": PUBLISHER,
        "OUTFILE": outfile,
        "ICON": icon,
        "SIZE_KB": kilobytes,
        # rounding up, and what a file takes beyond its bytes on a disk of 4 KiB blocks
        "SIZE_MB": -(-kilobytes // 1024) + 10,
    }
    return "\n".join(f'!define {name} "{value}"' for name, value in values.items())


def _words(words: Texts) -> str:
    lines = [
        f'LangString {name} ${{LANG_{LANGUAGES[language]}}} "{said}"'
        for name, both in words.items()
        for language, said in both.items()
    ]
    return _macro("WORDS", lines)


def _version_information(version: str) -> list[str]:
    number = ".".join(map(str, quad(version)))
    keys = {
        "ProductName": PRODUCT,
        "ProductVersion": version,
        "CompanyName": PUBLISHER,
        "FileDescription": f"{PRODUCT} {version}",
        "FileVersion": version,
        "LegalCopyright": COPYRIGHT,
    }
    stated = [
        f'VIAddVersionKey /LANG=${{LANG_{language}}} "{key}" "{value}"'
        for language in LANGUAGES.values()
        for key, value in keys.items()
    ]
    return [f'VIProductVersion "{number}"', f'VIFileVersion "{number}"', *stated]


def _files(package: Path, names: Sequence[str]) -> list[str]:
    lines: list[str] = []
    folder = None
    for name in names:
        parent = PurePosixPath(name).parent.as_posix()
        if parent != folder:
            folder = parent
            inner = "" if folder == "." else "\\" + folder.replace("/", "\\")
            lines.append(f'SetOutPath "$INSTDIR{inner}"')
        lines.append(f'File "{package / name}"')
    return lines


def _file_types() -> list[str]:
    # the program's own icon is the first of those in its image
    return [f"!insertmacro ${{verb}} {name} {place}" for place, name in enumerate(FILE_TYPES, 1)]


def _macro(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"!macro {head}", *(f"    {line}" for line in lines), "!macroend"])
