"""The index on disk: the one place where search writes.

Only files whose bytes differ are written, and what belongs to no index any more is removed, so
that a change to one article touches its own shards. The manifest comes last: whoever reads an
old one meanwhile sees by the stamps that the shards are new.
"""

from __future__ import annotations

from pathlib import Path

from generator.model import LANGS, Archive
from generator.press.search.index import build

FOLDER = "search"
"""Below the site; the index of a language stands in a folder of its name."""


def write(archive: Archive, site: Path) -> int:
    """Write the indexes of all editions below `site/search/`.

    Returns:
        How many files were written or removed.
    """
    return sum(_write(archive, lang, site / FOLDER / lang) for lang in LANGS)


def _write(archive: Archive, lang: str, folder: Path) -> int:
    changed, wanted = 0, set()
    made: set[Path] = set()
    for name, data in build(archive, lang):
        path = folder / name
        wanted.add(path)
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
            changed += 1
    return changed + _remove_others(folder, wanted)


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
