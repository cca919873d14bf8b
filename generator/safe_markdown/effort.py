"""No text takes more work than its length warrants: what Python-Markdown may be kept busy with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

MAX_PREFIX = 100
"""Most that may stand before the words of a line, in characters: indents, marks of quotations and
lists. Each level of nesting costs Python-Markdown some frames of the 1,000 that Python gives."""

MAX_LINES = 500
"""Lines without a blank one that are taken for one block, if there are headings or rules in it:
each of them makes Python-Markdown search and copy the rest of the block."""

MAX_WORK = 30_000_000
"""Most work on what stands within lines, in characters times brackets: a few seconds. A speech of
500,000 characters with fifty links in each paragraph needs less."""

# Brackets make Python-Markdown read on, character by character; for other signs it copies.
_CHEAPER = 200
_CHEAP = re.compile(r"[\\`*_<&]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_PREFIX = re.compile(r"(?: *(?:>|(?:[-*+]|\d+[.)])(?= )))* *")
_MARK = re.compile(r"(\d*)(?=[-*+>.)])")
_HEADING = re.compile(r"[ >]*#")
_RULE = re.compile(r"[ >]*[-=*_][-=*_ ]*")


class Shallow(Preprocessor):
    """Keeps nesting within `MAX_PREFIX`, and parts blocks at their headings after `MAX_LINES`."""

    def run(self, lines: list[str]) -> list[str]:
        """Lines that are no deeper, and a blank one where a block is parted."""
        return list(_parted(map(_shallow, lines)))


def _shallow(line: str) -> str:
    if line[MAX_PREFIX - 1 : MAX_PREFIX].isalpha():  # what nearly every long line has there
        return line
    match = _PREFIX.match(line)
    if not match or match.end() <= MAX_PREFIX or _RULE.fullmatch(line):
        return line
    rest = line[MAX_PREFIX:].lstrip(" ")
    mark = _MARK.match(rest)
    return line[:MAX_PREFIX] + (f"{mark[1]}\\{rest[mark.end() :]}" if mark else rest)


def _parted(lines: Iterable[str]) -> Iterator[str]:
    count = 0
    for line in lines:
        count = count + 1 if line.strip() else 0
        if count > MAX_LINES and _HEADING.match(line):
            yield ""
            count = 1
        yield line
        if count > MAX_LINES and _RULE.fullmatch(line):
            yield ""
            count = 0


class FairTables(TableProcessor):
    """Tables that hold about as many cells as were written.

    Short rows are filled up to the width of the head, so that 20,000 characters could make a
    million cells.
    """

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block is a table that grows no more than that."""
        found = super().test(parent, block)
        return found and len(self.separator) * (block.count("\n") + 1) <= len(block)


class Work(Treeprocessor):
    """Spends `MAX_WORK` on a text; what would take more is left as the words it is."""

    def run(self, root: Element) -> None:
        """Keep from what stands within lines what would take more."""
        left = float(MAX_WORK)
        for element in root.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if not text or isinstance(text, AtomicString):
                    continue
                signs = text.count("[") + len(_CHEAP.findall(text)) / _CHEAPER
                if signs * len(text) > left:
                    setattr(element, part, AtomicString(_ESCAPED.sub(r"\1", text)))
                else:
                    left -= signs * len(text)
