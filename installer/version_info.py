"""What Windows shows of a program under Properties, Details."""

from __future__ import annotations

PUBLISHER = "ReformDesk"
PRODUCT = "ReformDesk"
COPYRIGHT = "ReformDesk, Apache License 2.0"
_ENGLISH_UNICODE = "040904B0"


def quad(version: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows compares."""
    numbers = [int(part) for part in version.split(".")]
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def resource(version: str, program: str, description: str) -> str:
    """Return the version resource of a program in the form that PyInstaller reads."""
    numbers = quad(version)
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": program,
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, "
        "fileType=1, subtype=0, date=(0, 0)), "
        f"kids=[StringFileInfo([StringTable({_ENGLISH_UNICODE!r}, [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])])])\n"
    )
