"""Home Affairs' newest round on its last day: one agency in each state that wants attention."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reformdesk.core import decisions, judgement, merged, store
from reformdesk.core.returns import Return
from tests.demo import AGENCY, LATER, NEWEST


@dataclass(frozen=True)
class Situation:
    """Home Affairs' newest round with one agency in each state that wants attention; the others are in."""

    path: Path
    missing: str = "so-xay-dung"
    waiting: str = "so-y-te"
    returned: str = AGENCY
    words: str = "Xem lại số liệu mục 1."


def put_into_situation(office: Path) -> Situation:
    """Make one agency missing, one waiting and one returned in a workspace of Home Affairs."""
    made = Situation(office)
    with store.open_workspace(office) as workspace:
        with workspace.atomic():
            for table in ("standing", "files"):
                workspace.db.execute(f"DELETE FROM {table} WHERE round = ? AND agency = ?", (NEWEST, made.missing))
            workspace.db.execute("DELETE FROM pins WHERE subject = ?", (made.waiting,))
        judgement.rejudge(workspace, NEWEST, made.waiting)
        returned = next(one for one in merged.received(workspace, NEWEST) if one.agency == made.returned)
        decisions.send_back(workspace, returned.digest, Return(made.words), "", LATER)
    return made
