"""The nouns: frozen values that the rooms hand to each other.

Data flows one way, and each noun belongs to a place in that flow::

    raw ─▶ Capture ─▶ Block ─▶ Labelled ─▶ Article ─▶ Archive ─▶ Page ─▶ site

An `Article` knows nothing of its permalink or its neighbours: those exist only in
`Archive`, so using them too early is a type error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as calendar_date
from enum import StrEnum

LANGS = ("vi", "en")
"""The languages of the site, the default one first (BCP 47)."""


class BasisKind(StrEnum):
    """How a value is known; the only four answers there are."""

    STATED = "stated"
    """Printed on the page as what it is."""
    URL = "url"
    """Read out of the page's address."""
    INFERRED = "inferred"
    """Concluded from something else on the page; the rule says from what."""
    EDITOR = "editor"
    """Written or changed by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why we believe a value.

    Attributes:
        kind: How the value is known.
        rule: Name of the rule that found it, e.g. `congluan/date-line`; empty for an editor.
    """

    kind: BasisKind = BasisKind.STATED
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text in the site's languages; an empty string is "not known"."""

    vi: str = ""
    en: str = ""

    def get(self, lang: str) -> str:
        """The text in `lang`, or in the other language where there is none."""
        return (self.en or self.vi) if lang == "en" else (self.vi or self.en)


# The forms of ISO 8601 that we write: 2021, 2021-12, 2021-12-13, 2021-12-13T06:24:00+07:00.
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Date:
    """A date as precise as it is known, and no more.

    Attributes:
        year: 1–9999.
        month: 1–12, or 0 where unknown.
        day: 1–31, or 0 where unknown; known only with a month.
        time: `HH:MM:SS`, or empty where unknown; known only with a day.
        offset: `+HH:MM` or `-HH:MM` from UTC, or empty where unknown; only with a time.

    Raises:
        ValueError: Such a day or time does not exist.
    """

    year: int
    month: int = 0
    day: int = 0
    time: str = ""
    offset: str = ""

    def __post_init__(self) -> None:
        calendar_date(self.year, self.month or 1, self.day or 1)
        if (self.day and not self.month) or (self.time and not self.day):
            raise ValueError(f"a date cannot skip a part: {self!r}")
        if self.time and not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d", self.time):
            raise ValueError(f"no such time: {self.time}")
        if self.offset and not (
            self.time and re.fullmatch(r"[+-](?:0\d|1[0-4]):[0-5]\d", self.offset)
        ):
            raise ValueError(f"no such offset: {self.offset}")

    def __str__(self) -> str:
        """ISO 8601, to the precision that is known."""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return f"{text}T{self.time}{self.offset}" if self.time else text

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read an ISO 8601 date of any precision; seconds may be missing, `Z` is `+00:00`.

        Raises:
            ValueError: The text is not such a date, or no such day exists.
        """
        match = _DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a date: {text!r}")
        time = match["time"] or ""
        offset = match["offset"] or ""
        return cls(
            year=int(match["year"]),
            month=int(match["month"] or 0),
            day=int(match["day"] or 0),
            time=f"{time}:00" if len(time) == len("HH:MM") else time,
            offset="+00:00" if offset == "Z" else offset,
        )

    def day_only(self) -> Date:
        """The same date without its time."""
        return Date(year=self.year, month=self.month, day=self.day)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Interval:
    """From a date to a date, both inclusive; `start == end` is a single date.

    Raises:
        ValueError: The end lies before the start.
    """

    start: Date
    end: Date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self}")

    def __str__(self) -> str:
        """ISO 8601: one date, or two with a slash between."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read `2021-12-13` or `2021-12-13/2021-12-19`.

        Raises:
            ValueError: Not of this form.
        """
        start, _, end = text.partition("/")
        first = Date.parse(start)
        return cls(start=first, end=Date.parse(end) if end else first)


# --- what was scraped -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    r"""A page as it was scraped, decoded and otherwise untouched.

    Attributes:
        raw: Path below `raw/`, always '/'-separated.
        sha256: Lowercase hex digest of the bytes as found.
        format: `text` or `html`.
        encoding: The code page it was read by, as Python names it.
        text: All of it, NFC, line ends `\n`, no byte order mark.
    """

    raw: str
    sha256: str
    format: str
    encoding: str
    text: str


class BlockKind(StrEnum):
    """What a block is by its form; what it *is for* is its `Role`."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    """A `figcaption`; in text captures only rules find captions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A run of text within a block that shares its marks.

    Attributes:
        text: As shown, NFC, inner whitespace collapsed to single spaces.
        href: Where it links to, absolute where the capture allows; empty for no link.
        strong: Printed bold.
        em: Printed italic.
        br: A line break follows.
    """

    text: str
    href: str = ""
    strong: bool = False
    em: bool = False
    br: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageHint:
    """What a capture says of a picture: an `img` element or an alt line in a text.

    Attributes:
        url: Absolute `http(s)` address; empty if unknown.
        name: File name as printed; empty if unknown.
        alt: Alternative text as printed.
        width: Pixels; 0 if unknown.
        height: Pixels; 0 if unknown.
    """

    url: str = ""
    name: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph-sized piece of a capture, the same for HTML and text.

    Attributes:
        n: What it is called in `explain`: the 1-based line in a text capture, the 1-based
            position in reading order in HTML.
        text: All its visible text, NFC, whitespace collapsed, no markup.
        kind: Its form.
        level: Heading level 1–6, or list depth 1–; 0 otherwise.
        ordered: Part of a numbered list.
        path: Tags from `body` down, each as `tag.class#id` (classes in source order); empty
            for text captures.
        link_density: Share of `text` that is inside links, 0–1.
        gap_before: A blank line stands before it (text captures).
        gap_after: A blank line, or the end, follows it (text captures).
        inlines: The text in runs that share their marks; joined they give `text`.
        image: The picture, for `BlockKind.IMAGE`.
        group: Blocks of one figure, list or table share a number; 0 for none.
        rows: Cells of a table, row by row.
    """

    n: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    path: tuple[str, ...] = ()
    link_density: float = 0.0
    gap_before: bool = True
    gap_after: bool = True
    inlines: tuple[Inline, ...] = ()
    image: ImageHint | None = None
    group: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


class Role(StrEnum):
    """What a block is for, as in a newsroom; the glossary of the README explains each."""

    HEADLINE = "headline"
    DECK = "deck"
    SECTION = "section"
    DATE_LINE = "date_line"
    BYLINE = "byline"
    BODY = "body"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT_TEXT = "alt_text"
    SOURCE_LINE = "source_line"
    TEASER = "teaser"
    RELATED = "related"
    WIDGET = "widget"
    NAVIGATION = "navigation"
    COMMENT = "comment"
    AD = "ad"
    LEGAL = "legal"
    DUPLICATE = "duplicate"


KEPT_ROLES = frozenset(
    {Role.HEADLINE, Role.DECK, Role.BODY, Role.SUBHEADING, Role.QUOTE, Role.LIST, Role.TABLE}
)
"""Roles whose text is the story; the words of all others leave the text, recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A block with the decision made about it.

    Attributes:
        block: The block.
        role: What it is for.
        rule: Name of the rule that decided, e.g. `related-heading` or `sputnik/alt-line`.
    """

    block: Block
    role: Role
    rule: str

    @property
    def kept(self) -> bool:
        """Whether its words are in the article's title or text."""
        return self.role in KEPT_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A line that was taken out of the text, so that it can be seen and put back.

    Attributes:
        n: The block's `n`.
        text: The line as it stood.
        role: What it was held to be.
        rule: The rule that removed it.
        after: How many paragraphs of the written body stand before it.
    """

    n: int
    text: str
    role: Role
    rule: str
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Text that a rule mended because it was certain.

    Attributes:
        n: The block's `n`.
        was: The text as captured.
        now: The text as written.
        rule: The rule that was certain.
    """

    n: int
    was: str
    now: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A field that was recovered from a capture, for `explain`.

    Attributes:
        value: As it will be written; empty for unknown.
        basis: Why we think so.
    """

    value: str
    basis: Basis


# --- what we publish -------------------------------------------------------------------


class Status(StrEnum):
    """Whether an article is shown."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a text comes from.

    Attributes:
        outlet: Entity id of who published, or empty for unknown.
        outlet_basis: Why we think so.
        url: Address of the original; empty if unknown.
        memento: Address of a dated copy; empty if unknown.
        captured: When it was scraped; None if unknown.
        agency: Who wrote the wire copy, verbatim or an entity id; empty if none.
        raw: Path of the capture below `raw/`; empty for a hand-made article.
        sha256: Of the capture; empty for a hand-made article.
    """

    outlet: str = ""
    outlet_basis: Basis = field(default_factory=Basis)
    url: str = ""
    memento: str = ""
    captured: Date | None = None
    agency: str = ""
    raw: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of an article; all but the caption may be unknown.

    Attributes:
        file: Name of a file beside the Markdown; empty if the picture is not held.
        url: Where the original is; empty if unknown.
        name: File name as the capture printed it; empty if unknown.
        alt: What it shows, per language.
        caption: As printed, without the credit, in the original's language.
        credit: Who took it, as printed.
        rights: Statement of rights, if it has one of its own.
    """

    file: str = ""
    url: str = ""
    name: str = ""
    alt: Bilingual = field(default_factory=Bilingual)
    caption: str = ""
    credit: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What may be shown.

    Attributes:
        statement: URI of a rights statement; empty to take the outlet's.
        holder: Who holds the rights; empty to take the outlet's.
        note: Free text.
        show: `full`, `excerpt` or `link`; empty to take the outlet's, and `full` without one.
    """

    statement: str = ""
    holder: str = ""
    note: str = ""
    show: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change made after publication, for readers."""

    date: Date
    note: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """What the converter did; written by it alone.

    Attributes:
        profile: Name of the outlet profile, or `generic`.
        version: Version of the converter.
        removed: Number of lines removed.
        repairs: What was mended.
        body: sha256 of the body as written.
        wrote: sha256 of the whole file as written, but for this field's own line.
    """

    profile: str
    version: str
    removed: int
    repairs: tuple[Repair, ...] = ()
    body: str = ""
    wrote: str = ""


class TranslationKind(StrEnum):
    """How a text came from one language into the other."""

    OFFICIAL = "official"
    HUMAN = "human"
    MACHINE = "machine"
    MACHINE_REVIEWED = "machine-reviewed"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What makes a text a translation.

    Attributes:
        of: sha256 of the original's body when it was translated.
        kind: How it was made.
        translator: Who made it; empty if unknown.
        date: When; None if unknown.
    """

    of: str
    kind: TranslationKind
    translator: str = ""
    date: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text in one language, with all that is known of it.

    A translation carries its original's shared metadata (source, dates, entities, images,
    rights, status), filled in when `content` reads the folder.

    Attributes:
        id: `a-2021-k7m2q4xd`: shared by all languages of one article; never changes.
        lang: One of `LANGS`.
        title: Plain text, NFC, one line.
        title_basis: `inferred` when the capture had no headline.
        date: When the outlet published it; None if unknown.
        date_basis: Why we think so.
        event_date: When what it reports happened; None if unknown.
        event_date_basis: Why we think so.
        summary: At most 300 characters; empty if none was written.
        source: Where it comes from.
        byline: As printed.
        dateline: As printed, e.g. `HÀ NỘI (Sputnik)`.
        section: As printed, e.g. `Nghề báo`.
        genre: One of `GENRES`.
        people: Entity ids, as are the next three.
        organisations: ~
        places: ~
        topics: ~
        event: Entity id, or empty.
        reprint_of: Article id, or empty.
        related: Article ids that an editor wants shown.
        unrelated: Article ids that an editor wants kept away.
        images: In order of appearance.
        rights: What may be shown.
        status: Whether it is shown.
        status_note: Why, for withdrawn and removed.
        status_date: When that was decided; None if unknown.
        slug: ASCII, for the URL of this language.
        aliases: Former URLs of this language, site-absolute.
        updated: Corrections, oldest first.
        cleaning: What the converter did; None for a hand-made article.
        translation: None for an original.
        body: Markdown, NFC, without the headline.
        path: File it was read from, below `content/`, '/'-separated.
    """

    id: str
    lang: str
    title: str
    title_basis: Basis = field(default_factory=Basis)
    date: Date | None = None
    date_basis: Basis = field(default_factory=Basis)
    event_date: Interval | None = None
    event_date_basis: Basis = field(default_factory=Basis)
    summary: str = ""
    source: Source = field(default_factory=Source)
    byline: str = ""
    dateline: str = ""
    section: str = ""
    genre: str = "news"
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    event: str = ""
    reprint_of: str = ""
    related: tuple[str, ...] = ()
    unrelated: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    rights: Rights = field(default_factory=Rights)
    status: Status = Status.PUBLISHED
    status_note: str = ""
    status_date: Date | None = None
    slug: str = ""
    aliases: tuple[str, ...] = ()
    updated: tuple[Correction, ...] = ()
    cleaning: Cleaning | None = None
    translation: Translation | None = None
    body: str = ""
    path: str = ""

    @property
    def folder(self) -> str:
        """The folder all languages of the article share, below `content/`."""
        return self.path.rpartition("/")[0]


GENRES = ("news", "speech", "interview", "statement", "analysis", "video")


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
class Entity:
    """An authority record: the one description of a person, organisation, place ….

    Attributes:
        id: Unique among all records, the file's stem, and the URL slug.
        kind: Which folder it lives in.
        name: Preferred name per language; at least one.
        aliases: Other names, all languages and abbreviations together, as written in texts.
        description: One or two sentences per language.
        same_as: Addresses of the same thing elsewhere (Wikidata …), http(s).
        roles: Posts of a person, oldest first.
        when: When an event took place; None for others or if unknown.
        place: Entity id of where an event took place; empty for others or if unknown.
        parent: Entity id of what it belongs to; empty if none.
        url: Home page of an outlet or organisation; empty if unknown.
        rights: Default rights of an outlet's articles.
        replaces: Former ids of this record, which redirect to it.
        path: File it was read from, below `content/`.
    """

    id: str
    kind: EntityKind
    name: Bilingual
    aliases: tuple[str, ...] = ()
    description: Bilingual = field(default_factory=Bilingual)
    same_as: tuple[str, ...] = ()
    roles: tuple[DatedRole, ...] = ()
    when: Interval | None = None
    place: str = ""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that came out of one capture.

    Attributes:
        capture: What went in.
        profile: Name of the outlet profile that was used, or `generic`.
        lines: Every block with its decision, in reading order.
        fields: Name of a front-matter field → what was recovered.
        article: The article; None if no story is left (a finding says so). Its `id`, `slug` and
            `path` are proposals: `content` keeps those of a file that exists.
        removals: Every line that is not in the article's title or body.
        findings: What a person should know of.
    """

    capture: Capture
    profile: str
    lines: tuple[Labelled, ...]
    fields: Mapping[str, Value]
    article: Article | None
    removals: tuple[Removal, ...]
    findings: tuple[Finding, ...]


# --- everything, joined ----------------------------------------------------------------


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
    """Why two articles are shown as related.

    Attributes:
        kind: `event` (same event), `entities` (both name them) or `editor`.
        entities: Ids of the entities that the reason names, the rarest first.
    """

    kind: str
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A neighbour of an article, best first."""

    id: str
    reason: Reason


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
        reprints: Ids of all other members of its family of reprints, head first.
        older: Id of the entry before it in time; empty if none.
        newer: Id of the entry after it in time; empty if none.
    """

    id: str
    original: Article
    texts: Mapping[str, Article]
    urls: Mapping[str, str]
    bodies: Mapping[str, str]
    mentions: tuple[Mention, ...] = ()
    related: tuple[Related, ...] = ()
    reprints: tuple[str, ...] = ()
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything, joined.

    Attributes:
        entries: Id → entry, newest first, undated last; drafts and removed articles are not
            among them.
        removed: Removed articles, for their tombstones, by id.
        entities: Id → record, by kind, then by name.
        listed: Entity id → ids of the entries that name it, were published by it or come from it
            as an agency, newest first.
        published: Outlet id → ids of the entries that it published, newest first.
        urls: Entity id → language → site-absolute URL.
        redirects: Former URL → URL, both site-absolute.
        permalinks: Every URL that the site answers itself (not redirects), in order of URL.
        editorials: Pages of the institution's own: id → language → page.
    """

    entries: Mapping[str, Entry]
    removed: Mapping[str, Article]
    entities: Mapping[str, Entity]
    listed: Mapping[str, tuple[str, ...]]
    published: Mapping[str, tuple[str, ...]]
    urls: Mapping[str, Mapping[str, str]]
    redirects: Mapping[str, str]
    permalinks: tuple[Permalink, ...]
    editorials: Mapping[str, Mapping[str, Editorial]]


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


class Severity(StrEnum):
    """How bad a finding is; only `ERROR` makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person should know of, and what to do about it.

    Attributes:
        code: Permanent name, a key of `errors.FINDINGS`.
        severity: How bad it is.
        file: Path as a person would open it, '/'-separated, relative to the archive's root.
        line: 1-based line in that file; 0 if none is meant.
        what: What happened.
        remedy: What to do.
    """

    code: str
    severity: Severity
    file: str
    line: int
    what: Bilingual
    remedy: Bilingual
