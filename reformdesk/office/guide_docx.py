"""One page for an agency's officer who gets a round and the program for the first time, in either language."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from reformdesk.core.rounds import Round
from reformdesk.office.decree30 import paragraph, set_base

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_HANGING = Mm(7)
_BEHIND = " | "
"""Stands between what to do and how."""

# the title, when it is due, the steps, what where the program does not run, whom to ask
_VIETNAMESE = """
Hướng dẫn báo cáo số liệu bằng ReformDesk

Hạn gửi: {deadline}

Cài chương trình một lần. | Nhấp đúp tệp ReformDesk-…-setup.exe; không cần quyền quản trị, không cần mạng. Máy không
cho cài thì giải nén ReformDesk-…-portable.zip và chạy từ đó.

Mở tệp đợt báo cáo. | Nhấp đúp {file}, hoặc kéo thả vào cửa sổ chương trình. Tệp {file}.zip có nội dung như nhau, dùng
khi thư điện tử hoặc Zalo chặn tệp lạ; không cần giải nén.

So mã đối chiếu, chọn đơn vị. | Mã chương trình hiện ra phải là {code}, như trong công văn của {office}. Khác mã: dừng
lại, gọi cho {office}. Đúng mã: chọn đơn vị mình, bấm “Đây là đơn vị tôi”.

Nhập số liệu. | Chỉ thấy chỉ tiêu được giao. Enter xuống ô dưới; gõ số như vẫn viết (1.234,5); có thể dán cả cột từ
Excel. Ô trống là chưa nhập, không phải số 0. Chưa có số thì chọn Chưa thực hiện, Đang triển khai hoặc Không áp dụng.
Mỗi ô được lưu ngay.

Kiểm tra. | Chương trình nêu ô còn trống và số bất thường. Số đúng mà khác thường: ghi một câu giải trình tại ô đó.

Hoàn tất và xuất tệp nộp. | Lần đầu tự đặt mật khẩu: ghi lại, cất nơi an toàn, không ai lấy lại được. {head}In phụ lục,
trình ký, đóng dấu.

Gửi tệp nộp cho {office} | qua thư điện tử, Zalo hoặc USB, trước hạn. Gửi lại cùng một tệp cũng không sao.

Mở tệp trả lời của {office}. | Phiếu tiếp nhận là bằng chứng đã gửi đúng hạn. Nếu bị trả lại, chương trình mở đúng các ô
cần sửa; sửa xong thì hoàn tất và gửi lại. Tự thấy sai số: cũng sửa và gửi bản đính chính như vậy.

Máy không chạy được chương trình? | Điền biểu Excel của đơn vị trong thư mục {forms} (không thêm, bớt dòng cột), rồi đưa
vào chương trình trên một máy khác.

Trong chương trình, bấm F1 để xem hướng dẫn. Vướng mắc: {office}, {contact}
"""
_ENGLISH = """
How to report figures with ReformDesk

Due: {deadline}

Install the program once. | Double-click ReformDesk-…-setup.exe; it needs no administrator and no network. Where nothing
may be installed, unpack ReformDesk-…-portable.zip and run it from there.

Open the round file. | Double-click {file}, or drop it on the program's window. {file}.zip is the same file, for mail
that blocks unknown types; it need not be unpacked.

Compare the matching code, choose your agency. | The code on the screen must be {code}, as in the letter from the
{office}. If it differs, stop and telephone. If it agrees, choose your agency and press “This is us”.

Enter the figures. | You see only what is assigned to you. Enter goes down; type numbers as they are written here
(1.234,5); a whole column can be pasted from Excel. An empty field is not a zero. Where there is no figure yet, choose
Not yet carried out, In progress or Not applicable. Every field is saved at once.

Check. | The program names empty fields and unusual figures. If an unusual figure is right, explain it in a sentence at
the field.

Finish and export. | The first time you choose a passphrase: write it down and keep it safe, nobody can recover it.
{head}Print the annex and have it signed and stamped.

Send the submission to the {office} | by e-mail, Zalo or USB stick before the deadline. Sending it twice does no harm.

Open the reply from the {office}. | The receipt proves that you were in time. A return opens the fields in question;
mend them, finish, and send again. If you find an error of your own, correct it in the same way.

The program does not run on your machine? | Fill in your agency's Excel form in the folder {forms} (add or remove no
rows or columns), then take it into the program on another machine.

In the program F1 opens the guide. Questions: {office}, {contact}
"""
_HEAD = {
    "vi": "Thủ trưởng đơn vị xác nhận thêm bằng mật khẩu riêng. ",
    "en": "The head of your agency approves with a passphrase of their own. ",
}
_PAGES = {"vi": _VIETNAMESE, "en": _ENGLISH}
LANGUAGES = tuple(_PAGES)


def guide(round_: Round, code: str, forms: str, language: str) -> bytes:
    """Return the page as .docx bytes.

    ``code`` is the matching code of the key that sealed the round file, ``forms`` the folder in which the
    agencies' Excel forms lie.
    """
    office = round_.by_id[round_.office]
    facts = {
        "file": f"{round_.id}.rdround",
        # a code is read aloud as one: no line ends within it
        "code": code.replace(" ", "\N{NO-BREAK SPACE}"),
        "office": office.text(language),
        "head": _HEAD[language] if round_.signatures > 1 else "",
        "forms": forms,
        "contact": office.contact or round_.province,
        "deadline": f"{round_.deadline:%d/%m/%Y}",
    }
    title, due, *steps, without, questions = (
        " ".join(one.split()).format(**facts) for one in _PAGES[language].strip().split("\n\n")
    )
    word = Document()
    word.core_properties.title = title
    word.core_properties.author = facts["office"]
    set_base(word, across=False)
    paragraph(word, title.upper(), size=14, bold=True, align=_CENTRE)
    paragraph(word, round_.title.text(language), size=13, align=_CENTRE)
    paragraph(word, due, size=13, bold=True, align=_CENTRE, after=8)
    for place, step in enumerate(steps, 1):
        _step(word, f"{place}. {step}")
    _step(word, without)
    paragraph(word, questions, size=12, italic=True, before=6)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _step(word: WordDocument, step: str) -> None:
    do, how = step.split(_BEHIND)
    added = word.add_paragraph()
    added.paragraph_format.left_indent, added.paragraph_format.first_line_indent = _HANGING, -_HANGING
    added.paragraph_format.space_after = Pt(4)
    first, rest = added.add_run(do), added.add_run(f" {how}")
    first.bold = True
    first.font.size = rest.font.size = Pt(12)
