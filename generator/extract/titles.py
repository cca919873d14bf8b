"""Headlines: as pages state them to machines, and made from a first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract import shapes
from generator.extract.blocks_head import Head
from generator.extract.profiles import Profile

LONGEST = 110
"""Longest derived headline, in characters: what schema.org and search results show."""

_LEAST_WORDS = 4
"""What is left of a sentence without its time and place is a headline from so many words on."""

_SEPARATOR = re.compile(r"\s+[|\-–—·•:»]+\s+|\s*\|\s*|\s*::\s*")
_STATED = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…][\"'”’»)]*(?=\s+[\"'“‘«(]*[^\W\d_a-z])")
_GLUE = (
    "và",
    "của",
    "với",
    "the",
    "of",
    "and",
    "a",
    "in",
    "to",
    "tại",
    "cho",
    "về",
    "các",
    "những",
)


def stated(head: Head, profile: Profile) -> Iterator[tuple[str, str]]:
    """The titles that a page states in its head, without the site's name, with their rules."""
    for found in head.jsonld:
        if isinstance(text := found.get("headline"), str) and text.strip():
            yield " ".join(text.split()), "json-ld-headline"
    for name in _STATED:
        if text := head.first(name):
            yield without_site(text, head, profile), f"meta-{name.replace(':', '-')}"
    if head.title:
        yield without_site(head.title, head, profile), "title-element"


def keys(head: Head, profile: Profile) -> frozenset[str]:
    """The keys of all stated titles but those that only name the site."""
    return frozenset(
        key(text) for text, _ in stated(head, profile) if text and not is_site(text, head, profile)
    )


def states(stated_keys: frozenset[str], text: str) -> bool:
    """Whether a line is a stated title, or all of one but the names beside it."""
    line = key(text)
    if line in stated_keys:
        return bool(line)
    long = len(line.split()) >= _LEAST_WORDS  # a shorter one may be a section's name
    return long and any(known.startswith(line) or known.endswith(line) for known in stated_keys)


def is_site(text: str, head: Head, profile: Profile) -> bool:
    """Whether a text is the name of the site."""
    return shapes.phrase_key(text) in site_names(head, profile)


def site_names(head: Head, profile: Profile) -> frozenset[str]:
    """The keys of all names of the site."""
    stated = shapes.phrase_key(head.first("og:site_name", "application-name"))
    domains = (shapes.phrase_key(domain) for domain in profile.domains)
    return frozenset({stated, *profile.site_names, *domains} - {""})


def without_site(text: str, head: Head, profile: Profile) -> str:
    """A title without the site's name behind or before it; any other text as it is."""
    while True:
        cuts = list(_SEPARATOR.finditer(text))
        if cuts and is_site(text[cuts[-1].end() :], head, profile):
            text = text[: cuts[-1].start()]
        elif cuts and is_site(text[: cuts[0].start()], head, profile):
            text = text[cuts[0].end() :]
        else:
            return text.strip()


def key(text: str) -> str:
    """Equal for two printings of one headline, quotation marks and spaces aside."""
    return " ".join(re.sub(r"[\"'“”‘’«»]", "", shapes.line_key(text)).split())


def derive(paragraph: str, *, dateline: str, profile: Profile) -> str:
    """Make a headline of a story's first paragraph.

    Its first sentence, without dateline and without the time or place it begins with, cut at a
    word to `LONGEST` characters with an ellipsis.
    """
    text = re.sub(r"^\s*[-–—:]?\s*", "", paragraph.removeprefix(dateline))
    text = _first_sentence(text)
    adverbial = profile.match("adverbial", text)
    if adverbial and shapes.count_words(text[adverbial.end() :]) >= _LEAST_WORDS:
        text = text[adverbial.end() :]
    text = text.strip().rstrip(".:;,")
    return cut(text[:1].upper() + text[1:])


def _first_sentence(text: str) -> str:
    for end in _SENTENCE_END.finditer(text):
        if shapes.ends_sentence(text[: end.end()]) and not shapes.is_abbreviated(text[: end.end()]):
            return text[: end.start()]
    return text


def cut(text: str, longest: int = LONGEST) -> str:
    """Shorten a text at a word to at most `longest` characters, the ellipsis included."""
    if len(text) <= longest:
        return text
    kept: Sequence[str] = text[: longest - 1].split(" ")
    kept = kept[:-1] if len(kept) > 1 and text[longest - 1] != " " else kept
    while len(kept) > 1 and kept[-1].lower() in _GLUE:
        kept = kept[:-1]
    return " ".join(kept).rstrip(" ,;:-–—") + "…"
