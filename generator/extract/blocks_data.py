"""Stories that a page holds only as data: in JSON-LD, or in the state that scripts draw it from."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from generator.extract import jsonld
from generator.model import Block, BlockKind

SOURCES = {"data-json-ld": "json-ld/article-body", "data-page-state": "page-state/article-body"}
"""The id of the element that stands in the paths of such blocks → the name of the rule."""

_PROSE = 80  # shortest paragraph, in characters
_NEARLY_NONE = 300  # prose of a page, in characters, up to which its data is asked
_STORY = 400  # shortest story in data, in characters
_LONGEST = 5_000_000  # characters of one script that are read
_SENTENCES = 3  # fewest ends of sentences in a story
_MOST = 200_000  # values in one script that are looked at
_KEY_NAMES = (
    "articleBody articlebody body bodyHtml bodyHTML content contentHtml html text story fullText "
    "value description_html"
)
_KEYS = frozenset(_KEY_NAMES.split())
_STATE = re.compile(r"(?:window\.)?__[A-Z][A-Z_]+__\s*=\s*(?=[{\[])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Body(NamedTuple):
    """A story found in data.

    Attributes:
        source: Key of `SOURCES`.
        markup: As HTML.
    """

    source: str
    markup: str


def source(block: Block) -> str:
    """The rule by which a block was found in data; empty for one that its page shows."""
    step = block.path[1] if len(block.path) > 1 else ""
    return SOURCES.get(step.removeprefix("article#"), "")


def lacks_prose(blocks: Sequence[Block], *, most: int = _NEARLY_NONE) -> bool:
    """Whether there are next to no paragraphs: up to `most` characters in them."""
    prose = 0
    for block in blocks:
        running = block.kind not in (BlockKind.IMAGE, BlockKind.HEADING, BlockKind.TABLE)
        if running and len(block.text) >= _PROSE and block.link_density < 1 / 2:
            prose += len(block.text)
            if prose > most:
                return False
    return True


def body(root: etree._Element) -> Body | None:
    """The story in a page's data: in JSON-LD, else the longest in its state; None if none is."""
    state: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if len(text) < _STORY or len(text) > _LONGEST:
            continue
        if "ld+json" in kind:
            stated = max(
                _texts(jsonld.parse(text), frozenset({"articleBody"})), key=len, default=""
            )
            if _length(stated) >= _STORY:
                return Body("data-json-ld", _markup(stated))
        elif "json" in kind or "__" in text[:200]:
            state += _texts(_state(text), _KEYS)
    longest = max(state, key=_length, default="")
    if _length(longest) < _STORY or longest.count(". ") + longest.count(".<") < _SENTENCES:
        return None
    return Body("data-page-state", _markup(longest))


def _state(text: str) -> object:
    """The value in a script that is JSON, or gives JSON a name: `window.__STATE__ = {…}`."""
    match = _STATE.search(text[:1_000])
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, match.end() if match else 0)[0]
    except (ValueError, RecursionError):  # no JSON, or nested to do harm
        return None


def _texts(value: object, keys: frozenset[str]) -> Iterator[str]:
    """Texts under one of the keys, at any depth; pieces in one list are one text."""
    waiting = [value]
    for _ in range(_MOST):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, dict):
            yield from (x for key, x in found.items() if key in keys and isinstance(x, str))
            waiting += [x for x in found.values() if isinstance(x, dict | list)]
        elif isinstance(found, list):
            pieces = (
                next((x for key, x in item.items() if key in keys and isinstance(x, str)), "")
                for item in islice(found, _MOST)
                if isinstance(item, dict)
            )
            if joined := "\n".join(filter(None, pieces)):
                yield joined
            waiting += [x for x in found if isinstance(x, dict | list)]


def _length(text: str) -> int:
    """Characters that are shown."""
    return len(_TAG.sub("", text))


def _markup(text: str) -> str:
    if not _TAG.search(text) and "&" in text:
        text = html.unescape(text)
    if _TAG.search(text):
        return text
    lines = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)
