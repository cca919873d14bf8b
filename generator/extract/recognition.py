"""Which outlet published a page, and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from generator.extract.blocks_head import Head
from generator.extract.profiles import GENERIC, Profile, search
from generator.extract.shapes import phrase_key
from generator.model import Basis, BasisKind, Block

RESERVED = ".example"
"""Re-creations and tests live under this top-level domain, which nobody can own (RFC 2606)."""

_URL_LINE = re.compile(r"(?:\S{2,8}\s*:\s*)?(https?://[^\s<>\"]{4,500})")
_TITLE_PARTS = re.compile(r"\s+[|\-–—·•:»]+\s+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_ENDS = 6
"""A text's own address is looked for in so many lines at either end."""


def recognise(
    blocks: Sequence[Block], head: Head, profiles: Sequence[Profile]
) -> tuple[Profile, Basis]:
    """Find the outlet's profile.

    What the page calls the site is stated; its address is next; a fingerprint in its text is an
    inference. Without any, the generic profile and an empty basis.

    Raises:
        LookupError: There is no generic profile among `profiles`.
    """
    generic = next((profile for profile in profiles if profile.name == GENERIC), None)
    if generic is None:
        raise LookupError(f"the profile `{GENERIC}` is missing")
    outlets = [profile for profile in profiles if profile.name != GENERIC]
    return next(_evidence(blocks, head, outlets), (generic, Basis()))


def _evidence(
    blocks: Sequence[Block], head: Head, outlets: Sequence[Profile]
) -> Iterator[tuple[Profile, Basis]]:
    for name in filter(None, _site_names(head)):
        for profile in outlets:
            if name in profile.site_names:
                yield profile, Basis(rule=f"{profile.name}/site-name")
    for url in addresses(blocks, head):
        for profile in outlets:
            if owns(profile, url):
                yield profile, Basis(kind=BasisKind.URL, rule=f"{profile.name}/domain")
    text = "\n".join(block.text for block in blocks)
    known = [(profile, one) for profile in outlets for one in profile.fingerprints]
    for number in search(tuple(one for _, one in known), text):
        profile, fingerprint = known[number]
        yield profile, Basis(kind=BasisKind.INFERRED, rule=fingerprint.name)


def owns(profile: Profile, url: str) -> bool:
    """Whether an address is on one of the outlet's domains or a subdomain of it."""
    try:
        host = (urlsplit(url).hostname or "").removesuffix(RESERVED)
    except ValueError:  # a malformed address is nobody's
        return False
    return any(host == domain or host.endswith(f".{domain}") for domain in profile.domains)


def addresses(blocks: Sequence[Block], head: Head) -> Iterator[str]:
    """Where the page may have been published: what it states, or lines that are an address."""
    outlet = head.item("outlet")
    domain = f"https://{outlet}/" if _DOMAIN.fullmatch(outlet) else ""
    stated = (head.canonical, head.first("og:url"), head.base, head.fetched, domain)
    yield from (url for url in stated if url)
    for block in [*blocks[:_ENDS], *blocks[-_ENDS:]]:
        if match := _URL_LINE.fullmatch(block.text):
            yield match[1]


def _site_names(head: Head) -> Iterator[str]:
    yield phrase_key(head.first("og:site_name"))
    yield phrase_key(head.item("outlet"))
    for found in head.jsonld:
        publisher = found.get("publisher")
        if isinstance(publisher, dict) and isinstance(name := publisher.get("name"), str):
            yield phrase_key(name)
    yield phrase_key(head.first("application-name", "publisher", "dc.publisher"))
    parts = _TITLE_PARTS.split(head.title)
    yield from (phrase_key(part) for part in (parts[-1], parts[0]) if part)
