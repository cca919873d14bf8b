"""Lines of Markdown: a block's runs of text, escaped, with their links, bold and italic type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from generator.extract.blocks_text import spaced, visible
from generator.model import Block, Inline
from generator.safe_markdown import scheme

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
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_NOT_CODE = re.compile(r"[\\`|&<]")
_MEANT = re.compile(r"[\\`*\[\]{|_&<]")


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is.

    Args:
        text: One text node; its line breaks and unseen characters are taken for spaces.

    Returns:
        One line without spaces at its ends, fit for the start of a line and for a table's cell.
    """
    return _line(inline(visible(text)))


def lines(block: Block) -> list[str]:
    """A block's text as Markdown, one string a line; all but the last end with two spaces."""
    runs = block.inlines
    if not runs:
        return [_line(inline(block.text))]
    cut: list[list[Inline]] = [[]]
    for run in runs:
        cut[-1].append(run)
        if run.br:
            cut.append([])
    written = [line for runs in cut if (line := _line(_runs(runs)))]
    return [f"{line}  " for line in written[:-1]] + written[-1:] or [""]


def cell(text: str, runs: Sequence[Inline]) -> str:
    """A cell of a table as Markdown; its line breaks are spaces, as Markdown has none there."""
    return _runs(runs) if runs else inline(visible(text))


def fence(block: Block) -> str:
    """A block that is nothing but code, fenced; empty if it is none, or cannot be fenced.

    Blank lines are left out: between them stand paragraphs.
    """
    runs = block.inlines
    if not runs or not all(run.code and run.br for run in runs):
        return ""
    text = "\n".join(run.text for run in runs if visible(run.text))
    if "```" in text or not text or any(not is_plain(run.text) for run in runs):
        return ""
    return f"```\n{text}\n```"


def is_plain(text: str) -> bool:
    """Whether a text shows as it is where nothing is escaped: no unseen character, no tab."""
    return all(character.isprintable() for character in text)


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
    if len(runs) == 1 and not any(_style(runs[0])):
        return inline(runs[0].text)
    parts: list[str] = []
    for (strong, em, code), members in groupby(runs, key=_style):
        text = inline("".join(run.text for run in members))
        core = text.strip()
        if code and _may_be_code(core, parts):
            parts.append(text.replace(core, f"`{core}`"))
            continue
        marker = "*" * (2 * strong + em)
        touching = text[:1] != " " and bool(parts) and parts[-1].endswith("*")
        if marker and core and not touching:
            before, _, behind = text.partition(core)
            text = f"{before}{marker}{core}{marker}{behind}"
        parts.append(text)
    return "".join(parts)


def _style(run: Inline) -> tuple[bool, bool, bool]:
    return run.strong, run.em, run.code


def _may_be_code(core: str, before: Sequence[str]) -> bool:
    """Whether a text can stand between backticks: nothing in it needed escaping."""
    touching = bool(before) and before[-1][-1:] in ("`", "\\")
    return bool(core) and not touching and not _NOT_CODE.search(core)


def inline(text: str) -> str:
    """Escape what means something anywhere in a line."""
    text = spaced(text)
    if not _MEANT.search(text):
        return text
    text = _REFERENCE.sub("&amp;", text).replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """Escape what means something at the start of a line; `text` is escaped otherwise."""
    text = text.strip()
    if text[:1].isalpha():
        return text
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
