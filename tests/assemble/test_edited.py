"""An article that was edited, joined by itself, is what it would be if all were joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import assemble, content
from generator.assemble import links, mentions
from generator.assemble.edited import edited
from generator.assemble.mentions import Finder
from generator.assemble.works import Work, gather
from generator.model import Archive, Article, Contents, Date, Entry, Status

ROOT = Path(__file__).parents[2]

SHARED = {"related", "reprints", "head", "older", "newer"}
"""What others have a part in."""


class Joined:
    """The project's own content, joined, and what it was joined with."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.archive = self.join(contents)
        self.pages = links.held(entry.original for entry in self.archive.entries.values())

    def join(self, contents: Contents) -> Archive:
        def mention(work: Work, langs: Iterable[str], finder: Finder) -> mentions.Named:
            self.finder = finder
            return mentions.mention(work, langs, finder)

        archive, _ = assemble.archive(contents, mention=mention)
        return archive

    def again(self, *articles: Article) -> Entry | None:
        return edited(self.archive, articles, finder=self.finder, pages=self.pages)


@pytest.fixture(scope="module")
def joined() -> Joined:
    return Joined(content.read(ROOT / "content"))


def changed(article: Article, people: list[str]) -> Article:
    """The same with a sentence less, and one more that names and links to others."""
    body = article.body.partition("\n\n")[2] + f"\n\nSửa: {', '.join(people)}."
    return replace(article, title=f"{article.title}, sửa", slug=article.slug or "x", body=body)


def test_an_edited_article_says_what_it_would_if_all_were_joined(joined: Joined) -> None:
    people = [record.name.vi for record in joined.contents.entities[::7]]
    # Addresses are made of titles where no slug is given, and those that move are another matter.
    articles = tuple(
        changed(article, people) if article.slug else replace(article, body=f"{article.body}\n")
        for article in joined.contents.articles
    )
    before = joined.archive
    whole = joined.join(replace(joined.contents, articles=articles))
    told = 0
    for work in gather(articles):
        found = joined.again(*work.files)
        if work.id in before.entries and found:
            told += 1
            there = whole.entries[work.id]
            old = before.entries[work.id]
            kept = {name: getattr(old, name) for name in SHARED}
            assert replace(there, **kept) == found
    assert len(before.entries) == told


def test_nothing_new_is_nothing_to_show(joined: Joined) -> None:
    for work in gather(joined.contents.articles):
        assert joined.again(*work.files) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: replace(text, slug="noi-khac", body="Khác."),
        lambda text: replace(text, date=Date(year=1999), body="Khác."),
        lambda text: replace(text, status=Status.DRAFT, body="Khác."),
        lambda text: replace(text, status=Status.REMOVED, body="Khác."),
        lambda text: replace(text, id="bai-khac", body="Khác."),
        # The file of one article, copied over that of another.
        lambda text: replace(text, path="articles/2001/khac/vi.md", body="Khác."),
    ],
)
def test_an_article_that_moves_or_goes_has_to_be_joined_with_all(
    joined: Joined, change: Callable[[Article], Article]
) -> None:
    entry = next(iter(joined.archive.entries.values()))

    assert joined.again(change(entry.original)) is None
    assert joined.again() is None
