"""The index on disk: the one place where search reads and writes.

Only files whose bytes differ are written, and what belongs to no index any more is removed, so
that a change to one article touches its own shards. The manifest comes last: whoever reads an
old one meanwhile sees by the stamps that the shards are new.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import generator
from generator.model import LANGS, Archive
from generator.press.search import index, state, updating
from generator.press.search.updating import Change, RebuildError

FOLDER = "search"
"""Below the site; the index of a language stands in a folder of its name."""

STATE = "search.state"
"""In the folder that is given for it: what the indexes remember of themselves."""


def write(archive: Archive, site: Path, kept: Path | None = None) -> int:
    """Write the indexes of all editions below `site/search/`.

    Args:
        archive: Everything.
        site: Folder of the site.
        kept: Folder for what `update` needs later, outside the site; None if it is not needed.

    Returns:
        How many files were written or removed.
    """
    _forget(kept)
    known = index.known(archive, _program())
    changed = 0
    for lang in LANGS:
        folder = site / FOLDER / lang
        wanted: set[Path] = set()
        changed += _put(folder, _noted(index.build(archive, lang, known), folder, wanted))
        changed += _remove_others(folder, wanted)
    _remember(known, kept)
    return changed


def update(archive: Archive, site: Path, kept: Path, changed: Collection[str] | None = None) -> int:
    """Bring the indexes up to date: the same bytes as `write` would write.

    Where there is no state, where it does not fit the indexes or too much changed, they are
    built anew.

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
    try:
        old = state.read((kept / STATE).read_bytes(), _program())
        known = index.known(archive, _program(), prints=changed is None)
        change = updating.plan(old, known, changed)
        changes: list[tuple[Path, list[Change]]] = []
        for lang in LANGS:
            folder = site / FOLDER / lang
            made = updating.update(archive, lang, change, _reader(folder))
            changes.append((folder, list(made)))
    except (OSError, ValueError, KeyError, RebuildError):
        return write(archive, site, kept)
    if changed is not None:
        ids = {known.ids[number] for number in change.added}
        known.fingerprints = index.marked(archive, known, ids)
    _forget(kept)
    done = sum(_put(folder, made, differing=_SHARDS) for folder, made in changes)
    _remember(known, kept)
    return done


def _reader(folder: Path) -> updating.Read:
    return lambda path: (folder / path).read_bytes()


def _noted(files: Iterator[index.File], folder: Path, wanted: set[Path]) -> Iterator[Change]:
    """The same files; their paths are added to those that are wanted."""
    for name, data in files:
        wanted.add(folder / name)
        yield name, data


_SHARDS = "k/"


def _put(folder: Path, files: Iterator[Change] | list[Change], differing: str = "\0") -> int:
    """Write what differs, and remove what is gone.

    Args:
        folder: Of an edition.
        files: What is to be in it.
        differing: What paths begin with whose files are known to differ.
    """
    changed = 0
    made: set[Path] = set()
    for name, data in files:
        path = folder / name
        if data is None:
            changed += path.exists()
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()
            continue
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if name.startswith(differing) or not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
            changed += 1
    return changed


def _remove_others(folder: Path, wanted: set[Path]) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            removed += 1
    return removed


def _forget(kept: Path | None) -> None:
    """Whoever is stopped in the middle leaves no state that would not fit."""
    if kept:
        (kept / STATE).unlink(missing_ok=True)


def _remember(known: state.State, kept: Path | None) -> None:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        (kept / STATE).write_bytes(state.write(known))


@cache
def _program() -> str:
    """What tells this program from any other that might make other bytes."""
    made = hashlib.blake2b(zlib.ZLIB_RUNTIME_VERSION.encode(), digest_size=8)
    for path in sorted(Path(generator.__file__).parent.rglob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()
