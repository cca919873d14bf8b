"""The data sets: pages with their gold text, read from a folder of one's own.

aeb/                  ground-truth.json, html/ID.html.gz
wcxb-dev-articles/    ground-truth/ID.json, html/ID.html.gz
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

_HELD_BACK = 5
"""One page in so many is held back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what is known of it.

    Attributes:
        folder: Name of the data set's folder.
        id: Its name within the set.
        url: Where it was; empty if unknown.
        file: The page, gzipped.
        gold: The text of its article; empty if it has none.
        title: The headline; empty if unknown.
        author: As the data set has it; empty if unknown.
        date: Day of publication, `2025-09-04` or less; empty if unknown.
    """

    folder: str
    id: str
    url: str
    file: Path
    gold: str
    title: str = ""
    author: str = ""
    date: str = ""

    @property
    def key(self) -> str:
        """Its name among all sets."""
        return f"{self.folder}/{self.id}"

    @property
    def held_back(self) -> bool:
        """Whether nothing may be trained on it: first byte of the sha256 of its id, modulo 5."""
        return hashlib.sha256(self.id.encode()).digest()[0] % _HELD_BACK == 0

    def html(self) -> str:
        """The page as text; all files of both sets are UTF-8."""
        return gzip.decompress(self.file.read_bytes()).decode("utf-8", "replace")


def _aeb(folder: Path) -> Iterable[Page]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, known in sorted(truth.items()):
        yield Page(
            folder=folder.name,
            id=name,
            url=known.get("url") or "",
            file=folder / "html" / f"{name}.html.gz",
            gold=known.get("articleBody") or "",
        )


def _wcxb(folder: Path) -> Iterable[Page]:
    for file in sorted((folder / "ground-truth").glob("*.json")):
        known = json.loads(file.read_text(encoding="utf-8"))
        yield Page(
            folder=folder.name,
            id=file.stem,
            url=known.get("url") or "",
            file=folder / "html" / f"{file.stem}.html.gz",
            gold=known.get("body") or "",
            title=known.get("title") or "",
            author=known.get("author") or "",
            date=known.get("date") or "",
        )


_FOLDERS: dict[str, Callable[[Path], Iterable[Page]]] = {"aeb": _aeb, "wcxb-dev-articles": _wcxb}

SETS: dict[str, tuple[str, Callable[[Page], bool]]] = {
    "aeb": ("aeb", lambda _: True),
    "wcxb": ("wcxb-dev-articles", lambda _: True),
    "wcxb-held-back": ("wcxb-dev-articles", lambda page: page.held_back),
    "wcxb-train": ("wcxb-dev-articles", lambda page: not page.held_back),
}
"""Name of a set → its folder, and which pages of it belong to the set."""


def load(data: Path, name: str, *, sample: int = 0) -> list[Page]:
    """Read a set.

    Args:
        data: The folder of all data sets.
        name: One of `SETS`.
        sample: How many pages, evenly over the set; 0 for all.

    Raises:
        FileNotFoundError: The data set is not there.
    """
    folder, belongs = SETS[name]
    if not (data / folder).is_dir():
        raise FileNotFoundError(f"there is no data set {folder} in {data}")
    pages = [page for page in _FOLDERS[folder](data / folder) if belongs(page)]
    if not 0 < sample < len(pages):
        return pages
    return [pages[i * len(pages) // sample] for i in range(sample)]
