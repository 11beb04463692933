"""Attacks on the signature by one who knows the standards: what holds and yet must not count."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

from reformdesk.core import inbox, replies, roundbook
from reformdesk.exchange import asice, cades
from reformdesk.exchange.payload import RoundDocument
from reformdesk.exchange.verification import countersign, seal, verify
from tests.attacks import der, signatures
from tests.attacks.der import Node
from tests.attacks.signatures import (
    ALGORITHM,
    ATTRIBUTES,
    CERTIFICATES,
    CONTENT,
    DIGEST,
    DIGESTS,
    ORDER,
    SIGNERS,
    VALUE,
)
from tests.attacks.stage import MANIFEST, SIGNATURE, Stage, Trial, set_up
from tests.attacks.table import performs
from tests.attacks.zips import parts_of, repack
from tests.core.desks import key

SECOND = (asice.MANIFEST.format(2), asice.SIGNATURE.format(2))
SHA1, MD5, SHA512 = "2b0e03021a", "2a864886f70d0205", "608648016503040203"
ECDSA_SHA1, ECDSA_SHA512, RSA, PSS, ED25519 = (
    "2a8648ce3d0401",
    "2a8648ce3d040304",
    "2a864886f70d010101",
    "2a864886f70d01010a",
    "2b6570",
)
TIME = "2a864886f70d010905"


@pytest.fixture
def signature(stage: Stage) -> Node:
    """A signature that holds also when these tools have taken it apart and made it again."""
    again = signatures.sign_again(der.parse(stage.files[SIGNATURE]), stage.agency_key)
    assert verify(stage.with_signature(again.dump())).signers == stage.original.signers
    return again


def refused(trial: Trial, changed: Node) -> None:
    trial.refused(trial.stage.with_signature(changed.dump()))


@performs("recovered-key")
def test_the_other_key_under_which_it_holds(trial: Trial, stage: Stage, signature: Node) -> None:
    own = stage.agency_key.certificate
    keys = signatures.recovered_keys(signature)
    certificates = [signatures.certificate_for(public, own) for public in keys]
    for public, certificate in zip(keys, certificates, strict=True):
        # it does hold: only what was signed about the certificate gives the forgery away
        public.verify(signature.at(*VALUE).content, signatures.signed_bytes(signature), ec.ECDSA(hashes.SHA256()))
        forged = deepcopy(signature)
        forged.at(*CERTIFICATES).inner = [der.parse(certificate)]
        refused(trial, forged)


@performs("content-attached")
@pytest.mark.parametrize("content", [b"", b"other", None])
def test_content_inside_the_signature(trial: Trial, stage: Stage, signature: Node, content: bytes | None) -> None:
    inside = Node(der.OCTETS, stage.files[MANIFEST] if content is None else content)
    signature.at(*CONTENT).inner.append(der.node(0xA0, inside))
    refused(trial, signature)


@performs("attributes-missing")
def test_a_signature_over_the_manifest_itself(trial: Trial, stage: Stage, signature: Node) -> None:
    signer = signature.at(*SIGNERS, 0)
    del signer.inner[3]
    refused(trial, signatures.sign_bytes(signature, stage.agency_key, stage.files[MANIFEST]))
    signer.inner.insert(3, Node(0xA0))
    refused(trial, signatures.sign_bytes(signature, stage.agency_key, b"\x31\x00"))


@performs("attributes-swapped")
@pytest.mark.parametrize("place", range(4))
def test_attributes_signed_by_the_right_key(trial: Trial, stage: Stage, signature: Node, place: int) -> None:
    key = stage.agency_key
    attributes = signature.at(*ATTRIBUTES).inner
    kept = deepcopy(attributes)
    reply = deepcopy(kept[(place + 1) % 4].inner[1])
    for changed in (
        [*kept[:place], *kept[place + 1 :]],
        [*kept, kept[place]],
        [*kept[:place], der.node(der.SEQUENCE, kept[place].inner[0], reply), *kept[place + 1 :]],
        [*kept[:place], der.node(der.SEQUENCE, kept[place].inner[0], Node(der.SET)), *kept[place + 1 :]],
        [*kept[:place], der.node(der.SEQUENCE, kept[place].inner[0], doubled(kept[place])), *kept[place + 1 :]],
    ):
        attributes[:] = changed
        refused(trial, signatures.sign_again(signature, key))


def doubled(attribute: Node) -> Node:
    return Node(der.SET, inner=attribute.inner[1].inner * 2)


@performs("attributes-swapped")
@pytest.mark.parametrize(
    "time", [b"", b"240620", b"241320083000Z", b"not a time at", b"2406200830Z\0", b"240620083000+9900"]
)
def test_a_signing_time_that_never_was(trial: Trial, stage: Stage, signature: Node, time: bytes) -> None:
    found = next(one for one in signature.at(*ATTRIBUTES).inner if one.inner[0].content.hex() == TIME)
    found.inner[1].inner[0].content = time
    refused(trial, signatures.sign_again(signature, stage.agency_key))


@performs("degenerate-value")
def test_values_that_are_no_signature(trial: Trial, signature: Node) -> None:
    r, s = signatures.numbers(signature)
    pairs = [(0, s), (r, 0), (0, 0), (1, 1), (ORDER, s), (r, ORDER), (r + ORDER, s), (r, s + ORDER), (-r, s), (r, -s)]
    pairs += [(r, s + 1), (s, r), (1 << 4096, s), (r, ORDER - s + ORDER)]
    values = [der.ecdsa(*pair) for pair in pairs]
    values += [b"", b"\0" * 64, r.to_bytes(32, "big") + s.to_bytes(32, "big"), der.ecdsa(r, s) + b"\0", b"\x30\x00"]
    padded = der.node(der.SEQUENCE, Node(der.INTEGER, b"\0\0" + r.to_bytes(32, "big")), der.integer(s))
    for value in [*values, padded.dump()]:
        signature.at(*VALUE).content = value
        refused(trial, signature)


@performs("weak-key")
@pytest.mark.parametrize(
    "make",
    [
        lambda: rsa.generate_private_key(65537, 1024),
        lambda: ec.generate_private_key(ec.SECP224R1()),
        ed25519.Ed25519PrivateKey.generate,
        ed448.Ed448PrivateKey.generate,
    ],
    ids=["rsa-1024", "p-224", "ed25519", "ed448"],
)
def test_a_key_that_the_law_does_not_name(trial: Trial, stage: Stage, make: Callable[[], signatures.Private]) -> None:
    weak = signatures.certified(make())
    trial.refused(stage.with_signature(cades.sign(stage.files[MANIFEST], weak, stage.desks.clock)))


@performs("algorithm-confused")
@pytest.mark.parametrize("where", [DIGESTS, DIGEST, ALGORITHM], ids=["digests", "digest", "signature"])
@pytest.mark.parametrize("name", [SHA1, MD5, SHA512, ECDSA_SHA1, ECDSA_SHA512, RSA, PSS, ED25519, "2a03", ""])
def test_another_algorithms_name(trial: Trial, signature: Node, where: tuple[int, ...], name: str) -> None:
    named = signature.at(*where, 0) if where == DIGESTS else signature.at(*where)
    named.inner = [Node(der.IDENTIFIER, bytes.fromhex(name))]
    refused(trial, signature)


@performs("algorithm-confused")
def test_parameters_that_do_not_belong(trial: Trial, signature: Node) -> None:
    plain = deepcopy(signature)
    for where in ((*DIGESTS, 0), DIGEST, ALGORITHM):
        for more in (Node(der.NULL), Node(der.OCTETS, b"x"), der.node(der.SEQUENCE)):
            changed = deepcopy(plain)
            changed.at(*where).inner.append(more)
            refused(trial, changed)


@performs("signature-tail")
def test_values_behind_others(trial: Trial, signature: Node) -> None:
    places = [one for one in signature.walk() if one.tag & der.CONSTRUCTED]
    for place in places:
        for more in (Node(der.NULL), Node(der.OCTETS, b"more"), Node(0xA1)):
            place.inner.append(more)
            refused(trial, signature)
            place.inner.pop()
    for place in places:
        if place.inner:
            place.inner.append(deepcopy(place.inner[-1]))
            refused(trial, signature)
            place.inner.pop()
    whole = signature.dump()
    for tail in (b"\0", b"\0\0", b"\x05\x00", whole):
        trial.refused(trial.stage.with_signature(whole + tail))
    # a list of revocations that is empty
    signature.at(*signatures.SIGNED_DATA).inner.insert(4, Node(0xA1))
    refused(trial, signature)


@performs("not-der")
def test_every_length_written_otherwise(trial: Trial, stage: Stage, signature: Node) -> None:
    for place in signature.walk():
        for way in ("long", "indefinite"):
            place.ber = way
            trial.harmless(stage.with_signature(signature.dump()))
        place.ber = ""


@performs("signature-huge")
@pytest.mark.parametrize("count", [8_000, 100_000])
def test_a_signature_of_many_elements(trial: Trial, signature: Node, count: int) -> None:
    for where in (DIGESTS, CERTIFICATES, SIGNERS, ATTRIBUTES):
        for small in (Node(der.NULL), der.node(der.SEQUENCE)):
            place = signature.at(*where)
            kept, place.inner = place.inner, [*place.inner, *[small] * count]
            refused(trial, signature)
            place.inner = kept
    for depth in (50, 800):
        places = [signature.at(*where) for where in (DIGESTS, CERTIFICATES, SIGNERS)]
        for place in (*places, signature.at(*SIGNERS, 0)):
            kept, place.inner = place.inner, [*place.inner, Node(0xA1, inner=[der.nested(depth)])]
            refused(trial, signature)
            place.inner = kept


@performs("one-key-twice")
def test_one_key_as_officer_and_head(trial: Trial, stage: Stage) -> None:
    trial.refused(asice.add_signature(stage.second, stage.sign))


@performs("second-stripped")
def test_the_heads_signature_taken_away(trial: Trial, tmp_path: Path) -> None:
    with set_up(tmp_path, signatures=2) as both:
        files = parts_of(both.second)
        for name in SECOND:
            half = {one: content for one, content in files.items() if one != name}
            assert trial.took(both.desks, repack(half)).reasons == ("not-signed",)
        for name in SECOND:
            del files[name]
        trial.waits(both.desks, repack(files))
        assert both.desks.counting() == [1]
        swapped = {
            (second if name == first else name): content
            for first, second in zip((MANIFEST, SIGNATURE), SECOND, strict=True)
            for name, content in files.items()
        }
        assert trial.took(both.desks, repack(swapped)).state == "rejected"
        # the file as it was sent mends it
        assert trial.took(both.desks, both.second).state == "accepted"


@performs("second-foreign")
def test_an_own_key_as_the_heads(trial: Trial, tmp_path: Path) -> None:
    with set_up(tmp_path, signatures=2) as both:
        files = parts_of(both.second)
        alone = repack({name: content for name, content in files.items() if name not in SECOND})
        trial.waits(both.desks, countersign(alone, key("Giám đốc B"), both.desks.clock))
        assert both.desks.counting() == [1]


@performs("reply-forged")
def test_a_receipt_under_home_affairs_name(trial: Trial, tmp_path: Path) -> None:
    with set_up(tmp_path) as own:
        desks = own.desks
        for forger in (key("Sở Nội vụ"), desks.agency_key):
            forged = replies.write(desks.office, desks.round.id, ("b",), forger, desks.tick())
            trial.stopped(lambda blob=forged: inbox.take(desks.agency, blob, "b.rdreply", desks.tick()))  # type: ignore[misc] # mypy does not see the default
        assert inbox.replies(desks.agency, desks.round.id) == []


@performs("round-forged")
def test_a_round_under_home_affairs_name(trial: Trial, tmp_path: Path) -> None:
    with set_up(tmp_path) as own:
        desks = own.desks
        document = verify(desks.round_blob()).document
        assert isinstance(document, RoundDocument)
        forger = key("Sở Nội vụ")
        # it names its own key as Home Affairs', as a true one does
        named = ({"fingerprint": forger.fingerprint, "name": "Sở Nội vụ", "role": "officer"},)
        for change in ({"id": "2025"}, {"revision": 2}, {"id": "2025", "keys": named}):
            forged = seal(replace(document, **change), {}, forger, desks.tick())
            trial.stopped(lambda blob=forged: desks.take_round(blob))  # type: ignore[misc] # mypy does not see the default
        assert roundbook.round_ids(desks.agency) == [desks.round.id]
