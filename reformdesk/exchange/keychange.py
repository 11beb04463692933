"""A key that follows an older one: the older key signs the newer certificate's fingerprint.

The model is The Update Framework's root rotation: whoever trusts the old key can follow to the
new one without another telephone call. A statement binds the speaker (an agency's id, or
:data:`HOME_AFFAIRS`), so that it cannot be moved under another name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reformdesk.errors import Refused
from reformdesk.exchange.keys import SealingKey

HOME_AFFAIRS = "home-affairs"
"""The speaker of round files and replies; as a reporter that office has an agency's id."""

_CLAIM = "reformdesk-key-change/1\n{speaker}\n{fingerprint}\n"


def hand_over(old: SealingKey, speaker: str, new_fingerprint: str, now: datetime) -> bytes:
    """Return the old key's statement that the key with ``new_fingerprint`` speaks from now on."""
    from reformdesk.exchange import cades

    return cades.sign(_claim(speaker, new_fingerprint), old, now)


def followed(statements: Sequence[bytes], speaker: str, fingerprint: str) -> tuple[str, ...]:
    """Return the keys that led to the one with ``fingerprint``, oldest first.

    Every statement must be sound and name the next key, the last one ``fingerprint``. Raises
    ``Refused('key-change-invalid')``.
    """
    from reformdesk.exchange import cades

    keys: list[str] = []
    following = fingerprint
    for statement in reversed(statements):
        try:
            signer = cades.verify(_claim(speaker, following), statement)
        except Refused as problem:
            raise Refused("key-change-invalid") from problem
        following = signer.fingerprint
        if following in {fingerprint, *keys}:
            raise Refused("key-change-invalid")
        keys.append(following)
    return tuple(reversed(keys))


def _claim(speaker: str, fingerprint: str) -> bytes:
    return _CLAIM.format(speaker=speaker, fingerprint=fingerprint).encode()
