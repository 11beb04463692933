"""The guide's pages for integrators: what they tell to run is run, and what comes of it is accepted."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reformdesk.assets import resource
from reformdesk.core import decisions, merged, store
from reformdesk.core.standing import Reason
from reformdesk.exchange.keys import matching_code
from reformdesk.office import sdmx
from reformdesk.sentences import ERRORS
from reformdesk.words import LANGUAGES
from tests.commands import Command, merge_json
from tests.demo import AGENCY, LATER, NEWEST, without_pins, without_submissions

_BLOCK = re.compile(r"^```\n(.*?\n)```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
TOOLS = ("sh", "openssl", "zip", "unzip", "base32", "tr", "head")


def page(language: str, name: str) -> str:
    return resource("help", language, f"{name}.md").read_text("utf-8")


def blocks(language: str = "en") -> list[str]:
    return _BLOCK.findall(page(language, "integrators"))


def run(lines: str, folder: Path) -> str:
    said = subprocess.run(["sh", "-e", "-c", lines], cwd=folder, capture_output=True, text=True, check=False)
    assert said.returncode == 0, (lines, said.stderr)
    return said.stdout.strip()


def test_both_languages_tell_to_run_the_same() -> None:
    assert len({tuple(blocks(language)) for language in LANGUAGES}) == 1
    for name in ("integrators-rules", "report-data"):
        assert len({frozenset(_CODE.findall(page(language, name))) for language in LANGUAGES}) == 1


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="the page's tools are not on this machine")
def test_what_the_page_tells_to_run_makes_a_submission_that_counts(
    demo: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    folder = tmp_path / "hệ thống"
    (folder / "box" / "META-INF").mkdir(parents=True)
    shutil.copy2(demo / "rounds" / f"{NEWEST}.rdround", folder / "round.rdround")
    make_key, code, read_round, document, manifest, digest, pack = blocks()
    run(make_key, folder)
    round_digest = run(read_round, folder).split()[-2]
    rules = json.loads((folder / "round" / "round.json").read_bytes())["catalogue"]["rules"]
    rules_digest = hashlib.sha256(json.dumps(rules, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    filled = document.replace("ROUND-DIGEST", round_digest).replace("RULES-DIGEST", rules_digest)
    (folder / "box" / "submission.json").write_text(filled, "utf-8")
    told = manifest.replace("BASE64-DIGEST", run(digest, folder))
    (folder / "box" / "META-INF" / "ASiCManifest001.xml").write_text(told, "utf-8")
    run(pack, folder)

    without_submissions(office)
    without_pins(office)
    assert command("verify", folder / "out.rdsub").code == 0
    _, (result,) = merge_json(command, office, folder / "out.rdsub")
    assert (result["result"], result["reasons"]) == ("waiting", ["key-unknown"])
    with store.open_workspace(office) as workspace:
        (one,) = merged.received(workspace, NEWEST)
        assert run(code, folder) == matching_code(one.signer).replace(" ", "")
        decisions.pin_key(workspace, one.digest, one.signer, LATER, "Lan")
        share = merged.total(workspace, NEWEST, "legal-documents-issued").shares[0]
        assert (share.agency, share.submission, str(share.value)) == (
            AGENCY,
            one.digest,
            "Number(amount=Decimal('24'), unit='')",
        )
        assert workspace.rows("SELECT agency FROM standing WHERE counts = 1", {}) == [{"agency": AGENCY}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_codes_on_the_page_are_the_program_s(language: str) -> None:
    table = [line for line in page(language, "integrators-rules").splitlines() if line.startswith("| `")]
    codes = {code for line in table for code in _CODE.findall(line)}
    assert len(codes) == 13
    assert codes - ERRORS.keys() - {one.value for one in Reason} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_on_the_page_are_those_of_the_file(language: str) -> None:
    named = {
        code for code in _CODE.findall(page(language, "report-data")) if re.fullmatch(r"[A-Z]{4,}(_[A-Z]+)*", code)
    }
    assert len(named) > 8
    assert named - set(sdmx.COLUMNS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schemas_on_the_pages_are_there(language: str) -> None:
    named = {
        code for code in _CODE.findall(page(language, "report-data")) if re.fullmatch(r"report\.\w+(\.json)+", code)
    }
    assert named == {"report.schema.json", "report.table.json"}
    for name in (*named, *(f"{one}.schema.json" for one in ("round", "submission", "reply", "value"))):
        assert resource("schemas", name).is_file()
