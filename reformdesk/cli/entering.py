"""``enter``: figures from a file, at an agency's own desk or on behalf of one at Home Affairs."""

from __future__ import annotations

from pathlib import Path

from reformdesk import entering_files
from reformdesk.cli import agency
from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace, passphrase, round_of
from reformdesk.core import enclosures, entered, journal, keyring, store
from reformdesk.core.entered import How, Source
from reformdesk.core.store import Office, timestamp
from reformdesk.errors import Mendable, Refused
from reformdesk.office import form_reading, workbook_file


def enter(session: Session) -> Outcome:
    """Type the values of a table: into an agency's workspace, or for an agency at Home Affairs."""
    return _enter_for(session, session.options.agency) if session.options.agency else agency.enter(session)


def _enter_for(session: Session, name: str) -> Outcome:
    """Enter what a file says on behalf of an agency and seal it, whole or not at all."""
    if not session.options.source_words:
        raise Mendable("wrong-usage", detail=session.words.command("source-missing"))
    path: Path = session.options.source
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        round_ = round_of(session, workspace)
        if name not in round_.by_id:
            raise Refused("unknown-agency", agency=name)
        if keyring.find(workspace) is None:
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        key = keyring.unlock(workspace, passphrase(session))
        store.backup_if_due(workspace, session.now)
        office = round_.by_id[round_.office]
        with workspace.atomic():
            begun = entered.draft(workspace, round_.id, name)
            if begun.is_begun:
                raise Mendable("entry-begun", agency=round_.by_id[name].name)
            read = entering_files.read(path, round_, name, begun.answers, session.words)
            if not read.refused:
                entered.set_answers(workspace, round_, name, read.given, session.now)
                source = Source(_how(session, path), session.options.source_words, timestamp(session.now), path.name)
                entered.set_source(workspace, round_.id, name, source, session.now)
                if path.suffix.lower() in enclosures.KINDS:
                    entered.attach(workspace, round_, name, path.name, path.read_bytes(), session.now)
                by = journal.officer(workspace) or office.name
                made, _ = entered.seal_entry(workspace, entered.draft(workspace, round_.id, name), by, key, session.now)
    for line in (*read.refused, *read.told):
        session.complain(line)
    if read.refused:
        return Outcome(REFUSED)
    agency_name = round_.by_id[name].text(session.words.language)
    state = session.words.state("entered" if made.counts else made.state)
    session.line("entered-for", agency=agency_name, revision=made.revision, count=len(read.given), state=state)
    return Outcome(DONE)


def _how(session: Session, path: Path) -> How:
    """Return how the figures were given: as was said, else an agency's own form says so itself."""
    if session.options.how:
        return How(session.options.how)
    is_form = workbook_file.is_workbook(path) and form_reading.whose(path) is not None
    return How.EXCEL_FORM if is_form else How.OTHER
