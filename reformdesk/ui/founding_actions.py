"""Making Home Affairs' workspace of what was laid out, on the worker that will keep it."""

from __future__ import annotations

from collections.abc import Callable

from reformdesk.core import founding, second_place
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.first_round.wizard import SetUp


def found(made: SetUp) -> Callable[[], Workspace]:
    """Make the workspace, with its second place where one was chosen."""

    def make() -> Workspace:
        workspace = founding.found(made.path, made.province, made.agencies, now(), made.indicators)
        try:
            second_place.choose(workspace, made.second)
        except BaseException:
            workspace.close()
            raise
        return workspace

    return make
