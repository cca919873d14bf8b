"""A Python-Markdown extension that makes nothing of a text but text, links and pictures of ours.

Listed in `mkdocs.yml` as `generator.safe_markdown`, so that every engine renders bodies alike:

- raw HTML (elements, comments, processing instructions, CDATA) is shown as the text it is;
- links lead to `http`, `https`, `mailto`, `tel`, or within the site; others become their text;
- pictures come from the site itself; one from elsewhere becomes a link to it, since showing it
  would tell another host who reads here;
- pictures are loaded when they come into sight, and have the size that their address says after a
  `#` (`a.jpg#800x600`), so that nothing shifts when they are there;
- a picture with a title that is a paragraph of its own is a figure, the title its caption, in the
  language that its address says (`a.jpg#800x600;vi`); of one from elsewhere the caption stays;
- links to other hosts carry `rel="noopener noreferrer"`;
- a numbered list begins with its first number;
- attribute lists (`{: onclick=…}`) are text, and so are those after a code fence;
- elements and attributes that Markdown does not need are not let through, whoever made them;
- no text takes more work than its length warrants: what is nested too deep, or has so many
  brackets that Python-Markdown would be busy with them for hours, is words.

It keeps no state: one instance renders any number of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor

from generator.safe_markdown.addresses import LINK_SCHEMES, may_link, scheme
from generator.safe_markdown.effort import FairTables, Shallow, Work
from generator.safe_markdown.tree import ATTRIBUTES, ELEMENTS, SafeTree

__all__ = [
    "ATTRIBUTES",
    "ELEMENTS",
    "LINK_SCHEMES",
    "SafeMarkdownExtension",
    "makeExtension",
    "may_link",
    "scheme",
]

_LANGUAGE = re.compile(r"[\w#.+-]{1,40}")


class _PlainFences(FencedBlockPreprocessor):
    """Fenced code whose braces give a language and nothing else."""

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str | None]]
    ) -> tuple[str, list[str], dict[str, object]]:
        """Keep the first class, which names the language, and drop the rest."""
        classes = [value for key, value in attrs if key == "." and value]
        return "", [name for name in classes[:1] if _LANGUAGE.fullmatch(name)], {}


class SafeMarkdownExtension(Extension):
    """Puts the rules of this module into a `Markdown` instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        """Register the tree's last look, and ask to be told of resets."""
        self._md = md
        md.registerExtension(self)
        # After `unescape` (0), when the text of addresses is final.
        md.treeprocessors.register(SafeTree(md), "safe_tree", -10)
        # Before `inline` (20).
        md.treeprocessors.register(Work(md), "safe_work", 25)
        # After `fenced_code_block` (25) has taken code out.
        md.preprocessors.register(Shallow(md), "safe_nesting", 15)

    def reset(self) -> None:
        """Take out what makes HTML of text.

        Here and not above, since Python-Markdown resets once when all extensions are in, in
        whatever order they were listed; doing it again changes nothing.
        """
        md = self._md
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.treeprocessors.deregister("attr_list", strict=False)
        if "olist" in md.parser.blockprocessors:  # a list that begins with `3.` shows a 3
            md.parser.blockprocessors["olist"].LAZY_OL = False  # type: ignore[attr-defined]  # of lists only
        if "table" in md.parser.blockprocessors:
            tables = md.parser.blockprocessors["table"]
            if isinstance(tables, TableProcessor) and not isinstance(tables, FairTables):
                fair = FairTables(md.parser, tables.config)  # type: ignore[attr-defined]  # not in its stubs
                md.parser.blockprocessors.register(fair, "table", 75)
        if "fenced_code_block" in md.preprocessors:
            fences = md.preprocessors["fenced_code_block"]
            if isinstance(fences, FencedBlockPreprocessor) and not isinstance(fences, _PlainFences):
                plain = _PlainFences(md, fences.config)  # type: ignore[attr-defined]  # not in its stubs
                md.preprocessors.register(plain, "fenced_code_block", 25)


def makeExtension(**config: object) -> SafeMarkdownExtension:  # noqa: N802  # the name is Python-Markdown's
    """Make the extension, as Python-Markdown asks a module to."""
    return SafeMarkdownExtension(**config)
