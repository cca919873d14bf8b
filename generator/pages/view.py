"""The archive as the reader of one language sees it: list items, names, the head of a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from babel.lists import format_list

from generator.assemble import paging, showing, urls
from generator.extract import language
from generator.model import (
    LANGS,
    Archive,
    Article,
    Bilingual,
    Entity,
    Entry,
    Status,
    TranslationKind,
)
from generator.pages import addresses, prose
from generator.pages.beside import NOTHING, Beside
from generator.pages.edition import Edition

_TOLD = frozenset({TranslationKind.MACHINE, TranslationKind.SUMMARY})
"""Kinds of translations that a reader should know of before opening them."""

Item = dict[str, object]
"""What a template prints of one thing in a list; plain text, nothing escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One edition with all it can show.

    Attributes:
        edition: The language's words, dates and numbers.
        across: The other language's edition, for words to readers who want to go there.
        archive: Everything.
        items: Id → the entry as an item of a list; made once, shown on many pages.
        files: Staged files of all pages, for links in texts.
        beside: Reads what lies beside a text.
    """

    edition: Edition
    across: Edition
    archive: Archive
    items: Mapping[str, Item] = field(default_factory=dict)
    files: Collection[str] = frozenset()
    beside: Beside = NOTHING

    @property
    def lang(self) -> str:
        """The edition's language."""
        return self.edition.lang

    def listed(self, ids: Iterable[str]) -> list[Item]:
        """The entries as items of a list; ids that are not shown are passed over."""
        return [self.items[id_] for id_ in ids if id_ in self.items]

    def anchored(self, ids: Iterable[str]) -> list[Item]:
        """The same, each with its id as an anchor within the page."""
        return [{**self.items[id_], "anchor": id_} for id_ in ids if id_ in self.items]

    def entity(self, id_: str) -> Item | None:
        """A record as a link with its name; None if there is no such record."""
        record = self.archive.entities.get(id_)
        if record is None:
            return None
        url = self.archive.urls.get(id_, {}).get(self.lang, "")
        return {**self.text(record.name), "url": addresses.link(url) if url else "", "id": id_}

    def articles(self, record: Entity) -> Sequence[str]:
        """Ids of the entries to show with a record, newest first."""
        archive = self.archive
        return paging.of_record(record, listed=archive.listed, published=archive.published)

    def size(self, article: Article, file: str) -> tuple[int, int] | None:
        """Width and height of a picture in pixels, zeros where unknown; None if it is not held."""
        return self.beside.size(f"{article.folder}/{file}") if file else None

    def text(self, text: Bilingual) -> Item:
        """A name with the language that it is in, which may be the other one."""
        own = text.en if self.lang == "en" else text.vi
        return {"name": text.get(self.lang), "lang": self.lang if own else self.edition.other}

    def note(self, text: Bilingual) -> Item:
        """An editor's note with its language, which is found out where one text serves both."""
        made = self.text(text)
        if text.vi == text.en:
            made["lang"] = _told(text.vi) or self.lang
        return made

    def in_both(self, say: Callable[[Edition], str]) -> Bilingual:
        """The same thing in the words of both languages."""
        said = {edition.lang: say(edition) for edition in (self.edition, self.across)}
        return Bilingual(vi=said["vi"], en=said["en"])

    def names(self, ids: Iterable[str]) -> str:
        """The names of records in a row: `A, B và C`."""
        records = [self.archive.entities[id_] for id_ in ids if id_ in self.archive.entities]
        return format_list([record.name.get(self.lang) for record in records], locale=self.lang)

    def counted(self, articles: int) -> Item:
        """A number of articles: bare, and with its noun for those who only hear it."""
        return {
            "count": self.edition.number(articles),
            "label": self.edition.count("count.articles", articles),
        }

    def held(self, articles: int, years: Collection[int]) -> str:
        """A number of articles, and from which year to which they are, where years are known."""
        number = self.edition.count("count.articles", articles)
        if not years:
            return number
        first, last = min(years), max(years)
        span = f"{first}" if first == last else f"{first}–{last}"
        return self.edition.say("outlet.held", count=number, years=span)


@lru_cache(maxsize=1 << 10)
def _told(note: str) -> str:
    """The language of a note, of which many articles have the same."""
    return language.tell([note])


def open_view(
    edition: Edition,
    across: Edition,
    archive: Archive,
    *,
    files: Collection[str] = frozenset(),
    beside: Beside = NOTHING,
) -> View:
    """Make everything that many pages of an edition show."""
    bare = View(edition=edition, across=across, archive=archive)
    return View(
        edition=edition,
        across=across,
        archive=archive,
        items={entry.id: item(bare, entry) for entry in archive.entries.values()},
        files=files,
        beside=beside,
    )


def text_of(entry: Entry, lang: str) -> Article:
    """The article in this language, or in the one it is there in."""
    return entry.texts.get(lang) or entry.original


def item(view: View, entry: Entry) -> Item:
    """An entry as it stands in lists: what is not in the reader's language says so."""
    edition, article = view.edition, text_of(entry, view.lang)
    made: Item = {
        "url": addresses.link(entry.urls[article.lang]),
        "title": prose.shorten(article.title, prose.TITLE_LENGTH),
        "lang": article.lang,
        "summary": summary(view, article),
    }
    if article.lang != view.lang:
        made["badge"] = edition.say(f"badge.only.{article.lang}")
        if gloss := entry.glosses.get(view.lang):
            made["gloss"] = prose.shorten(gloss, prose.TITLE_LENGTH)
    elif article.translation and article.translation.kind in _TOLD:
        made["made"] = edition.say(f"badge.{article.translation.kind}")
    made["date"] = edition.short_date(article.date) if article.date else edition.say("date.unknown")
    if article.date:
        made["iso"] = str(article.date.day_only())
    if outlet := view.entity(article.source.outlet):
        made["outlet"] = outlet["name"]
        made["outlet_lang"] = outlet["lang"]
    if article.genre != "news":
        made["genre"] = edition.say(f"genre.{article.genre}")
    if article.status is Status.WITHDRAWN:
        made["withdrawn"] = edition.say("badge.withdrawn")
    return made


def shown(archive: Archive, article: Article) -> str:
    """How much may be shown: the article's own word, the outlet's, or `full`."""
    return showing.amount(article, archive.entities)


def summary(view: View, article: Article) -> str:
    """The summary that was written, or the first words after the dateline, if rights allow."""
    if article.summary:
        return prose.shorten(article.summary, prose.DESCRIPTION_LENGTH)
    if shown(view.archive, article) == "link":
        return ""
    words = prose.lead(article.body).removeprefix(article.dateline).lstrip(" -–—:")
    return prose.shorten(words, prose.DESCRIPTION_LENGTH)


def listing_by_year(view: View, ids: Sequence[str]) -> list[Item]:
    """The newest entries of a list under their years, as its own page shows them.

    Args:
        view: The edition.
        ids: The whole list, newest first, undated last; each year is counted with all of it.
    """
    years = {f"y{year}" if year else "undated": of for year, of in _years(view, ids).items()}
    groups = by_year(view, paging.newest(ids))
    if len(years) > 1:
        for group in groups:
            number = len(years[str(group["id"])])
            group["count"] = view.edition.count("count.articles", number)
    return groups


def by_year(view: View, ids: Iterable[str], *, anchors: bool = False) -> list[Item]:
    """Entries under the headings of their years, in the order they come in.

    Args:
        view: The edition.
        ids: Entries that are shown.
        anchors: Whether links may lead to each entry, by its id.
    """
    return [
        {
            "id": f"y{year}" if year else "undated",
            "name": f"{year}" if year else view.edition.say("undated.title"),
            "url": addresses.link(urls.year(year, view.lang) if year else urls.undated(view.lang)),
            "links": view.anchored(of_year) if anchors else view.listed(of_year),
        }
        for year, of_year in _years(view, ids).items()
    ]


def _years(view: View, ids: Iterable[str]) -> dict[int, list[str]]:
    years: dict[int, list[str]] = {}
    for id_ in ids:
        date = view.archive.entries[id_].original.date
        years.setdefault(date.year if date else 0, []).append(id_)
    return years


def head(
    view: View,
    *,
    template: str,
    title: str,
    places: Mapping[str, str],
    description: str = "",
    menu: str = "",
    original: str = "",
    nearest: tuple[str, str] = ("", ""),
) -> dict[str, object]:
    """The part of a page's front matter that all kinds share.

    Args:
        view: The edition.
        template: Which template prints the page.
        title: Plain text.
        places: Language → URL of this page, for the languages it is there in.
        description: Plain text.
        menu: Which entry of the menu the page belongs to.
        original: The language the page was first written in; empty for the site's own.
        nearest: Where the page is not in the other language: URL to offer, and its name.
    """
    other = view.edition.other
    made: dict[str, object] = {
        "template": template,
        "lang": view.lang,
        "title": prose.head(title),
        "description": prose.head(description, prose.DESCRIPTION_LENGTH),
        "menu": menu,
    }
    if other in places:
        made["switch"] = {"lang": other, "url": addresses.link(places[other])}
        made["alternates"] = [
            {"lang": lang, "url": addresses.link(places[lang])} for lang in LANGS if lang in places
        ]
        made["default"] = addresses.link(places[original or LANGS[0]])
    else:
        url, name = nearest
        made["switch"] = {"lang": other, "url": addresses.link(url), "nearest": name}
    return made
