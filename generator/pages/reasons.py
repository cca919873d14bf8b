"""Why two articles stand side by side, in the reader's language.

Of all that speaks for a neighbour a reader is told the one or two strongest things, and how far
apart the two are in time where that is not far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel.lists import format_list

from generator.model import Bilingual, Entry, Reason
from generator.pages.view import Item, View, shown

STRONGEST = 2
"""Kinds of reasons told, and words quoted where no record is shared."""

ENOUGH = 3
"""From so many shared records on, words that both use are not told besides."""

LONG = 4
"""Words of a phrase that says enough to be quoted beside names; fewer do with a number."""

NEAR = 31
"""Days up to which two articles are near in time."""

_HERE = "\x00"


def parts(view: View, entry: Entry, reason: Reason) -> list[list[Item]]:
    """The reason as phrases, each of pieces in one language; empty if there is nothing to tell.

    Words of a text are quoted as written, in its own language, and only where all of the text may
    be shown.

    Args:
        view: The edition.
        entry: The article that the reader is at.
        reason: What speaks for its neighbour.
    """
    told = list(_kinds(view, entry, reason))[:STRONGEST]
    if told and reason.days is not None and reason.days <= NEAR:
        days, edition = reason.days, view.edition
        near = edition.count("reason.days", days) if days else edition.say("reason.days.none")
        told.append([{"name": near}])
    return told


def _kinds(view: View, entry: Entry, reason: Reason) -> Iterator[list[Item]]:
    """What may be told, the strongest first."""
    if reason.editor:
        yield [{"name": view.edition.say("reason.editor")}]
    if reason.event:
        names = _records(view, [reason.event])
        yield _phrase(view, "reason.event" if names else "reason.event.bare", names)
    if reason.linked:
        yield [{"name": view.edition.say("reason.linked")}]
    if reason.event:
        return
    entities = _records(view, reason.entities)
    if entities:
        yield _phrase(view, "reason.entities", entities)
    full = shown(view.archive, entry.original) == "full"
    words = reason.terms[:STRONGEST]
    if entities:  # beside names, "work" and "relations" only fill the line
        words = tuple(term for term in words if _is_exact(term))[:1]
    if words and full and len(entities) < ENOUGH:
        lang = entry.original.lang
        terms: list[Item] = [{"name": term, "lang": lang} for term in words]
        yield _phrase(view, "reason.terms", terms, mark=view.edition.say("quote", text=_HERE))


def _is_exact(term: str) -> bool:
    """Whether a phrase says by itself what a text is about: it is long, or has a number."""
    return len(term.split()) >= LONG or any(character.isdigit() for character in term)


def _records(view: View, ids: Sequence[str]) -> list[Item]:
    """The names of records, each in the language that it has one in."""
    found: list[Bilingual] = [
        view.archive.entities[id_].name for id_ in ids if id_ in view.archive.entities
    ]
    return [view.text(name) for name in found]


def _phrase(view: View, key: str, items: Sequence[Item], mark: str = _HERE) -> list[Item]:
    """A text of the interface with things in it, in pieces: its own words have no language."""
    row = format_list([mark] * len(items), locale=view.lang)
    between = view.edition.say(key, names=row).split(_HERE)
    pieces: list[Item] = [{"name": between[0]}]
    for item, after in zip(items, between[1:], strict=True):
        pieces += [item, {"name": after}]
    return [piece for piece in pieces if piece["name"]]
