"""Archives joined as much as search needs: names found, and nothing related to anything.

Joining 100,000 articles takes hours and more memory than the index; what search costs does not
depend on it.
"""

from __future__ import annotations

from collections import Counter

import ahocorasick_rs

from generator.model import Archive, Article, Contents, Entity, Entry, Mention


def archive(contents: Contents) -> Archive:
    """An archive of generated contents, the newest article first."""
    by_name = {record.name.vi: record.id for record in contents.entities}
    names = list(by_name)
    automaton = ahocorasick_rs.AhoCorasick(
        names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    texts: dict[str, dict[str, Article]] = {}
    for article in contents.articles:
        texts.setdefault(article.id, {})[article.lang] = article
    made: dict[str, Entry] = {}
    for id_, of in texts.items():
        original = next(text for text in of.values() if text.translation is None)
        found = automaton.find_matches_as_indexes(f"{original.title}\n{original.body}")
        counts = Counter(by_name[names[which]] for which, _, _ in found)
        mentions = tuple(Mention(entity=one, count=many) for one, many in counts.most_common())
        made[id_] = Entry(
            id=id_,
            original=original,
            texts=of,
            urls={lang: _url(text) for lang, text in of.items()},
            bodies={},
            mentions=mentions,
        )
    newest_first = sorted(made.values(), key=lambda one: (str(one.original.date), one.id))[::-1]
    entities: dict[str, Entity] = {record.id: record for record in contents.entities}
    return Archive(
        entries={entry.id: entry for entry in newest_first},
        removed={},
        entities=entities,
        listed={},
        coverage={},
        published={},
        urls={},
        redirects={},
        permalinks=(),
        editorials={},
    )


def _url(text: Article) -> str:
    edition = "" if text.lang == "vi" else f"/{text.lang}"
    day = str(text.date).replace("-", "/") if text.date else "undated"
    return f"{edition}/{day}/{text.slug}/"
