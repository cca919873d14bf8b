"""Pages that are made only if something that they show is another than before.

Most pages of an archive are articles, lists and records, and most of them stand as they stood. Such
a page comes as a `Later`: whoever wants it makes it, and can have it noted which parts of the
archive it asks for. As long as these parts, and what was given, are the same, so is the page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.content import REMOVED
from generator.model import Page
from generator.pages.beside import Beside
from generator.pages.view import View

ALL = "*"
"""In place of a key: all of a part was asked for."""

Asked = tuple[str, str]
"""Name of a part of the archive, and the key in it that was asked for."""

_MAPPINGS = (
    "entries",
    "removed",
    "entities",
    "listed",
    "coverage",
    "published",
    "urls",
    "redirects",
    "editorials",
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A page to be made.

    Attributes:
        path: Its staged file.
        view: Its edition.
        make: Makes it of a view and what is given. It asks for nothing else.
        given: What it is besides, as plain data: an id, or what was counted before.
    """

    path: str
    view: View
    make: Callable[..., Page]
    given: tuple[object, ...] = ()

    def page(self) -> Page:
        """The page."""
        return self.make(self.view, *self.given)


def made(page: Page | Later) -> Page:
    """A page, made if it is not yet."""
    return page.page() if isinstance(page, Later) else page


class Notes(dict[Asked, None]):
    """What was asked for, in order, each once."""


class _Noted(Mapping[str, Value]):
    """A part of the archive that notes what is asked of it."""

    def __init__(self, name: str, of: Mapping[str, Value], notes: Notes) -> None:
        self._name, self._of, self._notes = name, of, notes

    def __getitem__(self, key: str) -> Value:
        self._notes[self._name, key] = None
        return self._of[key]

    def get(self, key: str, default: Any = None) -> Any:
        """As mappings have it."""
        self._notes[self._name, key] = None
        return self._of.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._notes[self._name, str(key)] = None
        return key in self._of

    def __iter__(self) -> Iterator[str]:
        self._notes[self._name, ALL] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._notes[self._name, ALL] = None
        return len(self._of)


class _NotedAll(Collection[Value]):
    """The same of what has no keys but what is in it; what is no text counts as all of it."""

    def __init__(self, name: str, of: Collection[Value], notes: Notes) -> None:
        self._name, self._of, self._notes = name, of, notes

    def __contains__(self, key: object) -> bool:
        self._notes[self._name, key if isinstance(key, str) else ALL] = None
        return key in self._of

    def __iter__(self) -> Iterator[Value]:
        self._notes[self._name, ALL] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._notes[self._name, ALL] = None
        return len(self._of)


def noted(view: View, notes: Notes) -> View:
    """The same view, which notes what is asked of it.

    Files beside a text get their stamps before they are read. Words, names and addresses are not
    noted: they are settings, and the same for all pages.
    """
    archive, beside = view.archive, view.beside
    parts: dict[str, Any] = {
        name: _Noted(name, getattr(archive, name), notes) for name in _MAPPINGS
    }
    parts["permalinks"] = _NotedAll("permalinks", archive.permalinks, notes)

    def removals(folder: str) -> Any:
        path = f"{folder}/{REMOVED}"
        notes["beside", path] = None
        beside.stamp(path)
        return beside.removals(folder)

    def size(path: str) -> Any:
        notes["beside", path] = None
        beside.stamp(path)
        return beside.size(path)

    return dataclasses.replace(
        view,
        archive=dataclasses.replace(archive, **parts),
        items=_Noted("items", view.items, notes),
        files=_NotedAll("files", view.files, notes),
        beside=Beside(removals=removals, size=size),
    )


def part(view: View, asked: Asked) -> object:
    """What there is now of what was asked for; None if there is nothing."""
    name, key = asked
    if name == "files":
        return key in view.files
    if name == "items":
        return view.items.get(key)
    if name == "beside":
        return view.beside.stamp(key)
    of: Mapping[str, object] = getattr(view.archive, name)
    return of.get(key)
