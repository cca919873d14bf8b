"""What a kind of finding is: how bad, and in which words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Severity


@dataclass(frozen=True, slots=True)
class FindingType:
    """What a code means.

    Attributes:
        severity: How bad it is.
        what_vi: What happened, in Vietnamese; `{name}` are facts given to `finding`.
        what_en: The same in English.
        do_vi: What to do, in Vietnamese.
        do_en: The same in English.
    """

    severity: Severity
    what_vi: str
    what_en: str
    do_vi: str
    do_en: str
