"""What one page of the built site may hold: the rules of the gate, for one document.

The parser must cut a page into tags exactly as browsers do, or something could hide from it:
libxml2 does so since 2.14, and `tests/press/test_markup.py` holds it to that. Where its *tree*
differs from a browser's (SVG, noscript, a second body tag), the rules here are stricter than a
browser is lenient. All lists say what is allowed; what nobody thought of is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from generator.press import policy


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names(
    "a abbr article aside b bdi bdo blockquote body br button caption cite code col colgroup dd "
    "del details dfn div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr "
    "html i img input ins kbd label legend li link main mark meta nav noscript ol p picture pre q "
    "s samp script search section small source span strong sub summary sup table tbody td tfoot "
    " th thead time title tr u ul var wbr"
)
DRAWING = _names(
    "circle clippath defs desc ellipse g line lineargradient path polygon polyline rect stop svg "
    "symbol text title tspan use"
)
"""Elements within `svg`, in lower case."""

FORMS = {"md-header__option": "", "search-form": "search"}
"""Class of a form → the page that it may ask, in either language, as a link does and in no other
way; none for Material's palette, which a script handles."""

FORM_ATTRIBUTES = _names("action aria-label autocomplete class data-md-component method role")
"""What a form may have."""

FORBIDDEN_ATTRIBUTES = _names(
    "action archive background classid codebase data dynsrc formaction longdesc lowsrc manifest "
    "ping poster profile srcdoc style usemap"
)
ACTION = ("form", "action")
"""The one place where one of these may stand: see `FORMS`."""

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""As the Markdown extension has them: what it lets through must not stop the site."""

HARMLESS_RELS = frozenset(
    {"author", "canonical", "license", "next", "prev", "schema.dc", "schema.dcterms"}
)
"""`rel` of a `link` for which nothing is fetched; all others must be our own. Material's script
asks for a sitemap beside every `alternate`."""

NAMED = frozenset({"form", "input", "meta"})
"""Elements that may have a `name`: as `document.body`, say, it would stand before the real one."""

OWN_IDS = frozenset({"div", "input", "script"})
"""Elements that may have an id with `__`, as those have by which Material's script finds its own;
each once on a page."""

FETCHING_CLASSES = frozenset({"mermaid"})
"""Classes for which Material's script loads a library from another host."""

FETCHING_COMPONENTS = frozenset({"source"})
"""`data-md-component` for which it asks another host for numbers to show."""

DATA_TYPES = frozenset({"application/json", "application/ld+json"})

POLICY = "content-security-policy"
_UNGOVERNED = _names("html head meta title")

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)")
_CONTROLS = "".join(map(chr, range(33)))
_IGNORED_IN_URLS = str.maketrans("", "", "\t\n\r")
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(?P<url>.*)", re.IGNORECASE | re.DOTALL)
_RAW_TEXT = frozenset({"noscript", "script", "style", "textarea", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the theme brings along.

    Attributes:
        files: Paths in the site that the theme's scripts have, '/'-separated.
        origin: `https://host` of the published site; empty if not set.
        base: Path at which the site stands on its host, with a slash at both ends.
        strict: Whether a page needs a policy without weaknesses.
    """

    files: frozenset[str]
    origin: str = ""
    base: str = "/"
    strict: bool = True

    def is_own(self, url: str) -> bool:
        """Whether a browser would ask the site itself for `url`."""
        url = clean(url)
        if self.origin and (url == self.origin or url.startswith(f"{self.origin}/")):
            return True
        return not scheme(url) and not url.startswith("//")


def clean(url: str) -> str:
    r"""The URL as a browser reads it: outer controls gone, no tabs or breaks, `\` as `/`.

    Source:
        WHATWG URL Standard, "basic URL parser".
    """
    return url.strip(_CONTROLS).translate(_IGNORED_IN_URLS).replace("\\", "/")


def scheme(url: str) -> str:
    """The scheme of a cleaned URL, in lower case; empty for a relative one."""
    match = _SCHEME.match(url)
    return match[0].lower() if match else ""


def inspect(html: bytes, *, path: str, allowed: Allowed) -> Iterator[str]:
    """Find what must not be on a page.

    Args:
        html: The whole file, UTF-8.
        path: Where it is in the site, '/'-separated: relative links start there.
        allowed: What the theme brings along.

    Yields:
        What is wrong, in a few words that name the element.
    """
    # Browsers add a second tag's attributes to the first element; the parser drops them.
    for tag in (b"<html", b"<body"):
        if len(re.findall(tag + rb"[\s/>]", html, re.IGNORECASE)) > 1:
            yield f"a second {tag.decode()}> tag"
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root: etree._Element | None = etree.fromstring(html, parser)
    except etree.XMLSyntaxError as error:
        yield f"markup that cannot be read ({error.msg})"
        return
    if root is None:
        yield "no markup at all"
        return
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        yield f"markup that cannot be read ({parser.error_log[-1].message})"
    if next(root.iter(etree.Comment, etree.ProcessingInstruction), None) is not None:
        yield "a comment, which may hide what was text"
    yield from _policy(root, allowed)
    yield from _elements(root, path, allowed)


def _elements(root: etree._Element, path: str, allowed: Allowed) -> Iterator[str]:
    drawn = {inner for svg in root.iter("svg") for inner in svg.iter(etree.Element)}
    seen: set[str] = set()
    for element in root.iter(etree.Element):
        yield from of_element(element, path, allowed, in_drawing=element in drawn)
        identity = element.get("id") or ""
        if identity.startswith("__"):
            if identity in seen or element.tag not in OWN_IDS:
                yield f"id={identity[:80]!r}, which is the theme's"
            seen.add(identity)


def _policy(root: etree._Element, allowed: Allowed) -> Iterator[str]:
    """Find what the page's policy leaves open, be it that something stands before it."""
    if not allowed.strict:
        return
    for element in root.iter(etree.Element):
        if is_policy(element):
            yield from policy.weaknesses(element.get("content") or "")
            return
        if element.tag not in _UNGOVERNED:
            break
    yield "no policy before its first link, script or text"


def is_policy(element: etree._Element) -> bool:
    """Whether the element is the page's policy, be it a weak one."""
    return element.tag == "meta" and _equivalent(element) == POLICY


def of_element(
    element: etree._Element, path: str, allowed: Allowed, *, in_drawing: bool
) -> Iterator[str]:
    """Find what is wrong with one element, and not with what stands around it.

    Args:
        element: Any.
        path: As `inspect` has it.
        allowed: What the theme brings along.
        in_drawing: Whether it is a drawing or in one.
    """
    tag = str(element.tag).lower()
    if tag not in (DRAWING | {"a"} if in_drawing else ELEMENTS):
        yield f"<{tag}>"
    if in_drawing and tag in _RAW_TEXT and "<" in (element.text or ""):
        yield f"markup in <{tag}> in a drawing"
    for name, value in element.attrib.items():
        yield from _attribute(tag, str(name).lower(), str(value), allowed)
    check = _CHECKS.get(tag)
    if check:
        yield from check(element, path, allowed)


def _attribute(tag: str, name: str, value: str, allowed: Allowed) -> Iterator[str]:
    local = name.rpartition(":")[2]
    if local.startswith("on") or (local in FORBIDDEN_ATTRIBUTES and (tag, name) != ACTION):
        yield f"{name}= in <{tag}>"
    elif _misused(tag, local, value):
        yield f"{name}={value[:80]!r} in <{tag}>"
    elif local == "href" and tag == "a":
        if scheme(clean(value)) not in LINK_SCHEMES | {""}:
            yield f"a link to {value[:80]!r}"
    elif local == "href" and tag != "link" and not clean(value).startswith("#"):
        yield f"{name}={value[:80]!r} in <{tag}>"
    elif local == "src" and not allowed.is_own(value):
        yield f"<{tag}> from {value[:80]}"
    elif local == "srcset":
        for candidate in value.split(","):
            if not allowed.is_own(candidate):
                yield f"<{tag}> from {candidate[:80].strip()}"


def _misused(tag: str, name: str, value: str) -> bool:
    """Whether scripts or styles of the page would take the attribute for one of the theme's."""
    if name == "name":
        return tag not in NAMED
    if name == "class":
        return bool(FETCHING_CLASSES & _names(value.lower()))
    return name == "data-md-component" and value.strip() in FETCHING_COMPONENTS


def _script(element: etree._Element, path: str, allowed: Allowed) -> Iterator[str]:
    text = element.text or ""
    source = element.get("src")
    kind = (element.get("type") or "").strip().lower()
    if source is not None:
        if resolve(source, path, allowed.base) not in allowed.files or text.strip():
            yield f"a script that is not the theme's: {source[:80]}"
    elif kind in DATA_TYPES:
        try:
            json.loads(text)
        except ValueError:
            yield f"<script type={kind}> that is no JSON"
    else:
        yield f"a script in the page: {text.strip()[:80]!r}"


def _equivalent(element: etree._Element) -> str:
    """The header in whose place a `meta` element stands, in lower case; empty if in none's."""
    return (element.get("http-equiv") or "").strip().lower()


def _meta(element: etree._Element, _path: str, allowed: Allowed) -> Iterator[str]:
    kind = _equivalent(element)
    content = element.get("content") or ""
    if kind == "refresh":
        match = _REFRESH.fullmatch(content)
        if not match or not allowed.is_own(match["url"].strip("'\" ")):
            yield f"a refresh to {content[:80]!r}"
    elif kind and kind not in {"content-type", POLICY, "x-ua-compatible"}:
        yield f"<meta http-equiv={kind[:80]!r}>"


def _noscript(element: etree._Element, _path: str, _allowed: Allowed) -> Iterator[str]:
    """A browser with scripts on reads its inside as text, up to the first closing tag."""
    for inner in element.iterdescendants(etree.Element):
        if any("<" in value for value in inner.attrib.values()):
            yield "markup in an attribute in <noscript>"
        if str(inner.tag).lower() in _RAW_TEXT:
            yield f"<{inner.tag!s}> in <noscript>"


def _title(element: etree._Element, _path: str, _allowed: Allowed) -> Iterator[str]:
    """Within the text it takes all that follows out of it."""
    holders = {str(holder.tag) for holder in element.iterancestors("body", "svg")}
    if holders == {"body"}:
        yield "<title> in the text"


def _form(element: etree._Element, path: str, allowed: Allowed) -> Iterator[str]:
    page = FORMS.get(element.get("class") or "")
    if page is None or not FORM_ATTRIBUTES.issuperset(element.attrib.keys()):
        yield "<form>"
        return
    action, method = element.get("action"), (element.get("method") or "get").lower()
    asked = resolve(action, path, allowed.base) if action is not None else ""
    if (action is not None and asked not in _asked(page)) or method != "get":
        yield f"a form that sends to {action or ''!r}"


def _asked(page: str) -> frozenset[str]:
    """Where a form may send what was typed, in the site."""
    return frozenset({page, f"en/{page}"}) if page else frozenset()


def _link(element: etree._Element, _path: str, allowed: Allowed) -> Iterator[str]:
    rels = _names((element.get("rel") or "").lower())
    if not (rels and rels <= HARMLESS_RELS) and not allowed.is_own(element.get("href") or ""):
        yield f"a <link> to {element.get('href')}"


_CHECKS: dict[str, Callable[[etree._Element, str, Allowed], Iterator[str]]] = {
    "form": _form,
    "link": _link,
    "meta": _meta,
    "noscript": _noscript,
    "script": _script,
    "title": _title,
}


def resolve(url: str, path: str, base: str) -> str:
    """Where in the site a URL on the page `path` leads; empty if out of it."""
    url = clean(url)
    if scheme(url) or url.startswith("//"):
        return ""
    target = urlsplit(url).path
    if target.startswith("/"):
        if not target.startswith(base):
            return ""
        target, parts = target.removeprefix(base), []
    else:
        parts = path.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
