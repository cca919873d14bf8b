"""A glance at a page: whether its tags alone show that it is harmless.

Building a tree of every page of a site costs more than printing it. Where each `<` of a page
begins a tag, each `>` ends it, and every tag is written in the plainest way, a browser sees these
tags with these attributes and no others, whatever state it is in: within a text it sees fewer. So
each is judged by the rules of `markup`, and remembered, for most stand on many pages. What depends
on more than a tag is looked at besides: scripts, forms, the policy, what may be there only once.
Any page that is not so plain, or not so harmless, is left to `markup`.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable

from lxml import etree

from generator.press import markup, policy
from generator.press.markup import Allowed

_TAG = re.compile(rb"<[^<>]*>")
_END = re.compile(rb"</[a-z][a-z0-9]*>")
_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = rf'{_SPACE}+([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"<>]*)"|=\'([^\'<>]*)\')?'
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_START = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*){_SPACE}*/?>")
# Entities that browsers and `html.unescape` read alike wherever they stand.
_ENTITIES = re.compile(r"(?:[^&]|&(?:amp|lt|gt|quot|#34|#39|#x27);)*")
# A link to a path is as harmless as one to nowhere.
_PATH = re.compile(rb' href="[a-z0-9./-]*(?:#[a-z0-9-]*)?"')
_START_OF_PAGE = rb"\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*"
_TITLED = rb"<title>[^<>]*</title>\s*"
# What may stand before the policy: nothing that a browser takes for text, or fetches.
_UNGOVERNED = re.compile(rb"%s(?:<meta [^<>]*>\s*|%s)*" % (_START_OF_PAGE, _TITLED))
# What is sure to be in the head, where a title may be.
_HEAD = re.compile(
    rb"%s(?:<(?:meta|link) [^<>]*>\s*|<script[^<>]*>[^<>]*</script>\s*|%s)*"
    % (_START_OF_PAGE, _TITLED)
)
_TITLE = b"<title>"
_SCRIPT = re.compile(rb"(<script[^<>]*>)([^<>]*)(</script>)?")
_BY_THEMSELVES = frozenset({"noscript", "style", "textarea", "title"})
"""Elements that are left to `markup` where they stand in the body."""

_ONE = frozenset({"body", "head", "html"})
_MOST = 100_000


class Glance:
    """Looks at pages of one site.

    Args:
        allowed: What the theme brings along.
    """

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed
        self._known: dict[bytes, str] = {}
        """Harmless tags → what there may be one of on a page: an element or an id; else empty."""
        self._drawn: set[bytes] = set()
        """Tags that are harmless in a drawing."""
        self._policies: dict[bytes, bool] = {}

    def inspect(self, html: bytes, path: str) -> Iterable[str]:
        """Find what must not be on a page, as `markup.inspect` does.

        Args:
            html: The whole file, UTF-8.
            path: Where it is in the site, '/'-separated.
        """
        if self.is_harmless(html, path):
            return ()
        return markup.inspect(html, path=path, allowed=self._allowed)

    def is_harmless(self, html: bytes, path: str) -> bool:
        """Whether `markup.inspect` is sure to find nothing."""
        first, head = _UNGOVERNED.match(html), _HEAD.match(html)
        tags = _TAG.findall(html)
        if not first or not head or not len(tags) == html.count(b"<") == html.count(b">"):
            return False
        if self._allowed.strict and not any(map(self._governs, _TAG.findall(first[0]))):
            return False
        in_head = head[0].count(b"<")
        plain = [tag for tag in tags[1:in_head] if tag != _TITLE]
        return self._tags(plain + tags[in_head:], path) and self._scripts(html, path)

    def _governs(self, tag: bytes) -> bool:
        """Whether a tag is a policy without weaknesses."""
        if tag not in self._policies:
            element = _element(tag)
            self._policies[tag] = (
                element is not None
                and markup.is_policy(element)
                and not any(policy.weaknesses(element.get("content") or ""))
            )
        return self._policies[tag]

    def _tags(self, tags: list[bytes], path: str) -> bool:
        drawings = 0  # that are open, one in another
        once: set[str] = set()
        for tag in tags:
            if drawings:
                drawings += tag.startswith(b"<svg") - (tag == b"</svg>")
                if tag not in self._drawn and not self._drawable(tag):
                    return False
                continue
            label = self._known.get(tag)
            if label is None:
                label = self._label(tag, path)
            if label is None or label in once:
                return False
            if label:
                once.add(label)
            drawings = int(tag.startswith(b"<svg"))
        return not drawings

    def _label(self, tag: bytes, path: str) -> str | None:
        """What there may be one of, as in `_known`; None if the tag may be harmful."""
        if tag.startswith(b"<a "):
            tag = _PATH.sub(b' href=""', tag, count=1)
        if tag in self._known:
            return self._known[tag]
        label, depends = ("", False) if _END.fullmatch(tag) else self._judged(tag, path)
        if label is not None and not depends and len(self._known) < _MOST:
            self._known[tag] = label
        return label

    def _judged(self, tag: bytes, path: str) -> tuple[str | None, bool]:
        """The same of a start tag, and whether that depends on where it stands."""
        element = _element(tag)
        if element is None or element.tag in _BY_THEMSELVES:
            return None, False
        identity = element.get("id") or ""
        own = identity.startswith("__")
        if own and element.tag not in markup.OWN_IDS:
            return None, False
        label = identity if own else str(element.tag) if element.tag in _ONE else ""
        if element.tag == "script":  # `_scripts` looks at all of them
            return label, False
        drawing = element.tag == "svg"
        if any(markup.of_element(element, path, self._allowed, in_drawing=drawing)):
            return None, False
        return label, element.tag == "form"

    def _drawable(self, tag: bytes) -> bool:
        """Whether a tag is harmless in a drawing."""
        if not _END.fullmatch(tag):
            element = _element(tag)
            if element is None or element.tag == "a":
                return False
            if (element.get("id") or "").startswith("__"):
                return False
            if any(markup.of_element(element, "", self._allowed, in_drawing=True)):
                return False
        if len(self._drawn) < _MOST:
            self._drawn.add(tag)
        return True

    def _scripts(self, html: bytes, path: str) -> bool:
        """Whether all scripts are the theme's, or data."""
        for start, text, end in _SCRIPT.findall(html):
            element = _element(start)
            if element is None or element.tag != "script" or not end:
                return False
            try:
                element.text = text.decode("utf-8")
            except ValueError:  # not UTF-8, or signs that XML cannot have
                return False
            if any(markup.of_element(element, path, self._allowed, in_drawing=False)):
                return False
        return True


def _element(tag: bytes) -> etree._Element | None:
    """The element that a tag begins; None if it is not written in the plainest way."""
    try:
        match = _START.fullmatch(tag.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if not match:
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
