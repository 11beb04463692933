"""The draft of an edition in Home Affairs' workspace: every step durable, undone and done again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading, edition_draft, founding, register, roundbook, store
from reformdesk.core.catalogue import Label, Reporter
from reformdesk.core.edition import Edition
from reformdesk.core.edition_draft import Draft
from reformdesk.core.indicator_edits import AddIndicator, Assign, Retire, Reword
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable, Refused
from tests.core import builders
from tests.core.builders import NOW, indicator, source

SET = source(indicator("n"), indicator("m"))
AGENCIES = register.from_agencies(builders.AGENCIES)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Home Affairs' desk with a draft of a small set."""
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as workspace:
        edition_draft.begin(workspace, SET, AGENCIES, NOW)
        yield workspace


def drawn(workspace: Workspace) -> Draft:
    draft = edition_draft.current(workspace)
    assert draft is not None
    return draft


def words(workspace: Workspace) -> list[str]:
    return [one.name.vi for one in drawn(workspace).edition.indicators.values()]


def call(name: str) -> Reword:
    return Reword("n", Label(name, ""))


def test_a_draft_begins_as_what_it_is_made_from(office: Workspace) -> None:
    draft = drawn(office)
    assert (draft.edition, draft.edits, draft.undone) == (draft.base, (), ())
    assert draft.base.source == SET
    assert draft.base.register == AGENCIES
    assert draft.to_hand_out() == SET
    with pytest.raises(Mendable, match="draft-there"):
        edition_draft.begin(office, SET, AGENCIES, NOW)


def test_every_step_is_there_when_the_desk_opens_again(office: Workspace) -> None:
    edition_draft.record(office, call("Một"), NOW)
    edition_draft.record(office, Retire("m"), NOW)
    before = drawn(office)
    office.close()
    with store.open_workspace(office.path) as again:
        assert drawn(again) == before
    assert before.edits == (call("Một"), Retire("m"))


def test_steps_are_undone_and_done_again_in_order(office: Workspace) -> None:
    for name in ("Một", "Hai", "Ba"):
        edition_draft.record(office, call(name), NOW)
    edition_draft.undo(office)
    edition_draft.undo(office)
    assert words(office)[0] == "Một"
    assert list(drawn(office).undone) == [call("Hai"), call("Ba")]
    edition_draft.redo(office)
    assert words(office)[0] == "Hai"
    edition_draft.record(office, call("Bốn"), NOW)
    assert drawn(office).edits == (call("Một"), call("Hai"), call("Bốn"))
    with pytest.raises(Mendable, match="nothing-to-redo"):
        edition_draft.redo(office)


def test_all_undone_is_what_it_was_made_from(office: Workspace) -> None:
    edition_draft.record(office, Retire("n"), NOW)
    edition_draft.undo(office)
    assert drawn(office).edition == drawn(office).base
    with pytest.raises(Mendable, match="nothing-to-undo"):
        edition_draft.undo(office)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(("undo", "redo", "Một", "Hai")), max_size=10))
def test_whatever_is_done_undone_and_done_again_is_where_it_should_be(steps: list[str]) -> None:
    done, undone = list[Reword](), list[Reword]()
    with TemporaryDirectory() as folder, store.create(Path(folder) / "o.rdesk", Office.HOME_AFFAIRS, "a", NOW) as desk:
        edition_draft.begin(desk, SET, AGENCIES, NOW)
        for step in steps:
            if step == "undo":
                if done:
                    undone.insert(0, done.pop())
                    edition_draft.undo(desk)
            elif step == "redo":
                if undone:
                    done.append(undone.pop(0))
                    edition_draft.redo(desk)
            elif edition_draft.record(desk, call(step), NOW):
                done, undone = [*done, call(step)], []
        draft = drawn(desk)
    assert (draft.edits, draft.undone) == (tuple(done), tuple(undone))
    assert (draft.edition.source, draft.edition.register) == (replayed(draft).source, AGENCIES)


def replayed(draft: Draft) -> Edition:
    """Return what the steps of a draft come to, done anew."""
    edition = draft.base
    for edit in draft.edits:
        edition = edit.apply_to(edition)
    return edition


def test_a_step_that_is_refused_or_changes_nothing_is_none(office: Workspace) -> None:
    with pytest.raises(Mendable, match="edition-gone"):
        edition_draft.record(office, Retire("x"), NOW)
    with pytest.raises(Mendable, match="reporter-unknown"):
        edition_draft.record(office, Assign(("n",), Reporter(agency="z")), NOW)
    assert not edition_draft.record(office, call("N"), NOW)
    assert not drawn(office).can_undo


def test_what_is_handed_out_follows_its_base_and_is_no_example(tmp_path: Path) -> None:
    example = {**SET, "format": catalogue_reading.RATES_FORMAT, "example": True}
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office:
        edition_draft.begin(office, example, AGENCIES, NOW)
        assert drawn(office).to_hand_out() == example
        edition_draft.record(office, call("Một"), NOW)
        own = catalogue_reading.parse(drawn(office).to_hand_out())
    assert own.follows == catalogue_reading.parse(example).digest
    assert not own.example
    assert own.indicators["n"].name.vi == "Một"


def test_no_new_indicator_gets_the_id_of_one_that_a_round_asked_for(tmp_path: Path) -> None:
    with store.create(tmp_path / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office:
        older = builders.plan(source(indicator("cu")))
        roundbook.open_round(office, older, (), builders.key(), NOW)
        edition_draft.begin(office, SET, AGENCIES, NOW)
        edition_draft.record(office, AddIndicator("1", Label("Cũ", ""), Reporter(group="all")), NOW)
        assert "cu-2" in drawn(office).edition.indicators


def test_a_discarded_draft_is_gone_and_another_can_begin(office: Workspace) -> None:
    edition_draft.record(office, Retire("n"), NOW)
    edition_draft.discard(office)
    assert edition_draft.current(office) is None
    assert not edition_draft.discard(office)
    with pytest.raises(Mendable, match="no-draft"):
        edition_draft.record(office, Retire("n"), NOW)
    template = founding.template_indicators().source
    edition_draft.begin(office, template, AGENCIES, NOW)
    assert drawn(office).base.source == template
    assert not drawn(office).can_redo


@pytest.mark.parametrize(
    "damage", ["{", "[]", "7", "{}", "[" * 100_000, '{"catalogue": {}, "register": [], "taken": []}']
)
def test_a_damaged_draft_is_refused_and_can_be_discarded(damage: str, office: Workspace) -> None:
    edition_draft.record(office, call("Một"), NOW)
    with office.atomic():
        office.db.execute("UPDATE edition_draft SET edition = :damage", {"damage": damage})
    with pytest.raises(Refused):
        edition_draft.current(office)
    assert edition_draft.discard(office)
    assert edition_draft.current(office) is None
