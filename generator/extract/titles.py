"""Headlines: as pages state them to machines, and made from a first sentence."""

from __future__ import annotations

import html as references
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.extract import jsonld, shapes
from generator.extract.blocks_head import Head
from generator.extract.blocks_text import visible
from generator.extract.profiles import Profile
from generator.web import host

LONGEST = 110
"""Longest derived headline, in characters: what schema.org and search results show."""

_LEAST_WORDS = 4
"""What is left of a sentence without its time and place is a headline from so many words on."""

_SEPARATOR = re.compile(r"\s+[|\-–—·•:»]+\s+|\s*\|\s*|\s*::\s*")
_STATED = ("og:title", "twitter:title", "dc.title", "headline", "title")
_TYPE_MARKS = re.compile(
    r"</?(?:em|i|b|strong|span|sup|sub|mark|small)(?:\s[^<>]*)?>", re.IGNORECASE
)
_SHORTEST_HOST = 3  # letters of a name that is looked for in an address
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
    for text in jsonld.texts(jsonld.articles(head.jsonld), "headline"):
        yield plain(text), "json-ld-headline"
    for name in _STATED:
        if text := head.first(name):
            yield without_site(plain(text), head, profile), f"meta-{name.replace(':', '-')}"
    if text := head.item("title"):
        yield without_site(plain(text), head, profile), "item"
    if head.title:
        yield without_site(head.title, head, profile), "title-element"


def plain(text: str) -> str:
    """A stated title as a reader would see it: without character references and type marks."""
    if "&" in text:
        text = visible(references.unescape(text))
    return _TYPE_MARKS.sub("", text) if "<" in text else text


def keys(head: Head, profile: Profile) -> frozenset[str]:
    """The keys of all stated titles but those that only name the site."""
    return frozenset(
        key(text) for text, _ in stated(head, profile) if text and not is_site(text, head, profile)
    )


def printings(head: Head) -> frozenset[str]:
    """The page's headline as its head prints it, casefolded; with and without a site's name."""
    texts = [head.title, *(head.first(name) for name in _STATED)]
    parts = [part for text in texts for part in (text, _SEPARATOR.split(text)[0])]
    return frozenset(text.casefold().strip() for text in parts) - {""}


def states(stated_keys: frozenset[str], text: str) -> bool:
    """Whether a line is a stated title, or all of one but the names beside it."""
    line = key(text)
    if line in stated_keys:
        return bool(line)
    long = len(line.split()) >= _LEAST_WORDS  # a shorter one may be a section's name
    return long and any(known.startswith(line) or known.endswith(line) for known in stated_keys)


def is_site(text: str, head: Head, profile: Profile) -> bool:
    """Whether a text is the name of the site."""
    return shapes.phrase_key(text) in site_names(head, profile) or owns_address(text, head)


def site_names(head: Head, profile: Profile) -> frozenset[str]:
    """The keys of all names of the site."""
    stated_names = (
        head.first("og:site_name", "application-name"),
        head.item("outlet"),
        *profile.domains,
    )
    keys_of_names = (shapes.phrase_key(name) for name in stated_names)
    return frozenset({*keys_of_names, *profile.site_names} - {""})


def owns_address(text: str, head: Head) -> bool:
    """Whether a text is a part of the page's host: `Newegg.com`, `Tailor Brands`."""
    letters = "".join(filter(str.isalnum, text.casefold()))
    return len(letters) >= _SHORTEST_HOST and letters in _host_parts(
        head.canonical or head.first("og:url") or head.fetched or head.base
    )


@lru_cache(maxsize=8)
def _host_parts(address: str) -> frozenset[str]:
    name = host(address).removeprefix("www.").replace("-", "")
    return frozenset({*name.split("."), name.replace(".", "")})


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
