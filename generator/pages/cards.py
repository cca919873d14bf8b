"""Cards: the picture of a page that is shown where somebody shows a link to it, in words.

A card says what is a fact about an article, whatever its rights: headline, outlet, date. All
other pages share one card for each language. `press.cards` draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Entry
from generator.pages.view import View

FOLDER = "assets/cards"

WIDTH, HEIGHT = 1200, 630
"""In pixels: what sites that show links ask for (1.91:1)."""

TYPE = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on a card; plain text of any length.

    Attributes:
        path: Below the site; it stays when the title, the date or the URL of the page changes.
        name: What the archive is called.
        title: What is largest; the archive's name where that cannot be drawn.
        facts: One line below it, in pieces: outlet, date.
        badges: What a reader should know beforehand: withdrawn, translated by a machine.
    """

    path: str
    name: str
    title: str
    facts: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The same for those who do not see it."""
        return " · ".join((self.title, *self.badges, *self.facts))


def of_archive(views: Mapping[str, View]) -> Iterator[Card]:
    """All cards, each path once; none where the site's address is unknown, which links need."""
    for view in views.values():
        if not view.edition.site:
            return
        yield common(view)
        for entry in view.archive.entries.values():
            if view.lang in entry.texts:
                yield of_article(view, entry)


def common(view: View) -> Card:
    """The card of all pages that are no articles."""
    edition = view.edition
    return Card(
        path=f"{FOLDER}/{view.lang}.png",
        name=edition.name,
        title=edition.name,
        facts=(urlsplit(edition.site).netloc,),
    )


def of_article(view: View, entry: Entry) -> Card:
    """The card of an article that has a text in the view's language."""
    item, date = view.items[entry.id], entry.texts[view.lang].date
    edition = view.edition
    when = edition.date(date) if date else edition.say("date.unknown")
    outlet = str(item.get("outlet", ""))
    return Card(
        path=f"{FOLDER}/{entry.id}.{view.lang}.png",
        name=edition.name,
        title=str(item["title"]),
        facts=(outlet, when) if outlet else (when,),
        badges=tuple(str(item[key]) for key in ("withdrawn", "made") if key in item),
    )


def properties(view: View, entry: Entry | None = None) -> list[tuple[str, str]]:
    """What OpenGraph wants to know of a page's card; nothing where there is none.

    Source:
        "The Open Graph protocol", structured properties, https://ogp.me/#structured.
    """
    if not view.edition.site:
        return []
    card = of_article(view, entry) if entry else common(view)
    return [
        ("og:image", view.edition.address(f"/{card.path}")),
        ("og:image:type", TYPE),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", card.alt),
    ]
