"""What we publish: an article with all that is known of it, and what it came out of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.capture import Capture, Labelled, Removal, Repair, Value
from generator.model.finding import Finding
from generator.model.values import Basis, Bilingual, Date, Interval


class Status(StrEnum):
    """Whether an article is shown."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCapture:
    """A capture of the same page that is not the one that the article was made from.

    Attributes:
        raw: Its name: its path below `raw/`, within a container followed by `#` and its place.
        sha256: Of its bytes.
        captured: When it was scraped; None if unknown.
    """

    raw: str
    sha256: str
    captured: Date | None = None


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
        raw: Name of the capture below `raw/`; empty for a hand-made article.
        sha256: Of the capture; empty for a hand-made article.
        captures: The page's other captures, oldest first, those without a time last.
    """

    outlet: str = ""
    outlet_basis: Basis = field(default_factory=Basis)
    url: str = ""
    memento: str = ""
    captured: Date | None = None
    agency: str = ""
    raw: str = ""
    sha256: str = ""
    captures: tuple[OtherCapture, ...] = ()


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
        note: Free text, per language.
        show: `full`, `excerpt` or `link`; empty to take the outlet's, and `full` without one.
    """

    statement: str = ""
    holder: str = ""
    note: Bilingual = field(default_factory=Bilingual)
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
        people: Entity ids that an editor named.
        organisations: Likewise.
        places: Likewise.
        topics: Likewise.
        event: Entity id, or empty.
        reprint_of: Article id, or empty.
        related: Article ids that an editor wants shown.
        unrelated: Article ids that an editor wants kept away.
        images: In order of appearance.
        rights: What may be shown.
        status: Whether it is shown.
        status_note: Why, for withdrawn and removed; the same in both where it was written once.
        status_date: When that was decided; None if unknown.
        slug: ASCII, for the URL of this language.
        aliases: Former URLs of this language, site-absolute.
        updated: Corrections, oldest first.
        cleaning: What the converter did; None for a hand-made article.
        translation: None for an original.
        body: Markdown, NFC, without the headline.
        path: File it was read from, below `content/`, '/'-separated.
        lines: 1-based lines of that file on which the title and the body start; 0 if unknown.
            Two articles are equal wherever they stand.
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
    status_note: Bilingual = field(default_factory=Bilingual)
    status_date: Date | None = None
    slug: str = ""
    aliases: tuple[str, ...] = ()
    updated: tuple[Correction, ...] = ()
    cleaning: Cleaning | None = None
    translation: Translation | None = None
    body: str = ""
    path: str = ""
    lines: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)

    @property
    def folder(self) -> str:
        """The folder all languages of the article share, below `content/`."""
        return self.path.rpartition("/")[0]


GENRES = ("news", "speech", "interview", "statement", "analysis", "video")


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
