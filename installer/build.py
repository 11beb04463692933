"""``make installer``: from the pinned inputs to the installer, the portable copy and their lists in ``dist/``."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import freeze, inputs, interpreter, listing, packing, signing, stdlib, stubs
from installer.places import DIST, PACKAGE, PREFIX, SITE, version
from installer.wine import Wine

MOST_BYTES = 25_000_000
"""The line is weak: the installer stays below this."""
_PROGRAMS = ("wine", "wineserver", "makensis", "osslsigncode", "x86_64-w64-mingw32-gcc")


def main(arguments: Sequence[str]) -> int:
    """Build everything, or the named steps alone, in the given order (see ``STEPS``)."""
    require(_PROGRAMS)
    began = time.monotonic()
    for name in arguments or STEPS:
        started = time.monotonic()
        STEPS[name]()
        say(f"{name}: {time.monotonic() - started:.0f} s")
    say(f"built in {time.monotonic() - began:.0f} s")
    return 0


def require(programs: Sequence[str]) -> None:
    """Stop with one clear line where a program is missing."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        raise SystemExit(
            f"installer: {', '.join(missing)} not found; installer/packages.sh installs what the build needs"
        )


def say(line: str) -> None:
    """Tell how far it is."""
    print(f"installer: {line}", file=sys.stderr, flush=True)


def fetch() -> None:
    """Bring the inputs here and lay the interpreter and the libraries out."""
    wheels = [*inputs.fetch("packed", wheels=True), *inputs.fetch("tools", wheels=True)]
    (sdist,) = inputs.fetch("python", wheels=False)
    shutil.rmtree(SITE, ignore_errors=True)
    inputs.unpack_wheels(wheels)
    interpreter.unpack(sdist)
    interpreter.fit_for_building()


def prefix() -> None:
    """Make the Windows in which the package is built."""
    Wine(PREFIX).make(stubs.make(SITE / "PySide6"))


def package() -> None:
    """Make the one folder that is packed."""
    freeze.freeze(Wine(PREFIX))
    signing.sign_where_asked([PACKAGE / f"{name}.exe" for name in freeze.PROGRAMS])
    say(f"{PACKAGE.name}: {_size(PACKAGE) / 1e6:.1f} MB unpacked")


def pack() -> None:
    """Write the installer and the portable copy, and hold the installer to its size."""
    setup, portable = packing.pack()
    signing.sign_where_asked([setup])
    for path in (setup, portable):
        say(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    if setup.stat().st_size > MOST_BYTES:
        raise SystemExit(f"installer: {setup.name} is larger than {MOST_BYTES / 1e6:.0f} MB")


def tell() -> None:
    """Write the list of what was packed, and the digests of what is handed out."""
    comparison = stdlib.compare(Wine(PREFIX))
    listed = listing.listing(PACKAGE, comparison)
    listing.write(DIST, listed)
    if comparison["different_from_source"]:
        raise SystemExit(f"installer: the standard library is not what its sources say; see {listing.NAME}")
    unknown = listing.unknown_images(listed, [f"{name}.exe" for name in freeze.PROGRAMS])
    if unknown:
        raise SystemExit(f"installer: nobody pinned what is packed as {', '.join(unknown)}")
    say(f"standard library: {comparison['same_as_source']} modules are what their signed sources compile to, "
        f"of {len(comparison['no_source_at_hand'])} no source was at hand")  # fmt: skip
    number = version()
    packing.write_sums(DIST, [packing.setup_name(number), packing.portable_name(number), listing.NAME])


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


STEPS: dict[str, Callable[[], None]] = {
    "fetch": fetch,
    "prefix": prefix,
    "package": package,
    "pack": pack,
    "tell": tell,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
