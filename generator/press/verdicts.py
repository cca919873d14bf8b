"""Verdicts: what was found harmless on one page, and so is on others.

A page is cut at each `<` (`glance`); a piece is a tag without its `<`, and the text after it. Only
what is harmless is remembered, and only by its own bytes: a piece, a tag, or a tag without what no
rule looks at. Where the place of the page counts as well, it is remembered with that.
"""

from __future__ import annotations

import html as entities
import re
from typing import Any

from lxml import etree

from generator.press import markup, policy
from generator.press.markup import Allowed

_END = re.compile(rb"/[a-z][a-z0-9]*>")
_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = rf'{_SPACE}+([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"<>]*)"|=\'([^\'<>]*)\')?'
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_START = re.compile(rf"([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*){_SPACE}*/?>")
# Entities that browsers and `html.unescape` read alike wherever they stand.
_ENTITIES = re.compile(r"(?:[^&]|&(?:amp|lt|gt|quot|#34|#39|#x27);)*")
# A link to a path is as harmless as one to nowhere.
_PATH = re.compile(rb' href="[a-z0-9./-]*(?:#[a-z0-9-]*)?"')
# What a page says of itself, and the path of an address whose host is known. The whole tag has to
# be so, for an attribute may tell what another one means.
_SAID = re.compile(
    rb'(meta (?:name|property)="[\w.:-]*" content=")'
    rb'(?:[^"<>&\x00-\x1f\x7f]|&(?:amp|lt|gt|quot|#34|#39|#x27);)*+(">)'
)
_ADDRESS = re.compile(
    rb'(link rel="(?:canonical|alternate )"(?: hreflang="[\w-]*")? href="https?://[\w.:-]+/)'
    rb'[\w./-]*("(?: type="[\w/+-]*")?>)'
)
_BY_THEMSELVES = frozenset({"noscript", "style", "textarea", "title"})
"""Elements that are left to `markup` where they stand in the body."""

_ONE = frozenset({"body", "head", "html"})
Place = tuple[str, int]
"""Of a page: the first of its folders, and how many there are."""

_MOST = 50_000
"""Of a kind that are remembered; then all of that kind are forgotten."""

_SHORT = 300
"""Bytes of a piece or tag that is remembered."""


class Verdicts:
    """Judges pieces of pages, each by itself.

    Args:
        allowed: What the theme brings along.

    Attributes:
        plain: Pieces that are harmless, any number of them and wherever they stand.
    """

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed
        self.plain: set[bytes] = set()
        self._known: dict[bytes, str] = {}
        """Harmless tags → what there may be one of on a page: an element or an id; else empty."""
        self._drawn: set[bytes] = set()
        """Tags that are harmless in a drawing."""
        self._placed: set[tuple[Place, bytes]] = set()
        """Scripts, and tags of forms, that are harmless on all pages that have such a place."""
        self._policies: dict[bytes, bool] = {}

    def governs(self, piece: bytes) -> bool:
        """Whether a tag is a policy without weaknesses."""
        tag = _tag(piece)
        if tag not in self._policies:
            element = _element(tag)
            governs = (
                element is not None
                and markup.is_policy(element)
                and not any(policy.weaknesses(element.get("content") or ""))
            )
            _room(self._policies)
            self._policies[tag] = governs
        return self._policies[tag]

    def label(self, piece: bytes, path: str) -> str | None:
        """What there may be one of on a page, as in `_known`; None if the tag may be harmful.

        Args:
            piece: The tag, and the text after it.
            path: Where the page is in the site.
        """
        tag = _tag(piece)
        label = self._known.get(tag)
        if label is None:
            if tag.startswith(b"form") and (_place(path), tag) in self._placed:
                return ""
            label = self._label(tag, path)
        if label == "" and len(piece) <= _SHORT and tag in self._known:
            _room(self.plain)
            self.plain.add(piece)
        return label

    def _label(self, tag: bytes, path: str) -> str | None:
        form = _normal(tag)
        label, lasts = self._known.get(form), True
        if label is None:
            label, lasts = ("", True) if _END.fullmatch(form) else self._judged(form, path)
        if label is not None and lasts:
            _room(self._known)
            self._known[form] = label
            if len(tag) <= _SHORT:
                self._known[tag] = label
        return label

    def _judged(self, tag: bytes, path: str) -> tuple[str | None, bool]:
        """The same of a start tag, and whether it is so on every page."""
        element = _element(tag)
        if element is None or element.tag in _BY_THEMSELVES:
            return None, True
        identity = element.get("id") or ""
        own = identity.startswith("__")
        if own and element.tag not in markup.OWN_IDS:
            return None, True
        label = identity if own else str(element.tag) if element.tag in _ONE else ""
        if element.tag == "script":  # all of them are looked at besides
            return label, True
        drawing = element.tag == "svg"
        if any(markup.of_element(element, path, self._allowed, in_drawing=drawing)):
            return None, True
        if element.tag == "form":
            self._keep(tag, element.get("action"), path)
        return label, element.tag != "form"

    def _keep(self, piece: bytes, url: str | None, path: str) -> None:
        """Remember what is harmless if it leads to the same from all pages of such a place.

        It does if it leaves all folders of the page, or all but the first.
        """
        place = _place(path)
        if len(piece) <= _SHORT and (url is None or url.startswith("../" * (place[1] - 1))):
            _room(self._placed)
            self._placed.add((place, piece))

    def drawable(self, piece: bytes) -> bool:
        """Whether a tag is harmless in a drawing."""
        tag = _tag(piece)
        if tag in self._drawn:
            return True
        if not _END.fullmatch(tag):
            element = _element(tag)
            if element is None or element.tag == "a":
                return False
            if (element.get("id") or "").startswith("__"):
                return False
            if any(markup.of_element(element, "", self._allowed, in_drawing=True)):
                return False
        _room(self._drawn)
        self._drawn.add(tag)
        return True

    def is_harmless_script(self, piece: bytes, path: str) -> bool:
        """Whether a script is the theme's, or data.

        Args:
            piece: All that stands before its end tag.
            path: Where the page is in the site.
        """
        if (_place(path), piece) in self._placed:
            return True
        tag = _tag(piece)
        element = _element(tag)
        if element is None or element.tag != "script":
            return False
        try:
            element.text = piece[len(tag) :].decode("utf-8")
        except ValueError:  # not UTF-8, or signs that XML cannot have
            return False
        if any(markup.of_element(element, path, self._allowed, in_drawing=False)):
            return False
        self._keep(piece, element.get("src"), path)
        return True


def _room(memory: dict[Any, Any] | set[Any]) -> None:
    """Forget all if there is too much of it."""
    if len(memory) >= _MOST:
        memory.clear()


def _place(path: str) -> Place:
    return path.partition("/")[0], path.count("/")


def _tag(piece: bytes) -> bytes:
    """The tag of a piece; empty if it has no end, or is not all that ends there."""
    return piece[: piece.index(b">") + 1] if piece.count(b">") == 1 else b""


def _normal(tag: bytes) -> bytes:
    """A tag that is as harmless as this one, and stands for many."""
    try:
        tag.decode("utf-8")
    except UnicodeDecodeError:
        return tag
    if tag.startswith(b"a "):
        return _PATH.sub(b' href=""', tag, count=1)
    match = _SAID.fullmatch(tag) or _ADDRESS.fullmatch(tag)
    return match[1] + match[2] if match else tag


def _element(tag: bytes) -> etree._Element | None:
    """The element that a tag begins; None if it is not written in the plainest way."""
    try:
        match = _START.fullmatch(tag.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if not match:
        return None
    if match[1] == "svg" and tag.endswith(b"/>"):  # would be open for some and closed for others
        return None
    found = _ATTRIBUTES.findall(match[2])
    both = ((name.lower(), double or single) for name, double, single in found)
    values = {name: value for name, value in both if _ENTITIES.fullmatch(value)}
    if len(values) < len(found):  # one stands there twice, or has other entities
        return None
    try:
        return etree.Element(
            match[1], {name: entities.unescape(value) for name, value in values.items()}
        )
    except ValueError:  # a name with a colon, or signs that XML cannot have
        return None
