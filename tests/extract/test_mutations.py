"""Scrapes as they might have been: lines missing, blocks moved, other outlets' words.

Runs on golden texts, and on real scrapes where they are at hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.model import Extraction
from tests.extract.conftest import Extract

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"
Lines = list[tuple[bool, str]]

# A title between paragraphs whose picture is gone may as well be the author's: it is kept.
UNKNOWABLE = {"002": {38}, "text-sputnik": {17}, "text-mofa": {7}}
# Where the headline itself is missing, the headline that the page repeats is no longer a repeat.
REPEATED = {"004": (3, 8), "text-vov": (3, 8)}


def _paths() -> list[Path]:
    names = ["text-congluan", "text-mofa", "text-no-outlet", "text-sputnik", "text-vov"]
    golden = [HERE / "golden" / name / "capture.txt" for name in names]
    return golden + (sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else [])


def _name(path: Path) -> str:
    return path.parent.name if path.name.startswith("capture") else path.stem[:3]


def _read(path: Path, extract: Extract) -> Lines:
    """The lines of a capture, each with whether it is kept, which other tests say is right."""
    text = path.read_text(encoding="utf-8")
    kept = {label.block.n for label in extract(text).lines if label.kept}
    return [(n in kept, line) for n, line in enumerate(text.split("\n"), start=1)]


def _wrong(lines: Lines, found: Extraction) -> list[str]:
    return [
        f"{'kept' if label.kept else 'lost'} by {label.rule}: {label.block.text}"
        for label in found.lines
        if label.kept != lines[label.block.n - 1][0]
    ]


def _text(lines: Iterable[tuple[bool, str]]) -> str:
    return "\n".join(line for _, line in lines)


@pytest.mark.parametrize("path", _paths(), ids=_name)
def test_no_line_is_judged_by_one_other_line_alone(path: Path, extract_text: Extract) -> None:
    lines = _read(path, extract_text)
    headline, repeat = REPEATED.get(_name(path), (0, 0))
    for n, (_, line) in enumerate(lines, start=1):
        if line.strip() and n not in UNKNOWABLE.get(_name(path), ()):
            rest = [
                (kept or (n == headline and m == repeat), text)
                for m, (kept, text) in enumerate(lines, start=1)
                if m != n
            ]

            assert [] == _wrong(rest, extract_text(_text(rest))), f"without line {n}"


CONGLUAN = [path for path in _paths() if _name(path) in ("text-congluan", "003")]


def _parts(path: Path, extract: Extract) -> tuple[Lines, list[Lines]]:
    """What stands above the teasers, with their heading, and each teaser."""
    lines = _read(path, extract)
    start = next(i for i, (_, line) in enumerate(lines) if line == "Tin khác")
    titles = [
        i
        for i in range(start + 1, len(lines) - 2)
        if lines[i][1] and lines[i][1] == lines[i + 2][1]
    ]
    ends = [*titles[1:], len(lines)]
    return lines[: start + 2], [lines[i:j] for i, j in zip(titles, ends, strict=True)]


@pytest.mark.parametrize("number", [1, 2, 3, 10])
@pytest.mark.parametrize("form", ["whole", "title once", "title only", "no label", "no gaps"])
@pytest.mark.parametrize("path", CONGLUAN, ids=_name)
def test_any_number_of_teasers_of_any_form_is_removed(
    path: Path, form: str, number: int, extract_text: Extract
) -> None:
    head, teasers = _parts(path, extract_text)
    cut = {"title once": slice(2, None), "title only": slice(2), "no label": slice(-1)}
    part = cut.get(form, slice(None))
    lines = head + [line for i in range(number) for line in teasers[i % len(teasers)][part]]
    lines = [line for line in lines if line[1]] if form == "no gaps" else lines

    assert [] == _wrong(lines, extract_text(_text(lines)))


@pytest.mark.parametrize("path", CONGLUAN, ids=_name)
def test_order_of_teasers_does_not_matter(path: Path, extract_text: Extract) -> None:
    head, teasers = _parts(path, extract_text)
    teasers = [teasers[i] for i in (1, 0, *range(len(teasers) - 1, 1, -1))]
    lines = head + [line for teaser in teasers for line in teaser]

    assert [] == _wrong(lines, extract_text(_text(lines)))


@pytest.mark.parametrize("path", CONGLUAN, ids=_name)
def test_two_blocks_of_teasers_are_removed(path: Path, extract_text: Extract) -> None:
    head, teasers = _parts(path, extract_text)
    second: Lines = [(False, ""), (False, "Bài liên quan"), (False, "")]
    lines = [*head, *teasers[0], *second, *teasers[-1]]

    assert [] == _wrong(lines, extract_text(_text(lines)))


@pytest.mark.parametrize("path", CONGLUAN, ids=_name)
def test_teasers_in_the_middle_leave_the_rest_of_the_story(
    path: Path, extract_text: Extract
) -> None:
    head, teasers = _parts(path, extract_text)
    story = [line for line in head[:-2] if line[1] != "PV"]
    at = next(i for i, line in enumerate(story) if "Ảnh:" in line[1]) + 1
    block = [(False, ""), *head[-2:], *(line for teaser in teasers for line in teaser), (False, "")]
    lines = story[:at] + block + story[at:]

    assert [] == _wrong(lines, extract_text(_text(lines)))


HEADINGS = [
    *("Tin liên quan", "Cùng chuyên mục", "Xem thêm:", "Đọc thêm", "TIN KHÁC", "Tin khác:"),
    *(">> Tin khác", "Các tin khác", "CÁC TIN KHÁC", "Đừng bỏ lỡ", "Tin mới hơn", "Tin cũ hơn"),
    *("Có thể bạn quan tâm", "Bài viết cùng chuyên mục", "Mời xem thêm", "Read more"),
    *("Đọc nữa đi nào", "Chuyện bên lề", ""),  # words that no list has, and none at all
]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("path", CONGLUAN, ids=_name)
def test_heading_of_teasers_may_be_any(
    path: Path, number: int, heading: str, extract_text: Extract
) -> None:
    head, teasers = _parts(path, extract_text)
    head = [(keep, heading if line == "Tin khác" else line) for keep, line in head]
    lines = head + [line for teaser in teasers[:number] for line in teaser]

    assert [] == _wrong(lines, extract_text(_text(lines)))


SPUTNIK = [path for path in _paths() if _name(path) in ("text-sputnik", "002")]


@pytest.mark.parametrize("place", ["twice", "on top", "below the headline", "in the middle"])
@pytest.mark.parametrize("path", SPUTNIK, ids=_name)
def test_machinery_is_removed_wherever_it_stands(
    path: Path, place: str, extract_text: Extract
) -> None:
    lines = _read(path, extract_text)
    start = next(i for i, (_, line) in enumerate(lines) if line == "Tin thời sự")
    story, tail = lines[:start], lines[start:]
    middle = next(i for i, (_, line) in enumerate(story) if "(Sputnik)" in line) + 2
    moved = {
        "twice": story + tail + tail,
        "on top": tail + story,
        "below the headline": story[:1] + tail + story[1:],
        "in the middle": story[:middle] + tail + story[middle:],
    }[place]

    assert [] == _wrong(moved, extract_text(_text(moved)))
