"""Reads what lies beside a text, removed lines and sizes of pictures, when a page is made."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image

from generator import content
from generator.errors import FindingError, finding
from generator.model import Bilingual, Finding, Removal
from generator.pages.beside import Beside
from generator.press import sealed

MAX_BYTES = 5_000_000
"""Largest picture that is shown without a word, in bytes: on a telephone it takes ten seconds."""

_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})
"""Values of Exif's `Orientation` with which width and height change places."""


class Reader:
    """Reads from the content folder, and keeps what a person should know of it.

    Args:
        folder: The content folder.
        memory: What is remembered of files that were read before; nothing if None.
    """

    def __init__(self, folder: Path, memory: content.Memory | None = None) -> None:
        self._folder = folder
        self._memory = memory or content.Forgetful()
        self._sizes: dict[str, tuple[int, int] | None] = {}
        self.findings: list[Finding] = []
        """What could not be read, in the order in which it was asked for."""

    def beside(self) -> Beside:
        """The functions that pages call."""
        return Beside(removals=self._removals, size=self._size, stamp=self._stamp)

    def _stamp(self, path: str) -> bytes | None:
        try:
            return sealed.stamp(self._folder / path)
        except OSError:
            return None

    def _removals(self, folder: str) -> tuple[Removal, ...]:
        try:
            return self._memory.of(
                "removals",
                self._folder / folder,
                [content.REMOVED],
                lambda: content.removals(self._folder, folder),
            )
        except FindingError as error:
            self.findings += error.findings
            return ()

    def _size(self, path: str) -> tuple[int, int] | None:
        if path not in self._sizes:
            self._sizes[path] = self._look(path)
        return self._sizes[path]

    def _look(self, path: str) -> tuple[int, int] | None:
        picture = self._folder / path
        file = f"{self._folder.name}/{path}"
        if picture.is_symlink() or not picture.resolve().is_relative_to(self._folder.resolve()):
            self.findings.append(finding("file-link", file=file))
            return None
        if not picture.is_file():  # reading the content has said so
            return None
        count = picture.stat().st_size
        if count > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            self.findings.append(
                finding("article-image-large", file=file, count=count // 1_000_000, limit=limit)
            )
        found = size(picture)
        if found is None:
            reason = _EMPTY if not count else _UNREADABLE
            self.findings.append(finding("article-image-broken", file=file, reason=reason))
        return found


_EMPTY = Bilingual(vi="tệp rỗng", en="the file is empty")
_UNREADABLE = Bilingual(
    vi="không đọc được, hoặc có quá nhiều điểm ảnh", en="it cannot be read, or has too many pixels"
)


def size(picture: Path) -> tuple[int, int] | None:
    """Width and height of a picture in pixels, as a browser shows it; None if it shows nothing.

    Reads the file's header only, so that the size of the picture costs nothing; a picture that is
    cut off further down is shown as far as it goes. One of more than 179 million pixels is more
    than browsers are sure to unpack.

    Source:
        Exif 2.32, 4.6.4 A, `Orientation`; browsers turn pictures by it (CSS Images 3,
        `image-orientation: from-image`).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(picture, formats=_FORMATS) as image:
                width, height = image.size
                # Where a PNG has Exif data, they may stand behind all its pixels.
                turned = "exif" in image.info and image.getexif().get(_ORIENTATION) in _TURNED
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return (height, width) if turned else (width, height)
