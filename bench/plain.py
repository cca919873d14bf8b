"""Archives joined as much as search needs: names found, and nothing related to anything.

Joining 100,000 articles takes hours and more memory than the index; what search costs does not
depend on it. The entries stand on a disk, for the same reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import ahocorasick_rs

from bench import archives
from bench.shelf import Shelf, Shelved
from generator.model import Archive, Article, Entity, Entry, Mention

Entries = Shelved[Entry]


def generate(articles: int, records: int, folder: Path) -> tuple[Archive, Entries, Shelf[Article]]:
    """A generated archive, the newest article first.

    Args:
        articles: How many articles.
        records: How many records.
        folder: Gets the files.

    Returns:
        The archive, its entries, and all articles in their own language.
    """
    kept = Shelf[Article](folder / "articles")
    entities, texts = archives.stream(articles, records, kept)
    shelf = Shelf[Entry](folder / "entries")
    dates: list[tuple[str, str]] = []
    for entry in _entries(entities, texts):
        shelf.append(entry)
        dates.append((str(entry.original.date), entry.id))
    newest_first = sorted(range(len(dates)), key=dates.__getitem__, reverse=True)
    entries = Entries(shelf, {dates[place][1]: place for place in newest_first})
    made = Archive(entries=entries, entities={record.id: record for record in entities})
    return made, entries, kept


def _entries(entities: Sequence[Entity], texts: Iterable[tuple[Article, ...]]) -> Iterator[Entry]:
    by_name = {record.name.vi: record.id for record in entities}
    names = list(by_name)
    automaton = ahocorasick_rs.AhoCorasick(
        names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    for original, *others in texts:
        found = automaton.find_matches_as_indexes(f"{original.title}\n{original.body}")
        counts = Counter(by_name[names[which]] for which, _, _ in found)
        mentions = tuple(Mention(entity=one, count=many) for one, many in counts.most_common())
        of = {text.lang: text for text in (original, *others)}
        yield Entry(
            id=original.id,
            original=original,
            texts=of,
            urls={lang: _url(text) for lang, text in of.items()},
            bodies={},
            mentions=mentions,
        )


def _url(text: Article) -> str:
    edition = "" if text.lang == "vi" else f"/{text.lang}"
    day = str(text.date).replace("-", "/") if text.date else "undated"
    return f"{edition}/{day}/{text.slug}/"
