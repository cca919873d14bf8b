"""Staging: pages become the docs tree that MkDocs, or any engine like it, builds from.

The tree can be made anew at any time. Only what differs is written, so a second staging touches
nothing and a live server has nothing to rebuild.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import yaml

from generator.errors import FindingError, finding
from generator.model import File, Finding, Page

ASSET_SUFFIXES = frozenset(
    {".avif", ".gif", ".jpeg", ".jpg", ".mp3", ".mp4", ".ogg", ".pdf", ".png", ".webm", ".webp"}
)
"""What may stand beside a page: kinds of files in which a browser runs nothing."""

# MkDocs leaves out what starts with a dot, and the rest could mean something to a file system.
_PART = re.compile(r"[^\x00-\x1f\x7f\\/.:][^\x00-\x1f\x7f\\/:]*")

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
    for page in pages:
        try:
            problems += _stage(page, content, tree)
        except FindingError as error:
            problems += error.findings
    for file in files:
        try:
            _write(tree.claim(file.path, file.path), file.text.encode("utf-8"))
        except FindingError as error:
            problems += error.findings
    for path, data in assets.items():
        _write(tree.claim(path, path), data)
    for path, source in kept:
        _link(source, tree.claim(path, path))
    tree.remove_stale()
    return tuple(problems)


def _stage(page: Page, content: Path, tree: _Tree) -> Iterator[Finding]:
    owner = _owner(page)
    _write(tree.claim(page.path, owner), text(page).encode("utf-8"))
    folder = PurePosixPath(page.path).parent
    for name, source in sorted(page.assets.items()):
        problem = _problem(content, source)
        if problem:
            yield problem
        else:
            _copy(content / source, tree.claim((folder / name).as_posix(), owner))


def put_beside(files: Iterable[File], site: Path) -> None:
    """Write files into a built site, beside the pages that it has; others are left out."""
    for file in files:
        target = site / file.path
        if target.with_suffix(".html").is_file():
            _write(target, file.text.encode("utf-8"))


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


def _owner(page: Page) -> str:
    """What a person would call the page: where it comes from, or else its title."""
    return str(page.meta.get("source_path") or page.meta.get("title") or page.path)


class _Tree:
    """The folder that is being filled, and who claimed which path in it."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._owners: dict[str, str] = {}
        self._folders: dict[str, str] = {"": ""}

    def claim(self, path: str, owner: str) -> Path:
        """Where to write `path`, with room made for it."""
        parts = path.split("/")
        if not all(_PART.fullmatch(part) for part in parts):
            raise ValueError(f"not a path below the docs folder: {path!r} ({owner})")
        folders = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        taken = (self._owners.get(path, self._folders.get(path)), *map(self._owners.get, folders))
        other = next((one for one in taken if one is not None), None)
        if other is not None:
            url = f"/{path.removesuffix('index.md')}"
            raise FindingError(finding("permalink-clash", file=owner, url=url, other=other))
        for folder in folders:
            if folder not in self._folders:
                self._folders[folder] = owner
                _make_folder(self._docs / folder)
        self._owners[path] = owner
        target = self._docs / path
        if target.is_symlink() or target.is_dir():
            _remove(target)
        return target

    def remove_stale(self) -> None:
        """Remove all that nobody claimed."""
        for path in _walk(self._docs):
            name = path.relative_to(self._docs).as_posix()
            if name not in self._owners and name not in self._folders:
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


def _problem(content: Path, source: str) -> Finding | None:
    """Why an asset cannot be shown; None if it can."""
    path = content / source
    file = f"{content.name}/{source}"
    if path.suffix.lower() not in ASSET_SUFFIXES:
        return finding("file-unexpected", file=file)
    if path.is_symlink() or not path.resolve().is_relative_to(content.resolve()):
        return finding("file-link", file=file)
    try:
        with path.open("rb"):
            return None
    except OSError as error:
        return finding("file-unreadable", file=file, reason=error.strerror)
