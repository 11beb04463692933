"""The house's rules: who may import whom, and what stands in one place only.

A rule is a function from the modules of a package to the breaches it finds, so that each can be
tried on the real package and on a small one that breaks it.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "reformdesk"

# Core's stages in the order of the data's flow; each imports only those before it.
# A new module is entered here, where it belongs.
STAGES = (
    "text",
    "nesting",
    "ways",
    "collation",
    "wording",
    "legacy_text",
    "periods",
    "outfile",
    "drives",
    "safe_places",
    "whereabouts",
    "changes",
    "shapes",
    "catalogue",
    "catalogue_reading",
    "organisation",
    "number_style",
    "listed_rows",
    "list_headings",
    "listed_indicators",
    "values",
    "answers",
    "rates",
    "inherited",
    "rounds",
    "breaks",
    "earlier_rounds",
    "printed_editions",
    "like_periods",
    "outliers",
    "issues",
    "round_layout",
    "register",
    "reorganising",
    "register_rounds",
    "successors",
    "wired",
    "edition",
    "table_edits",
    "indicator_edits",
    "agency_edits",
    "edition_edits",
    "form_lines",
    "comparison",
    "checks",
    "standstill",
    "corrections",
    "annexes",
    "chronicle",
    "deciding",
    "moved_decisions",
    "migrations",
    "schema",
    "backups",
    "store",
    "journal",
    "arrivals",
    "office_files",
    "phrases",
    "entry_desk",
    "keyring",
    "second_place",
    "drafts",
    "entry",
    "requests",
    "units",
    "breakdowns",
    "narratives",
    "enclosures",
    "parts",
    "pasting",
    "pasted_table",
    "reporting_names",
    "agency_draft",
    "listed_names",
    "agency_list",
    "agency_list_form",
    "table_heads",
    "guessed_values",
    "edition_problem",
    "table_checks",
    "rule_checks",
    "edition_checks",
    "edition_change",
    "set_changes",
    "agency_changes",
    "edition_changes",
    "catalogue_draft",
    "catalogue_writing",
    "listed_places",
    "listed_consolidation",
    "listed_tables",
    "indicator_list",
    "indicator_list_form",
    "proposals",
    "filing",
    "round_labels",
    "letters",
    "history",
    "soundness",
    "restoring",
    "pins",
    "returns",
    "roundbook",
    "edition_draft",
    "updates",
    "part_taking",
    "founding",
    "recovery_file",
    "inbox",
    "submission",
    "refounding",
    "handover",
    "trial",
    "request_states",
    "evidence",
    "deadlines",
    "receiving",
    "opening_evidence",
    "standing",
    "judgement",
    "recoveries",
    "decisions",
    "settling",
    "intake",
    "watching",
    "tallies",
    "consolidation",
    "folded",
    "remarks",
    "closing_document",
    "arrival_days",
    "report",
    "origin",
    "rekeying",
    "rekeying_order",
    "seams",
    "seam_text",
    "charted",
    "report_charts",
    "cover_figures",
    "cover_text",
    "adjusting",
    "what_counts",
    "round_totals",
    "merged",
    "entered",
    "comparing",
    "figures",
    "rounds_compared",
    "rekeyed",
    "past_totals",
    "rule_trials",
    "lineage",
    "closings",
    "refolding",
    "closed_report",
    "agency_report",
    "round_correction",
    "joining",
    "foreseeing",
    "conflicts",
    "board",
    "reporting",
    "recomputing",
    "closing_overview",
    "reminders",
    "replies",
    "recovery_writing",
    "office_handover",
    "proof",
    "health",
    "sample",
)
# What office may see of core: types without a store behind them.
OFFICE_SEES = {
    "text",
    "legacy_text",
    "number_style",
    "listed_rows",
    "shapes",
    "catalogue",
    "catalogue_reading",
    "organisation",
    "values",
    "answers",
    "rates",
    "inherited",
    "rounds",
    "breaks",
    "printed_editions",
    "like_periods",
    "outliers",
    "round_layout",
    "form_lines",
    "comparison",
    "checks",
    "annexes",
    "tallies",
    "consolidation",
    "remarks",
    "closing_document",
    "arrival_days",
    "report",
    "origin",
    "reporting_names",
    "seams",
    "seam_text",
    "charted",
    "report_charts",
    "cover_figures",
    "cover_text",
}

# Which parts a part may import. The empty part is the package itself (its version).
FOR_ALL = {"", "errors", "assets"}
LAYERS = {
    "exchange": {"exchange"},
    "core": {"core", "exchange"},
    "office": {"office", "core"},
    "words": {
        *("core", "sentences", "edition_sentences", "form_sentences", "office_sentences", "report_sentences"),
        *("list_sentences", "update_sentences"),
    },
    "edition_sentences": {"sentences"},
    "edition_note_sentences": {"sentences"},
    "edition_words": {"core", "words", "edition_note_sentences", "edition_sentences"},
    "series_words": {"core", "words", "edition_sentences"},
    "sentences": set[str](),
    "form_sentences": {"sentences"},
    "office_sentences": {"sentences"},
    "report_sentences": {"sentences"},
    "conflict_sentences": {"sentences"},
    "entering_files": {"core", "office", "words"},
    "issuing_files": {"core", "exchange", "office"},
    "reminder_sentences": {"sentences"},
    "report_checking": {"core", "office"},
    "list_sentences": {"sentences"},
    "list_files": {"core", "office", "words", "list_sentences"},
    "rekeying_sentences": {"sentences"},
    "rekeying_files": {"core", "office", "words", "rekeying_sentences"},
    "reminding": {"core", "office", "words", "reminder_sentences"},
    "update_files": {"core", "exchange"},
    "update_sentences": {"sentences"},
    "filling_sentences": {"sentences"},
    "filling": {"core", "office", "words", "filling_sentences"},
    "outlier_words": {"core", "words", "office_sentences"},
    "inherited_words": {"core", "words", "edition_sentences"},
    "cli": {
        *("cli", "core", "exchange", "office", "words", "sentences", "screen"),
        *("edition_words", "entering_files", "filling", "issuing_files", "list_files", "reminding"),
        *("rekeying_files", "report_checking"),
    },
    "ui": {
        *("ui", "core", "exchange", "office", "words", "sentences", "conflict_sentences"),
        *(
            "edition_note_sentences",
            "edition_words",
            "filling",
            "issuing_files",
            "list_files",
            "reminding",
            "rekeying_files",
            "outlier_words",
            "inherited_words",
            "series_words",
            "report_checking",
            "update_files",
        ),
    },
    "screen": set[str](),
    "__main__": {"cli", "screen", "ui"},
    "errors": set[str](),
    "assets": set[str](),
    "": set[str](),
}
# Outside packages that belong to one place: package -> the modules or parts that may import it.
HOMES = {
    "PySide6": ("ui", "words"),
    "shiboken6": ("ui",),
    "pyhanko": ("exchange.cades", "exchange.pades", "exchange.tokens"),
    "pyhanko_certvalidator": ("exchange.cades", "exchange.pades", "exchange.tokens"),
    "cryptography": ("exchange",),
    "openpyxl": ("office",),
    "docx": ("office",),
    "sqlite3": ("core",),
    "sqlite_utils": ("core",),
}
MAX_LINES = 450
NAMES_OF_NOTHING = {"common", "helper", "helpers", "misc", "util", "utils"}


@dataclass(frozen=True)
class Module:
    """One source file; ``name`` is dotted and relative to the package (``core.store``, ``ui``)."""

    name: str
    source: str
    tree: ast.Module
    imports: frozenset[str]

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]

    def within(self, place: str) -> bool:
        return self.name == place or self.name.startswith(f"{place}.")


Rule = Callable[[list[Module]], Iterator[str]]


def read_package(folder: Path) -> list[Module]:
    """Return the modules of the package ``reformdesk`` that lies in ``folder``."""
    paths = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    names = {_name(path.relative_to(folder)): path for path in paths}
    return [_read(name, path, set(names)) for name, path in names.items()]


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _read(name: str, path: Path, known: set[str]) -> Module:
    source = path.read_text("utf-8")
    tree = ast.parse(source, str(path))
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return Module(name, source, tree, frozenset(_imports(tree, package, known)))


def _imports(tree: ast.Module, package: str, known: set[str]) -> Iterator[str]:
    """Yield every imported module's full name, whether imported at the top, in a function or for types."""
    here = ["reformdesk", *filter(None, package.split("."))]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + 1] if node.level else []
            source = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield inner if inner.removeprefix("reformdesk.") in known else source


def _inner(module: Module) -> Iterator[str]:
    """Yield what ``module`` imports of the package, as names relative to it."""
    for full in sorted(module.imports):
        if full == "reformdesk" or full.startswith("reformdesk."):
            yield full.removeprefix("reformdesk").removeprefix(".")


def _calls(module: Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


def imports_run_one_way(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.part not in LAYERS:
            yield f"{module.name}: a new part of the package; enter it in LAYERS"
            continue
        for target in _inner(module):
            part = target.partition(".")[0]
            if part not in LAYERS[module.part] | FOR_ALL:
                yield f"{module.name} imports {target}"


def stages_import_earlier_stages(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if not module.name.startswith("core."):
            continue
        stage = module.name.split(".")[1]
        if stage not in STAGES:
            yield f"{module.name}: a new stage; enter it in STAGES where it belongs"
            continue
        for target in _inner(module):
            other = target.partition("core.")[2].partition(".")[0]
            if target == "core":
                yield f"{module.name} imports core as a whole; name the stage"
            elif other in STAGES and STAGES.index(other) > STAGES.index(stage):
                yield f"{module.name} imports the later stage {other}"


def office_sees_types_only(modules: list[Module]) -> Iterator[str]:
    imported = {module.name: set(_inner(module)) for module in modules}
    for module in modules:
        if module.part == "office":
            for target in imported[module.name]:
                if target.startswith("core.") and target.split(".")[1] not in OFFICE_SEES:
                    yield f"{module.name} imports {target}"
        elif module.part == "core" and module.name.partition("core.")[2] in OFFICE_SEES:
            for target in imported[module.name]:
                if target.startswith("core.") and target.split(".")[1] not in OFFICE_SEES:
                    yield f"{module.name}, which office sees, imports {target}"


def outside_packages_stay_home(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for full in sorted(module.imports):
            homes = HOMES.get(full.partition(".")[0])
            if homes is not None and not any(module.within(home) for home in homes):
                yield f"{module.name} imports {full}, which belongs to {' and '.join(homes)}"


def words_need_no_windows(modules: list[Module]) -> Iterator[str]:
    """The command line prints the words on servers without a screen."""
    for module in modules:
        for full in module.imports if module.part == "words" else ():
            if full.startswith("PySide6") and full != "PySide6.QtCore":
                yield f"{module.name} imports {full}"


def only_migrations_create_tables(modules: list[Module]) -> Iterator[str]:
    statement = re.compile(
        r"\b(create|alter|drop)\s+((temp|temporary|virtual)\s+)?(table|view|trigger)\b", re.IGNORECASE
    )
    for module in modules:
        if module.name == "core.migrations":
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.search(node.value):
                yield f"{module.name}:{node.lineno} changes the schema"
        for name, line in _calls(module):
            if name in {"create_table", "create_view", "add_column", "enable_fts"}:
                yield f"{module.name}:{line} calls {name}"


_SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|PRAGMA)\s")


def sql_stays_in_core(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for node in ast.walk(module.tree) if module.part != "core" else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
                yield f"{module.name}:{node.lineno} speaks SQL"


def sql_is_never_pieced_together(modules: list[Module]) -> Iterator[str]:
    """A PRAGMA takes no parameters, so that store's fixed list of them may be formatted."""
    for module in modules:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.JoinedStr):
                continue
            first = node.values[0] if node.values else None
            text = first.value if isinstance(first, ast.Constant) else ""
            pragma = module.name == "core.store" and str(text).startswith("PRAGMA ")
            if isinstance(text, str) and _SQL.match(text) and not pragma:
                yield f"{module.name}:{node.lineno} builds SQL from strings"


def message_boxes_open_in_one_place(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.name == "ui.messages":
            continue
        for node in ast.walk(module.tree):
            names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()
            if isinstance(node, ast.Attribute):
                names = {node.attr}
            if names & {"QMessageBox", "QErrorMessage"}:
                yield f"{module.name} knows QMessageBox"


def only_the_command_line_prints(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for name, line in _calls(module) if module.part != "cli" else ():
            if name == "print":
                yield f"{module.name}:{line} prints"


def exchange_asks_no_clock(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for name, line in _calls(module) if module.part == "exchange" else ():
            if name in {"now", "utcnow", "today", "time", "time_ns"}:
                yield f"{module.name}:{line} asks the clock"


def files_are_short(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        lines = module.source.count("\n")
        if lines > MAX_LINES:
            yield f"{module.name} has {lines} lines"


def modules_are_named_for_what_they_do(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if NAMES_OF_NOTHING & set(module.name.split(".")):
            yield f"{module.name} says nothing about its content"


RULES: list[Rule] = [
    imports_run_one_way,
    stages_import_earlier_stages,
    office_sees_types_only,
    outside_packages_stay_home,
    words_need_no_windows,
    only_migrations_create_tables,
    sql_stays_in_core,
    sql_is_never_pieced_together,
    message_boxes_open_in_one_place,
    only_the_command_line_prints,
    exchange_asks_no_clock,
    files_are_short,
    modules_are_named_for_what_they_do,
]

BREACHES: list[tuple[Rule, str, str]] = [
    (imports_run_one_way, "exchange/asice.py", "from reformdesk.core.store import Workspace"),
    (imports_run_one_way, "core/entry.py", "from reformdesk import words"),
    (imports_run_one_way, "core/entry.py", "from ..ui import theme"),
    (imports_run_one_way, "core/entry.py", "def late():\n    import reformdesk.office.export"),
    (imports_run_one_way, "office/export.py", "from reformdesk.exchange import keys"),
    (imports_run_one_way, "ui/theme.py", "from reformdesk.cli import run"),
    (imports_run_one_way, "cli/office.py", "from reformdesk.ui.theme import Theme"),
    (imports_run_one_way, "errors.py", "from reformdesk import words"),
    (imports_run_one_way, "plugins/one.py", ""),
    (stages_import_earlier_stages, "core/values.py", "from reformdesk.core import entry"),
    (stages_import_earlier_stages, "core/values.py", "from .store import Workspace"),
    (stages_import_earlier_stages, "core/values.py", "import reformdesk.core.entry as later"),
    (stages_import_earlier_stages, "core/values.py", "from reformdesk.core import *"),
    (stages_import_earlier_stages, "core/novelty.py", ""),
    (office_sees_types_only, "office/export.py", "from reformdesk.core import store"),
    (office_sees_types_only, "core/values.py", "from reformdesk.core.store import Workspace"),
    (outside_packages_stay_home, "core/entry.py", "from PySide6.QtCore import QObject"),
    (outside_packages_stay_home, "exchange/asice.py", "from pyhanko.sign import signers"),
    (outside_packages_stay_home, "core/entry.py", "import openpyxl"),
    (outside_packages_stay_home, "ui/theme.py", "import sqlite3"),
    (outside_packages_stay_home, "ui/theme.py", "from sqlite_utils import Database"),
    (outside_packages_stay_home, "cli/office.py", "import docx.document"),
    (words_need_no_windows, "words.py", "from PySide6.QtWidgets import QWidget"),
    (only_migrations_create_tables, "core/store.py", "sql = 'create table if not exists answer (id integer)'"),
    (only_migrations_create_tables, "core/store.py", "db['answer'].add_column('note')"),
    (sql_stays_in_core, "ui/theme.py", "rows = workspace.rows('SELECT 1 FROM files')"),
    (sql_is_never_pieced_together, "core/entry.py", "rows = f'SELECT value FROM {table}'"),
    (message_boxes_open_in_one_place, "ui/theme.py", "from PySide6.QtWidgets import QMessageBox"),
    (message_boxes_open_in_one_place, "ui/theme.py", "QtWidgets.QMessageBox.warning(None, '', '')"),
    (only_the_command_line_prints, "core/entry.py", "print('saved')"),
    (exchange_asks_no_clock, "exchange/cades.py", "signed_at = datetime.now(UTC)"),
    (files_are_short, "core/entry.py", "x = 1\n" * (MAX_LINES + 1)),
    (modules_are_named_for_what_they_do, "core/utils.py", ""),
]


@pytest.fixture(scope="module")
def package() -> list[Module]:
    return read_package(PACKAGE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps(rule: Rule, package: list[Module]) -> None:
    assert list(rule(package)) == []


@pytest.mark.parametrize(("rule", "path", "source"), BREACHES)
def test_a_breach_is_found(rule: Rule, path: str, source: str, tmp_path: Path) -> None:
    files = {"core/store.py": "", "core/entry.py": "", "core/values.py": "", "ui/theme.py": "", "words.py": ""}
    files |= {
        "cli/__init__.py": "",
        "cli/office.py": "",
        "office/export.py": "",
        "exchange/keys.py": "",
        "errors.py": "",
        "__init__.py": "",
    }
    files |= {f"{part}/__init__.py": "" for part in ("core", "ui", "office", "exchange")}
    for name, content in files.items():
        _write(tmp_path / name, content)
    assert list(rule(read_package(tmp_path))) == []

    _write(tmp_path / path, source)
    assert list(rule(read_package(tmp_path))) != []


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_every_rule_has_a_breach() -> None:
    assert {rule for rule, _, _ in BREACHES} == set(RULES)


def test_core_exchange_and_office_load_without_qt() -> None:
    script = dedent("""
        import importlib, pkgutil, sys

        class NoQt:
            def find_spec(self, name, path=None, target=None):
                if name.partition(".")[0] in {"PySide6", "shiboken6"}:
                    raise ImportError(name)

        sys.meta_path.insert(0, NoQt())
        for part in ("core", "exchange", "office"):
            package = importlib.import_module(f"reformdesk.{part}")
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                importlib.import_module(module.name)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PACKAGE.parent, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
