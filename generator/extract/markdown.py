r"""From labelled blocks to Markdown that renders to exactly their words.

Every text is escaped, so that nothing in a capture can be Markdown or HTML. What is escaped is
what Python-Markdown (with its `toc`, `tables` and `fenced_code`) could read as syntax at that
place, and little more, since editors read these files:

- anywhere: backslashes, backticks, `* [ ] { | <`, an underscore that is not within a word, and
  `&` where it would begin a reference;
- at the start of a line: `#`, `>`, a list's `-`, `+` or `1.`, a row of `=`, `-` or `~`.

A *paragraph* of the body is what stands between blank lines: one a block, except that neighbouring
items of a list, and neighbouring quotations of one group, are one paragraph together.
`after` counts them, for `Removal.after`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.extract.blocks_text import unmarked, visible
from generator.model import Block, BlockKind, Inline, Labelled, Role
from generator.safe_markdown import scheme

MAX_COLUMNS = 50
"""Widest table that is written as one, in cells; wider ones become lines of text."""

MAX_CELLS = 20_000
"""Largest table that is written as one, in cells with the empty ones that fill its rows."""

# The references that Python-Markdown and browsers would resolve.
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_SPECIAL = re.compile(r"[\\`*\[\]{|]|(?<![^\W_])_|_(?![^\W_])")
# What means something at the start of a line only. `\d` are digits of any script, as there.
_LINE_STARTS = (
    (re.compile(r"(?=[#>])"), "\\\\"),
    (re.compile(r"(?=[-+](?:\s|$))"), "\\\\"),
    (re.compile(r"(?=-[-\s]*$)"), "\\\\"),
    (re.compile(r"(\d+)(?=[.)](?:\s|$))"), r"\1\\"),
    (re.compile(r"=(?==*\s*$)"), "&#61;"),
    (re.compile(r"~(?=~~)"), "&#126;"),
)
_ADDRESS = re.compile(r"""[\s"'()<>\[\]\\`{|}^*\x00-\x1f\x7f]""")
_BULLET = re.compile(r"[-–—+*•·▪■◦●○‣⁃]\s+(?=\S)")
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_SPACES = re.compile(r"\s+")
_BREAK = "  \n"
_HASH = "\\#"


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is.

    Args:
        text: One text node; its line breaks and unseen characters are taken for spaces.

    Returns:
        One line without spaces at its ends, fit for the start of a line and for a table's cell.
    """
    return _line(_inline(visible(text)))


def write(labelled: Sequence[Labelled]) -> str:
    """Write the body of an article.

    Args:
        labelled: All blocks of a capture in reading order. The headline and blocks that are not
            kept are passed over.

    Returns:
        Markdown in NFC that ends with a line break; empty if nothing is kept.
    """
    text = "\n\n".join(text for text, _ in _paragraphs(labelled))
    return f"{text}\n" if text else ""


def after(labelled: Sequence[Labelled]) -> tuple[int, ...]:
    """For each block, how many paragraphs of the body begin before it.

    Args:
        labelled: As for `write`.

    Returns:
        Numbers that never fall, one a block: the `Removal.after` of a block that is removed.
    """
    begun = [0] * len(labelled)
    for _, first in _paragraphs(labelled):
        begun[first] += 1
    counts, count = [], 0
    for beginning in begun:
        counts.append(count)
        count += beginning
    return tuple(counts)


# --- paragraphs ------------------------------------------------------------------------


def _paragraphs(labelled: Sequence[Labelled]) -> Iterator[tuple[str, int]]:
    """Each paragraph's Markdown, and the place in `labelled` of the block it begins with."""
    kept = [
        (place, item)
        for place, item in enumerate(labelled)
        if item.kept and item.role is not Role.HEADLINE and item.block.text
    ]
    numbered = list(_numbered(kept))
    for _, members in groupby(numbered, key=lambda member: member[0]):
        items = [(place, item) for _, place, item in members]
        text = _paragraph([item for _, item in items])
        if text:
            yield text, items[0][0]


def _numbered(kept: Sequence[tuple[int, Labelled]]) -> Iterator[tuple[int, int, Labelled]]:
    """Give blocks that share a paragraph the same number."""
    number, last = 0, None
    for place, item in kept:
        if last is None or not _belongs(item, last):
            number += 1
        last = item
        yield number, place, item


def _belongs(item: Labelled, last: Labelled) -> bool:
    """Whether a block stands in one paragraph with the one before it."""
    form = _form(item)
    if form is not _form(last) or form not in (Role.LIST, Role.QUOTE):
        return False
    same = item.block.group == last.block.group
    return same if form is Role.LIST else same and item.block.group > 0


def _form(item: Labelled) -> Role:
    """How a block is written: by its role, and where that is only "text", by its own form."""
    block = item.block
    if item.role in (Role.BODY, Role.LIST):
        listed = block.kind is BlockKind.PARAGRAPH and block.level
        if listed or block.kind is BlockKind.LIST_ITEM:
            return Role.LIST
    if item.role is Role.LIST:
        return Role.LIST if _BULLET.match(block.text) else Role.BODY
    if item.role in (Role.BODY, Role.TABLE) and block.kind is BlockKind.TABLE and block.rows:
        return Role.TABLE
    if item.role is Role.BODY and block.kind is BlockKind.QUOTE:
        return Role.QUOTE
    return Role.BODY if item.role in (Role.TABLE, Role.DECK) else item.role


def _paragraph(items: Sequence[Labelled]) -> str:
    form, block = _form(items[0]), items[0].block
    if form is Role.SUBHEADING:
        return _heading(block)
    if form is Role.QUOTE:
        parts = ("\n".join(f"> {line}" for line in _lines(item.block)) for item in items)
        return "\n>\n".join(parts)
    if form is Role.LIST:
        return "\n".join(_list([item.block for item in items]))
    if form is Role.TABLE:
        return _table(block.rows)
    return "\n".join(_lines(block))


def _heading(block: Block) -> str:
    level = min(max(block.level, 2), 6) if block.kind is BlockKind.HEADING else 2
    text = " ".join(line.strip() for line in _lines(block))
    # Markdown drops a heading's closing hashes, so those that are words are escaped.
    core = text.rstrip("#")
    slashes = len(core) - len(core.rstrip("\\"))
    escaped = len(core) + (slashes % 2 and len(text) > len(core))
    return f"{'#' * level} {text[:escaped]}{text[escaped:].replace('#', _HASH)}" if text else ""


def _list(blocks: Sequence[Block]) -> Iterator[str]:
    """Items of a list, nested by level; a paragraph after an item is a line of the item."""
    counts: list[int] = []
    for block in blocks:
        lines = _lines(_without_bullet(block))
        if block.kind is BlockKind.LIST_ITEM or not block.level or not counts:
            depth = min(max(block.level, 1), len(counts) + 1)
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[-1] += 1
            indent = "    " * (depth - 1)
            marker = f"{counts[-1]}." if block.ordered else "-"
            yield f"{indent}{marker} {lines[0]}"
            lines = lines[1:]
        yield from (f"{'    ' * len(counts)}{line}" for line in lines)


def _without_bullet(block: Block) -> Block:
    match = _BULLET.match(block.text) if block.kind is not BlockKind.LIST_ITEM else None
    if not match:
        return block
    text = block.text[match.end() :]
    return Block(n=block.n, text=text, kind=block.kind, inlines=(Inline(text=text),))


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    if width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        texts = (visible(" ".join(cell for cell in row if cell)) for row in rows)
        return _BREAK.join(escape(text) for text in texts if text)
    cells = [[_inline(visible(cell)) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in [cells[0], ["---"] * width, *cells[1:]]]
    return "\n".join(lines)


# --- lines and runs --------------------------------------------------------------------


def _lines(block: Block) -> list[str]:
    """A block's text as Markdown, one string a line; all but the last end with two spaces."""
    runs = block.inlines or (Inline(text=block.text),)
    lines: list[list[Inline]] = [[]]
    for run in runs:
        lines[-1].append(run)
        if run.br:
            lines.append([])
    written = [line for runs in lines if (line := _line(_runs(runs)))]
    return [f"{line}  " for line in written[:-1]] + written[-1:] or [""]


def _runs(runs: Sequence[Inline]) -> str:
    """A line's runs: neighbours with one address are one link."""
    parts: list[str] = []
    for address, members in groupby(runs, key=lambda run: _address(run.href)):
        text = _marked(list(members))
        core = text.strip()
        if address and core:
            before, _, behind = text.partition(core)
            if parts and parts[-1].endswith("!"):  # which would make a picture of the link
                parts[-1] = parts[-1][:-1] + "\\!"
            text = f"{before}[{core}]({address}){behind}"
        parts.append(text)
    return "".join(parts).strip()


def _marked(runs: Sequence[Inline]) -> str:
    """Runs with their bold and italic type, where that cannot be misread.

    Bold or italic that touches other bold or italic is left out: `**a***b*` has no sure reading,
    and the words matter more.
    """
    parts: list[str] = []
    for (strong, em), members in groupby(runs, key=lambda run: (run.strong, run.em)):
        text = _inline("".join(run.text for run in members))
        core = text.strip()
        marker = "*" * (2 * strong + em)
        touching = text[:1] != " " and bool(parts) and parts[-1].endswith("*")
        if marker and core and not touching:
            before, _, behind = text.partition(core)
            text = f"{before}{marker}{core}{marker}{behind}"
        parts.append(text)
    return "".join(parts)


def _inline(text: str) -> str:
    """Escape what means something anywhere in a line."""
    text = _SPACES.sub(" ", unmarked(text))
    text = _REFERENCE.sub("&amp;", text).replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """Escape what means something at the start of a line; `text` is escaped otherwise."""
    text = text.strip()
    for pattern, replacement in _LINE_STARTS:
        if pattern.match(text):
            return pattern.sub(replacement, text, count=1)
    return text


def _address(url: str) -> str:
    """An address as it can stand in a link; empty if it may not."""
    if not url or scheme(url) not in _SCHEMES:
        return ""
    escaped = _ADDRESS.sub(lambda match: "".join(f"%{b:02X}" for b in match[0].encode()), url)
    return _REFERENCE.sub("&amp;", escaped)
