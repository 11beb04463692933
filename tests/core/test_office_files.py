"""Files that the office keeps under a name: there again, replaced, gone; joined desks keep their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.core import backups, joining, merged, office_files, store
from reformdesk.core.changes import Changes
from reformdesk.core.office_files import LARGEST, LETTERHEAD, OfficeFile
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from tests import many_desks
from tests.core.builders import NOW


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """Two desks of one office, the second begun as a copy of the first."""
    base = many_desks.make(tmp_path / "material").base
    paths = [Path(shutil.copy(base, tmp_path / f"{name}.rdesk")) for name in ("first", "second")]
    with store.open_workspace(paths[0]) as first, store.open_workspace(paths[1]) as second:
        yield first, second


@pytest.fixture
def desk(desks: tuple[Workspace, Workspace]) -> Workspace:
    return desks[0]


def test_a_file_is_there_again_until_it_is_removed(desk: Workspace) -> None:
    assert office_files.get(desk, LETTERHEAD) is None
    assert office_files.put(desk, LETTERHEAD, "Mẫu.docx", b"1", NOW) is Changes.DESK
    assert office_files.put(desk, LETTERHEAD, "Mẫu.docx", b"1", NOW + timedelta(days=1)) is Changes.NOTHING
    assert office_files.get(desk, LETTERHEAD) == OfficeFile(LETTERHEAD, "Mẫu.docx", b"1", "2024-06-20T08:00:00Z")
    assert office_files.put(desk, LETTERHEAD, "Mới.docx", b"2", NOW + timedelta(days=1)) is Changes.DESK
    assert office_files.get(desk, LETTERHEAD) == OfficeFile(LETTERHEAD, "Mới.docx", b"2", "2024-06-21T08:00:00Z")
    office_files.put(desk, "another", "a.csv", b"", NOW)
    assert office_files.names(desk) == ("another", LETTERHEAD)
    assert office_files.remove(desk, LETTERHEAD) is Changes.DESK
    assert office_files.remove(desk, LETTERHEAD) is Changes.NOTHING
    assert office_files.names(desk) == ("another",)


def test_a_file_has_a_largest_size(desk: Workspace) -> None:
    with pytest.raises(Mendable, match="office-file-too-large") as refused:
        office_files.put(desk, LETTERHEAD, "to.docx", bytes(LARGEST + 1), NOW)
    assert refused.value.params == {"file": "to.docx", "size": 2049, "most": 2048}
    assert office_files.names(desk) == ()
    office_files.put(desk, LETTERHEAD, "vừa.docx", bytes(LARGEST), NOW)


def test_the_state_s_digest_does_not_know_of_it_and_a_backup_has_it(desk: Workspace) -> None:
    before = merged.digest(desk)
    office_files.put(desk, LETTERHEAD, "Mẫu.docx", b"1", NOW)
    assert merged.digest(desk) == before
    with store.open_workspace(backups.back_up(desk.connection, desk.path, NOW)) as copy:
        assert office_files.get(copy, LETTERHEAD) == office_files.get(desk, LETTERHEAD)


def test_a_joined_desk_fills_what_is_free_and_keeps_what_was_chosen(desks: tuple[Workspace, Workspace]) -> None:
    first, second = desks
    office_files.put(first, LETTERHEAD, "một.docx", b"1", NOW)
    office_files.put(second, LETTERHEAD, "hai.docx", b"2", NOW)
    office_files.put(second, "order", "thứ tự.csv", b"3", NOW)
    second.close()
    joined, changed = joining.join(first, second.path, NOW)
    assert (joined.is_new, changed) == (False, Changes.DESK)
    kept = [office_files.get(first, name) for name in office_files.names(first)]
    assert [(one.name, one.file_name, one.content) for one in kept if one] == [
        (LETTERHEAD, "một.docx", b"1"),
        ("order", "thứ tự.csv", b"3"),
    ]
    assert joining.join(first, second.path, NOW)[1] is Changes.NOTHING
