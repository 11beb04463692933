"""Commands for anyone: the sample province, checking files, and the program itself."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from reformdesk import screen
from reformdesk.cli.session import DONE, PASSPHRASE, REFUSED, Outcome, Session, open_workspace
from reformdesk.core import health, proof, reporting, sample, store
from reformdesk.core.outfile import write_whole
from reformdesk.errors import ReformDeskError
from reformdesk.exchange.keys import matching_code
from reformdesk.office import export
from reformdesk.sentences import KINDS


def demo(session: Session) -> Outcome:
    """Play the sample province into a folder."""
    target: Path = session.options.to

    def progress(round_id: str, number: int, count: int) -> None:
        if number == count:
            session.line("demo-playing", round=round_id, number=number, count=count)
            sys.stdout.flush()

    passphrase = os.environ.get(PASSPHRASE) or sample.DEFAULT_PASSPHRASE
    path = sample.play(target, passphrase, progress)
    with store.open_workspace(path) as workspace:
        report = reporting.read(workspace)
        for name in ("report.xlsx", "report.docx", "report.csv"):
            write_whole(target / name, export.render(name, report))
    session.line("demo-done", folder=str(target), digest=report.state)
    return Outcome(DONE, None if session.options.no_window or not screen.is_there() else path)


def verify(session: Session) -> Outcome:
    """Check exchange files."""
    workspace = open_workspace(session.options.workspace) if session.options.workspace else None
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


def _verify_line(session: Session, found: proof.Proof) -> str:
    if found.problem is not None:
        return session.words.command("unsound", problem=session.words.error(found.problem))
    signers = ", ".join(_signer_words(session, seal) for seal in found.seals)
    if found.kind == proof.INSTALLER:
        return session.words.command("sound-installer", version=found.version, signers=signers)
    return session.words.command(
        "sound",
        kind=session.words.of(KINDS, "kinds", found.kind),
        round=found.round,
        agency=found.agency,
        revision=found.revision or 1,
        signers=signers,
    )


def _signer_words(session: Session, seal: proof.Seal) -> str:
    """Return who sealed: the name, the code, whether an authority issued the certificate, whether the key is known."""
    facts = [matching_code(seal.fingerprint)]
    if seal.issuer:
        facts.append(session.words.command("certified", issuer=seal.issuer))
    if seal.trusted is not None:
        facts.append(session.words.command("key-known" if seal.trusted else "key-not-known"))
    return f"{seal.name} ({', '.join(facts)})"


def _verify_result(session: Session, path: Path, found: proof.Proof) -> dict[str, Any]:
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


def doctor(session: Session) -> Outcome:
    """Check the program itself, and a workspace where one is given."""
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
