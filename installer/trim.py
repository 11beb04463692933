"""What stays out of the package: parts of Qt and Python that the program never loads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from installer.images import SUFFIXES, imports

Entry = tuple[str, str, str]
"""Where a file goes in the package, where it lies, and PyInstaller's word for its kind."""

MODULES = (
    # networks: the program has none, and installer/offline.py stands where pyHanko has its clients
    "aiohttp", "ftplib", "imaplib", "poplib", "requests", "smtplib", "ssl", "_ssl", "xmlrpc",
    "pyhanko.sign.signers.csc_signer",
    "pyhanko.sign.timestamps.aiohttp_client", "pyhanko.sign.timestamps.requests_client",
    "pyhanko.sign.validation.qualified.eutl_fetch",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers", "pyhanko_certvalidator.fetchers.requests_fetchers",
    # OpenSSL a second time: cryptography brings its own, and Python digests without it
    "_hashlib",
    # another way to do what the program does through cryptography, Qt or its own code
    "tkinter", "_tkinter", "curses", "readline", "multiprocessing", "oscrypto", "cffi", "pycparser",
    # parts of libraries for what the program does not do
    "lxml.cssselect", "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax",
    "pyhanko.cli", "sqlite_utils.cli",
    # what Python itself brings twice, in C and in Python
    "_pydecimal", "_pydatetime",
    # only a developer runs these
    "ensurepip", "pip", "setuptools", "pkg_resources", "_distutils_hack",
    "doctest", "hypothesis", "pdb", "pydoc", "pydoc_data", "pytest", "unittest",
)  # fmt: skip

QT_MODULES = {"QtCore", "QtGui", "QtPrintSupport", "QtWidgets"}
"""The parts of Qt that the program imports; a test holds this to its source."""
QT_PLUGINS = {
    "platforms": {"qwindows.dll", "qoffscreen.dll"},
    "imageformats": {"qsvg.dll", "qjpeg.dll"},
    "iconengines": {"qsvgicon.dll"},
}
"""The plugins that Qt loads by name: for windows in the program's own style, drawings, and pictures as evidence."""
_QT = "PySide6"
_LOADED_BY_THE_PROGRAM = {"python313.dll"}
_NO_USE_HERE = (".pyi", ".pxd", ".h", ".typed", ".zi", ".tab", ".dist-info/RECORD")
"""What compilers, type checkers and installers read."""
_NEVER_READ = (
    "docx/templates/default-docx-template/",
    "resources/help/images/",
    # the zones of an older release, beside those of tzdata
    "dateutil/zoneinfo/",
    # the authorities of the web: the program judges a signature by the certificates that it is given
    "certifi/cacert.pem",
)
_TRANSLATIONS = {"qtbase_vi.qm", "qtbase_en.qm", "qt_en.qm", "qt_vi.qm"}


def kept_entries(binaries: Iterable[Entry], datas: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return what of PyInstaller's finds goes into the package."""
    found = list(binaries)
    stays = kept_images({_slashed(name): Path(source) for name, source, _ in found}, _wanted_libraries)
    kept = [entry for entry in found if _slashed(entry[0]) in stays]
    return kept, [entry for entry in datas if keeps_data(_slashed(entry[0]))]


def kept_images(found: dict[str, Path], wanted_by: Callable[[Path], Iterable[str]]) -> set[str]:
    """Return the images that are roots, or that one of them wants, directly or through others.

    ``found`` maps the place in the package to where the image lies; ``wanted_by`` gives the libraries
    that an image wants, in small letters.
    """
    by_name: dict[str, list[str]] = {}
    for place in found:
        by_name.setdefault(PurePosixPath(place).name.lower(), []).append(place)
    kept: set[str] = set()
    waiting = [place for place in found if is_root(place)]
    while waiting:
        place = waiting.pop()
        if place not in kept:
            kept.add(place)
            if Path(place).suffix.lower() in SUFFIXES:
                waiting += [one for name in wanted_by(found[place]) for one in by_name.get(name, ())]
    return kept


def is_root(place: str) -> bool:
    """Whether an image is loaded by its name: Python itself, its modules, and the plugins of Qt that the program wants.

    A library comes in only where one of these wants it. What Windows has itself is not among what PyInstaller found.
    """
    path = PurePosixPath(place)
    if path.parts[0] == _QT and "plugins" in path.parts:
        return path.name in QT_PLUGINS.get(path.parent.name, ())
    if path.suffix.lower() != ".pyd":
        return path.name.lower() in _LOADED_BY_THE_PROGRAM
    return path.parts[0] != _QT or path.stem in QT_MODULES


def keeps_data(place: str) -> bool:
    """Whether a file that is no image goes along: of Qt only the words of its own dialogs in our languages."""
    path = PurePosixPath(place)
    if path.parts[0] == _QT:
        return "translations" in path.parts and path.name in _TRANSLATIONS
    return not place.endswith(_NO_USE_HERE) and not place.startswith(_NEVER_READ)


def _wanted_libraries(path: Path) -> Iterable[str]:
    return imports(path)


def _slashed(place: str) -> str:
    return PureWindowsPath(place).as_posix()
