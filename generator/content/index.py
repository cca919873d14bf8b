"""What stands in the content folder already, so that a capture finds its article again.

An editor may rename or move an article's folder, and may have a file open that is not valid at
the moment. So a file is recognised by the few lines that tie it to its capture, read without
understanding the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from generator import naming
from generator.content import files
from generator.content.articles import lang_of
from generator.content.removed import NAME as REMOVED
from generator.content.values import PICTURES
from generator.model import LANGS, Date
from generator.vietnamese import nfc

_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_SLUG = re.compile(r"^slug:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_DATE = re.compile(r"^date:[ \t]*[\"']?([0-9]{4}(?:-[0-9]{2}){0,2})", re.MULTILINE)
_SHA256 = re.compile(r"\bsha256[\"']?:[ \t]*[\"']?([0-9a-f]{64})")
_RAW = re.compile(r"\braw[\"']?:[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
_TRANSLATION = re.compile(r"^translation:", re.MULTILINE)
_HEAD_END = re.compile(r"^---[ \t]*$", re.MULTILINE)

_HEAD_SIZE = 65_536  # bytes; what ties an article to its capture stands in its first lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the article of a capture stands.

    Attributes:
        path: Its file, below `content/`.
        id: As the file has it; empty if it has none.
        slug: Likewise.
        raw: Likewise.
        sha256: Likewise.
        others: Name and digest of each other capture of its page, as the file lists them.
    """

    path: str
    id: str
    slug: str
    raw: str
    sha256: str
    others: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Known:
    """An index of the articles on disk, kept up to date while captures are written.

    Attributes:
        by_sha256: Digest of a capture → its article.
        by_raw: Name of a capture → its article.
        by_other: Digest or name of a capture that an article lists beside its own → the article.
        by_id: Id → article.
        taken: Folders that a new article cannot have, by path or by the name that its date and
            slug would give it wherever it stands.
    """

    by_sha256: dict[str, Place] = field(default_factory=dict)
    by_raw: dict[str, Place] = field(default_factory=dict)
    by_other: dict[str, Place] = field(default_factory=dict)
    by_id: dict[str, Place] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    @property
    def places(self) -> Iterable[Place]:
        """All articles that were made from a capture."""
        return self.by_raw.values()

    def add(self, place: Place, date: Date | None) -> None:
        """Note an article; of two that claim one capture or id, the first stays."""
        if place.sha256:
            self.by_sha256.setdefault(place.sha256, place)
        if place.raw:
            self.by_raw.setdefault(place.raw, place)
        for known_as in (text for other in place.others for text in other if text):
            self.by_other.setdefault(known_as, place)
        if place.id:
            self.by_id.setdefault(place.id, place)
        self.taken.add(place.path.rpartition("/")[0])
        if place.slug:
            self.taken.add(naming.folder(date, place.slug))

    def ties(self, *, sha256: str, raw: str) -> tuple[Place | None, ...]:
        """The articles that a capture may belong to, each None if there is none.

        The strongest tie first: the article made from its bytes; the one made from a capture of
        its name, whose bytes have changed; the one that lists its bytes; the one that lists its
        name.
        """
        name = nfc(raw)
        return (
            self.by_sha256.get(sha256),
            self.by_raw.get(name),
            self.by_other.get(sha256),
            self.by_other.get(name),
        )

    def find(self, *, sha256: str, raw: str) -> Place | None:
        """The article of a capture, by its strongest tie."""
        return next(filter(None, self.ties(sha256=sha256, raw=raw)), None)


def known(content: Path) -> Known:
    """Index the articles on disk."""
    index = Known()
    for folder in files.walk(content, "articles"):
        index.taken.update(folder.at(name) for name in folder.links)
        if folder.unnamed or folder.folders or not all(map(_is_ours, folder.files)):
            index.taken.add(folder.path)
        for lang in LANGS:
            name = f"{lang}.md"
            if name in folder.files:
                _add(index, content, folder.at(name))
            elif name in folder.links:
                index.taken.add(folder.path)
    return index


def _is_ours(name: str) -> bool:
    return bool(lang_of(name)) or name == REMOVED or name.lower().endswith(PICTURES)


def _add(index: Known, content: Path, path: str) -> None:
    try:
        with (content / path).open("rb") as file:
            start = file.read(_HEAD_SIZE).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        index.taken.add(path.rpartition("/")[0])
        return
    ends = [match.start() for match in _HEAD_END.finditer(start)][:2]
    head = start[: ends[1]] if len(ends) > 1 else start
    if _TRANSLATION.search(head):
        return
    found = {
        name: match[1] if (match := pattern.search(head)) else ""
        for name, pattern in (("id", _ID), ("slug", _SLUG))
    }
    # The article's own capture comes first, in the order of the table of fields.
    (raw, sha256), *others = zip_longest(
        _RAW.findall(head) or [""], _SHA256.findall(head), fillvalue=""
    )
    date = _DATE.search(head)
    place = Place(path=path, **found, raw=raw, sha256=sha256, others=tuple(others))
    index.add(place, _date(date[1]) if date else None)


def _date(text: str) -> Date | None:
    try:
        return Date.parse(text)
    except ValueError:
        return None
