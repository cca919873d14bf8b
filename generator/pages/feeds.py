"""Feeds: the newest articles of the archive, of a topic, a person or an outlet, to subscribe to.

Each in RSS 2.0, Atom and JSON Feed, in each language. Their addresses are promises, as those of
pages are: `rss.xml`, `atom.xml` and `feed.json` in the folder of the page that they belong to,
and in the folder of each former address of that page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import urls
from generator.model import Article, Date, Entity, EntityKind, Entry, File, Status
from generator.pages import changes, prose
from generator.pages.view import View, text_of

SIZE = 50
"""Most articles in a feed: the newest."""

KINDS = frozenset({EntityKind.TOPIC, EntityKind.PERSON, EntityKind.OUTLET})
"""Kinds of records that have feeds; at six files a record not all kinds can."""

NAMES = {
    "application/rss+xml": "rss.xml",
    "application/atom+xml": "atom.xml",
    "application/feed+json": "feed.json",
}
"""Media type → file beside the page; the types under which readers look for feeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article in a feed; all plain text.

    Attributes:
        id: Whole address of its permalink, which never changes.
        url: Whole address of its page in the feed's language, or else in its own.
        title: Headline.
        lang: Language of the text.
        summary: What pages show of it in lists, and how it was translated; may be empty.
        published: As precise as known.
        changed: When it last changed, for those who ask for what is new.
        outlet: Name of who published it; empty if unknown.
        byline: As printed; empty if there is none.
        original: Address of the original; empty if unknown.
    """

    id: str
    url: str
    title: str
    lang: str
    summary: str
    published: Date
    changed: Date
    outlet: str
    byline: str
    original: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What one feed says, in whatever format.

    Attributes:
        url: Site-absolute URL of the page that it belongs to.
        home: Whole address of that page.
        site: Name of the archive.
        title: Plain text.
        description: Plain text.
        lang: Language of the page.
        items: The newest, newest first.
        name: What an index of feeds calls it.
        folders: Site-absolute URLs in whose folders it stands; the first is that of the page.
    """

    url: str
    home: str
    site: str
    title: str
    description: str
    lang: str
    items: Sequence[Item]
    name: str
    folders: tuple[str, ...]

    @property
    def changed(self) -> Date:
        """When one of its articles last changed."""
        return max((item.changed for item in self.items), default=BEGINNING)


BEGINNING = Date(year=1970, month=1, day=1)
"""When a feed of nothing last changed: Atom asks for a moment."""


def feeds(view: View) -> Iterator[Feed]:
    """All feeds of the view's language: the archive's own, then those of records."""
    archive, edition = view.archive, view.edition
    items = {id_: item(view, entry) for id_, entry in _announced(view)}
    folders = _folders(view)
    home = urls.home(view.lang)
    intro = edition.say("home.intro")
    yield _feed(view, home, (edition.name, intro), items.values(), folders)
    for record in archive.entities.values():
        if record.kind in KINDS:
            of_record = (items[id_] for id_ in view.articles(record) if id_ in items)
            url = archive.urls[record.id][view.lang]
            yield _feed(view, url, _words(view, record), of_record, folders)


def links(url: str) -> list[dict[str, str]]:
    """The feeds of a page, for its head: media type and file below the site."""
    return [{"type": kind, "file": f"{url}{name}".lstrip("/")} for kind, name in NAMES.items()]


def files(feed: Feed, texts: Sequence[str]) -> Iterator[File]:
    """A feed's files, in every folder where it was ever promised.

    Args:
        feed: What it says.
        texts: The feed in the formats of `NAMES`, in that order.
    """
    made = [text.encode("utf-8") for text in texts]
    for folder in feed.folders:
        for name, data in zip(NAMES.values(), made, strict=True):
            yield File(path=f"{folder}{name}".lstrip("/"), data=data)


def item(view: View, entry: Entry) -> Item:
    """An article as feeds show it; under `rights.show: link` nothing of its text."""
    article = text_of(entry, view.lang)
    date = article.date or BEGINNING
    outlet = view.entity(article.source.outlet)
    return Item(
        id=view.edition.address(urls.by_id(entry.id)),
        url=view.edition.address(entry.urls[article.lang]),
        title=prose.contained(prose.shorten(article.title, prose.TITLE_LENGTH)),
        lang=article.lang,
        summary=_summary(view, entry, article),
        published=date,
        changed=max(changes.of_text(entry, article) or date, date),
        outlet=str(outlet["name"]) if outlet else article.source.outlet,
        byline=article.byline,
        original=prose.web(article.source.url),
    )


def _announced(view: View) -> Iterator[tuple[str, Entry]]:
    """Articles that a feed may announce: dated, and not withdrawn."""
    for id_, entry in view.archive.entries.items():
        article = text_of(entry, view.lang)
        if article.date and Status.WITHDRAWN not in {entry.original.status, article.status}:
            yield id_, entry


def _summary(view: View, entry: Entry, article: Article) -> str:
    summary = str(view.items[entry.id]["summary"])
    if article.translation is None:
        return prose.contained(summary)
    kind = view.edition.say(f"translation.{article.translation.kind}")
    return prose.contained(f"{kind}. {summary}".strip())


def _words(view: View, record: Entity) -> tuple[str, str]:
    """A record's name, and what its feed says of itself."""
    name = record.name.get(view.lang)
    about = view.edition.say(f"kind.{record.kind}.about", name=name)
    return name, record.description.get(view.lang) or about


def _feed(
    view: View,
    url: str,
    words: tuple[str, str],
    items: Iterable[Item],
    folders: Mapping[str, tuple[str, ...]],
) -> Feed:
    site, (name, description) = view.edition.name, words
    return Feed(
        url=url,
        home=view.edition.address(url),
        site=site,
        title=name if name == site else f"{name} – {site}",
        description=description,
        lang=view.lang,
        items=tuple(items)[:SIZE],
        name=name,
        folders=(url, *folders.get(url, ())),
    )


def _folders(view: View) -> dict[str, tuple[str, ...]]:
    """URL of a record → its former ones, which readers of feeds may still ask."""
    current = {places[view.lang] for places in view.archive.urls.values()}
    former: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in view.archive.redirects.items():
        if new in current and old.count("/") == new.count("/"):
            former[new].append(old)
    return {url: tuple(sorted(olds)) for url, olds in former.items()}
