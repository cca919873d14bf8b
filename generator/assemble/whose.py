"""Whose a name is that several records share: asked of the article, never guessed.

The questions, in order; the first after which one record is left is the answer:

1. Whom do the editor's lists of the article name?
2. Who is named in full on the page, in any of its languages?
3. Who held the post that stands before the name, on the article's date? Where nobody did for
   certain: who may have held it?
4. For organisations, places and all else: whose parent, or which parent's child, is on the page?

A part of a name ("Thứ trưởng Hằng") with nobody of that name on the page is a person's only if
one record alone can have held just that post on that day, and certainly did. That is evidence and
no guess: news leaves a name out for readers who know who the deputy minister is, and the name,
the post and the day together fit that record and no other. Nobody else fits, nobody is named:
then it is somebody who is not on record, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from generator.assemble import countries, tenure, titles
from generator.assemble.choice import Found
from generator.model import Bilingual, Date, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an article says that helps to tell whose a name is.

    Attributes:
        said: Ids that the editor's lists name.
        standing: Ids of records that it names by a name that only they have.
        day: When it was published; None if unknown.
        lang: The language of the text that the name stands in.
    """

    said: Collection[str]
    standing: Collection[str]
    day: Date | None
    lang: str


def settle(
    name: Found, written: str, page: Page, records: Mapping[str, Entity]
) -> tuple[str, tuple[str, ...]]:
    """Say whose a name is.

    Args:
        name: What was found.
        written: The words that stand there.
        page: What the article says.
        records: All records by id.

    Returns:
        The id of the record, or nothing; and those among whom nobody can choose, if there are
        several.
    """
    post = name.post or titles.leading(written)
    left = name.owners
    if name.post and written in countries.names() and post not in titles.HONORIFICS:
        # "Thủ tướng Anh" is Britain's, unless an Anh on the page held that post.
        held = _holders(left, post, page, records, certain=False)
        left = tuple(id_ for id_ in held if id_ in page.standing)
        return (left[0], ()) if len(left) == 1 else ("", ())
    if name.post and not any(id_ in page.said or id_ in page.standing for id_ in left):
        return ("", ()) if name.rivals else _in_office(left, post, page, records)
    if len(left) == 1 and not name.rivals:
        return left[0], ()
    questions: tuple[Callable[[Collection[str]], list[str]], ...] = (
        lambda ids: [id_ for id_ in ids if id_ in page.said],
        lambda ids: [id_ for id_ in ids if id_ in page.standing],
        lambda ids: _holders(ids, post, page, records, certain=True),
        lambda ids: _holders(ids, post, page, records, certain=False),
        lambda ids: _near(ids, page, records),
    )
    for question in questions:
        better = question(left)
        left = tuple(better) or left
        if len(better) == 1 and (not name.rivals or better[0] in page.said):
            return better[0], ()
    return "", left


def _in_office(
    ids: Collection[str], post: str, page: Page, records: Mapping[str, Entity]
) -> tuple[str, tuple[str, ...]]:
    """Who is meant by a post and a part of a name, with nobody of that name on the page."""
    may = _holders(ids, post, page, records, certain=False, wide=False)
    if len(may) == 1 and _holders(may, post, page, records, certain=True, wide=False):
        return may[0], ()
    return "", tuple(may) if len(may) > 1 else ()


def _holders(
    ids: Collection[str],
    post: str,
    page: Page,
    records: Mapping[str, Entity],
    *,
    certain: bool,
    wide: bool = True,
) -> list[str]:
    """Those who held a post on the day, or may have."""
    if not post or post in titles.HONORIFICS:
        return []
    posts = tenure.held if certain else tenure.possible
    return [
        id_
        for id_ in ids
        if any(
            post in titles.ranks(_in(role.title, page.lang), page.lang, wide=wide)
            for role in posts(records[id_], page.day)
        )
    ]


def _in(title: Bilingual, lang: str) -> str:
    """A title in a language and no other: its words are compared with the text's."""
    return title.en if lang == "en" else title.vi


def _near(ids: Collection[str], page: Page, records: Mapping[str, Entity]) -> list[str]:
    """Those that belong to something that the page names, or that something there belongs to."""
    parents = {records[id_].parent for id_ in page.standing if id_ in records}
    return [
        id_
        for id_ in ids
        if id_ in parents or (records[id_].parent and records[id_].parent in page.standing)
    ]
