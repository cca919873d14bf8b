"""Blame: which file and line an exception is about."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError

from generator.errors import finding
from generator.model import Finding

CONFIG = "mkdocs.yml"

_LINE = re.compile(r"\bline (\d+)")


def finding_of(error: BaseException, root: Path, said: Iterable[str] = ()) -> Finding:
    """A finding with the file of the archive that an exception comes from.

    Args:
        error: From MkDocs, a template, or anything else.
        root: Folder of the archive.
        said: What was logged before.
    """
    file, line = place(error, root) or _in_settings(error)
    reason = str(error) if file == CONFIG else f"{type(error).__name__}: {error}"
    return finding("site-broken", file=file, line=line, reason="; ".join((reason, *said)))


def place(error: BaseException, root: Path) -> tuple[str, int] | None:
    """The innermost template that was being printed, and the line; None if there was none.

    Args:
        error: What was raised.
        root: Folder of the archive.
    """
    if isinstance(error, TemplateSyntaxError):
        return _shown(error.filename or error.name or "", root), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".xml")):
            return _shown(frame.filename, root), frame.lineno or 0
    return None


def _in_settings(error: BaseException) -> tuple[str, int]:
    lines: Sequence[str] = _LINE.findall(str(error))
    return CONFIG, int(lines[-1]) if lines else 0


def _shown(file: str, root: Path) -> str:
    path = Path(file).resolve()
    below = root.resolve()
    return path.relative_to(below).as_posix() if path.is_relative_to(below) else file
