"""What lies between two totals, as the printed report says it; like its tables it speaks Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence

from reformdesk.core.breaks import Reorganised
from reformdesk.core.organisation import Agency
from reformdesk.core.reporting_names import COMMUNES, DEPARTMENTS, DISTRICTS, KNOWN_GROUPS
from reformdesk.core.rounds import Break
from reformdesk.core.seams import Seam
from reformdesk.core.text import lower_first, vietnamese_day

_CHANGED = {
    Break.KIND: "loại số liệu thay đổi",
    Break.UNIT: "đơn vị tính thay đổi",
    Break.NATURE: "trước và sau không cùng tính tại thời điểm hay theo kỳ",
    Break.CONSOLIDATION: "cách tổng hợp thay đổi",
    Break.RATE: "cách tính tỷ lệ thay đổi",
}
_OTHER_BLOCKS = "các khối được khảo sát thay đổi"
_IN_GROUP = {DEPARTMENTS: "sở, ngành", DISTRICTS: "đơn vị cấp huyện", COMMUNES: "đơn vị cấp xã"}
_ANYBODY = "đơn vị"


def said(seam: Seam) -> str:
    """Return the sentence for a seam."""
    later = lower_first(seam.later.title.vi)
    if seam.broken is not None:
        changed = _OTHER_BLOCKS if seam.rates_other_blocks else _CHANGED[seam.broken]
        return f"Chuỗi số liệu bị gián đoạn từ {later}: {changed}."
    if seam.reorganised is None:
        return ""
    told = reorganised(seam.reorganised)
    return f"Chuỗi số liệu bị gián đoạn từ {later}: {told}." if seam.parts_series else f"Từ {later}, {told}."


def reorganised(one: Reorganised) -> str:
    """Return who reports and who did before, as part of a sentence."""
    before, now = counted(one.before), counted(one.now)
    day = f" ngày {vietnamese_day(one.on)}" if one.on is not None else " đó"
    return f"số liệu do {now} báo cáo (trước{day}: {before})"


def counted(agencies: Sequence[Agency]) -> str:
    """Return how many agencies they are, of which group; a single one by its name."""
    if len(agencies) == 1:
        return agencies[0].name
    return f"{len(agencies)} {_IN_GROUP.get(group_of(agencies), _ANYBODY)}"


def group_of(agencies: Sequence[Agency]) -> str:
    """Return the group with a name of its own that all of them are in, empty for none."""
    return next((group for group in KNOWN_GROUPS if all(group in one.groups for one in agencies)), "")
