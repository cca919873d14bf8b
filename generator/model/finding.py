"""Findings: what a person should know of, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.values import Bilingual


class Severity(StrEnum):
    """How bad a finding is; only `ERROR` makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person should know of, and what to do about it.

    Attributes:
        code: Permanent name, a key of `errors.FINDINGS`.
        severity: How bad it is.
        file: Path as a person would open it, '/'-separated, relative to the archive's root.
        line: 1-based line in that file; 0 if none is meant.
        what: What happened.
        remedy: What to do.
    """

    code: str
    severity: Severity
    file: str
    line: int
    what: Bilingual
    remedy: Bilingual
