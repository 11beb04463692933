"""Ways to change a container below its document: bytes, ZIP fields, the manifest's text, the signature's tree.

Each takes the world and a source of chance and returns an input; equal chance gives an equal input.
"""

from __future__ import annotations

import re
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from random import Random

from tests.attacks import der, signatures
from tests.attacks.der import Node
from tests.attacks.stage import DATA, MANIFEST, SIGNATURE
from tests.attacks.world import Sealer, World
from tests.attacks.zips import DEFLATED, STORED, Ends, Part, as_parts, build, repack

NAMES = (
    *("mimetype", DATA, "round.json", "reply.json", MANIFEST, SIGNATURE, "SUBMISSION.JSON", "META-INF/"),
    *("META-INF/ASiCManifest002.xml", "META-INF/signature002.p7s", "META-INF/manifest.xml", "attachments/a.pdf"),
    *(
        "attachments/",
        "attachments/../x",
        "../x",
        "/x",
        "C:\\x",
        "attachments/nul",
        "",
        "x" * 200,
        "a\0b",
        "\u202e.pdf",
    ),
)
EDGES = (0, 1, 2, 7, 8, 20, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
MARKS = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x07\x08", b"\0", b"\xff" * 4, b"mimetype")
XML = (
    *("<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a "b">]>', "&a;", "&#65;", "&#0;", "<![CDATA[x]]>", "<?x?>", "<!--x-->"),
    *(
        'xmlns="u"',
        'xmlns:asic="u"',
        'xml:base="/"',
        "<x/>",
        "</x>",
        "asic:",
        "ds:",
        "\0",
        "\ufffe",
        "]]>",
        '"',
        "'",
        "<",
    ),
    *("http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmlenc#sha512", "AAAA", "=", "\t", "\r\n"),
)
_TOKENS = re.compile(r"<[^>]*>|[^<]+")


def edges(chance: Random) -> int:
    """Return a number at which programs err."""
    return (chance.choice(EDGES) + chance.choice((-1, 0, 0, 1))) & 0xFFFFFFFF


def noise(chance: Random, most: int = 40) -> bytes:
    """Return some bytes."""
    return chance.randbytes(chance.randrange(most)) if chance.random() < 0.5 else chance.choice(MARKS)


def harmed(content: bytes, chance: Random) -> bytes:
    """Change bytes here and there: flip, cut, double, move, insert."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        place = chance.randrange(len(made) + 1)
        other = chance.randrange(len(made) + 1)
        match chance.randrange(6):
            case 0 if place < len(made):
                made[place] ^= 1 << chance.randrange(8)
            case 1 if place < len(made):
                made[place] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
            case 2:
                made[place:place] = noise(chance)
            case 3:
                del made[place : place + chance.choice((1, 2, 4, 30, 300))]
            case 4:
                made[place:place] = made[other : other + chance.randrange(80)]
            case _:
                made[place : place + 4] = edges(chance).to_bytes(4, "little")
    return bytes(made)


def raw(world: World, chance: Random) -> bytes:
    """Change the bytes of the file; mostly the ZIP's checksums notice."""
    files = chance.choice(world.seeds)
    # a document that is not packed is met more easily; the first part never is
    parts = [replace(one, method=chance.choice((one.method, STORED))) for one in as_parts(files)]
    blob = harmed(build(parts), chance)
    return blob if chance.random() < 0.95 else blob[: chance.randrange(len(blob) + 1)]


def zipped(world: World, chance: Random) -> bytes:
    """Change fields, names, order and number of entries, everything else fitting."""
    parts = as_parts(chance.choice(world.seeds))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place = chance.randrange(len(parts)) if parts else 0
        match chance.randrange(9):
            case 0:
                rest = parts[1:]
                chance.shuffle(rest)
                parts[1:] = rest
            case 1 if parts:
                del parts[place]
            case 2 if parts:
                parts.insert(chance.randrange(len(parts) + 1), parts[place])
            case 3:
                name = chance.choice(NAMES).encode()
                parts.insert(place, Part(name, noise(chance), chance.choice((STORED, DEFLATED))))
            case 4 if parts:
                other = chance.choice(world.seeds)
                content = other.get(parts[place].name.decode(), parts[place].content)
                parts[place] = replace(parts[place], content=content)
            case _ if parts:
                parts[place] = _field(parts[place], chance)
    return build(parts, _ends(chance) if chance.random() < 0.2 else None)


def _field(part: Part, chance: Random) -> Part:
    numbers = {"method", "flags", "mode", "crc", "size", "packed_size", "shared"}
    texts = {"name", "extra", "local_extra", "comment", "behind", "packed", "content"}
    wide = {"crc", "size", "packed_size", "shared"}
    which = chance.choice(sorted(numbers | texts))
    value: int | bytes = edges(chance)
    if which == "mode":
        value = chance.choice((0o120777, 0o040755, 0o100644, 0o020666, 0o170000, 0))
    elif which == "name":
        value = chance.choice(NAMES).encode()
    elif which == "content":
        value = harmed(part.content, chance)
    elif which in texts:
        value = noise(chance)
    elif which not in wide:
        value = chance.choice((0, 1, 6, 8, 9, 12, 14, 0x800, 0x808, 99, 0xFFFF))
    if which in {"method", "flags", "crc", "size", "packed_size", "name"} and chance.random() < 0.3:
        return replace(part, local={which: value})
    return replace(part, **{which: value})  # type: ignore[arg-type] # a number or bytes, as the field is


def _ends(chance: Random) -> Ends:
    text = chance.choice(("before", "between", "behind", "comment", "zip64"))
    number = chance.choice(("count", "length", "start", "disk"))
    if chance.random() < 0.5:
        return Ends(**{text: noise(chance)}, moved=chance.random() < 0.5)  # type: ignore[arg-type] # named above
    value = edges(chance) & 0xFFFF if number in {"count", "disk"} else edges(chance)
    return Ends(**{number: value})  # type: ignore[arg-type] # named above


def manifest(world: World, chance: Random) -> bytes:
    """Change the manifest's text and sign it again with the right key."""
    files = dict(world.seeds[chance.choice((0, 0, 1, 2))])
    text = files[MANIFEST].decode()
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = _other_text(text, chance)
    content = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        content = text.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7")), "replace")
    elif chance.random() < 0.1:
        content = harmed(content, chance)
    return repack({**files, MANIFEST: content, SIGNATURE: world.agency.tree(content).dump()})


def _other_text(text: str, chance: Random) -> str:
    tokens = _TOKENS.findall(text) or [""]
    place, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    match chance.randrange(6):
        case 0:
            del tokens[place]
        case 1:
            tokens.insert(place, tokens[other])
        case 2:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        case 3:
            tokens.insert(place, chance.choice(XML))
        case 4:
            tokens[place] = chance.choice(XML)
        case _:
            at = chance.randrange(len(tokens[place]) + 1)
            tokens[place] = (
                tokens[place][:at] + chance.choice((*XML, *NAMES)) + tokens[place][at + chance.randrange(9) :]
            )
    return "".join(tokens)


def signature(world: World, chance: Random) -> bytes:
    """Change the tree of a signature; half of the time the signer then signs what it has become."""
    files = dict(world.seeds[chance.choice((0, 0, 1, 2))])
    sealer: Sealer = chance.choice(world.sealers)
    tree = sealer.tree(files[MANIFEST])
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _change_tree(tree, chance)
    if chance.random() < 0.5:
        # the tree may have lost the place where its value stands
        with suppress(IndexError):
            signatures.sign_again(tree, sealer.key)
    content = tree.dump()
    return repack({**files, SIGNATURE: content if chance.random() < 0.95 else harmed(content, chance)})


def _change_tree(tree: Node, chance: Random) -> None:
    nodes = list(tree.walk())
    node, other = chance.choice(nodes), chance.choice(nodes)
    inner = chance.choice([one for one in nodes if one.tag & der.CONSTRUCTED] or [Node(der.SET)])
    match chance.randrange(9):
        case 0 if inner.inner:
            del inner.inner[chance.randrange(len(inner.inner))]
        case 1 if inner.inner:
            inner.inner.insert(chance.randrange(len(inner.inner) + 1), deepcopy(chance.choice(inner.inner)))
        case 2:
            inner.inner.insert(chance.randrange(len(inner.inner) + 1), deepcopy(other))
        case 3:
            chance.shuffle(inner.inner)
        case 4:
            node.tag = chance.choice(
                (0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0C, 0x13, 0x17, 0x18, 0x30, 0x31, 0xA0, 0xA1, 0x80)
            )
        case 5:
            node.ber = chance.choice(("long", "indefinite"))
        case 6:
            copied = deepcopy(other)
            node.tag, node.content, node.inner = copied.tag, copied.content, copied.inner
        case _:
            leaf = chance.choice([one for one in nodes if not one.tag & der.CONSTRUCTED] or [node])
            leaf.content = harmed(leaf.content, chance)
