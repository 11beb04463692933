"""The set-up: what it asks of the machine, that it comes to an end, and that the lock is whole.

The script runs for real, in a small checkout of its own; what would change the machine (apt, sudo,
Python's package installer) is played by small programs that write down how they were called.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
APART = "tests/outsider/requirements.lock"
"""The packages of what reads the exports as others do."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="on Windows a developer sets up by hand")

# Stands for Python: makes an environment whose own Python is this very script.
FAKE_PYTHON = """#!/bin/sh
echo "python $*" >>"$RECORD"
case "$*" in
"-m venv"*)
    for place; do :; done
    mkdir -p "$place/bin" "$place/site"
    cp "$0" "$place/bin/python" ;;
"-c import ensurepip") exit "${NO_ENSUREPIP:-0}" ;;
"-m pip --version") case "$0" in *.venv*) exit "${NO_ENSUREPIP:-0}" ;; *) exit "${NO_PIP:-0}" ;; esac ;;
"-V") echo "Python 3.11.2" ;;
*sysconfig*) echo "${0%/bin/python}/site" ;;
*install*) exit "${PIP_FAILS:-0}" ;;
esac
"""
RECORDER = '#!/bin/sh\necho "$(basename "$0") $*" >>"$RECORD"\n'
PROGRAMS = {
    "dpkg-query": '#!/bin/sh\nprintf "installed %s\\n" $INSTALLED\n',
    "apt-cache": '#!/bin/sh\ncase "$2" in *t64) exit 1 ;; esac\n',
    "apt-get": RECORDER + 'case "$*" in *install*) exit "${APT_FAILS:-0}" ;; esac\n',
    "sudo": RECORDER + "exit 1\n",
    "id": '#!/bin/sh\necho "${USER_ID:-0}"\n',
    "uv": RECORDER,
}
# all else that the script calls; nothing else of this machine is on its path
TOOLS = ("basename", "cat", "chmod", "cp", "dirname", "env", "mkdir", "readlink", "rm", "sed", "sha256sum", "tr")


@dataclass
class Checkout:
    """A checkout with a lock and the set-up script, on a machine of the test's making."""

    path: Path
    machine: Path
    environment: dict[str, str]

    def setup(self, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.path / "installer" / "setup.sh"],
            env=self.environment | changes,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def calls(self, program: str) -> list[str]:
        """Return how ``program`` was called since the last time this was asked, and forget all calls."""
        record = Path(self.environment["RECORD"])
        lines = record.read_text("utf-8").splitlines() if record.exists() else []
        record.unlink(missing_ok=True)
        return [line.partition(" ")[2] for line in lines if line.startswith(f"{program} ")]


def all_packages() -> list[str]:
    script = (ROOT / "installer" / "setup.sh").read_text("utf-8")
    found = re.search(r'^packages="([^"]+)"', script, re.MULTILINE)
    assert found
    return [name.split("|")[-1] for name in found[1].split()]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    path = tmp_path / "Báo cáo CCHC 2024"
    (path / "installer").mkdir(parents=True)
    shutil.copy(ROOT / "installer" / "setup.sh", path / "installer" / "setup.sh")
    (path / "requirements.lock").write_text("anything==1\n", "utf-8")
    (path / "tests" / "outsider").mkdir(parents=True)
    (path / APART).write_text("reader==1\n", "utf-8")
    machine = tmp_path / "bin"
    machine.mkdir()
    for name, source in (PROGRAMS | {"python3": FAKE_PYTHON}).items():
        (machine / name).write_text(source, "utf-8")
        (machine / name).chmod(0o755)
    for name in TOOLS:
        (machine / name).symlink_to(shutil.which(name) or name)
    environment = {
        "PATH": str(machine),
        "RECORD": str(tmp_path / "record"),
        "INSTALLED": " ".join(all_packages()),
    }
    return Checkout(path, machine, environment)


def test_the_environment_is_made_from_the_lock_with_hashes(checkout: Checkout) -> None:
    done = checkout.setup()

    assert done.returncode == 0, done.stderr
    calls = checkout.calls("python")
    assert "-m pip install --quiet --require-hashes -r requirements.lock" in calls
    assert f"-m pip install --quiet --require-hashes --target .venv/outsider -r {APART}" in calls
    assert (checkout.path / ".venv/site/reformdesk.pth").read_text("utf-8") == f"{checkout.path}\n"
    assert os.access(checkout.path / ".venv/bin/reformdesk", os.X_OK)


def test_the_launcher_passes_its_arguments_on(checkout: Checkout, tmp_path: Path) -> None:
    checkout.setup()
    checkout.calls("python")
    link = tmp_path / "reformdesk"
    link.symlink_to(checkout.path / ".venv/bin/reformdesk")

    subprocess.run([link, "demo", "--to", "a b"], env=checkout.environment, check=True)

    assert checkout.calls("python") == ["-P -m reformdesk demo --to a b"]


def test_where_nothing_is_to_be_done_it_ends_within_a_second(checkout: Checkout) -> None:
    checkout.setup()
    checkout.calls("python")

    started = time.monotonic()
    done = checkout.setup()

    assert time.monotonic() - started < 1
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert checkout.calls("python") == ["-V"]


@pytest.mark.parametrize("change", ["lock", "lock apart", "moved", "launcher gone", "interrupted"])
def test_what_is_out_of_date_is_made_again(checkout: Checkout, change: str) -> None:
    checkout.setup()
    if change == "lock":
        (checkout.path / "requirements.lock").write_text("anything==2\n", "utf-8")
    elif change == "lock apart":
        (checkout.path / APART).write_text("reader==2\n", "utf-8")
    elif change == "moved":
        checkout.path = checkout.path.rename(checkout.path.with_name("elsewhere"))
    elif change == "launcher gone":
        (checkout.path / ".venv/bin/reformdesk").unlink()
    else:
        (checkout.path / "requirements.lock").write_text("anything==2\n", "utf-8")
        assert checkout.setup(PIP_FAILS="1").returncode == 1
        (checkout.path / "requirements.lock").write_text("anything==1\n", "utf-8")
    checkout.calls("python")

    assert checkout.setup().returncode == 0

    assert "-m pip install --quiet --require-hashes -r requirements.lock" in checkout.calls("python")
    assert (checkout.path / ".venv/site/reformdesk.pth").read_text("utf-8") == f"{checkout.path}\n"


def test_root_installs_only_what_is_missing(checkout: Checkout) -> None:
    present = [name for name in all_packages() if name not in {"libegl1", "libglib2.0-0"}]

    done = checkout.setup(INSTALLED=" ".join(present))

    assert done.returncode == 0, done.stderr
    assert checkout.calls("apt-get") == [
        "-qq update",
        "-qq -y --no-install-recommends install libegl1 libglib2.0-0",
    ]


def test_a_library_under_its_newer_name_is_not_missing(checkout: Checkout) -> None:
    present = ["libglib2.0-0t64" if name == "libglib2.0-0" else name for name in all_packages()]

    checkout.setup(INSTALLED=" ".join(present))

    assert checkout.calls("apt-get") == []


def test_without_root_it_names_the_command_and_goes_on(checkout: Checkout) -> None:
    present = [name for name in all_packages() if name != "libegl1"]

    done = checkout.setup(USER_ID="1000", INSTALLED=" ".join(present))

    assert done.returncode == 0
    assert "run: sudo apt-get install --no-install-recommends libegl1\n" in done.stderr
    assert "only an administrator can install them: libegl1\n" in done.stderr
    assert (checkout.path / ".venv/bin/reformdesk").exists()
    assert checkout.calls("apt-get") == []


def test_a_failing_package_manager_does_not_stop_it(checkout: Checkout) -> None:
    present = [name for name in all_packages() if name != "libegl1"]

    done = checkout.setup(APT_FAILS="100", INSTALLED=" ".join(present))

    assert done.returncode == 0
    assert "run: apt-get install --no-install-recommends libegl1\n" in done.stderr


def test_pythons_missing_part_is_asked_for(checkout: Checkout) -> None:
    checkout.setup(NO_ENSUREPIP="1")

    assert "-qq -y --no-install-recommends install python3-venv" in checkout.calls("apt-get")


@pytest.mark.parametrize(
    ("no_pip", "program", "call"),
    [
        ("0", "python", "-m pip --python .venv/bin/python install --quiet --require-hashes -r requirements.lock"),
        ("1", "uv", "pip install --python .venv/bin/python --quiet --require-hashes -r requirements.lock"),
    ],
)
def test_without_ensurepip_another_installer_does(checkout: Checkout, no_pip: str, program: str, call: str) -> None:
    done = checkout.setup(NO_ENSUREPIP="1", NO_PIP=no_pip, USER_ID="1000")

    assert done.returncode == 0, done.stderr
    assert call in checkout.calls(program)


def test_without_any_installer_it_says_what_to_run(checkout: Checkout) -> None:
    (checkout.machine / "uv").unlink()

    done = checkout.setup(NO_ENSUREPIP="1", NO_PIP="1", USER_ID="1000")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("Run: sudo apt-get install python3-venv")


def test_no_network_is_one_clear_line(checkout: Checkout) -> None:
    done = checkout.setup(PIP_FAILS="1")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("Is there a network? Then run make setup again.")
    assert not (checkout.path / ".venv/.ready").exists()


def locked(name: str = "requirements.lock") -> dict[str, tuple[Version, int]]:
    """Return each locked package's version and how many files it may come as."""
    lock = (ROOT / name).read_text("utf-8")
    blocks = re.findall(r"^([\w.-]+)==(\S+).*((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)", lock, re.MULTILINE)
    return {canonicalize_name(name): (Version(version), hashes.count("sha256:")) for name, version, hashes in blocks}


@pytest.mark.parametrize("name", ["requirements.lock", APART])
def test_every_line_of_a_lock_is_a_pinned_package_with_hashes_or_a_comment(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pinned = re.compile(r"[\w.-]+==\S+( ;[^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|\s*#.*|")

    assert [line for line in lock.splitlines() if not pinned.fullmatch(line)] == []
    assert "://" not in lock
    assert len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE)) == len(locked(name)) > 0


def test_what_reads_exports_is_not_loaded_by_the_program() -> None:
    """sqlite-utils and openpyxl load pandas and numpy wherever these are installed."""
    assert not {"pandas", "numpy"} & locked().keys()
    assert {"pandas", "sdmx1"} <= locked(APART).keys()


def test_the_lock_answers_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(text) for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]
    versions = locked()

    assert [str(one) for one in wanted if canonicalize_name(one.name) not in versions] == []
    assert [str(one) for one in wanted if versions[canonicalize_name(one.name)][0] not in one.specifier] == []


def test_every_imported_package_is_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    suppliers = packages_distributions()

    for path in (ROOT / "reformdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"reformdesk"}:
                supplied = {canonicalize_name(name) for name in suppliers.get(top, [])}
                assert supplied & declared, f"{path.name} imports {top}"


@pytest.mark.parametrize("name", ["pyside6-essentials", "shiboken6", "cryptography", "lxml", "cffi", "rpds-py"])
def test_what_is_built_for_each_system_is_locked_for_all(name: str) -> None:
    assert locked()[name][1] >= 4  # Linux and Windows, two machines each
