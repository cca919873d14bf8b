"""Reads what lies beside a text, removed lines and sizes of pictures, when a page is made."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image

from generator import content
from generator.errors import FindingError
from generator.model import Finding, Removal
from generator.pages.beside import Beside

_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})
"""Values of Exif's `Orientation` with which width and height change places."""


class Reader:
    """Reads from the content folder, and keeps what a person should know of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.findings: list[Finding] = []
        """What could not be read, in the order in which it was asked for."""

    def beside(self) -> Beside:
        """The functions that pages call."""
        return Beside(removals=self._removals, size=self._size)

    def _removals(self, folder: str) -> tuple[Removal, ...]:
        try:
            return content.removals(self._folder, folder)
        except FindingError as error:
            self.findings += error.findings
            return ()

    def _size(self, path: str) -> tuple[int, int]:
        picture = self._folder / path
        # Staging shows nothing that lies behind a link, and says so.
        inside = picture.resolve().is_relative_to(self._folder.resolve())
        return size(picture) if inside else (0, 0)


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a picture in pixels, as a browser shows it; zeros if unknown.

    Reads the file's header only, so that the size of the picture costs nothing.

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
        return 0, 0
    return (height, width) if turned else (width, height)
