"""What the tests of the commands share: what a workspace holds, one clear line, wrong files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reformdesk import cli
from reformdesk.core import merged, store
from reformdesk.core.store import Office
from tests.demo import Said

Command = Callable[..., Said]
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 8


@dataclass(frozen=True)
class State:
    """What a workspace holds, read through the package."""

    digest: str
    answers: str
    files: tuple[tuple[str, ...], ...]


def state_of(path: Path) -> State:
    with store.open_workspace(path) as workspace:
        rows = workspace.rows("SELECT digest, signer, name FROM files ORDER BY digest, signer")
        answers = workspace.rows("SELECT * FROM answers ORDER BY round, indicator")
        digest = merged.digest(workspace) if workspace.office is Office.HOME_AFFAIRS else ""
        return State(digest, json.dumps(answers), tuple(tuple(map(str, row.values())) for row in rows))


@contextmanager
def unchanged(*paths: Path) -> Iterator[None]:
    """Nothing that a workspace holds may change within."""
    before = [state_of(path) for path in paths]
    yield
    assert [state_of(path) for path in paths] == before


def one_line(said: Said, code: int, *words: str) -> None:
    """The command failed with ``code`` and one clear line on stderr."""
    assert said.code == code, said
    clear_line(said.err, *words)


def clear_line(text: str, *words: str) -> None:
    (line,) = text.splitlines()
    assert "Traceback" not in line
    assert "Something went wrong" not in line
    assert "{" not in line
    for word in words:
        assert word in line, line


def not_files(folder: Path) -> list[tuple[Path, str]]:
    """Paths that are no exchange files, with the code of what is wrong."""
    folder.mkdir()
    (folder / "empty.rdsub").write_bytes(b"")
    (folder / "photo.rdsub").write_bytes(JPEG)
    (folder / "text.rdsub").write_text("Kính gửi Sở Nội vụ", encoding="utf-8")
    (folder / "noise.rdsub").write_bytes(bytes(range(255, -1, -1)) * 4)
    (folder / "a folder.rdsub").mkdir()
    return [
        (folder / "none.rdsub", "path-missing"),
        (folder / "empty.rdsub", "empty-file"),
        (folder / "photo.rdsub", "not-ours-looks-like"),
        (folder / "text.rdsub", "not-ours-looks-like"),
        (folder / "noise.rdsub", "not-ours"),
        (folder / "a folder.rdsub", "is-a-folder"),
    ]


def merge_json(command: Command, office: Path, *paths: str | Path) -> tuple[int, list[dict[str, object]]]:
    said = command("merge", "--workspace", office, "--json", *paths)
    assert said.err == ""
    return said.code, json.loads(said.out)


def write_table(path: Path, *lines: str, bom: bool = False) -> Path:
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig" if bom else "utf-8", newline="")
    return path


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    root = Path(cli.__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-m", "reformdesk", *map(str, arguments)],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
