"""A stranger's office file as bytes, before anything parses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from reformdesk.errors import Mendable
from reformdesk.office import container


def test_no_more_is_read_than_tells_that_there_is_more(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"12345")
    assert container.read_up_to(path, 5) == b"12345"
    assert container.read_up_to(path, 3) == b"1234"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Mendable, match="path-missing"):
        container.read_up_to(tmp_path / "none", 1)


@pytest.mark.parametrize("mark", ["~$a.docx", ".~lock.a.docx#"])
def test_a_mark_names_the_file_that_is_open(mark: str) -> None:
    assert container.is_lock_mark(Path("x") / mark)
    assert container.marked_by(Path("x") / mark) == "a.docx"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_seen_in_any_letters(encoding: str) -> None:
    assert container.has_document_type('<?xml version="1.0"?><!doctype a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding))
    assert not container.has_document_type("<a>DOCTYPE</a>".encode(encoding))


def test_nothing_is_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("told", "utf-8")
    made = f'<!DOCTYPE a [<!ENTITY b "words"><!ENTITY c SYSTEM "{secret.as_uri()}">]><a>&b;&c;</a>'
    assert "told" not in str(etree.tostring(container.parsed(made.encode()), method="text", encoding="unicode"))
