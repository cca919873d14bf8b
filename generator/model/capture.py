"""What was scraped: a capture, its blocks, and what was decided about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from generator.model.finding import Finding
from generator.model.values import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    r"""A page as it was scraped, decoded and otherwise untouched.

    Attributes:
        raw: Its name, unique below `raw/`: the path of its file, always '/'-separated; for one of
            many captures in a file (a container), followed by `#` and `member`.
        sha256: Lowercase hex digest of its own bytes as found: the file; the line of a `.jsonl`
            without its line end; the body of a WARC response without HTTP's encodings.
        format: `text` or `html`.
        encoding: The code page it was read by, as Python names it; `tcvn3` or `vni` for text of
            those fonts, which was converted.
        text: All of it, NFC, line ends `\n`, no byte order mark.
        member: 1-based place in its container: the line of a `.jsonl`, the number of the response
            among the responses of a WARC or WACZ; 0 when the file is one capture.
        url: Address that the transport says it was fetched from (WARC-Target-URI,
            Content-Location of MHTML, `url` of a scraped item); empty if unknown.
        captured: When it was fetched, aware, UTC; None if unknown.
        given: Facts that a scraped item states, as pairs of our name and its value as stated:
            `title`, `date`, `modified`, `byline`, `section`, `summary`, `lang`, `outlet`.
        findings: What a person should know of how it was read: converted, repaired, bytes dropped.
    """

    raw: str
    sha256: str
    format: str
    encoding: str
    text: str
    member: int = 0
    url: str = ""
    captured: datetime | None = None
    given: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def file(self) -> str:
        """What findings name: the capture from the archive's root on, member and all."""
        return f"raw/{self.raw}"


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
        code: Printed as code; in a block that is nothing else, spaces are as they stand.
    """

    text: str
    href: str = ""
    strong: bool = False
    em: bool = False
    br: bool = False
    code: bool = False


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
        number: Of an item in a numbered list, as its page shows it; 0 otherwise.
        path: Tags from `body` down, each as `tag.class#id` (classes in source order); empty
            for text captures.
        link_density: Share of `text` that is inside links, 0–1.
        gap_before: A blank line stands before it (text captures).
        gap_after: A blank line, or the end, follows it (text captures).
        inlines: The text in runs that share their marks; joined they give `text`. Empty for a
            text without marks and line breaks.
        image: The picture, for `BlockKind.IMAGE`.
        group: Blocks of one figure, list or table share a number; 0 for none.
        article: Number of the outermost `article` element that it stands in; 0 for none.
        rows: Cells of a table, row by row.
        cells: The same cells in runs that share their marks, if any cell has marks or line
            breaks; an empty tuple for a cell without.
    """

    n: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    number: int = 0
    path: tuple[str, ...] = ()
    link_density: float = 0.0
    gap_before: bool = True
    gap_after: bool = True
    inlines: tuple[Inline, ...] = ()
    image: ImageHint | None = None
    group: int = 0
    article: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[tuple[tuple[Inline, ...], ...], ...] = ()


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
