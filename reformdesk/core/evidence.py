"""The evidence that came with a submission: signed papers, and whether they say what the submission says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reformdesk.core.submission import Attachment
from reformdesk.errors import Refused
from reformdesk.exchange.payload import SubmissionDocument, content_digest
from reformdesk.exchange.verification import Verified

if TYPE_CHECKING:
    from reformdesk.exchange.pades import PdfSignature

PDF = b"%PDF-"
SIGNED_FORM, SIGNED_FORM_TITLE = "bieu-da-ky.pdf", "Biểu số liệu đã ký số"
"""The signed form's name in the container, and what it is called there."""


@dataclass(frozen=True)
class Paper:
    """A PDF that came along: who signed it, and whether it bears the digest of these very answers.

    ``problem`` says why its signatures cannot be believed; ``digest`` is empty for a paper that is
    no printed form.
    """

    name: str
    title: str
    signatures: tuple[PdfSignature, ...]
    digest: str
    agrees: bool
    problem: Refused | None = None


def examine(name: str, title: str, content: bytes, expected: str) -> Paper:
    """Check one PDF against the content digest that the answers have."""
    from reformdesk.exchange import pades

    try:
        signed = pades.check(content)
    except Refused as problem:
        return Paper(name, title, (), "", agrees=False, problem=problem.kept())
    return Paper(name, title, signed.signatures, signed.digest, agrees=signed.digest == expected)


def attach(content: bytes, expected: str) -> tuple[Paper, Attachment]:
    """Take the signed form of answers whose content digest is ``expected``, to go out with them.

    Raises :class:`Refused`: what :func:`reformdesk.exchange.pades.check` raises, ``pdf-other-figures``.
    """
    paper = examine(SIGNED_FORM, SIGNED_FORM_TITLE, content, expected)
    if paper.problem is not None:
        raise paper.problem
    if not paper.agrees:
        raise Refused("pdf-other-figures")
    return paper, Attachment(SIGNED_FORM, SIGNED_FORM_TITLE, content)


def papers(verified: Verified) -> tuple[Paper, ...]:
    """Return the PDFs in a sound submission that are, or should be, its signed form; each checked."""
    document = verified.document
    if not isinstance(document, SubmissionDocument):
        return ()
    expected = content_digest(document)
    listed = {one["name"]: one for one in document.attachments}
    examined = [
        (listed[name], examine(name, listed[name]["title"], content, expected))
        for name, content in verified.attachments.items()
        if content.startswith(PDF)
    ]
    # evidence of one indicator is no form, and need not be signed; no more need the source of an entry
    own = document.on_behalf is None
    return tuple(paper for line, paper in examined if paper.digest or (own and "indicator" not in line))
