"""Everything, joined: entries with their URLs and neighbours, and the pages made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.article import Article
from generator.model.contents import Editorial, Entity, Permalink


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A record's name, found in an article.

    Attributes:
        entity: Entity id.
        count: How often it is named in title and text; 0 if only an editor says so.
    """

    entity: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two articles are shown as related; all that speaks for it.

    Attributes:
        editor: An editor says so.
        linked: One links to the other on its outlet's own site.
        event: Entity id of the event that both are about; empty if none.
        entities: Ids of the records that both name, the rarest first.
        terms: Rare words or phrases that both use, as written in the article's original, the most
            telling first; none that the names of these records say already.
        days: Days between the two; None unless both are known to the day.
    """

    editor: bool = False
    linked: bool = False
    event: str = ""
    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A neighbour of an article, best first."""

    id: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """Another member of an article's family: the same text, published elsewhere.

    Attributes:
        id: Article id.
        stated: Whether an editor says so; else the texts were compared.
        share: How much of the shorter text's words both have in the same order, in percent;
            0 where the two were not compared, being joined through others.
    """

    id: str
    stated: bool = False
    share: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as it stands in the archive, all its languages together.

    Attributes:
        id: The article's id.
        original: The text in its own language.
        texts: Language → text, the original among them; published ones only.
        urls: Language → site-absolute URL, for the languages in `texts`.
        bodies: Language → Markdown in which the first mention of each entity is a link; links
            to pages of the site are site-absolute.
        mentions: What it names, the most important first.
        related: At most five neighbours.
        reprints: All other members of its family of reprints, the head first.
        head: Id of the family's head: the agency's own or the earliest; its own where it stands
            alone.
        older: Id of the entry before it in time; empty if none.
        newer: Id of the entry after it in time; empty if none.
        states: Language → what there is of it: `original`, `current`, `stale`, `draft`,
            `missing`, `withdrawn` or `removed`.
        glosses: Language → its title in a language in which it has no page of its own.
        parallel: Language → site-absolute URL of its texts side by side; empty if there is none.
    """

    id: str
    original: Article
    texts: Mapping[str, Article]
    urls: Mapping[str, str]
    bodies: Mapping[str, str]
    mentions: tuple[Mention, ...] = ()
    related: tuple[Related, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    head: str = ""
    older: str = ""
    newer: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    glosses: Mapping[str, str] = field(default_factory=dict)
    parallel: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything, joined.

    Attributes:
        entries: Id → entry, newest first, undated last; drafts and removed articles are not
            among them.
        removed: Removed articles, for their tombstones, by id.
        entities: Id → record, by kind, then by name.
        listed: Entity id → ids of the entries that name it, were published by it or come from it
            as an agency, and of an event all its coverage; newest first.
        coverage: Event id → ids of the entries that are about it or a part of it, newest first;
            others may name it.
        published: Outlet id → ids of the entries that it published, newest first.
        urls: Entity id → language → site-absolute URL.
        redirects: Former URL → URL, both site-absolute.
        permalinks: Every URL that the site answers itself (not redirects), in order of URL.
        editorials: Pages of the institution's own: id → language → page.
    """

    entries: Mapping[str, Entry]
    removed: Mapping[str, Article] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    coverage: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    published: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    urls: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    permalinks: tuple[Permalink, ...] = ()
    editorials: Mapping[str, Mapping[str, Editorial]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to print.

    Attributes:
        path: Staged file, below the docs folder, '/'-separated: `2021/12/13/slug/index.md`.
        meta: Front matter: text, numbers, booleans, lists and mappings of them; `title` and
            `description` already escaped for HTML, all else plain, for templates to escape.
        body: Markdown; empty for pages that their template makes.
        assets: Files to put beside it: name beside the page → path below `content/`.
    """

    path: str
    meta: Mapping[str, object]
    body: str = ""
    assets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the site that is no page: a feed, an export, a sitemap.

    Attributes:
        path: Below the site, '/'-separated, as the address that people subscribe to and cite:
            `topics/asean/rss.xml`.
        data: All of it. An export is as large as the archive, so there is but one copy.
    """

    path: str
    data: bytes

    @classmethod
    def of(cls, path: str, text: str) -> File:
        """A file that holds a text, in UTF-8."""
        return cls(path=path, data=text.encode("utf-8"))

    @property
    def text(self) -> str:
        """What is in it, as text."""
        return self.data.decode("utf-8")
