"""Libraries that Windows 10 has and Wine 8 lacks, as far as the tried program asks for them.

They are put into a Wine prefix, and never into the package.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer.images import imports
from installer.places import STUBS

_COMPILER = "x86_64-w64-mingw32-gcc"
# Qt converts text itself where ICU opens no converter (U_FILE_ACCESS_ERROR is 4); nothing else of ICU is called then.
_ICU = "__declspec(dllexport) void *{name}(void) {{ return 0; }}\n"
_ICU_OPEN = "__declspec(dllexport) void *ucnv_open(const char *name, int *status) { *status = 4; return 0; }\n"
# The system's random numbers under their newer name.
_RANDOM = """
unsigned char __stdcall SystemFunction036(void *buffer, unsigned long size);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, unsigned long long size)
{
    return SystemFunction036(buffer, (unsigned long)size);
}
"""


def icu_source(names: Iterable[str]) -> str:
    """Return the C source of a library with the given functions of ``icuuc.dll``, none of which does anything."""
    return "".join(_ICU_OPEN if name == "ucnv_open" else _ICU.format(name=name) for name in sorted(set(names)))


def make(folder: Path) -> list[Path]:
    """Build the libraries that the programs below ``folder`` want of Windows and Wine lacks."""
    wanted = {name for path in folder.rglob("*.dll") for name in imports(path).get("icuuc.dll", ())}
    sources = {"icuuc": icu_source(wanted), "bcryptprimitives": _RANDOM}
    STUBS.mkdir(parents=True, exist_ok=True)
    return [_compile(name, source, ["-ladvapi32"]) for name, source in sources.items()]


def _compile(name: str, source: str, libraries: Sequence[str]) -> Path:
    written = STUBS / f"{name}.c"
    written.write_text(source, "utf-8")
    made = STUBS / f"{name}.dll"
    subprocess.run([_COMPILER, "-shared", "-Os", "-s", "-o", made, written, *libraries], check=True)
    return made
