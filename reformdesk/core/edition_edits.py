"""All edits of an edition under one roof, their JSON form, and doing them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import agency_edits, indicator_edits, table_edits, wired
from reformdesk.core.catalogue import Label
from reformdesk.core.edition import UNNAMED, Edit, Edition
from reformdesk.errors import Refused


@dataclass(frozen=True)
class Several(Edit):
    """Edits that are one step: all are done or none, and undone together. ``title`` says what they are."""

    edits: tuple[Edit, ...]
    title: Label = UNNAMED

    def apply_to(self, edition: Edition) -> Edition:
        """Return the edition with all of them done."""
        for edit in self.edits:
            edition = edit.apply_to(edition)
        return edition


EDITS: tuple[type[Edit], ...] = tuple(
    kind
    for module in (table_edits, indicator_edits, agency_edits)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Edit) and kind is not Edit
)
"""Every kind of edit but :class:`Several`, which is made of these."""


def apply(edition: Edition, edit: Edit) -> Edition:
    """Return the edition with an edit done; raises ``Mendable`` with the reason where it cannot be."""
    return edit.apply_to(edition)


def name_of(kind: type[Edit]) -> str:
    """Return what a kind of edit is called in JSON: ``AddRow`` is ``add-row``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()


_BY_NAME = {name_of(kind): kind for kind in EDITS}


def to_wire(edit: Edit) -> dict[str, Any]:
    """Return an edit in its JSON form."""
    if isinstance(edit, Several):
        title = {"title": wired.to_wire(edit.title)} if edit.title.vi else {}
        return {"edit": "several", **title, "edits": [to_wire(one) for one in edit.edits]}
    return {"edit": name_of(type(edit)), **wired.to_wire(edit)}


def from_wire(wire: Mapping[str, Any]) -> Edit:
    """Read an edit from its JSON form. Raises ``Refused('invalid-edit')``."""
    try:
        if wire["edit"] == "several":
            title = wired.from_wire(Label, wire.get("title", {"vi": "", "en": ""}))
            return Several(tuple(from_wire(one) for one in wire["edits"]), title)
        kind = _BY_NAME[wire["edit"]]
        return wired.from_wire(kind, {name: value for name, value in wire.items() if name != "edit"})
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        raise Refused("invalid-edit", detail=str(problem)) from problem
