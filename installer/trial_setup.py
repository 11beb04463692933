"""The trial's steps around the installation: install, upgrade, repair, remove, and what Windows knows of it."""

from __future__ import annotations

import shutil
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer import images, packing, signing
from installer.icons import FILE_TYPES
from installer.places import DIST, PACKAGE, PYTHON, ROOT, SITE, version
from installer.trial import DROPPED_PART, LOWER, OFFSCREEN, TRIED, Trial, differences, digests, expect
from installer.wine import on_windows

_UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\ReformDesk"
_TOO_OLD, _STAYED_OPEN, _NEWER_IS_THERE = 3, 4, 5
_MOST_TIMES_SLOWER = 1.5
# the embeddable Python reads no PYTHONPATH
_UNPACKAGED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from reformdesk.__main__ import main
sys.exit(main(["doctor"]))
"""
_SHORTCUT = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/ReformDesk.lnk"


def refuses_old_windows(trial: Trial) -> None:
    """Windows 7 gets a word and an exit code, and no file."""
    trial.wine.pretend("win7")
    code = trial.run_setup(trial.setup())
    trial.wine.pretend("win10")
    expect(code == _TOO_OLD, f"the installer ended with {code}")
    expect(not trial.program.exists(), "something was written")


def installs_lower_version(trial: Trial) -> None:
    """The same program under a lower number, with a part that the newer version does not have."""
    lower = TRIED / "lower" / PACKAGE.name
    shutil.rmtree(lower, ignore_errors=True)
    shutil.copytree(PACKAGE, lower)
    (lower / DROPPED_PART).write_text("only in the lower version\n", "utf-8")
    packing.settle(lower)
    packing.write_installer(lower, LOWER, trial.setup(LOWER), quickly=True)
    code = trial.run_setup(trial.setup(LOWER))
    expect(code == 0, f"the installer ended with {code}")
    missing = differences(digests(lower), digests(trial.program))
    expect(list(missing) == ["uninstall.exe"], f"differs from what was packed: {missing[:5]}")
    expect(_installed_version(trial) == LOWER, "Windows does not know the version")


def doctor(trial: Trial) -> None:
    """The program checks itself: versions, a signature, a window built."""
    said = trial.done("--lang", "en", "doctor")
    expect("window Qt" in said and "signature" in said, said)


def file_types(trial: Trial) -> None:
    """Each ending has its words, its icon and its command; the start menu has one entry."""
    for place, name in enumerate(FILE_TYPES, 1):
        expect(f"ReformDesk.{name}" in trial.registry(f"Software\\Classes\\.{name}"), f".{name} is not registered")
        said = trial.registry(f"Software\\Classes\\ReformDesk.{name}")
        expect(f"ReformDesk.exe,{place}" in said, f".{name} has no icon")
        expect('ReformDesk.exe" "%1"' in said, f".{name} has no command")
    expect((trial.home / _SHORTCUT).is_file(), "the start menu has no entry")


def faces(trial: Trial) -> None:
    """Every program of ours states its version and has its icon; the program itself has those of its files too."""
    for path, number, least in (
        (trial.setup(), version(), 1),
        (trial.program / "uninstall.exe", LOWER, 1),
        (trial.program / "ReformDesk.exe", version(), 1 + len(FILE_TYPES)),
        (trial.program / "reformdesk-cli.exe", version(), 1),
    ):
        found = images.face(path)
        expect(found.version == number and found.icons >= least, f"{path.name}: {found}")


def signs(_trial: Trial) -> None:
    """A certificate that is given signs an image, and whoever checks it reads the certificate's holder."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Home Affairs on trial")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    given, passphrase, signed = TRIED / "key.p12", TRIED / "passphrase.txt", TRIED / "signed.exe"
    encryption = serialization.BestAvailableEncryption(b"on trial")
    given.write_bytes(pkcs12.serialize_key_and_certificates(b"trial", key, certificate, None, encryption))
    passphrase.write_text("on trial", "utf-8")
    shutil.copy(PACKAGE / "reformdesk-cli.exe", signed)
    signing.sign(signed, {signing.CERTIFICATE: str(given), signing.PASSWORD: str(passphrase)})
    expect(signing.signature_of(signed) == signing.Signature("Home Affairs on trial", is_intact=True), "not signed")


def other_formats(trial: Trial) -> None:
    """Whatever numbers and dates look like on the machine, the state is the same, and the program whole."""
    office = trial.data / "Tỉnh mẫu" / "home-affairs.rdesk"
    before = trial.done("digest", "--workspace", office)
    formats = {"LocaleName": "vi-VN", "sDecimal": ",", "sThousand": ".", "sShortDate": "dd.MM.yy", "iCalendarType": "7"}
    for name, value in formats.items():
        trial.wine.run(["reg", "add", "HKCU\\Control Panel\\International", "/v", name, "/d", value, "/f"])
    expect(trial.done("digest", "--workspace", office) == before, "the state changed")
    trial.done("doctor")


def double_click(trial: Trial) -> None:
    """What Windows does on a double click: the registered command with the file's path; the program runs on.

    Wine's own ``start`` does not find the file types of one user.
    """
    file = trial.home / "Tải xuống" / "đợt báo cáo.rdround"
    file.parent.mkdir(exist_ok=True)
    shutil.copy(next((ROOT / "tests" / "data" / "frozen").rglob("*.rdround")), file)
    command = registered_command(trial.registry("Software\\Classes\\ReformDesk.rdround"))
    opened = trial.wine.start([part.replace("%1", trial.there(file)) for part in command], OFFSCREEN)
    time.sleep(15)
    runs = opened.poll() is None and trial.wine.runs("ReformDesk.exe")
    trial.wine.end()
    expect(runs, "the program does not run")


def upgrades_running(trial: Trial) -> None:
    """The installer waits for a program at its work, and what it works on is whole afterwards."""
    before = digests(trial.data)
    working = trial.wine.start(
        [trial.program / "reformdesk-cli.exe", "demo", "--no-window", "--to", trial.there(trial.home / "second")],
        OFFSCREEN,
    )
    time.sleep(5)
    expect(working.poll() is None, "the program ended before the installer began")
    impatient = trial.wine.run([trial.setup(), "/S", "/WAIT=2"]).code
    expect(impatient == _STAYED_OPEN, f"the installer did not wait: {impatient}")
    expect(working.poll() is None, "the installer ended the program")
    code = trial.wine.run([trial.setup(), "/S", "/WAIT=600"], timeout=900).code
    expect(working.wait(60) == 0, f"the program at its work ended with {working.returncode}")
    trial.wine.settle()
    expect(code == 0, f"the installer ended with {code}")
    expect(_installed_version(trial) == version(), "Windows does not know the new version")
    expect(not (trial.program / DROPPED_PART).exists(), "a part of the lower version was left")
    _expect_whole(trial)
    changed = differences(before, digests(trial.data))
    expect(not changed, f"the upgrade changed {changed[:5]}")
    doctor(trial)


def repairs(trial: Trial) -> None:
    """A missing and a spoilt file are laid anew."""
    (trial.program / "_internal" / "base_library.zip").unlink()
    (trial.program / "_internal" / "python313.dll").write_bytes(b"spoilt")
    code = trial.run_setup(trial.setup())
    expect(code == 0, f"the installer ended with {code}")
    _expect_whole(trial)


def refuses_older(trial: Trial) -> None:
    """An older installer changes nothing where nobody can be asked."""
    code = trial.run_setup(trial.setup(LOWER))
    expect(code == _NEWER_IS_THERE, f"the installer ended with {code}")
    _expect_whole(trial)


def program_folder_is_untouched(trial: Trial) -> None:
    """After all that ran, the program's folder is as it was installed."""
    _expect_whole(trial)


def portable(trial: Trial) -> None:
    """Unpacked on a USB stick, whose drive is the machine's E:, the program runs and writes nothing beside itself."""
    stick = TRIED / "Ổ USB"
    shutil.rmtree(stick, ignore_errors=True)
    place = stick / "Báo cáo CCHC"
    with zipfile.ZipFile(DIST / packing.portable_name(version())) as archive:
        archive.extractall(place)
    drive = trial.wine.prefix / "dosdevices" / "e:"
    drive.unlink(missing_ok=True)
    drive.symlink_to(stick)
    before = digests(stick)
    ended = trial.wine.run(["E:\\Báo cáo CCHC\\ReformDesk\\reformdesk-cli.exe", "--lang", "en", "doctor"], OFFSCREEN)
    expect(ended.code == 0, ended.said)
    expect(not differences(before, digests(stick)), "something was written beside the program")


def start_time(trial: Trial) -> None:
    """The packaged and the unpackaged program start in the same Windows, in turn; the best of three counts."""
    python: list[str | Path] = [PYTHON / "python.exe", "-X", "utf8", "-c", _UNPACKAGED, on_windows(ROOT)]
    packaged: list[str | Path] = [trial.program / "reformdesk-cli.exe", "doctor"]
    expect(SITE.is_dir(), "the build's libraries are not there")
    times: dict[str, list[float]] = {"packaged": [], "unpackaged": []}
    for _ in range(3):
        for name, command in (("unpackaged", python), ("packaged", packaged)):
            started = time.monotonic()
            code = trial.wine.run(command, OFFSCREEN).code
            times[name].append(time.monotonic() - started)
            expect(code == 0, f"the {name} program ended with {code}")
    ratio = min(times["packaged"]) / min(times["unpackaged"])
    trial.figures.append(f"doctor, packaged to unpackaged: {min(times['packaged']):.1f} s, ratio {ratio:.2f}")
    expect(ratio < _MOST_TIMES_SLOWER, f"{ratio:.2f} times")


def uninstalls(trial: Trial) -> None:
    """What was installed goes, by its list; what somebody put beside it, and every file of the user, stays."""
    theirs = trial.program / "Báo cáo của tôi.rdesk"
    theirs.write_bytes(b"a workspace that somebody kept here")
    before = digests(trial.data)
    settings = trial.registry("Software\\ReformDesk\\ReformDesk")
    code = trial.run_silently(trial.program / "uninstall.exe", "/S")
    expect(code == 0, f"the uninstaller ended with {code}")
    left = sorted(digests(trial.program))
    expect(left == [theirs.name], f"left behind: {left[:5]}")
    expect(not differences(before, digests(trial.data)), "the user's files changed")
    expect(trial.registry("Software\\ReformDesk\\ReformDesk") == settings, "the settings changed")
    expect(not trial.registry(_UNINSTALL), "Windows still lists the program")
    expect(
        not any(trial.registry(f"Software\\Classes\\ReformDesk.{name}") for name in FILE_TYPES), "a file type is left"
    )
    expect(not (trial.home / _SHORTCUT).exists(), "the start menu still has its entry")
    shutil.rmtree(trial.program)


def installs_elsewhere(trial: Trial) -> None:
    """``/D=`` takes a folder with diacritics and blanks; the program runs there, and is removed from there."""
    place = trial.home / "Chương trình của Sở" / "Báo cáo CCHC"
    # as Windows hands it on: without quotes, to the end of the line
    switch = f"/D={trial.there(place)}"
    code = trial.run_setup(trial.setup(), *switch.split(" "))
    expect(code == 0, f"the installer ended with {code}")
    expect((place / "ReformDesk.exe").is_file(), "it was not installed there")
    trial.done("--lang", "vi", "doctor", program=place)
    code = trial.run_silently(place / "uninstall.exe", "/S")
    expect(code == 0 and not place.exists(), f"the removal left something, or ended with {code}")


def registered_command(said: str) -> list[str]:
    """Return the program and its arguments that the registry names, from what it says of a file type."""
    (line,) = [line for line in said.splitlines() if '"%1"' in line]
    return [part for part in line.partition("REG_SZ")[2].strip().split('"') if part.strip()]


def _installed_version(trial: Trial) -> str:
    lines = trial.registry(_UNINSTALL).splitlines()
    return next((line.split()[-1] for line in lines if "DisplayVersion" in line), "")


def _expect_whole(trial: Trial) -> None:
    found = differences(digests(PACKAGE), digests(trial.program))
    expect(list(found) == ["uninstall.exe"], f"the program's folder differs from what was packed: {found[:5]}")
