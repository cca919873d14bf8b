"""Recall: what the last build read and found in each article, for the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from generator import assemble
from generator.assemble import mentions
from generator.assemble.mentions import Finder, Named
from generator.assemble.works import Work
from generator.content import Library, Read
from generator.press import sealed, traceless

Thing = TypeVar("Thing")

_HEAD = b"archive library 1\n"

_ARTICLES, _NAMES = "articles", "names"
"""In the work folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What is known already.

    Attributes:
        articles: What was read of article folders; None if nothing is to be known of them.
        mention: Finds what an article names.
    """

    articles: Library[Read] | None = None
    mention: assemble.Mention = mentions.mention


NOTHING = Recalled()


@contextmanager
def kept(folder: Path, made_by: bytes) -> Iterator[Recalled]:
    """What is kept in a folder; what was asked for meanwhile stays there.

    Args:
        folder: The work folder.
        made_by: Hash of the programs and settings; what others made counts for nothing. Nothing is
            known, or kept, if it is empty.
    """
    if not made_by:
        yield NOTHING
        return
    with (
        _library(Read, folder / _ARTICLES, made_by) as articles,
        _library(Named, folder / _NAMES, made_by) as names,
    ):
        yield Recalled(articles=articles, mention=Mentions(names))


def forget(folder: Path) -> None:
    """Remove what is kept in a folder."""
    for name in (_ARTICLES, _NAMES):
        (folder / name).unlink(missing_ok=True)


@contextmanager
def _library(kind: type[Thing], path: Path, made_by: bytes) -> Iterator[Library[Thing]]:
    head = _HEAD + made_by
    with sealed.writing(path, head) as put:
        yield Library(kind, sealed.opened(path, head) or b"", put)


class Mentions:
    """Finds what articles name, as `mentions.mention` does, but remembers it.

    Args:
        kept: What is remembered.
    """

    def __init__(self, kept: Library[Named]) -> None:
        self._kept = kept
        self._encoder = msgspec.msgpack.Encoder()
        self._finder: tuple[Finder, bytes] | None = None

    def __call__(self, work: Work, langs: Iterable[str], finder: Finder) -> Named:
        """What an article names, by its texts, all records, and where these are."""
        known = self._finder
        if known is None or known[0] is not finder:
            records = self._encoder.encode((finder.records, finder.places))
            known = self._finder = finder, sealed.digest(records)
        asked = tuple(langs)
        digest = sealed.digest(known[1] + self._encoder.encode((traceless.work(work), asked)))
        return self._kept.of(lambda: digest, partial(mentions.mention, work, asked, finder))
