"""A verb each on the desk's key, as operations of core for the workspace's worker."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import filing, founding, handover, keyring, office_handover, pins, roundbook, submission
from reformdesk.core.changes import Changes
from reformdesk.core.handover import Handover
from reformdesk.core.office_handover import OfficeHandover
from reformdesk.core.store import Office, Workspace
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.keys import SigningKey, matching_code
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.handover import HandoverFacts
from reformdesk.ui.dialogs.key import KeyFacts
from reformdesk.ui.workspace import Operation


def facts(workspace: Workspace) -> KeyFacts:
    """Read what is known of the desk's key."""
    path = keyring.find(workspace)
    return KeyFacts(
        fingerprint=(keyring.fingerprint(workspace) or _last_signer(workspace)) if path else "",
        file=str(path or ""),
        copied_at=keyring.copied_at(workspace),
        is_office=workspace.office is Office.HOME_AFFAIRS,
        has_reserve=bool(pins.pinned(workspace, roundbook.RESERVE)),
    )


def _last_signer(workspace: Workspace) -> str:
    """Return the key of the newest file that this desk sealed, for a key made before its code was remembered."""
    known = roundbook.round_ids(workspace)
    for round_id in reversed(known):
        if workspace.office is Office.HOME_AFFAIRS:
            return str(filing.filed(workspace, "round", round_id)[-1]["signer"])
        sent = submission.sent(workspace, round_id)
        if sent:
            return str(sent[-1]["signer"])
    return ""


def copy_to(folder: Path) -> Operation[Path]:
    """Save the key in a second place."""
    return lambda workspace: (keyring.copy_to(workspace, folder, now()), Changes.KEYS)


def renew(old_passphrase: str | None, passphrase: str) -> Operation[str]:
    """Make a new key, signed over by the old one where its passphrase is given; gives the new code."""

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        holder = _holder(workspace)
        if old_passphrase is None:
            key = keyring.replace(workspace, holder, passphrase, now())
        else:
            old = keyring.unlock(workspace, old_passphrase)
            key = keyring.change(workspace, old, holder, passphrase, now())
        return _registered(workspace, key)

    return operation


def adopt(path: Path, passphrase: str) -> Operation[str]:
    """Put a key file in the place of the desk's key; gives its code."""

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        key = keyring.adopt(workspace, keyring.read_key_file(path), passphrase, now())
        return _registered(workspace, key)

    return operation


def _registered(workspace: Workspace, key: SigningKey) -> tuple[str, Changes]:
    if workspace.office is Office.HOME_AFFAIRS:
        roundbook.register_own_key(workspace, HOME_AFFAIRS, key.certificate, now())
    return matching_code(key.fingerprint), Changes.KEYS


def handover_facts(workspace: Workspace) -> HandoverFacts:
    """Read what is known before a desk is handed over."""
    has_key = keyring.find(workspace) is not None
    return HandoverFacts(handover.officer(workspace), has_key, handover.handovers(workspace))


def hand_over(names: tuple[str, str], passphrases: tuple[str, str]) -> Operation[Handover]:
    """Hand the desk over: ``names`` of who leaves and who follows, each one's passphrase."""
    return lambda workspace: handover.hand_over(workspace, names, passphrases, now())


def office_handover_facts(workspace: Workspace) -> HandoverFacts:
    """Read what is known before Home Affairs' desk is handed over."""
    has_key = keyring.find(workspace) is not None
    return HandoverFacts(handover.officer(workspace), has_key, office_handover.handovers(workspace), is_office=True)


def hand_office_over(names: tuple[str, str], passphrases: tuple[str, str]) -> Operation[OfficeHandover]:
    """Hand Home Affairs' desk over, as :func:`hand_over` does an agency's."""
    return lambda workspace: office_handover.hand_over(workspace, names, passphrases, now())


def make_reserve(folder: Path, passphrase: str) -> Operation[str]:
    """Make a reserve key of Home Affairs in a folder outside, and let round files name it; gives its code."""

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        key = keyring.make_reserve(workspace, folder, _holder(workspace), passphrase, now())
        roundbook.register_own_key(workspace, roundbook.RESERVE, key.certificate, now())
        return matching_code(key.fingerprint), Changes.KEYS

    return operation


def make_for_colleague(folder: Path, colleague: str, passphrase: str) -> Operation[str]:
    """Make a key for a colleague who seals as well, and let round files name it; gives its code."""

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        roundbook.require_room_for_key(workspace)
        key = keyring.make_for_colleague(workspace, folder, _holder(workspace), colleague, passphrase, now())
        roundbook.register_own_key(workspace, HOME_AFFAIRS, key.certificate, now())
        return matching_code(key.fingerprint), Changes.KEYS

    return operation


def _holder(workspace: Workspace) -> str:
    """Return the name that a key bears: the desk's agency as its newest round, or the set-up, calls it."""
    if workspace.office is Office.HOME_AFFAIRS:
        plan = founding.base_plan(workspace)
        return next(str(wire["name"]) for wire in plan.agencies if wire["id"] == plan.office)
    return roundbook.latest(workspace).by_id[workspace.owner].name
