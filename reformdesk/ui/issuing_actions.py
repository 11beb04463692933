"""The verb of handing out that works on the workspace: sealing the installer that goes along."""

from __future__ import annotations

from reformdesk import issuing_files
from reformdesk.core import keyring, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.keyring import Role
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.issuing_files import Installer, SealedInstaller
from reformdesk.ui import actions
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.workspace import Operation


def seal_installer(round_id: str, chosen: SealWith, installer: Installer) -> Operation[SealedInstaller]:
    """Seal the installer that goes along with a round.

    Raises ``Mendable('key-missing')`` where the desk's key is not there: agencies would not know a new one.
    """

    def operation(workspace: Workspace) -> tuple[SealedInstaller, Changes]:
        if chosen.token is None and not actions.has_key(workspace):
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        round_ = roundbook.load(workspace, round_id)
        with actions.unlocked(workspace, Role.OFFICER, round_.by_id[round_.office].name, chosen) as key:
            return issuing_files.seal(workspace, installer, key, now()), Changes.NOTHING

    return operation
