"""Ways to change a document and seal it again with a real key, so that its reader and the intake are reached."""

from __future__ import annotations

import re
from copy import deepcopy
from random import Random
from typing import Any

from reformdesk.exchange import archive, asice
from tests.attacks import der
from tests.attacks.der import Node
from tests.attacks.mutations import harmed
from tests.attacks.signatures import CERTIFICATES, DIGESTS, SIGNERS
from tests.attacks.stage import DATA, EVIDENCE, MANIFEST, SIGNATURE
from tests.attacks.world import World, as_json, listed
from tests.attacks.zips import Part, build, gigabyte, repack

KINDS = (DATA, DATA, DATA, "with-evidence", "handed-over", "round.json", "reply.json")
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 9999, 10**4, 10**18, 10**400, 1.5, float("nan"), float("inf"), "", " ", "x", "0"),
    *("blank", "not-applicable", "2024-06-20T08:30:00Z", "2024-02-30T08:30:00Z", "9999-12-31T23:59:59Z", "2024-06-10"),
    *("0000-01-01T00:00:00Z", "0" * 64, "a" * 81, "../x", "Ho\u0300a", "\ud800", "\u0000", "\u202e", "\U0001f600" * 99),
    *([], {}, [[]], [{}], {"": {}}, {"number": "1"}, {"mark": "x"}, {"status": "blank"}, {"text": "\u1ea5" * 4001}),
)
FIGURES = ("0", "1", "41", "-1", "0.5", "999999999999999999", "1e3", "1.0", "-0", "", "٣")
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s"\[\]{}:,]+')


def tree(world: World, chance: Random) -> bytes:
    """Change values and members of a document."""
    kind = chance.choice(KINDS)
    document = deepcopy(dict(world.documents[kind]))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if document:
            _change(document, chance)
    return _sealed(world, kind, document, chance)


def _change(document: Any, chance: Random) -> None:
    places = list(_places(document))
    parent, name = chance.choice(places)
    found = parent[name]
    match chance.randrange(6):
        case 0:
            del parent[name]
        case 1:
            other, place = chance.choice(places)
            parent[name] = deepcopy(other[place])
        case 2 if isinstance(found, list) and found:
            found.extend(deepcopy(found) * chance.choice((1, 1, 3, 50)))
        case 2 if isinstance(found, dict):
            found[chance.choice(("x", "", "format", "number", "__proto__", "a" * 300))] = chance.choice(ODD)
        case 3 if isinstance(found, str):
            at = chance.randrange(len(found) + 1)
            parent[name] = found[:at] + chance.choice(("", "\n", "\u0301", "0", "-", "\x00")) + found[at + 1 :]
        case _:
            parent[name] = deepcopy(chance.choice(ODD))


def _places(item: Any) -> list[tuple[Any, Any]]:
    inside: list[tuple[Any, Any]] = []
    steps = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for name, part in steps:
        inside.append((item, name))
        inside += _places(part)
    return inside


def text(world: World, chance: Random) -> bytes:
    """Change the text of a document: tokens out of place, twice, or not JSON at all."""
    kind = chance.choice(KINDS)
    tokens = _TOKENS.findall(as_json(world.documents[kind]))
    for _ in range(chance.choice((1, 1, 2, 4))):
        place, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        match chance.randrange(5):
            case 0:
                del tokens[place]
            case 1:
                tokens[place] = tokens[other]
            case 2:
                tokens[place:place] = tokens[other : other + chance.choice((1, 2, 4, 12))]
            case 3:
                tokens.insert(
                    place, chance.choice(("NaN", "1e9", "-", "\\", "//x", "\ufeff", "'", '"\\ud800"', "[" * 2000))
                )
            case _:
                tokens[place] = chance.choice(
                    ('"\\u0000"', '"\\/"', "1E400", "true", "null", "0" * 50, '"' + "a" * 500 + '"')
                )
    data = "".join(tokens).encode("utf-8", "surrogatepass")
    return _sealed(world, kind, data if chance.random() < 0.9 else harmed(data, chance), chance)


def plausible(world: World, chance: Random) -> bytes:
    """Make a submission as agencies might: most are sound, and what becomes of them depends on the others."""
    document = deepcopy(dict(world.documents[DATA]))
    names = chance.sample(["m", "n", "o"], chance.randrange(4)) + (["p"] if chance.random() < 0.05 else [])
    document["answers"] = [_line(name, chance) for name in sorted(names)]
    document["revision"] = chance.choice((1, 2, 2, 2, 3, 4, 9999))
    document["previous"] = chance.choice((*world.digests, None))
    document["agency"] = chance.choice(("b", "b", "b", "b", "a", "z"))
    document["prepared_by"] = chance.choice(("Hòa", "", "Nguyễn Văn Ất" * 5))
    document["finished_at"] = f"{chance.choice((1970, 2014, 2024, 2034, 9999))}-06-20T08:30:00Z"
    if chance.random() < 0.5:
        document.pop("history", None)
    if chance.random() < 0.1:
        document["answers_return"] = chance.choice(world.digests)
    if chance.random() < 0.1:
        document["round"] = {"id": chance.choice(("2024-h1", "2023")), "digest": chance.choice(world.digests)}
    if chance.random() < 0.1:
        document["on_behalf"] = _told(world, chance)
    kind = "with-evidence" if chance.random() < 0.2 else DATA
    if kind != DATA:
        document["attachments"] = [listed(name, content) for name, content in EVIDENCE.items()]
    return _sealed(world, kind, document, chance)


def _told(world: World, chance: Random) -> dict[str, Any]:
    """Claim that Home Affairs entered it on behalf: an agency's key may, and is believed nothing."""
    return {
        "by": chance.choice(("Lan", "")),
        "how": chance.choice(("telephone", "paper", "rumour")),
        "given_by": "Hòa",
        "given_at": "2024-06-20T08:30:00Z",
        "document": "",
        "follows": chance.choice((*world.digests, None)),
    }


def _line(name: str, chance: Random) -> dict[str, Any]:
    value: dict[str, Any] = chance.choice(
        (
            {"number": chance.choice(FIGURES)},
            {"number": str(chance.randrange(10**6))},
            {"status": chance.choice(("blank", "not-done", "in-progress", "not-applicable"))},
            {"mark": "x"},
            {"text": "có"},
            {"rates": [{"block": "so-nganh", "label": "Khối", "rate": chance.choice(FIGURES)}]},
        )
    )
    return {"indicator": name, "value": value} | ({"explanation": "Tăng"} if chance.random() < 0.3 else {})


def _sealed(world: World, kind: str, document: object, chance: Random) -> bytes:
    name = kind if kind.endswith(".json") else DATA
    own = world.home_affairs if name != DATA else world.agency
    sealer = own if chance.random() < 0.8 else chance.choice(world.sealers)
    files = world.files(name, document, EVIDENCE if kind == "with-evidence" else None, sealer)
    return repack(world.head.second(files) if chance.random() < 0.05 else files)


def heavy(world: World, chance: Random) -> bytes:
    """Fill one part up to what is allowed, or unfold far beyond it."""
    limits = archive.Limits()
    unit = chance.choice(
        (
            "[],",
            '{"":0},',
            '"a",',
            "1,",
            '"\U0001f600",',
            '{"number":"1"},',
            " ",
            "[",
            '{"a":',
            "a",
            "\\n",
            "\U0001f600",
            '""',
        )
    )
    most = limits.data_bytes - 8192
    filling = (unit.encode() * (most // len(unit.encode())))[:most]
    match chance.randrange(6):
        case 0:
            return build([Part(b"mimetype", asice.MIME_TYPE, 0), *_bombs(chance, limits.entries)])
        case 1:
            files = dict(world.seeds[0])
            signature = world.agency.tree(files[MANIFEST])
            place = signature.at(*chance.choice((DIGESTS, CERTIFICATES, SIGNERS)))
            place.inner += [chance.choice((Node(der.NULL), Node(der.SEQUENCE)))] * 12_000
            return repack({**files, SIGNATURE: signature.dump()})
        case 2:
            content = world.seeds[0][MANIFEST].replace(b"</asic", unit.encode() * 30_000 + b"</asic")
            content = content[: limits.meta_bytes]
            return repack({**world.seeds[0], MANIFEST: content, SIGNATURE: world.agency.tree(content).dump()})
        case _:
            kind = chance.choice((DATA, "round.json", "reply.json"))
            data = as_json(world.documents[kind]).encode()
            places = [found.end() for found in re.finditer(rb'[\[{:"]', data)]
            at = chance.choice(places)
            padding = {"a.bin": chance.randbytes(64 * 1024)}
            return repack(world.files(kind, data[:at] + filling + data[at:], padding))


def _bombs(chance: Random, most: int) -> list[Part]:
    size = chance.choice((1 << 30, 1 << 20, 30_000, 1))
    names = [DATA, MANIFEST, SIGNATURE, *(f"attachments/{number}" for number in range(chance.choice((1, most - 4))))]
    packed = gigabyte() if len(names) < 10 else gigabyte()[:2000]
    return [Part(name.encode(), packed=packed, size=size) for name in names]
