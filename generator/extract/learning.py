"""Learning how an outlet makes its pages: what recurs on many of them, proposed to an editor.

    captures ─▶ Seen, one a page ─▶ Sample, at most so many ─▶ what recurs ─▶ Proposed ─▶ YAML

Nothing is ever concluded from one page, nor from two. What may be part of a story is proposed as
a question and not as a rule: the sentence with which a spokesman ends every answer recurs too.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.extract import blocks_head, shapes
from generator.extract.profile_reading import HOST
from generator.extract.recognition import RESERVED
from generator.model import (
    Bilingual,
    BlockKind,
    Capture,
    Extraction,
    Labelled,
    Role,
)

LEAST = 3
"""Fewest pages on which something must stand to recur."""

SHARE = 0.1
"""Least share of all pages on which something must stand to recur."""

MOST_PAGES = 400
"""Most pages that are looked at together; more show nothing new, and this bounds the memory."""

LONGEST_TEXT = 400
"""Letters of a line that are kept."""

_MOST_LINES = 1_500
"""Lines of a page that are kept."""

_LINKED = 0.8
"""From this share of its text on, a line is a link."""

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of a page, as far as learning needs it.

    Attributes:
        text: Its first letters.
        key: Equal for two printings of one line.
        words: How many words it has.
        prose: It reads like a paragraph of a story.
        linked: It is one link, or nearly.
        role: What it is for, by what is known today.
        kept: Whether it is in the article.
        kind: What it is by its form.
        path: The elements it stands in, outermost first; none in a text.
    """

    text: str
    key: str
    words: int
    prose: bool
    linked: bool
    role: Role
    kept: bool
    kind: BlockKind
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A page, as far as learning needs it.

    Attributes:
        raw: Name of its capture.
        sha256: Of its bytes.
        host: The host that it says it is published on; empty if it says none.
        site: What it calls its site; empty if it does not say.
        headline: Number of the line that is its headline; -1 if there is none.
        lines: In reading order.
    """

    raw: str
    sha256: str
    host: str
    site: str
    headline: int
    lines: tuple[SeenLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Something that recurs, as a line of a profile.

    Attributes:
        key: Where it belongs in the profile, '/'-separated: `selected/related`.
        name: Of the rule; empty where the profile has none.
        value: The text, pattern or selector.
        pages: On how many pages it was seen.
        of: Of how many that could have it.
        example: Name of the first capture with it.
        why: What it is taken for, in words.
        review: Whether it is only a question: it may be part of stories.
    """

    key: str
    name: str = ""
    value: str
    pages: int
    of: int
    example: str
    why: Bilingual
    review: bool = False


@dataclass(slots=True)
class Sample:
    """The pages that are looked at: if there are too many, those with the smallest digests.

    That is a fair draw, and the same whatever the order in which captures come.
    """

    most: int = MOST_PAGES
    count: int = 0
    _heap: list[tuple[int, str, Seen]] = field(default_factory=list, repr=False)
    _digests: set[str] = field(default_factory=set, repr=False)

    def add(self, page: Seen) -> None:
        """Take a page in; one with the bytes of another is that page once more."""
        if page.sha256 in self._digests:
            return
        self.count += 1
        self._digests.add(page.sha256)
        entry = (-int(page.sha256[:15], 16), page.raw, page)
        if len(self._heap) < self.most:
            heapq.heappush(self._heap, entry)
        else:
            self._digests.discard(heapq.heappushpop(self._heap, entry)[2].sha256)

    def pages(self) -> tuple[Seen, ...]:
        """The pages, in order of their captures' names."""
        return tuple(sorted((entry[2] for entry in self._heap), key=lambda page: page.raw))


def observe(extraction: Extraction) -> Seen:
    """Note of a page what learning needs."""
    capture = extraction.capture
    lines = tuple(_line(label) for label in extraction.lines[:_MOST_LINES])
    return Seen(
        raw=capture.raw,
        sha256=capture.sha256,
        host=_host(extraction),
        site=_site(capture),
        headline=next((i for i, line in enumerate(lines) if line.role is Role.HEADLINE), -1),
        lines=lines,
    )


def belongs(extraction: Extraction, outlet: str) -> bool:
    """Whether a page is of an outlet: by the profile of that name, or by the host of that name."""
    host = _host(extraction)
    return outlet in {extraction.profile, host} or host.endswith(f".{outlet}")


def least(pages: int) -> int:
    """On how many of so many pages something must stand to recur."""
    return max(LEAST, int(SHARE * pages + 0.999))


def recurring(pages: Sequence[Seen]) -> dict[str, int]:
    """The keys of lines that recur → on how many pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({line.key for line in page.lines if line.key})
    enough = least(len(pages))
    return {key: count for key, count in sorted(counts.items()) if count >= enough}


def story(page: Seen, again: dict[str, int]) -> list[int]:
    """Numbers of the lines that are paragraphs of the page's own story, its deck left out."""
    return [
        i
        for i, line in enumerate(page.lines)
        if line.kept
        and line.prose
        and not line.linked
        and line.role is not Role.DECK
        and line.key not in again
    ]


def facts(pages: Sequence[Seen]) -> Iterator[Proposed]:
    """The outlet's host and the names of its site."""
    why_host = Bilingual(vi="trang tự ghi địa chỉ ở đây", en="pages say that their address is here")
    why_site = Bilingual(vi="trang tự gọi báo như thế", en="pages call their site so")
    for key, why, names in (
        ("domains", why_host, [page.host for page in pages]),
        ("site_names", why_site, [page.site for page in pages]),
    ):
        for name, count in sorted(Counter(filter(None, names)).items()):
            if count >= least(len(pages)):
                example = next(p.raw for p, n in zip(pages, names, strict=True) if n == name)
                yield Proposed(
                    key=key, value=name, pages=count, of=len(pages), example=example, why=why
                )


def _line(label: Labelled) -> SeenLine:
    block = label.block
    return SeenLine(
        text=block.text[:LONGEST_TEXT],
        key=shapes.phrase_key(block.text)[:LONGEST_TEXT],
        words=shapes.count_words(block.text),
        prose=block.kind in _TEXT and shapes.is_prose(block.text),
        linked=block.link_density >= _LINKED,
        role=label.role,
        kept=label.kept,
        kind=block.kind,
        path=block.path,
    )


def _host(extraction: Extraction) -> str:
    url = extraction.fields["source.url"].value if "source.url" in extraction.fields else ""
    try:
        host = (urlsplit(url).hostname or "").removesuffix(RESERVED)
    except ValueError:  # a malformed address is nobody's
        return ""
    host = host.removeprefix("www.")
    return host if HOST.fullmatch(host) else ""


def _site(capture: Capture) -> str:
    return blocks_head.read(capture).first("og:site_name")
