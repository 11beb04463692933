"""The schemas say to any JSON Schema validator what they say to the one the program uses."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from fastjsonschema import JsonSchemaValueException
from jsonschema import Draft202012Validator, FormatChecker

from reformdesk.errors import Refused
from reformdesk.exchange import documents, payload
from reformdesk.exchange.part import PartDocument
from reformdesk.exchange.payload import Document
from tests.exchange.samples import (
    closing_reply,
    corrected_round,
    entry,
    recovery,
    reply,
    round_,
    submission,
    with_evidence,
)
from tests.exchange.test_part import document as part_document

INSTEAD: tuple[Any, ...] = (
    *(None, True, 0, -1, 10_000_000_001, [], [{}], {}),
    *("", "x", "x\n", "so-tu-phap\n", "-", "1.50", "y" * 5000, "ab" * 32, "ab" * 32 + "\n"),
    *("2024-02-31", "2024-02-31T00:00:00Z"),
    *({"number": "1"}, {"status": "blank", "mark": "x"}),
)
SAMPLES: dict[str, tuple[str, Document | PartDocument]] = {
    "submission": ("submission", with_evidence(submission())),
    "round": ("round", round_()),
    "reply": ("reply", reply()),
    "recovery": ("reply", recovery()),
    "corrected round": ("round", corrected_round()),
    "entry": ("submission", entry()),
    "closing": ("reply", closing_reply()),
    "part": ("part", part_document()),
}


def own(kind: str, item: Any) -> bool:
    """Whether the program's validator accepts a document."""
    try:
        documents._validator(kind)(item)
    except JsonSchemaValueException:
        return False
    return True


def reference(kind: str) -> Draft202012Validator:
    """The schema as the reference implementation reads it: 2020-12, with ``$`` as the very end."""
    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(lambda text: not isinstance(text, str) or bool(date.fromisoformat(text)))
    formats.checks("date-time", raises=ValueError)(lambda text: not isinstance(text, str) or documents._is_moment(text))
    whole = documents._whole(documents._schema(f"{kind}.schema.json"))
    return Draft202012Validator(json.loads(json.dumps(whole).replace('$"', '\\\\Z"')), format_checker=formats)


def places(item: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path of every member."""
    members = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for name, part in members:
        yield (*path, name)
        yield from places(part, (*path, name))


def changed(item: Any, path: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(item)
    holder = made
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    return made


@pytest.mark.parametrize("name", SAMPLES)
def test_both_validators_agree_on_every_member_changed(name: str) -> None:
    kind, document = SAMPLES[name]
    item = json.loads(document.to_bytes())
    judge = reference(kind)
    assert own(kind, item)
    verdicts = set()
    for path in places(item):
        for value in INSTEAD:
            made = changed(item, path, value)
            verdict = judge.is_valid(made)
            assert own(kind, made) is verdict, (path, value)
            verdicts.add(verdict)
    assert verdicts == {True, False}


@pytest.mark.parametrize("sample", SAMPLES)
def test_both_validators_agree_on_members_missing_and_added(sample: str) -> None:
    kind, document = SAMPLES[sample]
    item = json.loads(document.to_bytes())
    judge = reference(kind)
    for path in places(item):
        holder_path, name = path[:-1], path[-1]
        made = copy.deepcopy(item)
        holder = made
        for step in holder_path:
            holder = holder[step]
        if isinstance(holder, dict):
            del holder[name]
            assert own(kind, made) is judge.is_valid(made), path
            holder["unheard-of"] = 1
            assert own(kind, made) is judge.is_valid(made), path


def test_the_place_of_the_problem_is_told() -> None:
    item = json.loads(submission().to_bytes())
    item["answers"][3]["value"] = {"number": "1.50"}
    with pytest.raises(Refused) as problem:
        payload.parse("submission", documents.canonical(item))
    assert problem.value.params["where"] == "answers/3/value/number"
