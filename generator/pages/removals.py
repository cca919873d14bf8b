"""The lines that cleaning took out of an article, each where it stood, and how to put one back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.assemble import showing, urls
from generator.content import digest
from generator.extract import language
from generator.model import Article, Page, Removal
from generator.pages import addresses, article, prose
from generator.pages.edition import Edition
from generator.pages.later import Later
from generator.pages.view import Item, View, head

PARAGRAPH_LENGTH = 160
"""Most that is shown of a paragraph that stayed, in characters: enough to know the place by."""


def pages(views: Mapping[str, View]) -> Iterator[Later]:
    """The lists of all articles, in the languages that each article is there in.

    Args:
        views: Language → its edition.
    """
    first = next(iter(views.values()))
    for entry in first.archive.entries.values():
        if showing.lists_removals(entry.original, first.archive.entities):
            for lang in entry.urls:
                path = addresses.file(urls.removals(entry.id, lang))
                yield Later(path=path, view=views[lang], make=_page, given=(entry.id,))


def _page(view: View, id_: str) -> Page:
    """One list in the view's language."""
    entry = view.archive.entries[id_]
    edition, original = view.edition, entry.original
    lines = view.beside.removals(original.folder)
    places = {lang: urls.removals(entry.id, lang) for lang in entry.urls}
    title = edition.say("removals.title")
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="removals.html",
                title=title,
                places=places,
                menu="years",
                original=original.lang,
                nearest=article.nearest(view, original.date),
            ),
            "unlisted": True,
            "removals": {
                "heading": title,
                "article": {**view.items[entry.id], "url": addresses.link(entry.urls[view.lang])},
                "said": _said(edition, original, lines),
                "lang": original.lang,
                "command": f"archive restore {entry.id} --line ",
                "example": min((line.n for line in lines), default=0),
                "pieces": list(_pieces(edition, original, lines)),
            },
        },
    )


def _said(edition: Edition, original: Article, lines: Sequence[Removal]) -> list[str]:
    """How many lines were taken out, how many are back, and whether the places are still sure."""
    done = original.cleaning
    if done is None:
        return []
    said = [edition.count("removals.count", done.removed)]
    if not lines:
        said.append(edition.say("removals.none"))
    elif len(lines) < done.removed:
        said.append(edition.count("removals.back", done.removed - len(lines)))
    if lines and done.body and done.body != digest(original.body):
        said.append(edition.say("removals.edited"))
    return said


def _pieces(edition: Edition, original: Article, lines: Sequence[Removal]) -> Iterator[Item]:
    """Paragraphs that stayed and lines that went, in the order of the capture."""
    paragraphs = prose.blocks(original.body)
    gone: defaultdict[int, list[Removal]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.after, line.n)):
        gone[min(line.after, len(paragraphs))].append(line)
    for number in range(len(paragraphs) + 1):
        if number:
            text = prose.plain(paragraphs[number - 1])
            yield {"kept": prose.shorten(text, PARAGRAPH_LENGTH)}
        yield from (_line(edition, line, original.lang) for line in gone[number])


def _line(edition: Edition, line: Removal, lang: str) -> Item:
    """A line with its own language, where it tells one: a page's furniture may be in any."""
    return {
        "lang": language.of_block(line.text) or lang,
        "n": line.n,
        "number": edition.say("removals.line", n=line.n),
        "text": line.text,
        "role": edition.say(f"role.{line.role}"),
        "why": why(edition, line.rule),
        "rule": line.rule,
    }


def why(edition: Edition, rule: str) -> str:
    """A rule in words: its own, those of its family (`credit` for `credit-last`), or its name.

    Args:
        edition: The language.
        rule: As in `removed.yml`; that of an outlet's profile begins with the profile's name.
    """
    profile, _, name = rule.rpartition("/")
    if profile:
        return edition.say("rule.profile", profile=profile)
    parts = name.split("-")
    families = (f"rule.{'-'.join(parts[:n])}" for n in range(len(parts), 0, -1))
    known = next((key for key in families if key in edition.words), "rule.other")
    return edition.say(known)
