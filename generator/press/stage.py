"""Staging: pages become the docs tree that MkDocs, or any engine like it, builds from.

The tree can be made anew at any time. Only what differs is written, so a second staging touches
nothing and a live server has nothing to rebuild.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

from generator.model import File, Finding, Page
from generator.press.places import Places, placed

# libyaml folds a quoted text at this column; a folded line could start with `---`.
_NEVER_FOLD = 2**31 - 1


class _Dumper(yaml.CSafeDumper):
    """Writes every text in double quotes: `no`, `007` and `---` stay text in any YAML reader."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def stage(
    pages: Iterable[Page],
    *,
    content: Path,
    docs: Path,
    files: Iterable[File] = (),
    assets: Mapping[str, bytes] = MappingProxyType({}),
    kept: Iterable[tuple[str, Path]] = (),
) -> tuple[Finding, ...]:
    """Make the folder `docs` hold exactly these pages with their assets, and these files.

    A file whose bytes would be the same is not touched; what belongs to no page is removed; a
    symbolic link in `docs` is removed, never followed.

    Args:
        pages: In any order; read once.
        content: Folder that the pages' assets are paths in.
        docs: Folder to fill; made if missing. All that is in it belongs to staging.
        files: What is no page, in any order; read once, when all pages have their places.
        assets: Path below `docs` → bytes, for what the style sheets need.
        kept: Path below `docs` and a file of the work folder that is put there, in any order;
            read once.

    Returns:
        What cannot be shown: assets, without which their pages are staged, and what claims a
        path that another page or asset has already.

    Raises:
        ValueError: A path leads out of `docs`, or metadata is of no type that YAML has.
    """
    docs.mkdir(parents=True, exist_ok=True)
    tree = _Tree(docs)
    problems: list[Finding] = []
    things = placed(
        pages, content=content, take=tree, problems=problems, files=files, assets=assets
    )
    for path, thing in things:
        target = tree.room(path)
        if isinstance(thing, Path):
            _copy(thing, target)
        elif isinstance(thing, bytes):
            _write(target, thing)
        elif isinstance(thing, Page):
            _write(target, text(thing).encode("utf-8"))
    for path, source in kept:
        tree.claim(path, path)
        _link(source, tree.room(path))
    tree.remove_stale()
    return tuple(problems)


def put_beside(files: Iterable[File], site: Path) -> None:
    """Write files into a built site, beside the pages that it has; others are left out."""
    for file in files:
        target = site / file.path
        if target.with_suffix(".html").is_file():
            _write(target, file.data)


def text(page: Page) -> str:
    """The staged file: front matter between two `---` lines, and the body."""
    head = yaml.dump(
        _plain(page.meta),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_NEVER_FOLD,
    )
    return f"---\n{head}---\n\n{page.body}"


def _plain(value: object) -> object:
    """The same value in the types that YAML readers give back."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)  # an enum's member as its text
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    raise ValueError(f"metadata cannot hold a {type(value).__name__}: {value!r}")


class _Tree(Places):
    """The folder that is being filled."""

    def __init__(self, docs: Path) -> None:
        super().__init__()
        self._docs = docs

    def claim(self, path: str, owner: str) -> list[str]:
        """As ever, with folders made for it."""
        new = super().claim(path, owner)
        for folder in new:
            _make_folder(self._docs / folder)
        return new

    def room(self, path: str) -> Path:
        """Where to write what claimed `path`."""
        target = self._docs / path
        if target.is_symlink() or target.is_dir():
            _remove(target)
        return target

    def remove_stale(self) -> None:
        """Remove all that nobody claimed."""
        for path in _walk(self._docs):
            name = path.relative_to(self._docs).as_posix()
            if name not in self.owners and name not in self.folders:
                _remove(path)


def _walk(folder: Path) -> Iterator[Path]:
    """All files, links and folders below, what is in a folder before the folder itself."""
    for where, folders, files in os.walk(folder, topdown=False, followlinks=False):
        yield from (Path(where, name) for name in (*files, *folders))


def _make_folder(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        path.unlink()
    path.mkdir(exist_ok=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _write(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)


def _copy(source: Path, target: Path) -> None:
    if not target.is_file() or not filecmp.cmp(source, target, shallow=False):
        shutil.copyfile(source, target)


def _link(source: Path, target: Path) -> None:
    """Let a file stand in a second place without a second copy, where the file system can."""
    if target.is_file():
        if target.samefile(source):
            return
        target.unlink()
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
