"""Home Affairs on the last day: keys that nobody has compared, more time for some, an arrival that was corrected."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from reformdesk.core import deadlines, decisions, journal, judgement, merged, receiving, store
from tests.demo import LATER, NEWEST

UNTIL = date(2024, 7, 9)
WHY = "Mất điện trên diện rộng sau bão số 2"
OFFICER = "Lê Thị Lan"
PROVISIONAL = "so-y-te"
"""What counts already, provisionally."""
WAITING = ("so-tai-chinh", "so-cong-thuong", "so-van-hoa-the-thao-va-du-lich", "thanh-tra-tinh")
EXTENDED = "so-xay-dung"
CORRECTED = "so-tu-phap"


def put_on_last_day(path: Path) -> None:
    """Let it be the last day in a workspace of Home Affairs, at which an officer sits."""
    with store.open_workspace(path) as workspace:
        journal.name_officer(workspace, OFFICER)
        for agency in (PROVISIONAL, *WAITING):
            with workspace.atomic():
                workspace.db.execute("DELETE FROM pins WHERE subject = :agency", {"agency": agency})
            judgement.rejudge(workspace, NEWEST, agency)
        newest = {one.agency: one for one in merged.received(workspace, NEWEST)}
        decisions.accept_provisionally(workspace, newest[PROVISIONAL].digest, OFFICER, LATER)
        deadlines.extend(workspace, NEWEST, (EXTENDED, PROVISIONAL), UNTIL, WHY, OFFICER, LATER)
        one = newest[CORRECTED]
        came = datetime.fromisoformat(one.received_at).replace(hour=1)
        receiving.correct(workspace, one.digest, (came, "paper"), "Văn thư nhận buổi sáng", OFFICER, LATER)
