"""How many pages one edit touches: those whose content it really changes, and no others."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Callable, Mapping

from bench import archives
from generator import assemble, pages
from generator.model import Archive, Article, Contents
from tests.pages.made import SETTINGS

ARTICLES, RECORDS = 120, 100


@functools.cache
def contents() -> Contents:
    """A generated archive with the register of its own URLs, as after the first build."""
    made = archives.generate(ARTICLES, RECORDS)
    return dataclasses.replace(made, permalinks=assemble.archive(made)[0].permalinks)


def staged(given: Contents) -> tuple[Archive, dict[str, str]]:
    """The archive, and path → all that its page says, as text."""
    archive, _ = assemble.archive(given)
    views = pages.open_views(archive, words=SETTINGS.words, names=SETTINGS.site_name)
    return archive, {
        page.path: json.dumps([page.meta, page.body, sorted(page.assets)], ensure_ascii=False)
        for page in pages.make(views)
    }


@functools.cache
def before() -> tuple[Archive, Mapping[str, str]]:
    return staged(contents())


def after(id_: str, change: Callable[[Article], Article]) -> Mapping[str, str]:
    """The pages once the Vietnamese text of one article is changed."""
    changed = tuple(
        change(article) if article.id == id_ and article.lang == "vi" else article
        for article in contents().articles
    )
    return staged(dataclasses.replace(contents(), articles=changed))[1]


def touched(now: Mapping[str, str]) -> set[str]:
    """Paths of pages that are new, gone or not what they were."""
    was = before()[1]
    return {path for path in was.keys() | now.keys() if was.get(path) != now.get(path)}


def own(id_: str) -> set[str]:
    """Paths of an article's own pages."""
    return {f"{url.strip('/')}/index.md" for url in before()[0].entries[id_].urls.values()}


def chosen(*, translated: bool) -> str:
    """An article in the middle of the archive, in one language or two, that reprints nothing."""
    entries = [
        entry
        for entry in before()[0].entries.values()
        if (len(entry.urls) == 2) is translated and not entry.reprints and not entry.original.event
    ]
    return entries[len(entries) // 2].id


def mistype(article: Article) -> Article:
    """Another letter in a word in the middle of the last sentence, which names nobody."""
    words = article.body.split(" ")
    place = next(n for n in range(len(words) - 3, 0, -1) if words[n].islower())
    words[place] += "x"
    return dataclasses.replace(article, body=" ".join(words))


def test_nothing_changed_touches_nothing() -> None:
    again = after(chosen(translated=False), lambda article: article)

    assert set() == touched(again)
    assert len(again) >= 2 * ARTICLES


def test_a_letter_in_a_text_touches_the_page_of_that_text_alone() -> None:
    id_ = chosen(translated=False)

    assert own(id_) == touched(after(id_, mistype))


def test_a_letter_in_an_original_makes_its_translation_stale_and_touches_nothing_else() -> None:
    id_ = chosen(translated=True)
    beside = {f"{url[1:]}index.md" for url in before()[0].entries[id_].parallel.values()}

    assert 2 == len(beside)
    assert own(id_) | beside | {"en/translations/index.md"} == touched(after(id_, mistype))


def test_a_new_headline_touches_exactly_the_pages_that_show_it() -> None:
    id_ = chosen(translated=False)
    title = before()[0].entries[id_].original.title
    showing = {path for path, text in before()[1].items() if title in text}
    now = after(id_, lambda article: dataclasses.replace(article, title=f"{title} nhé"))

    assert own(id_) <= showing
    assert showing == touched(now)
    assert showing == {path for path, text in now.items() if f"{title} nhé" in text}
    assert len(showing) < len(now) / 4
