"""Several desks of one Home Affairs: files sealed once, what officers do with them, and how desks are joined."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple

from reformdesk.core import (
    closed_report,
    closings,
    entry,
    filing,
    intake,
    joining,
    journal,
    judgement,
    merged,
    roundbook,
    store,
    submission,
)
from reformdesk.core.deciding import Decision, Kind, standing
from reformdesk.core.report import Report
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import seal, verify
from reformdesk.office import export
from tests.core import builders
from tests.core.builders import NOW

ROUND = "2024-h1"
_PASSPHRASE = "mat khau"
_NUMBERS = count()


class Take(NamedTuple):
    """A file comes in; ``name`` is that of the material, and of a corrected issue it is opened here."""

    name: str


class Decide(NamedTuple):
    """An officer decides; ``name`` is that of the material's decisions."""

    name: str
    author: str = "Lan"


class TakeBack(NamedTuple):
    """An officer takes back the decision that stands at this place in order of ids, if there is any."""

    place: int


class Close(NamedTuple):
    """An officer closes the round as it stands at the desk."""

    reason: str = ""


class Reopen(NamedTuple):
    """An officer opens the round again."""

    reason: str = "nộp muộn"


Event = Take | Decide | TakeBack | Close | Reopen
Join = tuple[int, int]
"""The first desk takes the second's workspace."""


@dataclass(frozen=True)
class Material:
    """A desk on which a round was opened, with what may come to it and be decided there."""

    folder: Path
    base: Path
    files: Mapping[str, bytes]
    decisions: Mapping[str, Decision]
    keys: Mapping[str, SigningKey]


def _key(holder: str) -> SigningKey:
    return keys.unlock(keys.create(holder, "x", _PASSPHRASE, NOW, rounds=1000), _PASSPHRASE)


def make(folder: Path) -> Material:
    """Open a round of two indicators for three agencies, and seal what they send and what is entered for them."""
    office_key, foreign = _key("Sở Nội vụ"), _key("Người lạ")
    own = {name: _key(f"Đơn vị {name}") for name in "bc"}
    agencies = tuple({"id": name, "name": name.upper(), "groups": ["all"]} for name in "abc")
    plan = builders.plan(builders.source(builders.indicator("m"), builders.indicator("n")))
    base = folder / "base" / "office.rdesk"
    base.parent.mkdir(parents=True)
    with store.create(base, Office.HOME_AFFAIRS, "a", NOW) as office:
        blob = roundbook.open_round(office, replace(plan, agencies=agencies), (), office_key, NOW)
    issue = verify(blob)
    assert isinstance(issue.document, RoundDocument)
    files = _own_files(folder, blob, own)
    bare = verify(files["b1"]).document
    assert isinstance(bare, SubmissionDocument)
    files["c1 foreign"] = seal(verify(files["c1"]).document, {}, foreign, NOW)
    told = {"by": "Lan", "how": "telephone", "given_by": "Chị Hoa", "given_at": "2024-06-21T08:00:00Z", "document": ""}
    for name, follows in (("over nothing", None), ("over b1", verify(files["b1"]).digest)):
        line = {"indicator": "m", "value": {"number": "77" if follows else "70"}}
        given = replace(
            bare, agency="b", revision=1, previous=None, answers=(line,), history=None, corrections=(), requests=()
        )
        files[f"entry {name}"] = seal(replace(given, on_behalf={**told, "follows": follows}), {}, office_key, NOW)
    entry_1 = verify(files["entry over nothing"])
    assert isinstance(entry_1.document, SubmissionDocument)
    for which, follows in (("again", None), ("again over b2", verify(files["b2"]).digest)):
        line = {"indicator": "n", "value": {"number": "80" if follows else "81"}}
        corrected_entry = replace(entry_1.document, revision=2, previous=entry_1.digest, answers=(line,))
        told_again = {**told, "follows": follows}
        files[f"entry {which}"] = seal(replace(corrected_entry, on_behalf=told_again), {}, office_key, NOW)
    first = issue.document
    for name, again in (("issue 2", ("n",)), ("issue 2 other", ("m",))):
        corrected = replace(first, revision=2, previous=issue.digest, asked_again=again, note={"vi": name})
        files[name] = seal(corrected, {}, office_key, NOW + timedelta(hours=1))
    signers = {**own, "x": foreign}
    return Material(folder, base, files, _decisions(files, signers), signers)


def _own_files(folder: Path, round_blob: bytes, own: Mapping[str, SigningKey]) -> dict[str, bytes]:
    """Seal a chain of three with a fork for one agency, and a chain of two for another."""
    files: dict[str, bytes] = {}
    clock = count(1)

    def send(desk: Workspace, key: SigningKey, figure: str) -> bytes:
        moment = NOW + timedelta(minutes=next(clock))
        round_ = roundbook.load(desk, ROUND)
        for name in ("m", "n"):
            entry.set_value(desk, round_, name, builders.number(figure), moment)
        return submission.finish(desk, round_, key, "Hòa", moment)[0].content

    for agency in own:
        path = folder / f"{agency}.rdesk"
        with store.create(path, Office.AGENCY, agency, NOW) as desk:
            roundbook.take_round(desk, round_blob, "r.rdround", NOW)
            files[f"{agency}1"] = send(desk, own[agency], "1")
        twin = Path(shutil.copy2(path, folder / f"{agency}-twin.rdesk"))
        with store.open_workspace(path) as desk, store.open_workspace(twin) as other:
            files[f"{agency}2"] = send(desk, own[agency], "20")
            files[f"{agency}2 fork"] = send(other, own[agency], "21")
            files[f"{agency}3"] = send(desk, own[agency], "30")
    return files


def _decisions(files: Mapping[str, bytes], signers: Mapping[str, SigningKey]) -> dict[str, Decision]:
    digest = {name: verify(blob).digest for name, blob in files.items()}
    print_of = {name: key.fingerprint for name, key in signers.items()}

    def on(kind: Kind, name: str, reason: str = "", **detail: object) -> Decision:
        agency = "b" if name.startswith("entry") else name[0]
        return Decision(kind, ROUND, agency, digest[name], detail, reason)

    def of_round(kind: Kind, subject: str, reason: str = "", **detail: object) -> Decision:
        return Decision(kind, ROUND, "", subject, detail, reason)

    first, beyond, again = (digest[f"entry {name}"] for name in ("over nothing", "over b1", "again"))
    return {
        **{f"provisional {name}": on(Kind.PROVISIONAL, name) for name in ("c1", "c2", "b1")},
        **{f"choose {name}": on(Kind.CHOOSE, name, "có dấu") for name in ("b2", "b2 fork", "c2", "c2 fork")},
        **{f"history {name}": on(Kind.HISTORY, name) for name in ("b2", "c2 fork")},
        **{f"gap {name}": on(Kind.GAP, name, "mất tệp") for name in ("b3", "c3", "c2")},
        **{f"issue {name}": on(Kind.ISSUE, name, "không đổi") for name in ("b1", "c1")},
        "aside c1": on(Kind.SET_ASIDE, "c1", signer=print_of["c"]),
        "aside foreign": on(Kind.SET_ASIDE, "c1 foreign", signer=print_of["x"]),
        **{f"return {name}": on(Kind.RETURN, name, words="Thiếu", fields=[]) for name in ("b1", "b2", "c1")},
        "return b1 again": on(Kind.RETURN, "b1", words="Sai", fields=[]),
        **{f"accept {name}": on(Kind.ACCEPT, name) for name in ("b1", "b2", "c1")},
        **{
            f"beside {holds} {mine}": on(Kind.BESIDE, mine, entered=entered, holds=holds)
            for holds in ("own", "entered")
            for mine, entered in (("b1", first), ("b2", beyond), ("b3", again))
        },
        "choose entry again": on(Kind.CHOOSE, "entry again", "có dấu"),
        **{
            f"received {hour}": on(
                Kind.RECEIVED, "b1", "bưu điện", received_at=f"2024-07-0{hour}T00:00:00Z", channel="usb"
            )
            for hour in (1, 2)
        },
        **{
            f"extension {day}": Decision(Kind.EXTENSION, ROUND, "c", "c", {"until": day}, "lụt")
            for day in ("2024-07-09", None)
        },
        "mistaken": Decision(Kind.KEY_MISTAKEN, "", "b", print_of["b"], {"speaker": "b"}, "nhầm"),
        **{
            f"revoke {name}": Decision(
                Kind.REVOKE,
                "",
                "b",
                print_of["b"],
                {"speaker": "b", "covers": covers},
                "mất",
            )
            for name, covers in (("b1", [digest["b1"]]), ("b2", sorted([digest["b1"], digest["b2"]])))
        },
        **{
            f"request {verdict}": Decision(Kind.REQUEST, ROUND, "b", "r" * 64, {"verdict": verdict, "words": "Sổ"})
            for verdict in ("agreed", "declined")
        },
        **{
            f"total {value}": of_round(Kind.TOTAL, "m", "gộp", value={"number": value}, computed={"number": "1"})
            for value in ("5", "6")
        },
        **{
            f"in force {name}": of_round(Kind.ROUND_ISSUE, ROUND, "", digest=digest[name])
            for name in ("issue 2", "issue 2 other")
        },
    }


@dataclass
class Desks:
    """Open desks that began alike; each hour something happens."""

    material: Material
    workspaces: list[Workspace]
    folder: Path
    hour: int = 0

    def do(self, place: int, event: Event) -> None:
        """Let something happen at a desk; what a closed round refuses does not happen."""
        self.hour += 1
        now = NOW + timedelta(hours=self.hour)
        desk = self.workspaces[place]
        match event:
            case Take(name) if name.startswith("issue"):
                _open_issue(desk, self.material.files[name])
            case Take(name):
                intake.take(desk, f"{name}.rdsub", self.material.files[name], "folder", now)
            case Decide(name, author):
                wanted = self.material.decisions[name]
                rivals = _rivals(self.material, name)
                with suppress(Mendable):
                    journal.record(desk, wanted, author, now, rivals)
            case TakeBack(number):
                stands = [one for one in standing(journal.everything(desk)) if one.kind is not Kind.TAKE_BACK]
                with suppress(Mendable):
                    if stands:
                        journal.take_back(desk, stands[number % len(stands)].id, "nhầm", "Minh", now)
            case Close(reason):
                with suppress(Mendable):
                    closings.close(desk, ROUND, reason, "Lan", now)
            case Reopen(reason):
                with suppress(Mendable):
                    closings.reopen(desk, ROUND, reason, "Minh", now)
        settle(desk)

    def join(self, one: int, other: int) -> joining.Joined:
        """Bring another desk to one; its program is closed meanwhile."""
        path = self.workspaces[other].path
        self.workspaces[other].close()
        try:
            joined, _ = joining.join(self.workspaces[one], path, NOW)
        finally:
            self.workspaces[other] = store.open_workspace(path)
        return joined

    def state(self, place: int) -> tuple[str, bytes]:
        """Return a desk's digest and its report for machines."""
        desk = self.workspaces[place]
        state = merged.digest(desk)
        report = Report.of(closed_report.noted(desk, merged.consolidated(desk)), state)
        return state, export.render("report.json", report)

    def close(self) -> None:
        """Close all desks, and remove them."""
        for desk in self.workspaces:
            desk.close()
        shutil.rmtree(self.folder)


def _rivals(material: Material, name: str) -> set[str]:
    sides = (("choose b2", "choose b2 fork"), ("choose c2", "choose c2 fork"))
    return {material.decisions[one].subject for pair in sides if name in pair for one in pair if one != name}


def _open_issue(desk: Workspace, blob: bytes) -> None:
    verified = verify(blob)
    document = verified.document
    assert isinstance(document, RoundDocument)
    if not filing.is_filed(desk, verified):
        with desk.atomic():
            place = filing.FiledAs(document.id, "", document.revision, document.previous, "r.rdround", "own")
            filing.file(desk, verified, blob, place, document.opened_at)
            roundbook.enter(desk, verified.digest, document, document.opened_at)


def settle(desk: Workspace) -> None:
    """Judge everything anew, as each verb does for what it touches."""
    with desk.atomic():
        roundbook.settle_issue(desk, ROUND)
        for agency in "bc":
            judgement.rejudge(desk, ROUND, agency)


def desks(material: Material, number: int) -> Desks:
    """Open copies of the desk on which the round was opened."""
    folder = material.folder / f"desks-{next(_NUMBERS)}"
    folder.mkdir()
    paths = [Path(shutil.copy2(material.base, folder / f"{place}.rdesk")) for place in range(number)]
    opened = []
    for place, path in enumerate(paths):
        desk = store.open_workspace(path)
        desk.set_meta("desk", f"{place:016x}")
        opened.append(desk)
    return Desks(material, opened, folder)


def ends(
    material: Material,
    number: int,
    events: Sequence[tuple[int, Event]],
    joins: Mapping[int, Sequence[Join]],
    last: Sequence[Join],
    begin: Callable[[Workspace], object] = lambda desk: None,
) -> list[tuple[str, bytes]]:
    """Let events happen at desks, with joins after some of them and at last; return where each desk ends."""
    made = desks(material, number)
    try:
        for desk in made.workspaces:
            begin(desk)
        for at, (place, event) in enumerate(events):
            made.do(place % number, event)
            for one, other in joins.get(at, ()):
                if one % number != other % number:
                    made.join(one % number, other % number)
        for one, other in last:
            made.join(one, other)
        return [made.state(place) for place in range(number)]
    finally:
        made.close()
