"""An agency's commands: typing from a table, and handing in."""

from __future__ import annotations

from reformdesk import entering_files
from reformdesk.cli.session import (
    DONE,
    HEAD_PASSPHRASE,
    REFUSED,
    Outcome,
    Session,
    open_workspace,
    passphrase,
    round_of,
)
from reformdesk.core import entry, keyring, store, submission
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.exchange.keys import SigningKey, matching_code


def enter(session: Session) -> Outcome:
    """Type the values of a table into the workspace."""
    with open_workspace(session.options.workspace, Office.AGENCY) as workspace:
        round_ = round_of(session, workspace)
        read = entering_files.read(
            session.options.source, round_, workspace.owner, entry.answers(workspace, round_.id), session.words
        )
        store.backup_if_due(workspace, session.now)
        entry.set_answers(workspace, round_, read.given, session.now, entry.IMPORTED)
    session.line("entered", count=len(read.given))
    for line in (*read.refused, *read.told):
        session.complain(line)
    return Outcome(REFUSED if read.refused else DONE)


def submit(session: Session) -> Outcome:
    """Check, seal and write the submission."""
    with open_workspace(session.options.workspace, Office.AGENCY) as workspace:
        round_ = round_of(session, workspace)
        key = _key(session, workspace, round_)
        approver = _head_key(session, workspace, round_) if round_.signatures > 1 else None
        make_folder(session.options.to)
        state = submission.readiness(workspace, round_)
        # what could not be written was not handed in: both or neither
        with workspace.atomic():
            sent, _ = submission.finish(workspace, round_, key, workspace.meta("officer"), session.now, approver)
            target = session.options.to / f"{sent.file_name}{'.zip' if session.options.zip else ''}"
            write_whole(target, sent.content)
    session.line("submitted", revision=sent.revision, file=str(target))
    if state.unexplained:
        session.complain(session.words.command("unexplained", count=len(state.unexplained)))
    return Outcome(DONE)


def _key(session: Session, workspace: Workspace, round_: Round) -> SigningKey:
    """Unlock the desk's key; a desk that has never sealed anything makes its key now."""
    secret = passphrase(session)
    if keyring.find(workspace) is not None or submission.sent(workspace, round_.id):
        return keyring.unlock(workspace, secret)
    key = keyring.create(workspace, round_.by_id[workspace.owner].name, secret, session.now)
    session.line("key-made", code=matching_code(key.fingerprint))
    return key


def _head_key(session: Session, workspace: Workspace, round_: Round) -> SigningKey:
    """Unlock the key of the agency's head, who approves; the first time makes it."""
    secret = passphrase(session, HEAD_PASSPHRASE, "ask-head-passphrase")
    if keyring.find(workspace, keyring.Role.HEAD) is not None:
        return keyring.unlock(workspace, secret, keyring.Role.HEAD)
    holder = workspace.meta("head") or round_.by_id[workspace.owner].name
    key = keyring.create(workspace, holder, secret, session.now, keyring.Role.HEAD)
    session.line("head-key-made", code=matching_code(key.fingerprint))
    return key
