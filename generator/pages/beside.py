"""What lies beside an article's text and is read only when its page is made.

There is much of it and each page needs little, so it never stands in memory together: pages get
functions that read it, and whoever may touch a disk provides them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import Removal


def _no_lines(_folder: str) -> Sequence[Removal]:
    return ()


def _no_size(_path: str) -> tuple[int, int] | None:
    return 0, 0


def _no_stamp(_path: str) -> object:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """How to read what lies beside a text.

    Attributes:
        removals: From an article's folder, below `content/`, to the lines that cleaning took out
            of it; none where there is no list, or none that can be read.
        size: From a picture's path, below `content/`, to its width and height in pixels as a
            browser shows it; zeros where they are not known, None where there is nothing that a
            browser could show.
        stamp: From the path of either to what tells it from what will ever stand there again,
            without reading it.
    """

    removals: Callable[[str], Sequence[Removal]] = _no_lines
    size: Callable[[str], tuple[int, int] | None] = _no_size
    stamp: Callable[[str], object] = _no_stamp


NOTHING = Beside()
"""Nothing lies there."""
