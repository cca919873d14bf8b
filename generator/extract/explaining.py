"""What was decided about a capture, line by line and field by field, for people and programs."""

from __future__ import annotations

from generator.extract import language
from generator.model import Extraction, Labelled, Value


def record(extraction: Extraction) -> dict[str, object]:
    """All decisions as plain data, for JSON.

    Returns:
        `raw sha256 format profile`, `fields` (name → `value basis rule`) and `lines`
        (`n text lang kept role rule`, where `n` is the line of a text capture, the block's number
        in HTML, and `lang` the language of the line, None where it is too short to tell).
    """
    return {
        "raw": extraction.capture.raw,
        "sha256": extraction.capture.sha256,
        "format": extraction.capture.format,
        "profile": extraction.profile,
        "fields": {name: _field(name, value) for name, value in extraction.fields.items()},
        "lines": [_line(label) for label in extraction.lines],
    }


def _field(name: str, value: Value) -> dict[str, str | None]:
    if not value.value:
        # As it is written in the front matter, which says so only of these two.
        unknown = "unknown" if name in {"date", "source.outlet"} else None
        return {"value": unknown, "basis": "unknown", "rule": ""}
    return {"value": value.value, "basis": value.basis.kind.value, "rule": value.basis.rule}


def _line(label: Labelled) -> dict[str, object]:
    return {
        "n": label.block.n,
        "text": label.block.text,
        "lang": language.of_block(label.block.text) or None,
        "kept": label.kept,
        "role": label.role.value,
        "rule": label.rule,
    }


_WORDS = {
    "vi": {
        "capture": "Bản chụp",
        "profile": "Hồ sơ",
        "fields": "Trường",
        "lines": "Dòng",
        "kept": "giữ",
        "removed": "bỏ",
        "unknown": "không rõ",
    },
    "en": {
        "capture": "Capture",
        "profile": "Profile",
        "fields": "Fields",
        "lines": "Lines",
        "kept": "kept",
        "removed": "removed",
        "unknown": "unknown",
    },
}


def text(extraction: Extraction, lang: str = "en") -> str:
    """All decisions as a table to read in a terminal, in one of the site's languages."""
    words = _WORDS[lang]
    fields = [
        f"  {name:<18} {value.value or words['unknown']}"
        + (f"  [{value.basis.kind.value}: {value.basis.rule}]" if value.value else "")
        for name, value in extraction.fields.items()
    ]
    width = max((len(label.rule) for label in extraction.lines), default=0)
    lines = [
        f"  {label.block.n:>4}  {words['kept' if label.kept else 'removed']:<7}  "
        f"{label.role.value:<11}  {label.rule:<{width}}  {label.block.text}"
        for label in extraction.lines
    ]
    return "\n".join(
        [
            f"{words['capture']}: {extraction.capture.raw} ({extraction.capture.format})",
            f"{words['profile']}: {extraction.profile}",
            f"{words['fields']}:",
            *fields,
            f"{words['lines']}:",
            *lines,
        ]
    )
