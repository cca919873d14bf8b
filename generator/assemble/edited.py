"""Edited: an article whose texts are other ones now, joined by itself.

To join an archive is to look at all of it. Whoever corrects a sentence wants to see it before
that: what the text names and what it links to is found again, and all that others have a part in
(related articles, reprints, the neighbours in time) stays as it was when all was joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.assemble import mentions, translations, urls
from generator.assemble.links import relink
from generator.assemble.works import (
    Work,
    former_ids,
    gather,
    with_current_ids,
    with_events,
)
from generator.model import Archive, Article, Entry


def edited(
    archive: Archive,
    articles: Sequence[Article],
    *,
    finder: mentions.Finder,
    pages: Mapping[str, str],
) -> Entry | None:
    """An article as it is now; None if nothing is new, or if all has to be joined to tell.

    All is to be joined when it is no longer the same article, or one of its pages has to move.

    Args:
        archive: As it was joined.
        articles: The article's texts now, drafts too.
        finder: What it was joined with.
        pages: Canonical address of a page → id of the article that is held of it.
    """
    records = {id_: archive.entities[id_] for id_ in sorted(archive.entities)}
    works = with_events(with_current_ids(gather(articles), former_ids(records)), records)
    if len(works) != 1 or works[0].id not in archive.entries:
        return None
    work, entry = works[0], archive.entries[works[0].id]
    if not _stands(work, entry):
        return None
    texts = {lang: work.texts[lang] for lang in entry.urls}
    if texts == entry.texts:
        return None
    named = mentions.mention(work, entry.urls, finder)
    places = {id_: one.urls for id_, one in archive.entries.items()}
    return replace(
        entry,
        original=work.original,
        texts=texts,
        bodies={
            lang: relink(body, own=work.id, lang=lang, pages=pages, urls=places).body
            for lang, body in named.bodies.items()
        },
        mentions=named.mentions,
        states=translations.states(work, entry.urls),
        glosses=translations.glosses(work, entry.urls),
    )


def _stands(work: Work, entry: Entry) -> bool:
    """Whether all texts that have pages would have them where these are.

    Those of another folder that say they are this article are left out when all is joined.
    """
    now, then = work.original, entry.original
    return (now.lang, now.folder) == (then.lang, then.folder) and all(
        lang in work.texts and urls.text(work.texts[lang], date=now.date) == url
        for lang, url in entry.urls.items()
    )
