"""Desks brought together end alike: in any order, any number of times, in any shape, whatever was done at them."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reformdesk.core import filing, intake, joining, merged, pins, store
from reformdesk.core.store import Workspace
from reformdesk.errors import Refused, StoreError
from reformdesk.exchange.verification import seal, verify
from tests.core.builders import NOW
from tests.many_desks import (
    Close,
    Decide,
    Event,
    Join,
    Material,
    Reopen,
    Take,
    TakeBack,
    desks,
    ends,
    make,
)

# an order that fails is told as it is: shrinking it would take minutes
QUIET = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
_SHAPES: dict[int, list[list[Join]]] = {
    1: [[]],
    2: [[(0, 1), (1, 0)], [(1, 0), (0, 1)], [(0, 1), (0, 1), (1, 0), (1, 0), (0, 1)]],
    3: [
        [(0, 1), (0, 2), (1, 0), (2, 0)],
        [(2, 1), (2, 0), (0, 2), (1, 2)],
        [(0, 1), (1, 2), (2, 0), (0, 2), (1, 2)],
        [(1, 0), (2, 1), (0, 2), (1, 0)],
    ],
}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    return make(tmp_path_factory.mktemp("many-desks"))


def pinned(material: Material, *agencies: str) -> list[tuple[str, str, bytes]]:
    found = []
    for agency in agencies:
        signer = verify(material.files[f"{agency}1"]).signers[0]
        found.append((agency, signer.name, signer.certificate))
    return found


def pin(desk: Workspace, known: list[tuple[str, str, bytes]]) -> None:
    for agency, name, certificate in known:
        pins.pin(desk, agency, name, certificate, NOW)


def test_any_deal_of_files_and_decisions_ends_alike(material: Material) -> None:
    events = st.one_of(
        st.sampled_from([Take(name) for name in sorted(material.files)]),
        st.sampled_from([Take(name) for name in ("b1", "b2", "b2 fork", "b3", "c1", "c2", "entry over b1")]),
        st.builds(Decide, st.sampled_from(sorted(material.decisions)), st.sampled_from(["Lan", "Minh"])),
        st.builds(TakeBack, st.integers(0, 9)),
        st.sampled_from([Close(), Close("đủ số liệu"), Reopen(), Reopen("điều chỉnh")]),
    )
    known = pinned(material, "b", "c")

    @given(
        st.lists(st.tuples(st.integers(0, 2), events), min_size=4, max_size=16),
        st.dictionaries(
            st.integers(0, 15), st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=2), max_size=3
        ),
        st.integers(1, 3),
        st.integers(0, 3),
        st.booleans(),
    )
    @settings(QUIET, max_examples=60)
    def holds(
        dealt: list[tuple[int, Event]], joins: dict[int, list[Join]], number: int, shape: int, all_known: bool
    ) -> None:
        shapes = _SHAPES[number]
        last = shapes[shape % len(shapes)]
        found = ends(material, number, dealt, joins, last, lambda desk: pin(desk, known if all_known else known[:1]))
        assert len(set(found)) == 1, (dealt, joins, last)

    holds()


def test_one_desk_that_did_it_all_ends_where_three_do(material: Material) -> None:
    """Decisions that need not know of each other are the same at one desk as at many."""
    events: list[Event] = [
        *(Take(name) for name in ("b1", "b2", "b2 fork", "b3", "c1", "entry over b1", "issue 2")),
        *(Decide(name) for name in ("provisional c1", "choose b2", "return c1", "total 5", "gap b3", "extension None")),
    ]
    known = pinned(material, "b")
    alone = ends(material, 1, [(0, event) for event in events], {}, [], lambda desk: pin(desk, known))
    for deal in range(4):
        dealt = [((place * (deal + 1) + deal) % 3, event) for place, event in enumerate(events)]
        for shape in _SHAPES[3]:
            found = ends(material, 3, dealt, {}, shape, lambda desk: pin(desk, known))
            assert set(found) == set(alone), (dealt, shape)


def test_a_choice_that_differs_waits_until_one_names_both(material: Material) -> None:
    made = desks(material, 2)
    known = pinned(material, "b")
    for desk in made.workspaces:
        pin(desk, known)
    for place, side in enumerate(("b2", "b2 fork")):
        for name in ("b1", "b2", "b2 fork"):
            made.do(place, Take(name))
        made.do(place, Decide(f"choose {side}", ("Lan", "Minh")[place]))
    joined = made.join(0, 1)
    assert (joined.files, joined.decisions, joined.contested) == (0, 1, (("2024-h1", "b"),))
    made.join(1, 0)
    for desk in made.workspaces:
        standing = {one.digest: one for one in merged.received(desk, "2024-h1")}
        sides = [standing[verify(material.files[name]).digest] for name in ("b2", "b2 fork")]
        assert [(one.reasons, one.contested, one.needs_decision) for one in sides] == [(("fork",), True, True)] * 2
    made.do(1, Decide("choose b2", "Minh"))
    assert made.join(0, 1).contested == ()
    assert made.state(0) == made.state(1)
    counting = [one.digest for one in merged.received(made.workspaces[0], "2024-h1") if one.counts]
    assert counting == [verify(material.files["b2"]).digest]
    assert not made.join(0, 1).is_new
    made.close()


def test_two_desks_that_correct_a_round_apart_show_both_and_decide(material: Material) -> None:
    made = desks(material, 2)
    for desk in made.workspaces:
        pin(desk, pinned(material, "b"))
    made.do(0, Take("b1"))
    for place, issue in enumerate(("issue 2", "issue 2 other")):
        made.do(place, Take(issue))
    assert [one.counts for one in merged.received(made.workspaces[0], "2024-h1")] == [True]
    assert merged.consolidated(made.workspaces[0])[0].totals["n"].answered == 0, "asked again"
    assert made.join(0, 1).contested == (("2024-h1", ""),)
    made.join(1, 0)
    assert made.state(0) == made.state(1)
    assert merged.consolidated(made.workspaces[0])[0].totals["n"].answered == 1, "the last common issue is shown"
    made.do(1, Decide("in force issue 2 other"))
    made.join(0, 1)
    assert made.state(0) == made.state(1)
    totals = merged.consolidated(made.workspaces[0])[0].totals
    assert (totals["m"].answered, totals["n"].answered) == (0, 1)
    made.close()


def test_what_was_revoked_here_and_came_there_waits_at_both(material: Material) -> None:
    made = desks(material, 2)
    for desk in made.workspaces:
        pin(desk, pinned(material, "b"))
        made.do(made.workspaces.index(desk), Take("b1"))
    made.do(0, Decide("revoke b1"))
    made.do(0, Take("b2"))
    made.do(1, Take("b2"))
    assert [one.revision for one in merged.received(made.workspaces[0], "2024-h1")] == [1]
    made.join(0, 1)
    made.join(1, 0)
    for desk in made.workspaces:
        assert [one.reasons for one in merged.received(desk, "2024-h1")] == [(), ("key-revoked",)]
    made.close()


def test_a_file_is_called_and_timed_as_when_it_first_came(material: Material) -> None:
    for order in permutations((0, 1)):
        made = desks(material, 2)
        for place in order:
            made.do(place, Take("b1"))
        made.join(0, 1)
        made.join(1, 0)
        (first,), (second,) = (merged.received(desk, "2024-h1") for desk in made.workspaces)
        assert first.received_at == second.received_at == "2024-06-20T09:00:00Z"
        made.close()


def test_a_preview_changes_nothing_and_says_what_joining_then_brings(material: Material) -> None:
    made = desks(material, 2)
    made.do(1, Take("b1"))
    made.do(1, Decide("return b1", "Minh"))
    before = made.state(0)
    path = made.workspaces[1].path
    made.workspaces[1].close()
    seen = joining.preview(made.workspaces[0], path, NOW)
    assert made.state(0) == before
    assert (seen.files, seen.decisions, seen.officer) == (1, 1, "Minh")
    assert joining.join(made.workspaces[0], path, NOW)[0] == seen
    made.workspaces[1] = store.open_workspace(path)
    made.close()


def test_only_another_desk_of_this_office_is_taken(material: Material) -> None:
    made = desks(material, 2)
    here = made.workspaces[0]
    before = made.state(0)
    with pytest.raises(Refused, match="join-itself"):
        joining.join(here, here.path, NOW)
    with pytest.raises(Refused, match="join-agency"):
        joining.join(here, material.folder / "b.rdesk", NOW)
    other = make(material.folder / f"other-{len(list(material.folder.iterdir()))}")
    with pytest.raises(Refused, match="join-other-office"):
        joining.join(here, other.base, NOW)
    nothing = made.folder / "nothing.rdesk"
    with pytest.raises(StoreError, match="workspace-missing"):
        joining.join(here, nothing, NOW)
    nothing.write_bytes(b"PK")
    with pytest.raises(StoreError, match="workspace-not-ours"):
        joining.join(here, nothing, NOW)
    assert made.state(0) == before
    made.close()


def test_what_was_tampered_with_in_the_other_file_is_not_believed(material: Material) -> None:
    made = desks(material, 2)
    made.do(1, Take("b1"))
    blob = material.files["b2"]
    with made.workspaces[1].atomic():
        made.workspaces[1].db.execute("UPDATE files SET bytes = :blob WHERE kind = 'submission'", {"blob": blob})
    before = made.state(0)
    with pytest.raises(StoreError, match="workspace-damaged"):
        made.join(0, 1)
    assert made.state(0) == before
    made.close()


@pytest.mark.parametrize("approved_first", [True, False])
def test_one_content_in_two_containers_and_a_second_signature_are_the_same_at_both(
    material: Material, approved_first: bool
) -> None:
    """Sealed again at another time, and once with the head's approval: each desk had another of the two files."""
    made = desks(material, 2)
    document = verify(material.files["b1"]).document
    early, late = NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)
    sealed = {
        when: seal(document, {}, material.keys["b"], when, material.keys["c"] if approved else None)
        for when, approved in ((early, approved_first), (late, not approved_first))
    }
    for desk, when in zip(made.workspaces, (late, early), strict=True):
        pin(desk, pinned(material, "b"))
        intake.take(desk, "b.rdsub", sealed[when], "folder", NOW)
    for _ in range(2):
        made.join(0, 1)
        made.join(1, 0)
    assert made.state(0) == made.state(1)
    for desk in made.workspaces:
        (one,) = merged.received(desk, "2024-h1")
        assert one.approvers == {material.keys["c"].fingerprint}
        assert filing.bytes_of(desk, one.digest, one.signer) == sealed[early]
    made.close()
