"""The indexes of a site, written or brought up to date, and what they remember of themselves.

The manifest of each edition comes last: whoever reads an old one meanwhile sees by the stamps
that the shards are new.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import generator
from generator.model import LANGS, Archive
from generator.press import sealed
from generator.press.search import index, plans, state, updating
from generator.press.search.files import Files
from generator.press.search.plans import RebuildError
from generator.press.search.relining import Change

FOLDER = "search"
"""Below the site; the index of a language stands in a folder of its name."""

STATE = "search.state"
"""In the folder that is given for it: what the indexes remember of themselves."""

_HEAD = b"archive search 1\n"


@dataclass(frozen=True, slots=True)
class Made:
    """Indexes on their way into a site.

    Attributes:
        files: Path below the site, and what is to be in it, or None if it is to be removed; to be
            read once, to its end.
        is_whole: Whether these are all files; else all others stay as they are.
        known: What the indexes will remember, when all files have been read.
    """

    files: Iterable[Change]
    is_whole: bool
    known: state.State


def make(archive: Archive) -> Made:
    """Make the indexes of all editions anew.

    Args:
        archive: Everything.
    """
    known = index.known(archive, _program())
    return Made(_below(index.build(archive, LANGS, known)), is_whole=True, known=known)


def remake(
    archive: Archive, site: Path, kept: Path, changed: Collection[str] | None = None
) -> Made:
    """Make what has to be other files for the indexes to be as `make` would make them.

    Where there is no state, where it does not fit the indexes or too much changed, that is all.

    Args:
        archive: Everything, as it is now.
        site: Folder of the site as it was.
        kept: Folder of the state.
        changed: As `update` has it.
    """
    folder = Files(site / FOLDER)
    try:
        sealed_state = sealed.read(kept / STATE, _HEAD)
        if sealed_state is None:
            return make(archive)
        old = state.read(bytes(sealed_state), _program())
        known = index.known(archive, _program(), prints=changed is None)
        change = plans.plan(old, known, changed)
        files = [
            (f"{lang}/{path}", data)
            for lang in LANGS
            for path, data in updating.update(archive, lang, change, folder.reader(lang))
        ]
    except (OSError, ValueError, KeyError, RebuildError):
        return make(archive)
    if changed is not None:
        ids = {known.ids[number] for number in change.added}
        known.fingerprints = index.marked(archive, known, ids)
    return Made(_below(files), is_whole=False, known=known)


def _below(files: Iterable[Change]) -> Iterator[Change]:
    return ((f"{FOLDER}/{path}", data) for path, data in files)


def write(archive: Archive, site: Path, kept: Path | None = None) -> int:
    """Write the indexes of all editions below `site/search/`.

    Args:
        archive: Everything.
        site: Folder of the site.
        kept: Folder for what `update` needs later, outside the site; None if it is not needed.

    Returns:
        How many files were written or removed.
    """
    return _put(make(archive), site, kept)


def update(archive: Archive, site: Path, kept: Path, changed: Collection[str] | None = None) -> int:
    """Bring the indexes up to date: the same bytes as `write` would write.

    Args:
        archive: Everything, as it is now.
        site: Folder of the site.
        kept: Folder of the state.
        changed: Ids of all articles of which a text, a date, an address, or a record that they
            name is another than at the last time. What came, went or moved is found without
            them. If they are not given, the fingerprints of all articles tell.

    Returns:
        How many files were written or removed.
    """
    return _put(remake(archive, site, kept, changed), site, kept)


def _put(made: Made, site: Path, kept: Path | None) -> int:
    if kept:  # whoever is stopped in the middle leaves no state that would not fit
        forget(kept)
    folder = Files(site)
    for path, data in made.files:
        folder.put(path, data, differs=not made.is_whole and "/k/" in path)
    if made.is_whole:
        for lang in LANGS:
            folder.remove_others(f"{FOLDER}/{lang}")
    if kept:
        remember(made, kept)
    return folder.changed


def forget(kept: Path) -> None:
    """Remove the state."""
    (kept / STATE).unlink(missing_ok=True)


def remember(made: Made, kept: Path) -> None:
    """Write down what the indexes remember, when they stand in their place.

    Args:
        made: Whose files have been read.
        kept: Folder of the state.
    """
    kept.mkdir(parents=True, exist_ok=True)
    sealed.write(kept / STATE, _HEAD, state.write(made.known))


@cache
def _program() -> str:
    """What tells this program from any other that might make other bytes."""
    made = hashlib.blake2b(zlib.ZLIB_RUNTIME_VERSION.encode(), digest_size=8)
    for path in sorted(Path(generator.__file__).parent.rglob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()
