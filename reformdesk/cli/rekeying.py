"""The command that writes what is to be typed into the ministry's software once more."""

from __future__ import annotations

from pathlib import Path

from reformdesk import rekeying_files
from reformdesk.cli.session import DONE, Outcome, Session, open_workspace
from reformdesk.core import rekeyed, rekeying_order, roundbook
from reformdesk.core.outfile import require_another, write_whole
from reformdesk.core.rekeying import Order, Style, Typing
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.office import order_list


def rekey(session: Session) -> Outcome:
    """Write a round's figures in the order in which they are typed; what of a given order is not known is told."""
    target: Path = session.options.to
    typing = Typing(Style(session.options.style), session.options.percent)
    if target.suffix.lower() not in rekeying_files.WRITERS:
        raise Mendable("unknown-type", file=target.name)
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        name = session.options.round or roundbook.latest(workspace).id
        order = _order(session, workspace, name)
        sheet = rekeyed.read(workspace, name, session.options.agency or rekeyed.WHOLE, order)
    write_whole(target, rekeying_files.as_file(target.name, sheet, typing, session.words))
    figures = sum(line.is_figure for line in sheet.lines)
    print(rekeying_files.say(session.words, "written", file=target, count=len(sheet.lines), figures=figures))
    return Outcome(DONE)


def _order(session: Session, workspace: Workspace, round_id: str) -> Order | None:
    """Return the order that is given for this once; ``None`` for the one that the office keeps."""
    source: Path | None = session.options.order
    if source is None:
        return None
    require_another(session.options.to, source)
    round_ = roundbook.load(workspace, round_id)
    found = rekeying_order.read_order(round_.catalogue, order_list.read_rows(source))
    for line in rekeying_files.unmatched(found.unmatched, session.words):
        session.complain(line)
    if not found.listed:
        raise Mendable("order-empty", file=source.name)
    return Order(found.listed, rest=not session.options.only_listed)
