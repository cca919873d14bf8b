"""Where a link in a text may lead: an address as a browser would understand it."""

from __future__ import annotations

import html
import re

from markdown.util import AMP_SUBSTITUTE

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides places on the site."""

# Browsers drop tabs and line breaks anywhere in an address, and other controls before it; we drop
# all of them, and everything that shows nothing, before looking at the scheme.
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_SCHEME = re.compile(r"([^/?#:]*):")


def scheme(url: str) -> str:
    """The scheme of an address as a browser would understand it, in lower case.

    Args:
        url: As in an `href`: references like `&#106;` count as the characters they stand for.

    Returns:
        The scheme, which may be nonsense (`:` if nothing stands before the colon); empty for an
        address on the same site; `https` for one that begins with two slashes, of either kind.
    """
    decoded = _UNSEEN.sub("", html.unescape(url.replace(AMP_SUBSTITUTE, "&")))
    if decoded[:2].replace("\\", "/") == "//":
        return "https"
    match = _SCHEME.match(decoded.replace("\\", "/"))
    return (match[1].lower() or ":") if match else ""


def may_link(url: str) -> bool:
    """Whether a link may lead to an address: to a place on the site, or by a harmless scheme."""
    return scheme(url) in LINK_SCHEMES | {""}
