"""What is wrong with one content file, collected while it is read."""

from __future__ import annotations

from generator.content.front_matter import CONTROLS
from generator.errors import finding
from generator.model import Bilingual, Finding, Severity
from generator.vietnamese import nfc

_SHOWN = 80  # characters of a wrong value that a finding repeats


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

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(found.severity is Severity.ERROR for found in self.findings)


def one_line(text: str) -> str:
    """Any text as a text of one line; what cannot stand in a line is dropped."""
    return nfc(" ".join(CONTROLS.sub("", " ".join(text.split())).split()))


def shorten(text: str) -> str:
    """A text as a finding shows it."""
    text = one_line(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
