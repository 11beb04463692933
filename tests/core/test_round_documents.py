"""A round file that is sound and speaks of what it does not have is refused before anything is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import rounds
from reformdesk.errors import Refused
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import verify
from tests.core.desks import at_work


@pytest.fixture
def document(tmp_path: Path) -> RoundDocument:
    with at_work(tmp_path) as desks:
        found = verify(desks.round_blob()).document
    assert isinstance(found, RoundDocument)
    return found


@pytest.mark.parametrize(
    ("where", "changes"),
    [
        ("office", {"office": "nobody"}),
        ("agencies", {"agencies": ({"id": "a", "name": "A", "groups": []}, {"id": "a", "name": "B", "groups": []})}),
    ],
)
def test_a_round_names_only_what_it_has(where: str, changes: Mapping[str, Any], document: RoundDocument) -> None:
    rounds.from_document(document, "")
    with pytest.raises(Refused, match="invalid-document") as caught:
        rounds.from_document(replace(document, **changes), "")
    assert caught.value.params == {"where": where}


@pytest.mark.parametrize("areas", [["1", "9"], ["1", "1"]])
def test_a_round_covers_areas_of_its_indicator_set_once(areas: list[str], document: RoundDocument) -> None:
    with pytest.raises(Refused, match="invalid-document") as caught:
        rounds.from_document(replace(document, period={**document.period, "areas": areas}), "")
    assert caught.value.params == {"where": "period/areas"}
