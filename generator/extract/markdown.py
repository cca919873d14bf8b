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

from generator.extract.blocks_text import visible
from generator.extract.markdown_lines import cell, escape, fence, lines
from generator.model import Block, BlockKind, Inline, Labelled, Role

__all__ = ["MAX_CELLS", "MAX_COLUMNS", "after", "compose", "escape", "write"]

MAX_COLUMNS = 50
"""Widest table that is written as one, in cells; wider ones become lines of text."""

MAX_CELLS = 20_000
"""Largest table that is written as one, in cells with the empty ones that fill its rows."""

_BULLET = re.compile(r"[-–—+*•·▪■◦●○‣⁃]\s+(?=\S)")
_BREAK = "  \n"
_HASH = "\\#"


def write(labelled: Sequence[Labelled]) -> str:
    """Write the body of an article.

    Args:
        labelled: All blocks of a capture in reading order. The headline and blocks that are not
            kept are passed over.

    Returns:
        Markdown in NFC that ends with a line break; empty if nothing is kept.
    """
    return compose(labelled)[0]


def after(labelled: Sequence[Labelled]) -> tuple[int, ...]:
    """For each block, how many paragraphs of the body begin before it.

    Args:
        labelled: As for `write`.

    Returns:
        Numbers that never fall, one a block: the `Removal.after` of a block that is removed.
    """
    return compose(labelled)[1]


def compose(labelled: Sequence[Labelled]) -> tuple[str, tuple[int, ...]]:
    """What `write` and `after` say, from one pass."""
    paragraphs = list(_paragraphs(labelled))
    text = "\n\n".join(text for text, _ in paragraphs)
    begun = [0] * len(labelled)
    for _, first in paragraphs:
        begun[first] += 1
    counts, count = [], 0
    for beginning in begun:
        counts.append(count)
        count += beginning
    return f"{text}\n" if text else "", tuple(counts)


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
        parts = ("\n".join(f"> {line}" for line in lines(item.block)) for item in items)
        return "\n>\n".join(parts)
    if form is Role.LIST:
        return "\n".join(_list([item.block for item in items]))
    if form is Role.TABLE:
        return _table(block)
    return fence(block) or "\n".join(lines(block))


def _heading(block: Block) -> str:
    level = min(max(block.level, 2), 6) if block.kind is BlockKind.HEADING else 2
    text = " ".join(line.strip() for line in lines(block))
    # Markdown drops a heading's closing hashes, so those that are words are escaped.
    core = text.rstrip("#")
    slashes = len(core) - len(core.rstrip("\\"))
    escaped = len(core) + (slashes % 2 and len(text) > len(core))
    return f"{'#' * level} {text[:escaped]}{text[escaped:].replace('#', _HASH)}" if text else ""


def _list(blocks: Sequence[Block]) -> Iterator[str]:
    """Items of a list, nested by level; a paragraph after an item is a line of the item."""
    counts: list[int] = []
    for block in blocks:
        written = lines(_without_bullet(block))
        if block.kind is BlockKind.LIST_ITEM or not block.level or not counts:
            depth = min(max(block.level, 1), len(counts) + 1)
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[-1] += 1
            indent = "    " * (depth - 1)
            counts[-1] = block.number or counts[-1]
            marker = f"{counts[-1]}." if block.ordered else "-"
            yield f"{indent}{marker} {written[0]}"
            written = written[1:]
        yield from (f"{'    ' * len(counts)}{line}" for line in written)


def _without_bullet(block: Block) -> Block:
    match = _BULLET.match(block.text) if block.kind is not BlockKind.LIST_ITEM else None
    if not match:
        return block
    text = block.text[match.end() :]
    return Block(n=block.n, text=text, kind=block.kind, inlines=(Inline(text=text),))


def _table(block: Block) -> str:
    rows = block.rows
    width = max(map(len, rows))
    if width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        texts = (visible(" ".join(filter(None, row))) for row in rows)
        return _BREAK.join(escape(text) for text in texts if text)
    runs = block.cells or [((),) * len(row) for row in rows]
    cells = [
        [cell(text, marked) for text, marked in zip(row, of_row, strict=True)]
        + [""] * (width - len(row))
        for row, of_row in zip(rows, runs, strict=True)
    ]
    written = [f"| {' | '.join(row)} |" for row in [cells[0], ["---"] * width, *cells[1:]]]
    return "\n".join(written)
