"""The subcommands: thin, over core. They do the window's work for scripts, servers and checks."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import Any, NoReturn

from reformdesk import __version__, entering_files, screen
from reformdesk.core import (
    entry,
    health,
    intake,
    keyring,
    merged,
    proof,
    roundbook,
    sample,
    store,
    submission,
)
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.exchange.keys import SigningKey, matching_code
from reformdesk.office import export
from reformdesk.sentences import KINDS
from reformdesk.words import LANGUAGES, Words

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
# the names of the variables, not their content
PASSPHRASE = "REFORMDESK_PASSPHRASE"  # noqa: S105
HEAD_PASSPHRASE = "REFORMDESK_HEAD_PASSPHRASE"  # noqa: S105
_WRONG_USAGE_CODES = {
    "workspace-missing",
    "workspace-not-ours",
    "wrong-office",
    "wrong-usage",
    "unknown-type",
}

WindowCheck = Callable[[], str]


@dataclass(frozen=True)
class Outcome:
    """How a command ended; ``open`` names a workspace that the window is to show next."""

    code: int
    open: Path | None = None


@dataclass
class _Session:
    words: Words
    options: argparse.Namespace
    window_check: WindowCheck
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def line(self, name: str, **params: object) -> None:
        print(self.words.command(name, **params))

    def complain(self, text: str) -> None:
        print(text, file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """Says wrong usage in one line instead of a page."""

    def error(self, message: str) -> NoReturn:
        raise Mendable("wrong-usage", detail=message)


def run(arguments: Sequence[str], window_check: WindowCheck) -> Outcome:
    """Run one command. ``window_check`` builds a window offscreen and says which Qt did, for ``doctor``."""
    words = Words(_language_in(arguments))
    try:
        options = _parser().parse_args(arguments)
        session = _Session(words, options, window_check)
        command: Callable[[_Session], Outcome] = options.command
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

    def add(name: str, command: Callable[[_Session], Outcome], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=text, description=text)
        added.set_defaults(command=command)
        return added

    def workspace(added: argparse.ArgumentParser, *, required: bool = True) -> None:
        added.add_argument("--workspace", type=Path, required=required, metavar="W", help="the .rdesk file")

    added = add("demo", _demo, "play the sample province into a folder")
    added.add_argument("--to", type=Path, required=True, metavar="DIR")
    added.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    added = add("verify", _verify, "check exchange files: container, digests, signatures")
    added.add_argument("files", type=Path, nargs="+", metavar="FILE")
    added.add_argument("--json", action="store_true")
    workspace(added, required=False)
    added = add("enter", _enter, "type values from a table into an agency's workspace")
    workspace(added)
    added.add_argument("--from", type=Path, required=True, dest="source", metavar="FILE")
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    added = add("submit", _submit, "check, sign and write the submission file")
    workspace(added)
    added.add_argument("--to", type=Path, required=True, metavar="DIR")
    added.add_argument("--round", metavar="R", help="the round (default: the newest)")
    added.add_argument("--zip", action="store_true", help="save under a .zip name")
    added = add("merge", _merge, "take in files and folders at Home Affairs")
    workspace(added)
    added.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    added.add_argument("--json", action="store_true")
    added.add_argument("--provisional", action="store_true", help="accept keys that were not compared, marked so")
    added = add("digest", _digest, "print the digest of the merged state")
    workspace(added)
    added.add_argument("--round", metavar="R", help="one round alone")
    added = add("report", _report, "write the consolidated report")
    workspace(added)
    added.add_argument("--to", type=Path, required=True, metavar="FILE", help=".xlsx, .docx, .csv or .json")
    added.add_argument("--rounds", metavar="A,B", help="these rounds alone")
    added = add("doctor", _doctor, "check the program itself and a workspace")
    workspace(added, required=False)
    return parser


def _open(path: Path, office: Office | None = None) -> Workspace:
    workspace = store.open_workspace(path)
    if office is not None and workspace.office is not office:
        workspace.close()
        raise Mendable("wrong-office", file=path.name)
    return workspace


def _round(session: _Session, workspace: Workspace) -> Round:
    wanted = session.options.round
    return roundbook.load(workspace, wanted) if wanted else roundbook.latest(workspace)


def _passphrase(session: _Session, variable: str = PASSPHRASE, question: str = "ask-passphrase") -> str:
    given = os.environ.get(variable)
    if given is None and sys.stdin.isatty():
        given = getpass(session.words.command(question))
    if not given:
        raise Mendable("passphrase-missing", variable=variable)
    return given


def _demo(session: _Session) -> Outcome:
    target: Path = session.options.to

    def progress(round_id: str, number: int, count: int) -> None:
        if number == count:
            session.line("demo-playing", round=round_id, number=number, count=count)
            sys.stdout.flush()

    passphrase = os.environ.get(PASSPHRASE) or sample.DEFAULT_PASSPHRASE
    path = sample.play(target, passphrase, progress)
    with store.open_workspace(path) as workspace:
        parts, state = merged.consolidated(workspace), merged.digest(workspace)
    for name in ("report.xlsx", "report.docx", "report.csv"):
        write_whole(target / name, export.render(name, parts, state))
    session.line("demo-done", folder=str(target), digest=state)
    return Outcome(DONE, None if session.options.no_window or not screen.is_there() else path)


def refuse_window() -> int:
    """Say that there is no screen for the window that was asked for."""
    print(Words().error(Mendable("no-screen")), file=sys.stderr)
    return REFUSED


def _verify(session: _Session) -> Outcome:
    workspace = _open(session.options.workspace) if session.options.workspace else None
    try:
        proofs = [(path, proof.prove(path, workspace)) for path in session.options.files]
    finally:
        if workspace is not None:
            workspace.close()
    if session.options.json:
        results = [_verify_result(session, path, found) for path, found in proofs]
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        for path, found in proofs:
            print(f"{path}: {_verify_line(session, found)}")
            for item in found.replies:
                session.line(
                    item["type"], **{"received_at": "", **item, "state": session.words.state(item.get("state", ""))}
                )
    return Outcome(REFUSED if any(found.problem for _, found in proofs) else DONE)


def _verify_line(session: _Session, found: proof.Proof) -> str:
    if found.problem is not None:
        return session.words.command("unsound", problem=session.words.error(found.problem))
    return session.words.command(
        "sound",
        kind=session.words.of(KINDS, "kinds", found.kind),
        round=found.round,
        agency=found.agency,
        revision=found.revision or 1,
        signers=", ".join(_signer_words(session, seal) for seal in found.seals),
    )


def _signer_words(session: _Session, seal: proof.Seal) -> str:
    """Return who sealed: the name, the code, whether an authority issued the certificate, whether the key is known."""
    facts = [matching_code(seal.fingerprint)]
    if seal.issuer:
        facts.append(session.words.command("certified", issuer=seal.issuer))
    if seal.trusted is not None:
        facts.append(session.words.command("key-known" if seal.trusted else "key-not-known"))
    return f"{seal.name} ({', '.join(facts)})"


def _verify_result(session: _Session, path: Path, found: proof.Proof) -> dict[str, Any]:
    problem = found.problem
    return {
        "file": str(path),
        "kind": found.kind or None,
        "sound": problem is None,
        "round": found.round or None,
        "agency": found.agency or None,
        "revision": found.revision or None,
        "signers": [
            {
                "name": seal.name,
                "fingerprint": seal.fingerprint,
                "signed_at": store.timestamp(seal.signed_at),
                "trusted": seal.trusted,
            }
            for seal in found.seals
        ],
        "problem": {"code": problem.code, "message": session.words.error(problem)} if problem else None,
        **({"replies": list(found.replies)} if found.replies else {}),
    }


def _enter(session: _Session) -> Outcome:
    with _open(session.options.workspace, Office.AGENCY) as workspace:
        round_ = _round(session, workspace)
        read = entering_files.read(
            session.options.source, round_, workspace.owner, entry.answers(workspace, round_.id), session.words
        )
        store.backup_if_due(workspace, session.now)
        entry.set_answers(workspace, round_, read.given, session.now, entry.IMPORTED)
    session.line("entered", count=len(read.given))
    for line in (*read.refused, *read.told):
        session.complain(line)
    return Outcome(REFUSED if read.refused else DONE)


def _submit(session: _Session) -> Outcome:
    with _open(session.options.workspace, Office.AGENCY) as workspace:
        round_ = _round(session, workspace)
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


def _key(session: _Session, workspace: Workspace, round_: Round) -> SigningKey:
    """Unlock the desk's key; a desk that has never sealed anything makes its key now."""
    passphrase = _passphrase(session)
    if keyring.find(workspace) is not None or submission.sent(workspace, round_.id):
        return keyring.unlock(workspace, passphrase)
    key = keyring.create(workspace, round_.by_id[workspace.owner].name, passphrase, session.now)
    session.line("key-made", code=matching_code(key.fingerprint))
    return key


def _head_key(session: _Session, workspace: Workspace, round_: Round) -> SigningKey:
    """Unlock the key of the agency's head, who approves; the first time makes it."""
    passphrase = _passphrase(session, HEAD_PASSPHRASE, "ask-head-passphrase")
    if keyring.find(workspace, keyring.Role.HEAD) is not None:
        return keyring.unlock(workspace, passphrase, keyring.Role.HEAD)
    holder = workspace.meta("head") or round_.by_id[workspace.owner].name
    key = keyring.create(workspace, holder, passphrase, session.now, keyring.Role.HEAD)
    session.line("head-key-made", code=matching_code(key.fingerprint))
    return key


def _merge(session: _Session) -> Outcome:
    verdicts = []
    with _open(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        store.backup_if_due(workspace, session.now)
        for path in session.options.paths:
            verdicts += [
                (found, verdict)
                for found, verdict in intake.take_all(
                    workspace, path, "command", session.now, provisional=session.options.provisional
                )
            ]
    results = [_merge_result(session, path, verdict) for path, verdict in verdicts]
    if session.options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        for result in results:
            behind = f" ({result['message']})" if result["message"] else ""
            print(f"{result['file']}: {session.words.state(result['result'])}{behind}")
    rejected = any(result["result"] == intake.REJECTED for result in results)
    return Outcome(REFUSED if rejected else DONE)


def _merge_result(session: _Session, path: Path, verdict: intake.Verdict) -> dict[str, Any]:
    if verdict.error is not None:
        message = session.words.error(verdict.error)
    else:
        message = "; ".join(session.words.reason(reason) for reason in verdict.reasons)
    return {
        "file": str(path),
        "result": verdict.state,
        "reasons": list(verdict.reasons),
        "round": verdict.round or None,
        "agency": verdict.agency or None,
        "revision": verdict.revision or None,
        "provisional": verdict.provisional,
        "message": message,
    }


def _digest(session: _Session) -> Outcome:
    with _open(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        print(merged.digest(workspace, session.options.round))
    return Outcome(DONE)


def _report(session: _Session) -> Outcome:
    target: Path = session.options.to
    wanted = session.options.rounds.split(",") if session.options.rounds else None
    with _open(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        parts, state = merged.consolidated(workspace, wanted), merged.digest(workspace)
    write_whole(target, export.render(target.name, parts, state))
    session.line("report-written", file=str(target))
    return Outcome(DONE)


def _doctor(session: _Session) -> Outcome:
    checks = health.self_check(session.now)
    checks.append(health.attempt("window", session.window_check))
    if session.options.workspace:
        checks += health.workspace_check(session.options.workspace)
    for check in checks:
        if check.problem:
            problem = check.problem
            words = session.words.error(problem) if isinstance(problem, ReformDeskError) else str(problem)
            session.complain(session.words.command("doctor-bad", what=check.what, problem=words))
        else:
            session.line("doctor-good", what=f"{check.what} {check.detail}".strip())
    return Outcome(REFUSED if any(check.problem for check in checks) else DONE)
