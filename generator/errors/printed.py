"""Findings in print: for a terminal, for programs, for GitHub; and the exit status they ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from generator.model import Finding, Severity

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SEVERITIES = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"},
    "en": {severity: severity.value for severity in Severity},
}


def exit_code(found: Iterable[Finding]) -> int:
    """1 if any finding is an error, else 0."""
    return int(any(f.severity is Severity.ERROR for f in found))


def as_text(found: Iterable[Finding], lang: str) -> str:
    """Findings for a terminal: where and what in one line, the remedy below it.

    Signs that would command the terminal, or turn the direction of writing, are shown as codes.
    """
    lines = []
    for f in found:
        place = f"{f.file}:{f.line}" if f.line else f.file
        severity = _SEVERITIES[lang][f.severity]
        lines.append(_visible(f"{place}: {severity} [{f.code}] {f.what.get(lang)}"))
        lines.append(_visible(f"    → {f.remedy.get(lang)}"))
    return "\n".join(lines)


def as_json(found: Iterable[Finding]) -> str:
    """Findings as a JSON array, both languages in each."""
    rows = [
        {
            "code": f.code,
            "severity": f.severity.value,
            "file": f.file,
            "line": f.line,
            "what": {"vi": f.what.vi, "en": f.what.en},
            "remedy": {"vi": f.remedy.vi, "en": f.remedy.en},
        }
        for f in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(found: Iterable[Finding], lang: str) -> str:
    """Findings as workflow commands, which GitHub shows beside the lines they are about.

    Source:
        Escaping after actions/toolkit, packages/core/src/command.ts.
    """
    lines = []
    for f in found:
        facts = {"file": f.file, "line": str(f.line) if f.line else "", "title": f.code}
        told = ",".join(f"{key}={_property(value)}" for key, value in facts.items() if value)
        message = _data(f"{f.what.get(lang)} {f.remedy.get(lang)}")
        lines.append(f"::{f.severity.value} {told}::{message}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _visible(text: str) -> str:
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
