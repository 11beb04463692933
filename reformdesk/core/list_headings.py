"""The columns that a list of agencies or of indicators may have, and the words that stand in them.

They are printed in workbooks and read from them, in the two languages of the interface at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from reformdesk.core.catalogue import Consolidation, Kind, Label, Nature
from reformdesk.core.listed_rows import Column
from reformdesk.core.text import fold

Value = TypeVar("Value", bound=StrEnum)

GROUPS: Mapping[str, Label] = {
    "departments": Label("Sở, ban, ngành", "Departments and sectors"),
    "districts": Label("Cấp huyện", "Districts"),
    "communes": Label("Cấp xã", "Communes"),
}
"""The groups that the program knows by itself, by their ids."""

EVERYONE = Label("Mọi đơn vị", "All agencies")

KINDS: Mapping[Kind, Label] = {
    Kind.COUNT: Label("Số nguyên", "Whole number"),
    Kind.DECIMAL: Label("Số thập phân", "Decimal number"),
    Kind.PERCENT: Label("Tỷ lệ %", "Rate %"),
    Kind.RATE_OR_BLOCKS: Label("Tỷ lệ % từng khối", "Rate %, or one per block"),
    Kind.MARK: Label("x / 0", "Held: x / 0"),
    Kind.TEXT: Label("Bằng chữ", "Words"),
}
NATURES: Mapping[Nature, Label] = {
    Nature.FLOW: Label("Trong kỳ", "Over the period"),
    Nature.STOCK: Label("Đến ngày chốt", "On the day"),
}
CONSOLIDATIONS: Mapping[Consolidation, Label] = {
    Consolidation.SOLE: Label("Một đơn vị", "One agency"),
    Consolidation.SUM: Label("Cộng dồn", "Sum"),
    Consolidation.MEAN: Label("Bình quân", "Mean"),
    Consolidation.ANY: Label("Ghép lại", "Together"),
    Consolidation.RATE: Label("Tự tính từ tử số, mẫu số", "Computed from its parts"),
}
_ALSO: Mapping[str, tuple[str, ...]] = {
    Kind.COUNT: ("so dem", "so luong", "count"),
    Kind.DECIMAL: ("thap phan", "so le"),
    Kind.PERCENT: ("ty le", "ti le", "ti le %", "ty le (%)", "%", "phan tram", "percent", "rate", "rate (%)"),
    Kind.RATE_OR_BLOCKS: ("ty le, hoac theo khoi", "rate, or one per block"),
    Kind.MARK: ("x/0", "co x khong 0", "co hoac khong: x / 0", "x", "danh dau", "mark", "mark: x / 0"),
    Kind.TEXT: ("bang loi", "chu", "loi", "van ban", "text"),
    Nature.FLOW: ("thoi ky", "phat sinh", "phat sinh trong ky"),
    Nature.STOCK: ("tai thoi diem", "thoi diem", "cuoi ky", "den ngay chot so lieu"),
    Consolidation.SUM: ("cong", "tong", "tong cong", "cong don cac don vi"),
    Consolidation.MEAN: ("trung binh", "trung binh cong", "binh quan cac don vi", "average"),
    Consolidation.SOLE: ("mot don vi bao cao", "cua mot don vi", "giu nguyen", "one agency's"),
    Consolidation.ANY: ("co o it nhat mot don vi", "co don vi nao", "gop", "held by any"),
    Consolidation.RATE: (
        "ty le",
        "ti le",
        "tu so/mau so",
        "tu so / mau so",
        "tu tinh",
        "tinh tu tu so, mau so",
        "ty le tu tinh",
        "computed rate",
    ),
}
"""Other words for them, folded."""


def values_of(labels: Mapping[Value, Label]) -> dict[str, str]:
    """Return by folded words what they stand for; the value itself is one of them."""
    found: dict[str, str] = {}
    for meant, label in labels.items():
        words = (str(meant), fold(label.vi), fold(label.en), *_ALSO.get(meant, ()))
        found |= dict.fromkeys(words, str(meant))
    return found


AGENCY_COLUMNS = (
    Column("number", Label("STT", "No."), Label("Không đọc", "Not read"), ("tt", "so tt", "so thu tu"), width=6),
    Column(
        "id",
        Label("Mã", "Id"),
        Label(
            "Mã không đổi của đơn vị, chữ thường không dấu. Để trống thì nhận ra theo tên; đơn vị mới được đặt mã.",
            "The agency's lasting id in plain small letters. Blank: it is known by its name; a new one gets an id.",
        ),
        ("ma co quan", "ma don vi", "code"),
        width=24,
    ),
    Column(
        "name",
        Label("Tên đơn vị", "Agency"),
        Label(
            "Tên đầy đủ. Đơn vị đổi tên có hai dòng cùng mã: tên cũ và tên mới, mỗi dòng có ngày.",
            "The full name. An agency that was renamed has two rows with one id: the old and the new name, with days.",
        ),
        (
            "ten co quan",
            "co quan",
            "don vi",
            "ten",
            "ten co quan, don vi",
            "ten don vi bao cao",
            "don vi bao cao",
            "name",
        ),
        needed=True,
        width=40,
    ),
    Column("name_en", Label("Tên tiếng Anh", "English name"), Label("Nếu có", "Where there is one"), width=40),
    Column(
        "group",
        Label("Nhóm", "Group"),
        Label(
            "Nhóm báo cáo; nhiều nhóm thì cách nhau bằng dấu chấm phẩy. Ai cũng thuộc nhóm chung.",
            "The group that it reports in; several with semicolons between. Everyone is in the group of all.",
        ),
        ("khoi", "nhom don vi", "nhom co quan", "cap"),
        needed=True,
        choices=tuple(GROUPS.values()),
        width=20,
    ),
    Column(
        "since",
        Label("Từ ngày", "From"),
        Label(
            "Ngày đầu tiên đúng như dòng này (ngày/tháng/năm). Để trống: từ trước đến nay.",
            "The first day on which the row is so (day/month/year). Blank: it has always been.",
        ),
        ("ngay thanh lap", "hoat dong tu ngay", "hoat dong tu", "since"),
        width=14,
    ),
    Column(
        "until",
        Label("Đến hết ngày", "Until"),
        Label(
            "Ngày cuối cùng còn đúng như dòng này. Để trống: đến nay vẫn vậy.",
            "The last day on which the row is so. Blank: it still is.",
        ),
        ("den ngay", "het ngay", "ngay ket thuc", "ket thuc hoat dong", "to"),
        width=14,
    ),
    Column(
        "successor",
        Label("Đơn vị tiếp nhận", "Taken over by"),
        Label(
            "Tên hoặc mã đơn vị nhận toàn bộ nhiệm vụ sau ngày kết thúc. Chia theo chức năng thì ghi ở trang Kế thừa.",
            "Name or id of who took over all its tasks after its end. Divided by function: see the sheet Succession.",
        ),
        ("co quan tiep nhan", "don vi ke thua", "co quan ke thua", "sap nhap vao", "ke thua", "successor"),
        width=36,
    ),
    Column(
        "contact",
        Label("Liên hệ", "Contact"),
        Label("Người, phòng, điện thoại", "Who, which room, telephone"),
        ("dau moi", "dau moi lien he", "dien thoai", "so dien thoai", "thong tin lien he"),
        width=32,
    ),
)

SUCCESSION_COLUMNS = (
    Column(
        "before",
        Label("Đơn vị trước sắp xếp", "Predecessor"),
        Label("Tên hoặc mã", "Name or id"),
        ("co quan truoc sap xep", "don vi cu", "co quan cu", "don vi truoc", "tu don vi"),
        needed=True,
        width=36,
    ),
    Column(
        "after",
        Label("Đơn vị tiếp nhận", "Taken over by"),
        Label("Tên hoặc mã", "Name or id"),
        ("co quan tiep nhan", "don vi ke thua", "co quan ke thua", "don vi moi", "co quan moi", "successor"),
        needed=True,
        width=36,
    ),
    Column(
        "on",
        Label("Từ ngày", "From"),
        Label("Ngày đầu tiên của nơi nhận", "The first day on which the successor does it"),
        ("ngay", "ngay tiep nhan", "ke tu ngay", "since", "on"),
        needed=True,
        width=14,
    ),
    Column(
        "indicators",
        Label("Chỉ tiêu chuyển giao", "Indicators handed over"),
        Label(
            "Mã hoặc tên các chỉ tiêu, mỗi chỉ tiêu một dòng hoặc cách nhau bằng dấu chấm phẩy. Để trống: tất cả.",
            "Ids or names of the indicators, one a line or with semicolons between. Blank: all of them.",
        ),
        ("chi tieu", "nhiem vu chuyen giao", "chi tieu ban giao"),
        width=50,
    ),
)

INDICATOR_COLUMNS = (
    Column(
        "id",
        Label("Mã chỉ tiêu", "Id"),
        Label(
            "Mã không đổi của chỉ tiêu. Để trống thì nhận ra theo biểu và tên; chỉ tiêu mới được đặt mã.",
            "The indicator's lasting id. Left blank, it is known by table and name; a new one gets an id.",
        ),
        ("ma", "code"),
        width=26,
    ),
    Column(
        "table",
        Label("Biểu", "Table"),
        Label("Số của biểu, như 1 hoặc 4.1", "The table's number, such as 1 or 4.1"),
        ("bieu so", "bang", "bang so"),
        needed=True,
        width=8,
    ),
    Column(
        "title",
        Label("Tên biểu", "Table title"),
        Label("Chỉ cần ghi ở dòng đầu của biểu", "Only needed in the table's first row"),
        ("ten bang",),
        width=26,
    ),
    Column(
        "area",
        Label("Lĩnh vực", "Area"),
        Label("Số hoặc tên lĩnh vực; chỉ cần cho biểu mới", "Number or title of the area; only for a new table"),
        width=16,
    ),
    Column(
        "number",
        Label("STT", "No."),
        Label("Số in trước chỉ tiêu; gạch đầu dòng thì ghi -", "The number printed before it; - for a dash"),
        ("tt", "so tt", "so thu tu", "so", "number"),
        needed=True,
        width=8,
    ),
    Column(
        "name",
        Label("Tên chỉ tiêu", "Indicator"),
        Label("Như in trên biểu", "As the table prints it"),
        ("chi tieu", "noi dung", "nhiem vu/tieu chi", "ten", "name"),
        needed=True,
        width=52,
    ),
    Column(
        "full_name",
        Label("Tên đầy đủ", "Full name"),
        Label("Khi tên in trên biểu không đứng một mình được", "Where the printed name does not stand by itself"),
        ("ten day du cua chi tieu",),
        width=40,
    ),
    Column("name_en", Label("Tên tiếng Anh", "English name"), Label("Nếu có", "Where there is one"), width=36),
    Column(
        "level",
        Label("Bậc", "Depth"),
        Label(
            "0 là bậc ngoài cùng. Để trống thì suy ra từ STT của chỉ tiêu mới.",
            "0 is outermost. Blank: concluded from a new one's number.",
        ),
        ("cap", "muc", "level"),
        width=7,
    ),
    Column(
        "kind",
        Label("Loại số liệu", "Kind of figure"),
        Label("Dòng chỉ là tiêu đề thì để trống", "Blank for a row that is a heading alone"),
        ("loai", "kieu", "kieu so lieu", "kind"),
        needed=True,
        choices=tuple(KINDS.values()),
        width=18,
    ),
    Column(
        "unit", Label("Đơn vị tính", "Unit"), Label("Như: văn bản, người, %", "Such as: people, %"), ("dvt",), width=14
    ),
    Column(
        "unit_en",
        Label("Đơn vị tính tiếng Anh", "English unit"),
        Label("Nếu có", "Where there is one"),
        width=14,
    ),
    Column(
        "nature",
        Label("Cách tính", "Counted"),
        Label(
            "Đếm trong kỳ, hay có tại thời điểm chốt số liệu", "Counted over the period, or there on the cut-off day"
        ),
        ("tinh chat", "thoi diem/thoi ky", "nature"),
        choices=tuple(NATURES.values()),
        width=16,
    ),
    Column(
        "reporter",
        Label("Đơn vị báo cáo", "Reported by"),
        Label("Tên hoặc mã của một đơn vị, hoặc một nhóm", "Name or id of one agency, or a group"),
        ("don vi tong hop, bao cao", "don vi tong hop", "co quan bao cao", "nguoi bao cao", "reporter"),
        needed=True,
        width=30,
    ),
    Column(
        "consolidation",
        Label("Cách tổng hợp", "Consolidated by"),
        Label(
            "Để trống: một đơn vị thì giữ nguyên, nhiều đơn vị thì cộng dồn số, bình quân tỷ lệ.",
            "Blank: one agency's as it is; of several counts add up and rates give their mean.",
        ),
        ("tong hop", "cach tong hop toan tinh", "consolidation"),
        choices=tuple(CONSOLIDATIONS.values()),
        width=20,
    ),
    Column(
        "weight",
        Label("Trọng số", "Weight"),
        Label(
            "Mã hoặc tên chỉ tiêu làm trọng số khi lấy bình quân",
            "Id or name of the indicator that a mean is weighted by",
        ),
        ("quyen so",),
        width=26,
    ),
    Column(
        "numerator",
        Label("Tử số", "Numerator"),
        Label("Mã hoặc tên chỉ tiêu, khi tỷ lệ được tính", "Id or name of an indicator, where a rate is computed"),
        width=26,
    ),
    Column(
        "denominator",
        Label("Mẫu số", "Denominator"),
        Label("Mã hoặc tên chỉ tiêu, khi tỷ lệ được tính", "Id or name of an indicator, where a rate is computed"),
        width=26,
    ),
    Column(
        "digits",
        Label("Số chữ số", "Digits"),
        Label("Ít nhất bao nhiêu chữ số: 2 thì in 07", "At least how many digits: 2 prints 07"),
        width=9,
    ),
    Column(
        "retire",
        Label("Thôi dùng", "Retired"),
        Label("x: chỉ tiêu không còn được hỏi", "x: it is asked for no more"),
        ("bo", "ngung", "retire"),
        width=10,
    ),
)
