"""What is wrong with one content file, collected while it is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.content.front_matter import CONTROLS
from generator.errors import finding
from generator.model import Bilingual, Finding
from generator.vietnamese import nfc

_SHOWN = 80  # characters of a wrong value that a finding repeats

_ALIKE = 0.7  # share of letters by which a word counts as a slip of another, as difflib counts


class SkipError(Exception):
    """A value cannot be used; why has been reported already."""


class Report:
    """Collects what is wrong with one file.

    Attributes:
        file: Path as a person would open it.
        findings: What has been found so far.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def add(self, code: str, line: int = 0, **facts: object) -> None:
        """Note a finding of this file."""
        self.findings.append(finding(code, file=self.file, line=line, **facts))

    def invalid(self, line: int, field: str, value: str, hint: Bilingual) -> SkipError:
        """Note that a field's value is not valid; returns what to raise."""
        self.add("field-invalid", line, field=field, value=shorten(value), hint=hint)
        return SkipError(field)


def one_line(text: str) -> str:
    """Any text as a text of one line; what cannot stand in a line is dropped."""
    return nfc(" ".join(CONTROLS.sub("", " ".join(text.split())).split()))


def shorten(text: str) -> str:
    """A text as a finding shows it."""
    text = one_line(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def suggest(word: str, known: Iterable[str]) -> tuple[str, Bilingual]:
    """Guess what was meant by a word that nobody knows.

    Returns:
        The known word that is most like it, or an empty text; and the hint that says so.
    """
    close = difflib.get_close_matches(word[:_SHOWN].lower(), list(known), n=1, cutoff=_ALIKE)
    if not close:
        return "", Bilingual(vi="kiểm tra chính tả.", en="check the spelling.")
    hint = Bilingual(vi=f"có phải là `{close[0]}`?", en=f"did you mean `{close[0]}`?")
    return close[0], hint
