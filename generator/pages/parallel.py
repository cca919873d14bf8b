"""An article and its translation side by side, paragraph by paragraph.

Shows their words, without links and type: these are on the article's own pages. Search engines
are asked to leave it out, since both texts have pages of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import LANGS, Article, Entry, Page
from generator.pages import addresses, aligning, prose, translations
from generator.pages.later import Later
from generator.pages.view import Item, View, head

_HEADING = re.compile(r"(#{1,6})\s")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+", re.MULTILINE)
_RULE = re.compile(r"[ \t|:-]+")
_SUBHEADING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A block of a body: what it is, and its words line by line."""

    kind: str
    lines: tuple[str, ...]


def pages(view: View) -> Iterator[Later]:
    """The articles that can be read side by side, in the view's interface."""
    for entry in view.archive.entries.values():
        if view.lang in entry.parallel:
            path = addresses.file(entry.parallel[view.lang])
            yield Later(path=path, view=view, make=_page, given=(entry.id,))


def _page(view: View, id_: str) -> Page:
    """One article with both its texts."""
    entry = view.archive.entries[id_]
    edition, own = view.edition, entry.texts[view.lang]
    original = entry.original
    other = next(entry.texts[lang] for lang in LANGS if lang != original.lang)
    sides = (_pieces(original), _pieces(other))
    alignment = aligning.align(*([_measure(piece) for piece in side] for side in sides))
    rows = [_row(edition.lang, row, sides, (original.lang, other.lang)) for row in alignment.rows]
    doubts = any(row.doubtful for row in alignment.rows)
    made = other.translation
    return Page(
        path=addresses.file(entry.parallel[view.lang]),
        meta={
            **head(
                view,
                template="parallel.html",
                title=edition.say("parallel.of", title=own.title),
                places=entry.parallel,
                menu="years",
                original=original.lang,
            ),
            "unlisted": True,
            "parallel": {
                "name": edition.say("parallel.title"),
                "texts": [
                    {
                        "title": text.title,
                        "lang": text.lang,
                        "url": addresses.link(entry.urls[text.lang]),
                        "role": edition.say(f"parallel.{role}"),
                        "language": edition.say(f"language.{text.lang}"),
                    }
                    for role, text in (("original", original), ("translation", other))
                ],
                "how": translations.how(view, made) if made else "",
                "stale": edition.say("translation.stale")
                if entry.states.get(other.lang) == "stale"
                else "",
                "order": edition.say(
                    "parallel.by_order" if alignment.in_order else "parallel.by_length"
                ),
                "doubt": edition.say("parallel.doubts") if doubts else "",
                "rows": rows,
            },
        },
    )


def link(view: View, entry: Entry) -> str:
    """Where the article is read side by side, as templates take it; empty if nowhere."""
    url = entry.parallel.get(view.lang, "")
    return addresses.link(url) if url else ""


def _row(
    lang: str,
    row: aligning.Row,
    sides: tuple[Sequence[_Piece], Sequence[_Piece]],
    langs: tuple[str, str],
) -> Item:
    cells = [
        {
            "lang": of if of != lang else "",
            "pieces": [
                {"kind": piece.kind, "lines": list(piece.lines)} for piece in side[slice(*part)]
            ],
        }
        for side, part, of in zip(sides, (row.left, row.right), langs, strict=True)
    ]
    return {"cells": cells, "doubtful": row.doubtful}


def _measure(piece: _Piece) -> aligning.Block:
    return aligning.Block(
        length=max(1, sum(map(len, piece.lines))), heading=piece.kind in {"h2", "h3"}
    )


def _pieces(text: Article) -> list[_Piece]:
    """The body's blocks in order; pictures are left out."""
    found = (_piece(block) for block in prose.blocks(text.body))
    return [piece for piece in found if piece.lines]


def _piece(block: str) -> _Piece:
    """What a block is, and its words."""
    if heading := _HEADING.match(block):
        kind = "h2" if len(heading[1]) < _SUBHEADING else "h3"
        return _Piece(kind=kind, lines=_words([block]))
    if block.startswith(">"):
        quoted = "\n".join(line.removeprefix(">").strip() for line in block.split("\n"))
        return _Piece(kind="quote", lines=_words([quoted]))
    if _ITEM.match(block):
        return _Piece(kind="list", lines=_words(_ITEM.split(block)))
    if block.startswith("|"):
        rows = [line.strip().strip("|") for line in block.split("\n")]
        cells = [
            " · ".join(map(str.strip, row.split("|"))) for row in rows if not _RULE.fullmatch(row)
        ]
        return _Piece(kind="list", lines=_words(cells))
    return _Piece(kind="p", lines=_words([block]))


def _words(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(words for text in texts if (words := prose.plain(text)))
