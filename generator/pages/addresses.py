"""Addresses: how a URL of the site becomes a staged file and a link.

Everywhere else in the program a URL is site-absolute (`/2021/12/13/slug/`). Templates get it
without the first slash, for MkDocs' `url` filter, which makes it relative to the page: the site
then works in any folder of any host.
"""

from __future__ import annotations


def file(url: str) -> str:
    """Staged file of a URL: `/2021/` is `2021/index.md`."""
    return f"{url.lstrip('/')}index.md"


def link(url: str) -> str:
    """A URL as templates take it: `/2021/` is `2021/`, `/` is `./`; others stay."""
    if not url.startswith("/"):
        return url
    return url.lstrip("/") or "./"
