"""What is quick because it leaves its work out is no figure: a benchmark that merges breaks off then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import cms

from reformdesk.core import entry, intake, judgement, store
from reformdesk.core.store import Workspace
from reformdesk.core.tallies import Answer, Tally
from reformdesk.exchange import asice, cades
from reformdesk.exchange.cades import Signer
from reformdesk.exchange.keys import fingerprint
from tests.benchmarks import bench_merge, bench_size, submissions
from tests.benchmarks.bench_merge import Merging
from tests.benchmarks.submissions import Country

Break = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    return submissions.make(tmp_path_factory.mktemp("country") / "made", 3)


def merge(country: Country, folder: Path) -> None:
    bench_merge.require_careful(country, folder)
    Merging(country, folder).ours()


def test_nothing_is_found_where_nothing_is_left_out(country: Country, tmp_path: Path) -> None:
    merge(country, tmp_path)


def signatures_are_not_checked(patch: pytest.MonkeyPatch) -> None:
    def unchecked(_digest: bytes, signature: bytes) -> Signer:
        der = cms.ContentInfo.load(signature)["content"]["certificates"].contents
        return Signer("x", fingerprint(der), datetime.now(UTC), der)

    patch.setattr(cades, "verify_digest", unchecked)


def digests_are_not_checked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(asice, "_check_manifest", lambda *_: None)


def values_are_not_checked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(intake, "_require_own_answers", lambda *_: None)


def keys_are_not_compared(patch: pytest.MonkeyPatch) -> None:
    class All(frozenset[str]):
        def __contains__(self, _: object) -> bool:
            return True

    whole = judgement.trust_in
    patch.setattr(judgement, "trust_in", lambda *given: replace(whole(*given), pinned=All()))


def the_disk_is_not_waited_for(patch: pytest.MonkeyPatch) -> None:
    whole = store.open_workspace

    def hasty(path: Path) -> Workspace:
        workspace = whole(path)
        workspace.connection.execute("PRAGMA synchronous = OFF")
        return workspace

    patch.setattr(store, "open_workspace", hasty)


def one_is_left_out_of_the_sums(patch: pytest.MonkeyPatch) -> None:
    whole = Tally.add

    def add(tally: Tally, answer: Answer) -> None:
        if answer.agency != submissions.agency_at(1):
            whole(tally, answer)

    patch.setattr(Tally, "add", add)


def files_are_passed_over(patch: pytest.MonkeyPatch) -> None:
    whole = intake.find_files
    patch.setattr(intake, "find_files", lambda *given: list(whole(*given))[1:])


BREAKS = [
    signatures_are_not_checked,
    digests_are_not_checked,
    values_are_not_checked,
    keys_are_not_compared,
    the_disk_is_not_waited_for,
    one_is_left_out_of_the_sums,
    files_are_passed_over,
]


@pytest.mark.parametrize("broken", BREAKS, ids=lambda one: one.__name__)
def test_what_is_left_out_is_found(
    broken: Break, country: Country, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    with pytest.raises(RuntimeError):
        merge(country, tmp_path)


def test_a_size_is_that_of_figures_that_are_there(
    country: Country, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 < bench_size.beyond_the_signature(country.files[0]) < country.files[0].stat().st_size
    assert bench_size.at_home_affairs(country, tmp_path) > 0
    monkeypatch.setattr(entry, "set_value", lambda *_: None)
    with pytest.raises(RuntimeError, match="not all was typed"):
        bench_size.at_an_agency(country, tmp_path)
