"""Web addresses: which texts are one, and whose host they name."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What no address may hold unescaped (RFC 3986, section 2), and what is no character at all.
_NEVER = re.compile('[\\s\x00-\x20\x7f-\x9f<>"\\\\^`{|}\ufffe\uffff\ud800-\udfff]')


def host(url: str) -> str:
    """The host of an absolute `http` or `https` address, in lower case; empty for all else."""
    if _NEVER.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return (parts.hostname or "").lower() if parts.scheme in {"http", "https"} else ""
