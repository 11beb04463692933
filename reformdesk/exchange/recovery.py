"""A recovery in ``reply.json``: what puts one agency's lost desk back.

The reply brings files as they were sealed: the rounds, the agency's last accepted submission of each,
with the older issue of the round where it answers one, and the reply to it. They are attached, so that
the one seal of Home Affairs covers them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reformdesk.errors import Refused

RECOVERY = "recovery"
"""The type of a reply's item that is one."""

MOST_ROUNDS = 40
MOST_BYTES = 30 * 1024 * 1024
"""Of all that is attached; below what a container may hold."""


def require_whole(reply: Mapping[str, Any]) -> None:
    """Require that a recovery stands alone in its reply, and that exactly what it names is attached.

    Raises ``Refused('invalid-document')``.
    """
    named: list[str] = []
    for item in reply["items"]:
        if item["type"] == RECOVERY:
            if len(reply["items"]) > 1:
                raise Refused("invalid-document", where="items")
            named += [name for one in item["rounds"] for name in _files_of(one)]
            if reply["round"]["id"] != item["rounds"][-1]["round"]:
                raise Refused("invalid-document", where="round")
    attached = [str(one["name"]) for one in reply.get("attachments", ())]
    if len(set(named)) != len(named) or sorted(attached) != sorted(named):
        raise Refused("invalid-document", where="attachments")


def _files_of(recovered: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the files that a recovered round brings."""
    yield str(recovered["file"])
    if "submission" in recovered:
        yield str(recovered["submission"]["file"])
        yield str(recovered["submission"]["reply"])
        if "issue" in recovered["submission"]:
            yield str(recovered["submission"]["issue"])
