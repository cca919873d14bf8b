"""The indexes of a site, written or brought up to date, and what they remember of themselves.

The manifest of each edition comes last: whoever reads an old one meanwhile sees by the stamps
that the shards are new.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection
from functools import cache
from pathlib import Path

import generator
from generator.model import LANGS, Archive
from generator.press.search import index, plans, state, updating
from generator.press.search.files import Files
from generator.press.search.plans import RebuildError

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
    folder = Files(site / FOLDER)
    for path, data in index.build(archive, LANGS, known):
        folder.put(path, data)
    for lang in LANGS:
        folder.remove_others(lang)
    _remember(known, kept)
    return folder.changed


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
        change = plans.plan(old, known, changed)
        folder = Files(site / FOLDER)
        changes = [
            (f"{lang}/{path}", data)
            for lang in LANGS
            for path, data in updating.update(archive, lang, change, folder.reader(lang))
        ]
    except (OSError, ValueError, KeyError, RebuildError):
        return write(archive, site, kept)
    if changed is not None:
        ids = {known.ids[number] for number in change.added}
        known.fingerprints = index.marked(archive, known, ids)
    _forget(kept)
    for path, data in changes:
        folder.put(path, data, differs="/k/" in path)
    _remember(known, kept)
    return folder.changed


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
