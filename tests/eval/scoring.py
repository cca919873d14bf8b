"""Scores of extraction on the annotated pages; the same on every run and machine."""

from __future__ import annotations

import hashlib
import math
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from bench import metric
from bench.metric import PageScore
from bench.tools import archive
from generator import captures
from generator.extract import article
from generator.extract.blocks_text import visible
from generator.model import KEPT_ROLES, Date, Extraction, Labelled, Role, Value
from tests.eval.annotated import HIDDEN, Annotated, Line

Confusion = Mapping[str, Mapping[str, float]]
"""Gold role → role it was given → lines; a line in parts counts in parts."""

ABSENT = "absent"
"""The role of words that are in none of the page's lines."""

_FIELDS = {"agency": "source.agency"}
_SCALE = 10_000
_DAY = len("2021-12-13")
_LANGUAGES = ("vi", "en")


@dataclass(slots=True)
class Scores:
    """All that was measured.

    Attributes:
        values: Name of a score → its value, 0-1; more is better.
        confusion: Form → confusion of roles.
        pages: Page → its score by words, the worst first.
    """

    values: dict[str, float] = field(default_factory=dict)
    confusion: dict[str, Confusion] = field(default_factory=dict)
    pages: dict[str, PageScore] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def digest(pages: Iterable[Annotated]) -> str:
    """What names a set of pages with its gold: other pages, other digest."""
    return hashlib.sha256(repr(list(pages)).encode()).hexdigest()


def measure(pages: Sequence[Annotated]) -> Scores:
    """Extract all pages and score what came out."""
    scores = Scores()
    with tempfile.TemporaryDirectory() as folder:
        extracted = [(page, _extract(page, Path(folder))) for page in pages]
    for form in sorted({page.form for page in pages}):
        _measure(form, [(page, made) for page, made in extracted if page.form == form], scores)
    for role, (right, total) in sorted(_by_role(scores.confusion.values()).items()):
        scores.values[f"role {role}"] = right / total
    worst = sorted(scores.pages.items(), key=lambda item: (item[1].f1, item[0]))
    scores.pages = dict(worst)
    scores.values = {name: _floor(value) for name, value in sorted(scores.values.items())}
    return scores


def _extract(page: Annotated, folder: Path) -> Extraction:
    path = folder / f"page{page.suffix}"
    path.write_text(page.text, encoding="utf-8")
    return article(captures.read(path, raw=folder), archive.profiles())


def _measure(form: str, extracted: Sequence[tuple[Annotated, Extraction]], to: Scores) -> None:
    """Add the scores of one form."""
    confusion: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    right, asked = Counter[str](), Counter[str]()
    for page, made in extracted:
        to.pages[page.name] = metric.compare(_gold(page), archive.words(made))
        for role, given, share in _roles(page.lines, made.lines):
            confusion[role][given] += share
        for name, wanted, found in _facts(page, made):
            asked[name] += 1
            right[name] += wanted == found
            if wanted != found:
                to.wrong.append(f"{page.name}: {name} is {found!r}, not {wanted!r}")
    by_language: dict[str, list[PageScore]] = defaultdict(list)
    for page, _ in extracted:
        by_language[page.lang if page.lang in _LANGUAGES else "others"].append(to.pages[page.name])
    for lang, pages in by_language.items():
        to.values[f"{form} f1 {lang}"] = metric.summarise(pages).f1
    to.values[f"{form} f1"] = metric.summarise([to.pages[page.name] for page, _ in extracted]).f1
    for name, count in asked.items():
        to.values[f"{form} {name}"] = right[name] / count
    to.values[f"{form} kept or removed"] = _decided(confusion)
    to.confusion[form] = {role: dict(taken) for role, taken in confusion.items()}


def _by_role(confusions: Iterable[Confusion]) -> dict[str, tuple[float, float]]:
    """Role → lines that got it, and all lines that should have, in all forms of pages.

    One score a role: in a bare text, a cell of a table is a line like another.
    """
    counts: dict[str, tuple[float, float]] = {}
    for confusion in confusions:
        for role, taken in confusion.items():
            right, total = counts.get(role, (0.0, 0.0))
            counts[role] = (right + taken.get(role, 0.0), total + sum(taken.values()))
    return counts


def _decided(confusion: Confusion) -> float:
    """The share of lines of which it was rightly decided whether they are the story."""
    right = total = 0.0
    for role, given in confusion.items():
        total += sum(given.values())
        right += sum(n for name, n in given.items() if (name in KEPT_ROLES) == (role in KEPT_ROLES))
    return right / total


def _gold(page: Annotated) -> str:
    kept = KEPT_ROLES - {Role.HEADLINE}
    return "\n".join(line.text for line in page.lines if line.role in kept)


def _facts(page: Annotated, made: Extraction) -> Iterator[tuple[str, str, str]]:
    """Name, gold and outcome of each fact of which the gold says something."""
    for name, wanted in page.facts.items():
        value = made.fields[_FIELDS.get(name, name)]
        # A headline that was made of the first sentence is not claimed to be the page's.
        found = "" if name == "title" and value.basis.kind != "stated" else value.value
        if name == "date":
            yield from _date(wanted, value)
        else:
            yield name, visible(wanted), visible(found)
    images = made.article.images if made.article else ()
    # A picture in HTML is found with its address; a bare text has none.
    pictures = [x for x in images if x.url or x.name or page.suffix == ".txt"]
    found_captions = [_caption(image.caption, image.credit) for image in pictures]
    for caption, credit in page.captions:
        wanted = _caption(caption, credit)
        yield "caption", wanted, wanted if wanted in found_captions else "; ".join(found_captions)


def _date(wanted: str, value: Value) -> Iterator[tuple[str, str, str]]:
    """Whether a date is right, whether it is right in full, and whether it is claimed falsely."""
    gold = str(Date.parse(wanted)) if wanted else ""
    same = gold[:_DAY] == value.value[:_DAY]
    yield "date", gold[:_DAY], value.value[:_DAY]
    yield "date in full", gold, value.value
    claimed = value.value if value.basis.kind == "stated" and not same else ""
    yield "date not wrong as stated", "", claimed


def _caption(caption: str, credit: str) -> str:
    """A caption as it is compared: its last stop and the case of its credit are style."""
    return f"{visible(caption).rstrip(' .')} / {visible(credit).rstrip(' .').casefold()}"


def _roles(lines: Sequence[Line], labels: Sequence[Labelled]) -> Iterator[tuple[str, str, float]]:
    """For each gold line the role it has, a role it was given, and for which part of it."""
    wanted = [(word, n) for n, line in enumerate(lines) for word in metric.tokens(line.text)]
    given = [
        (word, label.role.value) for label in labels for word in metric.tokens(label.block.text)
    ]
    taken: dict[int, Counter[str]] = defaultdict(Counter)
    matcher = SequenceMatcher(
        None, [word for word, _ in wanted], [word for word, _ in given], autojunk=False
    )
    for first, second, size in matcher.get_matching_blocks():
        for i in range(size):
            taken[wanted[first + i][1]][given[second + i][1]] += 1
    words = Counter(n for _, n in wanted)
    for n, count in sorted(words.items()):
        roles = taken[n]
        missing = count - roles.total()
        if missing:
            roles[HIDDEN if lines[n].role == HIDDEN else ABSENT] += missing
        for role, part in sorted(roles.items()):
            yield lines[n].role, role, part / count


def _floor(value: float) -> float:
    """Cut to four digits, so that a score never claims more than was measured."""
    return math.floor(value * _SCALE + 1e-9) / _SCALE
