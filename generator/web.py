"""Web addresses: which texts are one, whose host they name, and which page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

# What no address may hold unescaped (RFC 3986, section 2), and what is no character at all.
_NEVER = re.compile('[\\s\x00-\x20\x7f-\x9f<>"\\\\^`{|}\ufffe\uffff\ud800-\udfff]')

# Source: parameters that Firefox, Brave and AdGuard take out of addresses; Zalo's, seen in Vietnam.
_LISTED = (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid igshid igsh zarsrc gidzl "
    "mc_cid mc_eid _ga _gl utm_source utm_medium utm_campaign utm_term utm_content utm_id "
    "utm_name utm_cid utm_reader utm_referrer utm_social itm_source itm_medium itm_campaign "
    "_hsenc _hsmi vero_id oly_enc_id oly_anon_id mkt_tok spm"
)
_TRACKERS = tuple(_LISTED.split())
_PORTS = frozenset({None, 80, 443})


def host(url: str) -> str:
    """The host of an absolute `http` or `https` address, in lower case; empty for all else."""
    if _NEVER.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return (parts.hostname or "").lower() if parts.scheme in {"http", "https"} else ""


def page(url: str) -> str:
    """What is the same for all addresses of one page.

    Scheme, `www.`, parameters that only track, the order of the others, a fragment and a slash at
    the end make no other page. The root of a site is no page of a story: broken pages claim it.

    Returns:
        A text to be compared; empty if the address names no page.
    """
    try:
        plain = canonicalize_url(url_query_cleaner(url, _TRACKERS, remove=True, unique=False))
        parts = urlsplit(plain)
        name = (parts.hostname or "").removeprefix("www.")
        port = "" if parts.port in _PORTS else f":{parts.port}"
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    if not name or not (path or parts.query):
        return ""
    return f"{name}{port}{path}?{parts.query}"
