"""Every attack on the path between an agency and Home Affairs, what the attacker does and what must happen.

A test in one of ``test_*_attacks.py`` performs a row on real files and real workspaces, and says so by
:func:`performs`; ``test_table.py`` asserts that no row is without its test and no test without its row.
``tuf`` is what The Update Framework (specification 1.0, 1.5.2) calls the attack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_Test = TypeVar("_Test", bound=Callable[..., None])


class Must(StrEnum):
    """What must happen."""

    REFUSED = "refused by name; nothing of it is kept"
    HARMLESS = "refused, or reads exactly as the original did"
    WAITS = "waits, with its reason named, and does not count"
    KNOWN = "known already; changes nothing"
    TAKEN = "taken for what it is, and no more"
    ONE_STATE = "one merged state, whatever the order and the repetitions"


@dataclass(frozen=True)
class Attack:
    """A row: ``does`` is one sentence; ``codes`` are the refusals or reasons one of which names the attack."""

    id: str
    does: str
    must: Must
    codes: tuple[str, ...] = ()
    tuf: str = ""


_HARMED, _STRANGE, _LARGE = "damaged-container", "strange-entry", "too-large"
_DIFFERS, _UNSIGNED = "manifest-mismatch", "not-signed"
_FALSE, _OTHER, _WEAK = "signature-invalid", "signature-mismatch", "signature-weak"
_DOCUMENT, _FOREIGN = "invalid-document", ("not-ours", "not-ours-looks-like", "empty-file")
R, W, H = Must.REFUSED, Must.WAITS, Must.HARMLESS
_PARTS = (_STRANGE, _DIFFERS, _UNSIGNED, *_FOREIGN)

_BYTES = (
    Attack("byte-flipped", "Changes a single byte of the file, at every place and in several ways.", H),
    Attack(
        "byte-inside",
        "Changes a single byte of a part, at every place, and packs it again with right checksums.",
        R,
        (_DIFFERS, _FALSE, _OTHER, _WEAK, _STRANGE, *_FOREIGN),
    ),
    Attack(
        "digest-mended",
        "Changes the document or the evidence at every place and writes the new digest into the manifest.",
        R,
        (_OTHER,),
        tuf="arbitrary software",
    ),
    Attack("cut", "Cuts the file off after every byte.", R, (_HARMED, *_FOREIGN)),
    Attack("trailing-bytes", "Puts bytes behind, before or between.", R, (_HARMED, *_FOREIGN)),
    Attack(
        "hidden-bytes", "Hides bytes where nobody looks, with all offsets right.", R, (_HARMED, _STRANGE, *_FOREIGN)
    ),
)

_ENTRIES = (
    Attack("entry-added", "Adds a file to the sealed ones.", R, _PARTS),
    Attack("entry-removed", "Takes any one of the files out.", R, _PARTS),
    Attack("entry-renamed", "Gives a file another name.", R, _PARTS),
    Attack("entry-twice", "Packs two files under one name, or two that differ in case alone.", R, (_STRANGE, _HARMED)),
    Attack("entries-reordered", "Puts the files in another order.", H),
    Attack("path-traversal", "Names a file ../x, /x, C:x or NUL, to be written elsewhere.", R, (_STRANGE,)),
    Attack("name-hidden", "Names a file with letters that look alike, or with control signs.", R, (_STRANGE, _HARMED)),
    Attack("link", "Stores a symbolic link, a folder or a device as a file.", R, (_STRANGE,)),
    Attack("encrypted-entry", "Encrypts an entry, so that a scanner sees nothing.", R, (_STRANGE,)),
    Attack("other-compression", "Packs with a method that few readers know.", R, (_STRANGE,)),
    Attack("headers-disagree", "Says one thing in the local header, another in the directory.", R, (_HARMED,)),
    Attack("overlap", "Lets entries share packed bytes, or lie within each other.", R, (_HARMED,)),
    Attack("zip-inside", "Slips a ZIP in beside the sealed files, or lists it as evidence.", H),
    Attack("bomb", "Packs a gigabyte into a megabyte.", R, (_LARGE, _HARMED), tuf="endless data"),
    Attack("bomb-in-memory", "Lets a gigabyte unfold in every part, also said to be small.", R, (_LARGE, _HARMED)),
    Attack("bomb-in-many", "Spreads the gigabyte over as many entries as are allowed.", R, (_LARGE,)),
    Attack("many-entries", "Packs 100,000 entries, openly or behind a smaller count.", R, (_LARGE, _HARMED)),
    Attack("endless-data", "Makes a part larger than anybody should read.", R, (_LARGE,), tuf="endless data"),
    Attack("endless-file", "Sends a file that is larger than any of ours.", R, (_LARGE,), tuf="endless data"),
    Attack("zip64", "Moves sizes, offsets and counts into ZIP64 fields and records.", R, (_HARMED, _LARGE)),
    Attack("data-descriptor", "Leaves the sizes to descriptors behind the entries.", R, (_HARMED, *_FOREIGN)),
    Attack("two-ends", "Gives the file two end records, each with a directory of its own.", R, (_HARMED,)),
    Attack("comments", "Hides data in comments or extra fields.", R, (_HARMED,)),
    Attack("several-disks", "Claims that the archive is one of several.", R, (_HARMED,)),
)

_MANIFEST = (
    Attack("xml-entities", "Declares entities in a manifest sealed with the agency's own key.", R, (_DIFFERS,)),
    Attack("xml-laughs", "Lets entities multiply a billion times.", R, (_DIFFERS,), tuf="endless data"),
    Attack("xml-external", "Points to files and addresses outside.", R, (_DIFFERS,), tuf="extraneous dependencies"),
    Attack("xml-encoding", "Hides all that in UTF-16, UTF-7 or another encoding.", R, (_DIFFERS,)),
    Attack("xml-deep", "Nests and repeats elements, attributes and namespaces by the thousand.", R, (_DIFFERS, _LARGE)),
    Attack("digest-downgrade", "Names SHA-1, MD5, SHA-512 or nothing as the method.", R, (_DIFFERS,)),
    Attack("manifest-names-less", "Seals a manifest that leaves a file out.", R, (_DIFFERS,)),
    Attack("manifest-names-more", "Names a file that is not there.", R, (_DIFFERS,), tuf="extraneous dependencies"),
    Attack("manifest-names-twice", "Names a file twice, with a true and a false digest.", R, (_DIFFERS,)),
    Attack("manifest-of-another", "Lets the manifest speak of another signature.", R, (_DIFFERS,)),
)

_SIGNATURE = (
    Attack("signature-stripped", "Takes away signature, manifest or both.", R, (_UNSIGNED,)),
    Attack("signature-swapped", "Puts in the signature of another sound file.", R, (_OTHER, _DIFFERS)),
    Attack("parts-mixed", "Puts parts of sound files together in every mixture.", H, tuf="mix-and-match"),
    Attack("foreign-key", "Seals with an own key under the agency's name.", W, ("key-unknown",), tuf="wrong key"),
    Attack("stolen-key", "Has one agency's key and seals for another.", W, ("key-unknown",), tuf="key compromise"),
    Attack("revoked-key", "Seals with a key that was revoked.", R, ("key-revoked",), tuf="key compromise"),
    Attack("handed-over-falsely", "Claims that a key was handed over.", R, ("key-change-invalid",)),
    Attack("certificate-swapped", "Puts another certificate beside a signature.", R, (_FALSE,), tuf="wrong key"),
    Attack("recovered-key", "Reckons and certifies the other key under which the signature holds.", R, (_FALSE,)),
    Attack("content-attached", "Puts content inside the signature.", R, (_FALSE,)),
    Attack("attributes-missing", "Signs the manifest itself, without signed attributes.", R, (_FALSE,)),
    Attack(
        "attributes-swapped", "Signs attributes that speak of another time, type or certificate.", R, (_FALSE, _OTHER)
    ),
    Attack("unsigned-additions", "Adds what nobody signed: attributes, certificates, lists.", R, (_FALSE,)),
    Attack("second-signer-info", "Puts a second signer into one signature.", R, (_FALSE,)),
    Attack("not-der", "Writes the same signature in another encoding.", H),
    Attack("signature-tail", "Appends values at every level of the signature.", R, (_FALSE, _OTHER, _WEAK)),
    Attack("malleable-value", "Turns the ECDSA value (r, s) into (r, n-s), which holds as well.", Must.KNOWN),
    Attack("degenerate-value", "Signs with r or s zero, negative, n or beyond.", R, (_FALSE,)),
    Attack("weak-digest", "Signs over SHA-1, MD5 or SHA-224.", R, (_WEAK, _FALSE)),
    Attack("weak-key", "Signs with RSA of 1024 bits, a small curve or another kind of key.", R, (_WEAK, _FALSE)),
    Attack("algorithm-confused", "Names another algorithm than was used.", R, (_WEAK, _FALSE, _OTHER)),
    Attack("signature-huge", "Fills the signature with a hundred thousand elements.", R, (_LARGE, _FALSE)),
    Attack("one-of-two-false", "Adds a second signature that does not hold.", R, (_FALSE, _OTHER)),
    Attack("one-key-twice", "Lets one key sign as officer and as head.", R, (_FALSE,)),
    Attack("second-stripped", "Takes the head's signature away.", W, ("approval-missing",)),
    Attack("second-foreign", "Adds a key of his own as the head's.", W, ("approver-unknown",)),
    Attack("reply-forged", "Sends the agency a receipt under Home Affairs' name.", R, ("office-key-differs",)),
    Attack("round-forged", "Sends the agency a round under Home Affairs' name.", R, ("office-key-differs",)),
)

_DOCUMENT_ROWS = (
    Attack("json-tricks", "Seals a document that readers read differently.", R, (_DOCUMENT, _LARGE)),
    Attack("json-letters", "Writes letters in other encodings, halves or compositions.", R, (_DOCUMENT,)),
    Attack("json-numbers", "Writes NaN, fractions, exponents, thousands of digits.", R, (_DOCUMENT,)),
    Attack("json-deep", "Nests a document by the thousand.", R, (_DOCUMENT,)),
    Attack("json-blanks", "Adds 20 MB of blanks.", R, (_LARGE,), tuf="endless data"),
    Attack(
        "json-wide", "Fills the largest document allowed with what grows most.", R, (_DOCUMENT,), tuf="endless data"
    ),
    Attack("other-kind", "Sends a round or a reply for a submission.", R, (_DOCUMENT, "not-a-submission")),
    Attack("evidence-unlisted", "Lists other evidence than there is.", R, (_DIFFERS, _DOCUMENT)),
    Attack("unknown-agency", "Answers for an agency that is not in the round.", R, ("unknown-agency",)),
    Attack("not-owed", "Answers what the agency does not owe.", R, ("not-owed-inside",)),
    Attack("value-impossible", "Answers what cannot be true, such as a negative count.", R, ("error-inside",)),
)

_MERGE = (
    Attack("replay", "Sends the same bytes, or the same content sealed again.", Must.KNOWN, tuf="replay"),
    Attack("any-order", "Brings revisions 1 to 4 in every order with repetitions.", Must.ONE_STATE),
    Attack("rollback", "Brings an older revision after a newer one.", Must.TAKEN, tuf="rollback"),
    Attack("held-back", "Holds the newest back and repeats an old one.", Must.KNOWN, tuf="indefinite freeze"),
    Attack("fork", "Brings two different successors of one revision.", W, ("fork",)),
    Attack("gap", "Keeps the revision before back.", W, ("gap",)),
    Attack("predecessor-false", "Names a predecessor that never was, or none.", W, ("gap",)),
    Attack(
        "replay-from-another-round", "Moves a submission to another round.", W, ("other-round", "gap"), tuf="replay"
    ),
    Attack("other-edition", "Answers a round that this office never opened.", R, ("unknown-round", "other-round")),
    Attack("older-issue", "Answers an issue of the round that was replaced.", W, ("older-round",)),
    Attack("clock-off", "Sets any of the clocks ten years off.", Must.TAKEN),
    Attack("history-cut", "Edits or cuts the history that submissions name.", W, ("history-broken",)),
    Attack("entered-by-an-agency", "Says under its own key that Home Affairs entered it.", W, ("key-unknown",)),
    Attack(
        "entered-and-own",
        "Says that it was entered on behalf, and what only an agency says of itself.",
        R,
        (_DOCUMENT,),
    ),
    Attack("own-by-the-office", "Seals an agency's own numbers with Home Affairs' key.", W, ("key-unknown",)),
    Attack("file-name", "Gives the file a path, markup or nothing for a name.", Must.TAKEN),
)

ATTACKS = {one.id: one for one in (*_BYTES, *_ENTRIES, *_MANIFEST, *_SIGNATURE, *_DOCUMENT_ROWS, *_MERGE)}
PERFORMED: dict[str, set[str]] = {}
"""The names of the tests that perform each attack; filled as they are imported."""


def performs(attack: str) -> Callable[[_Test], _Test]:
    """Say which row a test performs; ``KeyError`` where there is none."""
    row = ATTACKS[attack]

    def enter(test: _Test) -> _Test:
        PERFORMED.setdefault(row.id, set()).add(test.__name__)
        return test

    return enter
