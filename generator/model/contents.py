"""What stands in the content folder: records, own pages, the register, and all of it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.article import Article, Rights
from generator.model.finding import Finding
from generator.model.values import Bilingual, Date, Interval


class EntityKind(StrEnum):
    """The kinds of authority records; the value is the folder and the URL segment."""

    PERSON = "people"
    ORGANISATION = "organisations"
    PLACE = "places"
    TOPIC = "topics"
    EVENT = "events"
    OUTLET = "outlets"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRole:
    """A post that somebody held.

    Attributes:
        title: Name of the post, per language.
        organisation: Entity id, or empty.
        start: None if unknown.
        end: None if unknown or still held.
    """

    title: Bilingual
    organisation: str = ""
    start: Date | None = None
    end: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Other names of a record, as written in texts, each under its language.

    Attributes:
        vi: Vietnamese ones.
        en: English ones.
        other: In another language, or in one that nobody stated.
    """

    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        """All of them, each once."""
        return iter(dict.fromkeys((*self.vi, *self.en, *self.other)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An authority record: the one description of a person, organisation, place ….

    Attributes:
        id: Unique among all records, the file's stem, and the URL slug.
        kind: Which folder it lives in.
        name: Preferred name per language; at least one.
        aliases: Other names, per language.
        abbreviations: Short forms in capitals, in whatever language: `TTXVN`, `VNA`.
        given: The given name of a person, a part of `name`, where it leads in lists: `Sơn`.
        description: One or two sentences per language.
        same_as: Addresses of the same thing elsewhere (Wikidata …), http(s).
        roles: Posts of a person, oldest first.
        when: When an event took place; None for others or if unknown.
        place: Entity id of where an event took place; empty for others or if unknown.
        articles: Ids of articles about an event, besides those that name it themselves.
        parent: Entity id of what it belongs to; empty if none.
        url: Home page of an outlet or organisation; empty if unknown.
        rights: Default rights of an outlet's articles.
        replaces: Former ids of this record, which redirect to it.
        path: File it was read from, below `content/`.
    """

    id: str
    kind: EntityKind
    name: Bilingual
    aliases: Aliases = field(default_factory=Aliases)
    abbreviations: tuple[str, ...] = ()
    given: str = ""
    description: Bilingual = field(default_factory=Bilingual)
    same_as: tuple[str, ...] = ()
    roles: tuple[DatedRole, ...] = ()
    when: Interval | None = None
    place: str = ""
    articles: tuple[str, ...] = ()
    parent: str = ""
    url: str = ""
    rights: Rights = field(default_factory=Rights)
    replaces: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """One line of `permalinks.csv`: a URL that was published once.

    Attributes:
        url: Site-absolute, with a slash at both ends.
        id: What it showed: an article's or an entity's id, or the name of an index
            (`year:2021`, `month:2021-12`, `index:people`, `home`, `about`).
        lang: One of `LANGS`, or empty for a page without a language (`/id/…/`).
    """

    url: str
    id: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """A page of the institution's own (`content/pages/about/vi.md`).

    Attributes:
        id: Its folder's name, and its URL slug: `about`.
        lang: One of `LANGS`.
        title: Plain text.
        body: Markdown.
        path: File it was read from, below `content/`.
    """

    id: str
    lang: str
    title: str
    body: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that `content/` holds, as far as it could be read.

    Attributes:
        articles: Originals and translations, in order of path.
        entities: In order of kind and id.
        editorials: In order of path.
        permalinks: The register, in its own order.
        findings: What could not be read, or is wrong in itself.
        folder: Name of the content folder, as a person would open it.
    """

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    editorials: tuple[Editorial, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    findings: tuple[Finding, ...] = ()
    folder: str = "content"

    def shown(self, path: str) -> str:
        """A path below the content folder as a person would open it."""
        return f"{self.folder}/{path}"
