"""Both sides check by one set of rules, and what yields to an explanation is sealed with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reformdesk.core import merged, roundbook
from reformdesk.core.submission import Submission
from reformdesk.core.values import Text, to_wire
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from tests.core.desks import Desks, at_work, pin

WHY = "Sáp nhập ba đơn vị"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        made.type(WHY, m="40")
        made.type(n="2", o="3")
        yield made


def document_of(sent: Submission) -> SubmissionDocument:
    document = verify(sent.content).document
    assert isinstance(document, SubmissionDocument)
    return document


def test_a_submission_names_the_rules_that_both_sides_check_by(desks: Desks) -> None:
    at_home = roundbook.load(desks.office, desks.round.id)
    assert document_of(desks.finish()).rules == at_home.catalogue.rules_digest


def test_what_the_form_would_refuse_is_refused_at_intake(desks: Desks) -> None:
    document = document_of(desks.finish())
    lines = [{**line, "value": to_wire(Text("bốn mươi"))} for line in document.answers]
    verdict = desks.take_blob(seal(replace(document, answers=tuple(lines)), {}, desks.agency_key, desks.tick()))
    assert (verdict.state, verdict.reasons) == ("rejected", ("error-inside",))


def test_an_explanation_is_sealed_beside_its_figure_and_comes_along(desks: Desks) -> None:
    sent = desks.finish()
    assert [line["indicator"] for line in document_of(sent).answers if line.get("explanation") == WHY] == ["m"]
    desks.take(sent)
    pin(desks, desks.agency_key.fingerprint)
    (part,) = merged.consolidated(desks.office, [desks.round.id])
    assert {name: [one.explanation for one in part.totals[name].shares if one.agency == "b"] for name in "mn"} == {
        "m": [WHY],
        "n": [""],
    }
