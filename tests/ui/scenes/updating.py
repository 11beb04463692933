"""A file that wants a newer program, and what came along with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reformdesk.core.updates import OfficeKeys, Standing
from reformdesk.ui.dialogs.update import UpdateDialog
from reformdesk.update_files import Offer
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage

_NAME = "ReformDesk-1.12.0-setup.exe"
_SIGNER = "Sở Nội vụ tỉnh Hòa Phú"
_KEYS = OfficeKeys(
    frozenset({"0f" * 32}), contact="Phòng Cải cách hành chính, 0296.3800.123", trusted=frozenset({"0f" * 32})
)
_COPY = Path(_NAME)


def _dialog(stage: Stage, offer: Offer, keys: OfficeKeys = _KEYS, *, can_install: bool = True) -> QWidget:
    desk = stage.agency(at_work=False)
    dialog = UpdateDialog(desk.window(), "2025-6-thang-dau-nam.rdround", "1.0.0", stage.words, can_install=can_install)
    dialog.show_offer(offer, keys)
    dialog.open()
    return dialog


def _found(standing: Standing, copy: Path | None = _COPY) -> Offer:
    return Offer("1.12.0", _NAME, standing, _SIGNER, "5a" * 32, copy, "00" * 32)


@scene("newer-version", UpdateDialog)
def _newer_version_sealed(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.SEALED))


@scene("newer-version", UpdateDialog)
def _newer_version_unknown_key(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.UNKNOWN_KEY))


@scene("newer-version", UpdateDialog)
def _newer_version_no_desk(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.UNKNOWN_KEY), OfficeKeys())


@scene("newer-version", UpdateDialog)
def _newer_version_ended_key(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.ENDED_KEY, None))


@scene("newer-version", UpdateDialog)
def _newer_version_unsound(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.UNSOUND, None))


@scene("newer-version", UpdateDialog)
def _newer_version_other_version(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.OTHER_VERSION, None))


@scene("newer-version", UpdateDialog)
def _newer_version_unsealed(stage: Stage) -> QWidget:
    return _dialog(stage, Offer("1.12.0", _NAME, Standing.UNSEALED))


@scene("newer-version", UpdateDialog)
def _newer_version_missing(stage: Stage) -> QWidget:
    return _dialog(stage, Offer())


@scene("newer-version", UpdateDialog)
def _newer_version_elsewhere(stage: Stage) -> QWidget:
    return _dialog(stage, _found(Standing.SEALED), can_install=False)


@scene("newer-version", UpdateDialog)
def _newer_version_checking(stage: Stage) -> QWidget:
    desk = stage.agency(at_work=False)
    dialog = UpdateDialog(desk.window(), "2025-6-thang-dau-nam.rdround", "1.0.0", stage.words, can_install=True)
    dialog.show_checking(_NAME)
    dialog.open()
    return dialog
