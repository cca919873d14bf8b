"""Check: every promise that can be checked without building, and findings in print."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from generator import assemble, pages
from generator.assemble import promises
from generator.content import REGISTER, digest
from generator.errors import finding, in_order
from generator.model import Archive, Article, Contents, Finding, Severity, Status

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SEVERITIES = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"},
    "en": {severity: severity.value for severity in Severity},
}


def findings(
    contents: Contents, archive: Archive, assembled: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Gather all that a person should know of.

    Args:
        contents: What was read, with its findings.
        archive: The same, assembled.
        assembled: What assembling found.

    Returns:
        Each finding once, in order of file, line and code.
    """
    found = {
        *contents.findings,
        *assembled,
        *promises.broken(contents, archive, register=REGISTER),
        *_unregistered(contents, archive),
        *_stale(contents),
        *_dead_links(contents, archive),
    }
    return in_order(found)


def _unregistered(contents: Contents, archive: Archive) -> Iterator[Finding]:
    registered = {permalink.url for permalink in contents.permalinks}
    new = [permalink.url for permalink in archive.permalinks if permalink.url not in registered]
    if new:
        file = contents.shown(REGISTER)
        yield finding("permalink-unregistered", file=file, count=len(new), url=new[0])


def _dead_links(contents: Contents, archive: Archive) -> Iterator[Finding]:
    for path, url in pages.dead_links(archive):
        yield finding("link-dead", file=contents.shown(path), url=url)


def _stale(contents: Contents) -> Iterator[Finding]:
    for work in assemble.gather(contents.articles):
        texts = {text.lang: text for text in work.files}
        for text in work.files:
            if state(texts, text.lang) == "stale":
                yield finding(
                    "translation-stale",
                    file=contents.shown(text.path),
                    digest=digest(work.original.body),
                )


def state(texts: Mapping[str, Article], lang: str) -> str:
    """What there is of an article in a language.

    Args:
        texts: Language → text, all that the article has.
        lang: The language asked for.

    Returns:
        `missing`; `draft`, `withdrawn` or `removed`; `original`; or for a translation `current`,
        or `stale` if the original has changed since. A translation without text is a draft, and
        one that does not say what it was made from cannot be told to be stale.
    """
    text = texts.get(lang)
    if text is None:
        return "missing"
    if text.status is Status.DRAFT or (text.translation and not text.body.strip()):
        return Status.DRAFT.value
    if text.status is not Status.PUBLISHED:
        return text.status.value
    if text.translation is None:
        return "original"
    originals = [other for other in texts.values() if not other.translation]
    made_from = text.translation.of
    if originals and made_from and made_from != digest(originals[0].body):
        return "stale"
    return "current"


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
