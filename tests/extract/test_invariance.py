"""However a text was saved, copied or pasted: the same lines are kept, the same facts found.

Runs on the golden texts, and on real scrapes where they are at hand.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator import captures
from generator.extract import Profile, article
from generator.extract.shapes import line_key
from generator.model import Extraction, Role
from generator.vietnamese import nfc

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"
TEXTS = [
    *sorted((HERE / "golden").glob("*/capture.txt")),
    *(sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else ()),
]
Seen = tuple[list[tuple[bool, Role, str]], dict[str, str]]

_STYLES = (
    "oà-òa oá-óa oả-ỏa oã-õa oạ-ọa oè-òe oé-óe oẻ-ỏe oẽ-õe oẹ-ọe uỳ-ùy uý-úy uỷ-ủy uỹ-ũy uỵ-ụy"
)
_NEW_TO_OLD = dict(pair.split("-") for pair in _STYLES.split())
_TONE_STYLES = _NEW_TO_OLD | {old: new for new, old in _NEW_TO_OLD.items()}
_OPEN_SYLLABLE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_STYLES)})(?![^\W\d_])")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _name(path: Path) -> str:
    return path.parent.name if path.name.startswith("capture") else path.stem[:3]


@pytest.fixture(params=TEXTS, ids=_name)
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return nfc(path.read_text(encoding="utf-8"))


@pytest.fixture
def read(tmp_path: Path, profiles: tuple[Profile, ...]) -> Callable[..., Extraction]:
    def read_bytes(data: bytes, name: str = "capture.txt") -> Extraction:
        path = tmp_path / name
        path.write_bytes(data)
        return article(captures.read(path, raw=tmp_path), profiles)

    return read_bytes


def _seen(found: Extraction) -> Seen:
    lines = [(x.kept, x.role, line_key(x.block.text)) for x in found.lines]
    return lines, {name: line_key(value.value) for name, value in found.fields.items()}


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _windows_1258(text: str) -> bytes:
    """The code page has letters with marks, and tones as characters of their own."""
    parts = []
    for character in text:
        decomposed = unicodedata.normalize("NFD", character)
        letter = nfc("".join(c for c in decomposed if c not in _TONES))
        parts.append(letter + "".join(c for c in decomposed if c in _TONES))
    return "".join(parts).encode("cp1258")


def _without_what_it_lacks(text: str) -> str:
    """The code page has no Russian, which some pages have a word of."""
    return "".join(c for c in text if unicodedata.normalize("NFD", c)[0].encode("cp1258", "ignore"))


SAVED: dict[str, Callable[[str], bytes]] = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16-le with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be with mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "windows-1258": _windows_1258,
}
PASTED: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "tones in the other style": lambda text: _OPEN_SYLLABLE.sub(
        lambda match: _TONE_STYLES[match[0]], text
    ),
    "every blank line doubled": lambda text: text.replace("\n", "\n\n"),
    "a blank line after each line": lambda text: "\n\n".join(_lines(text)),
    "no blank line": lambda text: "\n".join(_lines(text)),
    "indented": lambda text: "\n".join(f"   {line}  \t" for line in text.split("\n")),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "a mark in the middle": lambda text: f"{text[:200]}\ufeff{text[200:]}",
    "zero-width spaces": lambda text: re.sub(r"(?<=\w{3})(?=\w)", "\u200b", text),
    "soft hyphens": lambda text: re.sub(r"(?<=\w{3})(?=\w)", "\u00ad", text),
}


@pytest.mark.parametrize("form", SAVED)
def test_how_a_file_was_saved_changes_nothing(
    form: str, text: str, read: Callable[..., Extraction]
) -> None:
    text = _without_what_it_lacks(text) if form == "windows-1258" else text

    assert _seen(read(text.encode())) == _seen(read(SAVED[form](text)))


@pytest.mark.parametrize("form", PASTED)
def test_how_a_text_was_pasted_changes_nothing(
    form: str, text: str, read: Callable[..., Extraction]
) -> None:
    assert _seen(read(text.encode())) == _seen(read(PASTED[form](text).encode()))


def test_headline_in_capitals_changes_nothing(text: str, read: Callable[..., Extraction]) -> None:
    found = read(text.encode())
    lines = text.split("\n")
    for label in found.lines:
        if label.role is Role.HEADLINE:
            lines[label.block.n - 1] = lines[label.block.n - 1].upper()

    assert _seen(found) == _seen(read("\n".join(lines).encode()))


def _page(lines: Sequence[str], headline: str) -> str:
    body = "".join(f"<h1>{line}</h1>" if line == headline else f"<p>{line}</p>" for line in lines)
    return f"<title>{headline}</title><body>{body}"


WRAPPED: dict[str, Callable[[Sequence[str], str], str]] = {
    "p": lambda lines, _: "<body>" + "".join(f"<p>{line}</p>" for line in lines),
    "div": lambda lines, _: "<body>" + "".join(f"<div>{line}</div>" for line in lines),
    "br": lambda lines, _: "<body>" + "<br>".join(lines),
    "h1": _page,
}


@pytest.mark.parametrize("form", WRAPPED)
def test_lines_in_a_page_are_kept_as_in_a_text(
    form: str, text: str, read: Callable[..., Extraction]
) -> None:
    """One difference is right: a page says what its subheadings are, so a bare line is none."""
    found = read(text.encode())
    headline = next((x.block.text for x in found.lines if x.role is Role.HEADLINE), "")
    lines = [html.escape(" ".join(line.split())) for line in _lines(text)]
    page = read(WRAPPED[form](lines, html.escape(headline)).encode(), "capture.html")
    expected, fields = _seen(found)

    assert [
        (kept, Role.BODY if role is Role.SUBHEADING else role, key) for kept, role, key in expected
    ] == _seen(page)[0]
    assert fields == _seen(page)[1]
