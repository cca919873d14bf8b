"""What can go wrong: the exceptions, and every finding that a person may be shown.

Exceptions::

    ArchiveError
      ├─ FindingError         one file cannot be used; carries its findings; the others go on
      ├─ SettingsError        the settings make no sense; nothing can be done
      └─ BrokenArchiveError   fixity, records or permalinks are broken (exit status 3)

Findings are made by `finding`, of the codes in `table`.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors.kinds import FindingType
from generator.errors.table import FINDINGS
from generator.model import Bilingual, Finding

__all__ = [
    "FINDINGS",
    "ArchiveError",
    "BrokenArchiveError",
    "FindingError",
    "FindingType",
    "SettingsError",
    "finding",
    "in_order",
]


class ArchiveError(Exception):
    """The root of all errors that this package raises on purpose."""


class FindingError(ArchiveError):
    """One file cannot be used.

    Attributes:
        findings: What is wrong with it; at least one.
    """

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(f"{f.file}:{f.line}: {f.what.en}" for f in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[type[FindingError], tuple[Finding, ...]]:
        """Pickle by the findings: worker processes hand these errors back."""
        return type(self), self.findings


class SettingsError(ArchiveError):
    """The settings make no sense; the message says which and what to do."""


class BrokenArchiveError(ArchiveError):
    """Something that must never be lost is broken.

    Attributes:
        findings: What is broken.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f.what.en for f in self.findings))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order in which a person meets them: by file, line and code, then by words."""
    return tuple(sorted(findings, key=lambda f: (f.file, f.line, f.code, f.what.en, f.remedy.en)))


def finding(code: str, *, file: str, line: int = 0, **facts: object) -> Finding:
    """Make a finding.

    Args:
        code: A key of `FINDINGS`.
        file: Path as a person would open it, relative to the archive's root.
        line: 1-based line; 0 if none is meant.
        **facts: The values that the code's texts name; a `Bilingual` gives each its own.

    Raises:
        KeyError: There is no such code, or a fact that it names is missing.
    """
    kind = FINDINGS[code]
    vi = {name: fact.vi if isinstance(fact, Bilingual) else fact for name, fact in facts.items()}
    en = {name: fact.en if isinstance(fact, Bilingual) else fact for name, fact in facts.items()}
    return Finding(
        code=code,
        severity=kind.severity,
        file=file,
        line=line,
        what=Bilingual(vi=kind.what_vi.format(**vi), en=kind.what_en.format(**en)),
        remedy=Bilingual(vi=kind.do_vi.format(**vi), en=kind.do_en.format(**en)),
    )
