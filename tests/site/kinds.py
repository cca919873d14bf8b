"""One page of each kind that a site has, in each language: the one with the most on it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from generator.model import LANGS, EntityKind
from tests.site.served import Site

PLACES = {
    "missing": "/khong-co-trang-nay/",
    "redirect": "/2023/01/02/ten-cu/",
    "tombstone": "/2024/01/03/go/",
    "withdrawn": "/2023/01/02/rut/",
}
"""Kinds that have no row of their own in the register, by what the sample has of them."""

KINDS = (
    *("home", "about", "article", "parallel", "removals", "data", "search", "translations"),
    *("timeline", "year", "month", "day", "undated", "on-this-day", "letter"),
    *(f"index:{kind}" for kind in EntityKind),
    *(f"record:{kind}" for kind in EntityKind),
)
"""Kinds that each language has a page of, besides `PLACES`."""

ALL = (*((kind, lang) for kind in KINDS for lang in LANGS), *((place, "vi") for place in PLACES))
"""(Kind, language) of all pages that tests look at."""


def catalogue(site: Site) -> dict[tuple[str, str], str]:
    """(Kind of page, language) → path of the page with the most on it."""
    found = {(place, "vi"): path for place, path in PLACES.items()}
    sizes: dict[tuple[str, str], int] = {}
    for kind, lang, path in _registered(site.root):
        size = (site.folder / path.strip("/") / "index.html").stat().st_size
        if path not in PLACES.values() and size > sizes.get((kind, lang), 0):
            sizes[kind, lang] = size
            found[kind, lang] = path
    return found


def _registered(root: Path) -> Iterator[tuple[str, str, str]]:
    with (root / "content/permalinks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["lang"]:
                yield _kind(row["id"], row["url"]), row["lang"], row["url"]


def _kind(identity: str, url: str) -> str:
    kind, _, rest = identity.partition(":")
    if kind == "index":
        return "letter" if "/by/" in url else identity
    segment = url.removeprefix("/en").split("/")[1]
    if not rest and segment in set(EntityKind):
        return f"record:{segment}"
    return "article" if kind.startswith("a-") else kind
