"""The subcommands: thin, over core. They do the window's work for scripts, servers and checks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from reformdesk import __version__
from reformdesk.cli import agency, checking, closing, edition, entering, filling, office, rekeying, verifying
from reformdesk.cli.session import (
    DONE,
    HEAD_PASSPHRASE,
    PASSPHRASE,
    REFUSED,
    WRONG_USAGE,
    Outcome,
    Session,
    WindowCheck,
)
from reformdesk.core.entered import How
from reformdesk.core.rekeying import Style
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.words import LANGUAGES, Words

__all__ = ["DONE", "HEAD_PASSPHRASE", "PASSPHRASE", "REFUSED", "WRONG_USAGE", "Outcome", "refuse_window", "run"]

_WRONG_USAGE_CODES = {
    "workspace-missing",
    "workspace-not-ours",
    "wrong-office",
    "wrong-usage",
    "report-needs-workspace",
    "unknown-type",
}


_Add = Callable[[str, Callable[[Session], Outcome], str], argparse.ArgumentParser]


class _Parser(argparse.ArgumentParser):
    """Says wrong usage in one line instead of a page."""

    def error(self, message: str) -> NoReturn:
        raise Mendable("wrong-usage", detail=message)


def run(arguments: Sequence[str], window_check: WindowCheck) -> Outcome:
    """Run one command. ``window_check`` builds a window offscreen and says which Qt did, for ``doctor``."""
    words = Words(_language_in(arguments))
    try:
        options = _parser().parse_args(arguments)
        session = Session(words, options, window_check)
        command: Callable[[Session], Outcome] = options.command
        return command(session)
    except ReformDeskError as problem:
        if "--debug" in arguments:
            raise
        print(words.error(problem), file=sys.stderr)
        return Outcome(WRONG_USAGE if problem.code in _WRONG_USAGE_CODES else REFUSED)
    except BrokenPipeError:
        return Outcome(DONE)


def _language_in(arguments: Sequence[str]) -> str | None:
    """Find ``--lang`` before anything is parsed, so that wrong usage is told in it too."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=LANGUAGES, help="language of messages (default: the system's)")
    common.add_argument("--debug", action="store_true", help="show a traceback on errors")
    parser = _Parser(
        prog="reformdesk",
        parents=[common],
        description="Administrative reform reporting. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"reformdesk {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def add(name: str, command: Callable[[Session], Outcome], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=text, description=text)
        added.set_defaults(command=command)
        return added

    added = add("demo", checking.demo, "play the sample province into a folder")
    added.add_argument("--to", type=Path, required=True, metavar="DIR")
    added.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    added = add(
        "verify",
        verifying.verify,
        "check exchange files (container, digests, signatures); with --workspace of Home Affairs also reports: their "
        "figures are made once more, and each that was altered is named. Exit 0 all sound, 1 any not, 2 wrong usage, "
        "such as a report without --workspace",
    )
    added.add_argument("files", type=Path, nargs="+", metavar="FILE")
    added.add_argument("--json", action="store_true")
    _workspace(added, required=False)
    _enter_command(add)
    added = add("submit", agency.submit, "check, sign and write the submission file")
    _workspace(added)
    added.add_argument("--to", type=Path, required=True, metavar="DIR")
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    added.add_argument("--zip", action="store_true", help="save under a .zip name")
    _office_commands(add)
    _rekey_command(add)
    _edition_command(add)
    added = add("doctor", checking.doctor, "check the program itself and a workspace")
    _workspace(added, required=False)
    return parser


def _enter_command(add: _Add) -> None:
    added = add("enter", entering.enter, "type values from a table into an agency's workspace, or for one (--for)")
    _workspace(added)
    added.add_argument(
        "--from", type=Path, required=True, dest="source", metavar="FILE", help="a list as .csv or .xlsx, or the form"
    )
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    added.add_argument(
        "--for", dest="agency", metavar="AGENCY", help="enter on behalf of this agency at Home Affairs and seal it"
    )
    added.add_argument("--source", dest="source_words", metavar="WORDS", help="with --for: who gave the figures")
    hows = [how.value for how in How]
    added.add_argument("--how", choices=hows, help="with --for: the way (default: excel-form for the form, else other)")


def _office_commands(add: _Add) -> None:
    added = add("issue", office.issue, "write the folder that goes to the agencies at Home Affairs")
    _workspace(added)
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    added.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder is made in here")
    added.add_argument("--installer", type=Path, metavar="PATH", help="the installer, or the folder it lies in")
    added = add("merge", office.merge, "take in files, folders and other desks of the office at Home Affairs")
    _workspace(added)
    added.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    added.add_argument("--json", action="store_true")
    added.add_argument("--provisional", action="store_true", help="accept keys that were not compared, marked so")
    added = add("digest", office.digest, "print the digest of the merged state")
    _workspace(added)
    added.add_argument("--round", metavar="R", help="one round alone")
    added = add("report", office.report, "write the consolidated report")
    _workspace(added)
    added.add_argument("--to", type=Path, required=True, metavar="FILE", help=".xlsx, .docx, .csv, .json or .sdmx.csv")
    added.add_argument("--rounds", metavar="A,B", help="these rounds alone")
    added.add_argument("--agency", metavar="ID", help="what one agency answered, in place of the totals")
    added.add_argument("--closing", metavar="N", help="one round as it was closed: number, or how its digest begins")
    added.add_argument("--letterhead", type=Path, metavar="FILE.docx", help="the office's own file to set it in")
    added = add("fill", filling.fill, "fill a form of somebody else's that has placeholders in it, .xlsx or .docx")
    _workspace(added)
    added.add_argument("--form", type=Path, metavar="FORM", help="the form; it stays as it is")
    added.add_argument("--list", action="store_true", help="write the list of placeholders to mark a form up with")
    added.add_argument("--to", type=Path, required=True, metavar="FILE", help="the filled form, or the list as .xlsx")
    added.add_argument("--rounds", metavar="A,B", help="these rounds alone; the newest is the form's period")
    added.add_argument("--json", action="store_true")
    added = add("close", closing.close, "close a round: its consolidated figures are frozen with their digest")
    _workspace(added)
    added.add_argument("--round", metavar="R", required=True)
    added.add_argument("--reason", default="", metavar="TEXT", help="what to know of this closing")
    added.add_argument("--receipts", type=Path, metavar="FILE", help="write the receipts for all in the same step")
    added.add_argument("--json", action="store_true")
    added = add("board", office.board, "say who has sent what, or write the reminder list")
    _workspace(added)
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    form = added.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--to", type=Path, metavar="FILE", help="the reminder list as .xlsx")


def _rekey_command(add: _Add) -> None:
    added = add("rekey", rekeying.rekey, "write the figures as they are typed into the ministry's software")
    _workspace(added)
    added.add_argument("--to", type=Path, required=True, metavar="FILE", help=".xlsx, .csv or .txt")
    added.add_argument("--round", "--rounds", metavar="R", help="the round (default: the newest)")
    added.add_argument("--agency", metavar="A", help="one agency's figures (default: the totals of all)")
    added.add_argument("--order", type=Path, metavar="FILE", help="numbers, ids or names in the order to be typed")
    added.add_argument("--only-listed", action="store_true", help="with --order: leave out what it does not name")
    styles = [style.value for style in Style]
    added.add_argument("--style", choices=styles, default=Style.COMMA.value, help="1234,5 or 1234.5 or 1.234,5")
    added.add_argument("--percent", action="store_true", help="put %% behind rates")


def _edition_command(add: _Add) -> None:
    added = add("edition", edition.edition, "take a list into the edition of the indicator set that is being drawn")
    _workspace(added)
    what = added.add_mutually_exclusive_group(required=True)
    what.add_argument("--agencies", type=Path, metavar="F.xlsx", help="take in agencies with their succession")
    what.add_argument("--indicators", type=Path, metavar="F.xlsx", help="take in indicators")
    what.add_argument("--agencies-form", type=Path, metavar="F.xlsx", help="write the list of agencies, to be mended")
    what.add_argument("--indicators-form", type=Path, metavar="F.xlsx", help="write the list of indicators")
    what.add_argument("--show", action="store_true", help="print the change note; exit 1 where it cannot be handed out")
    what.add_argument("--discard", action="store_true", help="draw no more: the draft is gone")
    added.add_argument("--json", action="store_true")


def _workspace(added: argparse.ArgumentParser, *, required: bool = True) -> None:
    added.add_argument("--workspace", type=Path, required=required, metavar="W", help="the .rdesk file")


def refuse_window() -> int:
    """Say that there is no screen for the window that was asked for."""
    print(Words().error(Mendable("no-screen")), file=sys.stderr)
    return REFUSED
