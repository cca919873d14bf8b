"""Assemble: the one place that sees the whole archive, and joins it.

Before it every article is alone, and after it every page is. Nothing here reads a disk or a
clock, and the order of what comes in does not change what goes out.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.assemble import (
    holdings,
    links,
    mentions,
    names,
    order,
    paging,
    permalinks,
    readable,
    redirects,
    reprints,
    short_names,
    signatures,
    terms,
    tokens,
    translations,
)
from generator.assemble.families import families
from generator.assemble.related import relate
from generator.assemble.works import (
    Work,
    former_ids,
    gather,
    records,
    with_current_ids,
    with_current_references,
    with_events,
)
from generator.errors import in_order
from generator.model import Archive, Article, Contents, Entity, Entry, Finding, Source

__all__ = ["Mention", "archive", "gather"]

Mention = Callable[[Work, Iterable[str], mentions.Finder], mentions.Named]
"""Finds what an article names, in the languages that are shown."""


def archive(
    contents: Contents, *, mention: Mention = mentions.mention
) -> tuple[Archive, tuple[Finding, ...]]:
    """Join all that `content/` holds.

    Drafts and translations without text are in nothing of it. Of a removed article only what its
    tombstone says is left. Costs n·log n in the number of texts.

    Args:
        contents: What was read.
        mention: Finds what an article names, as `mentions.mention` does; one that remembers need
            not look again.

    Returns:
        The archive, and what is wrong between its parts, in order of file and code.
    """
    by_id = records(contents.entities)
    former_of = former_ids(by_id)
    by_id = with_current_references(by_id, former_of)
    works = with_current_ids(gather(contents.articles), former_of)
    works = with_events(works, by_id)
    registered, shown_as = contents.permalinks, contents.shown
    placed = permalinks.place(works, by_id, contents.editorials, registered, shown=shown_as)
    shown = order.newest_first(work for work in works if work.id in placed.articles)
    finder = _finder(by_id, placed, shown_as)
    named = {work.id: mention(work, placed.articles[work.id], finder) for work in shown}
    ids = [work.id for work in order.oldest_first(shown)]
    joined = families(
        works,
        ids,
        texts=reprints.texts((work, named[work.id].plains) for work in shown),
        records=by_id,
        shown=shown_as,
    )
    bodies = {id_: one.bodies for id_, one in named.items()}
    relinked, linked = links.relink_all(shown, bodies, placed.articles)
    related = relate(
        shown,
        {id_: named[id_].mentions for id_ in named},
        joined.family,
        records=by_id,
        telling=_telling(shown, named, joined.family),
        links=linked,
    )
    older, newer = _neighbours(shown)
    entries = {
        work.id: Entry(
            id=work.id,
            original=work.original,
            texts={lang: work.texts[lang] for lang in placed.articles[work.id]},
            urls=placed.articles[work.id],
            bodies=relinked[work.id],
            mentions=named[work.id].mentions,
            related=related[work.id],
            reprints=joined.reprints[work.id],
            head=joined.family[work.id],
            older=older.get(work.id, ""),
            newer=newer.get(work.id, ""),
            states=translations.states(work, placed.articles[work.id]),
            glosses=translations.glosses(work, placed.articles[work.id]),
            parallel=placed.parallel.get(work.id, {}),
        )
        for work in shown
    }
    listed, published = holdings.listed(entries, by_id), holdings.published(entries, by_id)
    dates = [entry.original.date for entry in entries.values()]
    blocks = paging.permalinks(by_id.values(), dates, listed=listed, published=published)
    placed = permalinks.with_blocks(placed, blocks)
    former, alias_findings = redirects.redirect(works, by_id, placed, registered, shown=shown_as)
    return Archive(
        entries=entries,
        removed={work.id: _tombstone(work.original) for work in works if work.removed},
        entities={entity.id: entity for entity in order.by_kind(by_id.values())},
        listed=listed,
        coverage=holdings.coverage(entries, by_id),
        published=published,
        urls=placed.entities,
        redirects=former,
        permalinks=tuple(placed.live.values()),
        editorials=placed.editorials,
    ), in_order(
        (
            *placed.findings,
            *alias_findings,
            *joined.findings,
            *(found for name in named.values() for found in name.findings),
        )
    )


def _finder(
    by_id: Mapping[str, Entity], placed: permalinks.Placed, shown_as: Callable[[str], str]
) -> mentions.Finder:
    """What is the same for all articles when names are looked for."""
    return mentions.Finder(
        names=names.Names(by_id),
        short=short_names.ShortNames(by_id),
        signers=signatures.signers(by_id),
        records=by_id,
        places=placed.entities,
        shown=shown_as,
    )


def _telling(
    shown: Iterable[Work], named: Mapping[str, mentions.Named], families: Mapping[str, str]
) -> dict[str, tuple[terms.Term, ...]]:
    """Article id → the telling words of its original."""
    texts = {}
    for work in shown:
        lang = work.original.lang
        plain = named[work.id].plains.get(lang, "")
        title = readable.read_line(work.original.title)
        texts[work.id] = tokens.Text(title=title, plain=plain, lang=lang, family=families[work.id])
    return terms.telling(texts)


def _neighbours(shown: Sequence[Work]) -> tuple[dict[str, str], dict[str, str]]:
    """Which article is next in time, backward and forward; undated ones stand outside time."""
    ids = [work.id for work in shown if work.original.date]
    return dict(itertools.pairwise(ids)), dict(itertools.pairwise(ids[::-1]))


def _tombstone(original: Article) -> Article:
    """What may still be said of a removed article: that it was there, and why it is not."""
    return Article(
        id=original.id,
        lang=original.lang,
        title="",
        date=original.date,
        date_basis=original.date_basis,
        source=Source(outlet=original.source.outlet, outlet_basis=original.source.outlet_basis),
        status=original.status,
        status_note=original.status_note,
        status_date=original.status_date,
        path=original.path,
    )
