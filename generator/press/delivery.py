"""Delivery: what changed goes into the site, and what did not stays where it is.

Everything that belongs into the site is offered; what stands there already, made of the same
inputs, is kept. The rest is written into a folder beside the site. When all is there, it is moved
in file by file, and what nobody offered is removed. The manifest is written last: whoever is
stopped before has one of which each file is told by its size and time, or by what is in it, that
it is another one; the next build makes these anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from generator.press import sealed
from generator.press.manifest import Manifest, Output

THEME = b"theme"
"""Inputs of what the theme brings: the environment tells when it changes."""


class Delivery:
    """What is in the site now, and what will be.

    Args:
        site: Folder of the site as it stands.
        new: Folder beside it, for what is made anew.
        old: What is known of the site; None if all is to be made anew.
    """

    def __init__(self, site: Path, new: Path, old: Manifest | None) -> None:
        self.new = new
        self.others: set[str] = set()
        """Paths below the docs folder of what is no page."""
        self.made: dict[str, Output] = {}
        """Path → what was made anew."""
        self.shadowed = frozenset(old.shadowed) if old else frozenset()
        """Paths below the docs folder in the place of files that the theme brings."""
        self.site = site
        self._known = [one.path for one in old.outputs] if old else []
        self._kept: dict[str, Output] = {}
        self._found = set(_files(site)) if old and site.is_dir() else set()
        self._old = dict(_intact(old.outputs, site)) if old and self._found else {}
        self.is_whole = not self._old
        """Whether everything is made anew."""
        self._pages = {one.source: one for one in self._old.values() if _is_page(one)}
        self._changed: frozenset[str] = frozenset()

    def paths(self, paths: Iterable[str]) -> None:
        """Learn which paths below the docs folder exist now, pages and others."""
        before = {one.source for one in self._old.values() if one.source}
        self._changed = frozenset(before.symmetric_difference(paths))

    def keeps_page(self, source: str, inputs: bytes) -> bool:
        """Whether a page stands as it would be printed; it is then kept."""
        one = self._pages.get(source)
        if one is None or one.inputs != inputs or not self._changed.isdisjoint(one.asked):
            return False
        self._kept[one.path] = one
        return True

    def keeps(self, path: str, inputs: bytes) -> bool:
        """Whether another file stands as it would be made; it is then kept."""
        one = self._old.get(path)
        if one is None or one.inputs != inputs:
            return False
        self._kept[path] = one
        return True

    def keep_theme(self) -> None:
        """Keep what the theme brings, but for what something else stands in the place of."""
        brought = {path: one for path, one in self._old.items() if one.inputs == THEME}
        self.shadowed |= self.others & brought.keys()
        for path, one in brought.items():
            if path not in self.others:
                self._kept[path] = one

    def anchors(self, source: str) -> tuple[str, ...]:
        """The anchors of a page that is kept."""
        one = self._pages.get(source)
        return one.anchors if one else ()

    def put(self, path: str, data: bytes, *, source: str = "") -> None:
        """Have a file in the site.

        Args:
            path: Below the site.
            data: What is in it.
            source: What it is below the docs folder; empty if it is not from there.
        """
        inputs = sealed.digest(data)
        if not self.keeps(path, inputs):
            target = self.new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            self._kept.pop(path, None)
            self.made[path] = _output(self.new, path, inputs, inputs, source)

    def printed(self, one: Output) -> None:
        """Note a page that was printed into the new folder; one that looks the same stays."""
        old = self._old.get(one.path)
        if old and old.digest == one.digest:
            (self.new / one.path).unlink()
            self._kept[one.path] = msgspec.structs.replace(one, modified=old.modified)
        else:
            self.made[one.path] = one

    def copied(self, path: str, inputs: bytes, source: str) -> None:
        """Note a file that was copied into the new folder."""
        of = sealed.digest_of_file(self.new / path)
        self.made[path] = _output(self.new, path, inputs, of, source)

    def settle(self, path: str) -> None:
        """Keep the file that stands if the new one is the same."""
        new = self.new / path
        if new.is_file():
            of = sealed.digest_of_file(new)
            if self.keeps(path, of):
                new.unlink()
            else:
                self.made[path] = _output(self.new, path, of, of, "")

    def has(self, path: str) -> bool:
        """Whether the site will have this file."""
        return path in self._kept or path in self.made

    def collect(self) -> None:
        """Note what else stands in the new folder: what the theme brought."""
        for path in _files(self.new):
            if path not in self.made:
                of = sealed.digest_of_file(self.new / path)
                self.made[path] = _output(self.new, path, THEME, of, "")

    def is_intact(self, below: str = "") -> bool:
        """Whether the site is as it was made, with nothing more and nothing less.

        Args:
            below: Only what has paths that begin with this.
        """
        known, old, found = (
            sum(path.startswith(below) for path in paths)
            for paths in (self._known, self._old, self._found)
        )
        return 0 < known == old == found

    def keep_all(self, below: str) -> None:
        """Keep all files that stand and whose paths begin with this."""
        self._kept.update((path, one) for path, one in self._old.items() if path.startswith(below))

    def drop(self, path: str) -> None:
        """Have a file no longer."""
        self._kept.pop(path, None)

    def outputs(self) -> list[Output]:
        """All files of the site as it will be."""
        both = {**self._kept, **self.made}
        return [both[path] for path in sorted(both)]

    def removed(self) -> list[str]:
        """What stands in the site and belongs to it no longer."""
        return sorted(path for path in self._found if not self.has(path))

    def pages_made(self) -> frozenset[str]:
        """Paths in the site of all pages that were printed."""
        return frozenset(path for path, one in self.made.items() if _is_page(one))

    def move(self, site: Path) -> None:
        """Change the site that stands into the one that is to be.

        Args:
            site: Its folder.

        Raises:
            OSError: A file cannot be moved; those before it are.
        """
        for path in self.removed():  # first: there may be a folder now where a file was
            (site / path).unlink(missing_ok=True)
            _prune((site / path).parent, site)
        for path in sorted(self.made, key=_order):
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.new / path).replace(target)
        shutil.rmtree(self.new, ignore_errors=True)


def _is_page(one: Output) -> bool:
    return one.source.endswith(".md")


def _order(path: str) -> tuple[bool, str]:
    """What others lead to comes first: whoever reads meanwhile finds what a list names."""
    return path.endswith(("index.html", "manifest.bin")), path


def _output(folder: Path, path: str, inputs: bytes, of: bytes, source: str) -> Output:
    facts = (folder / path).stat()
    return Output(path, inputs, of, facts.st_size, facts.st_mtime_ns, source)


def _intact(outputs: Iterable[Output], site: Path) -> Iterator[tuple[str, Output]]:
    """Files that stand in the site as they were made, be it that their times are other ones."""
    for one in outputs:
        path = f"{site}/{one.path}"
        try:
            facts = os.lstat(path)
        except OSError:
            continue
        if facts.st_size != one.size:
            continue
        if facts.st_mtime_ns == one.modified:
            yield one.path, one
        elif not os.path.islink(path) and sealed.digest_of_file(Path(path)) == one.digest:  # noqa: PTH114 - no Path is at hand
            yield one.path, msgspec.structs.replace(one, modified=facts.st_mtime_ns)


def _files(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, '/'-separated; links are files."""
    start = len(str(folder)) + 1
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    yield entry.path[start:]


def _prune(folder: Path, site: Path) -> None:
    """Remove folders that are empty, up to the site's."""
    while folder != site:
        try:
            folder.rmdir()
        except OSError:  # something is in it
            return
        folder = folder.parent
