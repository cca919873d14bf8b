"""Reuse: a page that shows what it showed the last time is taken from the last spool.

Of each page that comes as a `Later` it is kept which parts of the archive it asked for when it was
made, and a hash of what these were and of what was given. If they are the same now, the page is not
made again. Nothing is guessed: what asked for all of something, or met something to tell a person,
is made each time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from generator.model import Entry, Finding, Page
from generator.pages.later import ALL, Asked, Later, Notes, noted, part
from generator.pages.view import View
from generator.press import sealed, spool, traceless
from generator.press.places import Ready
from generator.press.spool import Spool

NAME = "shown.msgpack"
"""In the folder of the spool."""

_HEAD = b"archive shown 1\n"


class Shown(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A page as it was made.

    Attributes:
        path: Staged file.
        asked: Numbers of what it asked for, of four bytes each, the lowest first.
        showed: Hash of what that was, and of what was given.
        digest: Of the page in the spool.
        owner: As `Ready` has it.
        assets: As above.
    """

    path: str
    asked: bytes
    showed: bytes
    digest: bytes
    owner: str
    assets: dict[str, str]


class _Known(msgspec.Struct, array_like=True, frozen=True):
    """All that is kept.

    Attributes:
        made_by: Hash of the programs and settings that made the pages.
        asked: What was asked for, by its number.
        pages: In any order.
    """

    made_by: bytes
    asked: list[Asked]
    pages: list[Shown]


class Reuse:
    """Takes pages from the last spool, or makes them.

    Args:
        folder: Of the spool.
        made_by: Hash of programs and settings; empty if nothing is to be reused or kept.
        told: Gets what a person should know while a page is made.
    """

    def __init__(self, folder: Path, made_by: bytes, told: Sequence[Finding]) -> None:
        self._folder = folder
        self._made_by = made_by
        self._told = told
        known = _read(folder) if made_by else None
        if known is None or known.made_by != made_by:
            known = _Known(made_by, [], [])
        self._asked: dict[Asked, int] = {asked: n for n, asked in enumerate(known.asked)}
        self._names = known.asked
        self._known = {page.path: page for page in known.pages}
        self._old = Spool(folder)
        self._kept: list[Shown] = []
        self._digests: dict[str, _Digests] = {}
        self._notes = Notes()
        self._stamps: dict[str, object] = {}
        self._sights: dict[str, tuple[View, View]] = {}
        self._encoder = spool.encoder()

    def pages(self, plan: Iterable[Page | Later]) -> Iterator[Page | Ready]:
        """The pages of a plan, in its order."""
        for page in plan:
            if not isinstance(page, Later):
                yield page
            elif self._made_by:
                yield self._again(page) or self._made(page)
            else:
                yield page.page()

    def write(self) -> None:
        """Keep what is known now; to be called when the spool is written."""
        if not self._made_by:
            (self._folder / NAME).unlink(missing_ok=True)
            return
        used, pages = _renumbered(self._kept)
        asked = [self._names[number] for number in used]
        body = msgspec.msgpack.encode(_Known(self._made_by, asked, pages))
        sealed.write(self._folder / NAME, _HEAD, body)

    def _again(self, later: Later) -> Ready | None:
        """The page as it was made before; None if it may be another now."""
        known = self._known.get(later.path)
        if known is None or self._showed(later, known.asked) != known.showed:
            return None
        data = self._old.data(later.path, known.digest)
        if data is None:
            return None
        self._kept.append(known)
        return Ready(known.path, data, known.digest, known.owner, known.assets)

    def _made(self, later: Later) -> Ready:
        """The page, made; what it asked for is kept."""
        _, watched = self._sight(later)
        self._notes.clear()
        told = len(self._told)
        page = later.make(watched, *later.given)
        ready = spool.ready(page, self._encoder)
        if len(self._told) == told and not any(key == ALL for _, key in self._notes):
            asked = np.array(sorted(map(self._number, self._notes)), "<u4").tobytes()
            showed = self._showed(later, asked)
            assets = dict(ready.assets)
            self._kept.append(Shown(page.path, asked, showed, ready.digest, ready.owner, assets))
        return ready

    def _sight(self, later: Later) -> tuple[View, View]:
        """A page's view, and one that notes what is asked of it.

        Files keep the stamps that they had when they were first seen: one that changes while pages
        are made is another one the next time.
        """
        lang, beside = later.view.lang, later.view.beside

        def stamp(path: str) -> object:
            if path not in self._stamps:
                self._stamps[path] = beside.stamp(path)
            return self._stamps[path]

        if lang not in self._sights:
            stamped = dataclasses.replace(beside, stamp=stamp)
            view = dataclasses.replace(later.view, beside=stamped)
            self._sights[lang] = view, noted(view, self._notes)
        return self._sights[lang]

    def _number(self, asked: Asked) -> int:
        number = self._asked.setdefault(asked, len(self._names))
        if number == len(self._names):
            self._names.append(asked)
        return number

    def _showed(self, later: Later, asked: bytes) -> bytes:
        """A hash of what is given, and of what is there now of all that was asked for."""
        view, _ = self._sight(later)
        digests = self._digests.setdefault(view.lang, _Digests(view, self._names, self._encoder))
        numbers = np.frombuffer(asked, "<u4").tolist()
        given = self._encoder.encode(later.given)
        return sealed.digest(b"".join([*(digests[number] for number in numbers), given]))


class _Digests(dict[int, bytes]):
    """Number of what is asked for → a hash of what there is."""

    def __init__(
        self, view: View, names: Sequence[Asked], encoder: msgspec.msgpack.Encoder
    ) -> None:
        super().__init__()
        self._view, self._names, self._encoder = view, names, encoder

    def __missing__(self, number: int) -> bytes:
        # With its name, so that of two things one may go and the other come.
        asked = self._names[number]
        found = part(self._view, asked)
        told = traceless.entry(found) if isinstance(found, Entry) else found
        data = self._encoder.encode((asked, told))
        digest = self[number] = sealed.digest(data)
        return digest


def _renumbered(pages: Sequence[Shown]) -> tuple[list[int], list[Shown]]:
    """The numbers that some pages use, and these pages with others in their place, from 0 on."""
    rows = [np.frombuffer(page.asked, "<u4") for page in pages]
    used = np.unique(np.concatenate([*rows, np.empty(0, "<u4")]))
    fresh = (np.searchsorted(used, row).astype("<u4").tobytes() for row in rows)
    again = [
        msgspec.structs.replace(page, asked=asked) for page, asked in zip(pages, fresh, strict=True)
    ]
    return used.tolist(), again


def _read(folder: Path) -> _Known | None:
    body = sealed.read(folder / NAME, _HEAD)
    if body is None:
        return None
    try:
        return msgspec.msgpack.decode(body, type=_Known)
    except (msgspec.DecodeError, msgspec.ValidationError):  # by another program, in its own way
        return None
