"""What two articles have in common: the records that both name and the telling words of both.

Each article is two vectors, one of records and one of words; how much two have in common is the
cosine of each pair, weighed. A record weighs the more the fewer texts name it, the oftener it is
named, and twice as much in a headline.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from generator import vietnamese
from generator.assemble.likeness import Likeness, Positions, Weights, unit
from generator.assemble.terms import HEADLINE, Term
from generator.model import Article, Entity, EntityKind, Mention

ENTITIES, TERMS = 0.4, 0.6
"""What records and what words add to a score where all are alike; `related` says how it was set."""

COMMON, COMMON_COUNT = 0.5, 10
"""A record that more than this share of all articles names, and more than so many, relates
nothing to anything: "Việt Nam" in an archive of Vietnamese diplomacy."""


class Evidence:
    """Articles with what brings them together, in an order in which those near in time are near."""

    def __init__(
        self,
        articles: Sequence[Article],
        named: Mapping[str, Sequence[Mention]],
        families: Mapping[str, str],
        *,
        records: Mapping[str, Entity],
        telling: Mapping[str, Sequence[Term]],
    ) -> None:
        """Take the articles; from here on each is known by its position.

        Args:
            articles: Originals.
            named: Article id → its mentions.
            families: Article id → what all reprints of one text share.
            records: All records by id.
            telling: Article id → its terms, the most telling first.
        """
        self._records = records
        self._called: dict[str, tuple[str, ...]] = {}
        self._rarity = _rarity(articles, named, families, records)
        vectors = [unit(self._vector(one, named[one.id])) for one in articles]
        self._entities = Likeness(vectors)
        rarest = {id_: (-rarity, id_) for id_, rarity in self._rarity.items()}
        self._naming = [tuple(sorted(vector, key=rarest.__getitem__)) for vector in vectors]
        self._telling = [telling.get(one.id, ()) for one in articles]
        self._terms = Likeness([{key: weight for key, _, weight, _ in of} for of in self._telling])
        self._keyed: tuple[int, dict[str, Term]] = -1, {}
        self._found = np.zeros(len(articles))
        self._last = np.zeros(len(articles), np.int64)

    def rough(
        self, position: int, more: Sequence[tuple[Positions, float]] = ()
    ) -> tuple[Positions, Weights]:
        """Others that have something in common with an article, and at most what `alike` gives.

        Args:
            position: The article.
            more: What else speaks for some others, and how much.
        """
        entities, named = self._entities.near(position)
        terms, said = self._terms.near(position)
        others = np.concatenate([entities, terms, *(its for its, _ in more)])
        parts = [ENTITIES * named, TERMS * said, *(np.full(len(i), w) for i, w in more)]
        np.add.at(self._found, others, np.concatenate(parts))
        # Each once, where it comes last, and the sums ready for the next article.
        places = np.arange(len(others))
        self._last[others] = places
        others = others[(self._last[others] == places) & (others != position)]
        scores = self._found[others]
        self._found[others] = 0.0
        self._found[position] = 0.0
        return others, scores

    def alike(self, one: int, others: Positions) -> Weights:
        """How much an article has in common with each of some others, from 0 to 1."""
        entities = ENTITIES * self._entities.products(one, others)
        return entities + TERMS * self._terms.products(one, others)

    def entities(self, one: int, other: int) -> list[str]:
        """Ids of the records that both name, the rarest first."""
        theirs = frozenset(self._naming[other])
        return [entity for entity in self._naming[one] if entity in theirs]

    def words(self, one: int, other: int, entities: Iterable[str]) -> Iterator[str]:
        """Words that both use and a reader understands, as the first writes them, phrases first.

        Of words that lie in each other only the longest are told.

        Args:
            one: Position of the first.
            other: Of the other.
            entities: Records whose names need not be said again.
        """
        if self._keyed[0] != one:
            self._keyed = one, {term.key: term for term in self._telling[one]}
        ours = self._keyed[1]
        shared = sorted(
            (" " not in term.key, -mine.weight * term.weight, term.key, mine.written)
            for term in self._telling[other]
            if (mine := ours.get(term.key)) and (mine.shown or term.shown)
        )
        if not shared:
            return
        said = {name.lower() for id_ in entities for name in self._names(id_)}
        shared = [one for one in shared if not any(one[2] in n or n in one[2] for n in said)]
        for _, _, key, written in shared:
            if not any(key in longer and key != longer for _, _, longer, _ in shared):
                yield written

    def _vector(self, article: Article, mentions: Iterable[Mention]) -> dict[str, float]:
        """What an article names, but for who signed it: that is not what it is about."""
        title = vietnamese.compare_key(article.title)
        signed = {article.source.outlet, article.source.agency}
        return {
            mention.entity: self._rarity[mention.entity]
            * (1 + math.log1p(mention.count))
            * (HEADLINE if any(name in title for name in self._names(mention.entity)) else 1)
            for mention in mentions
            if mention.entity in self._rarity and mention.entity not in signed
        }

    def _names(self, id_: str) -> tuple[str, ...]:
        """All that a record is called, to be compared."""
        names = self._called.get(id_)
        if names is None:
            record = self._records.get(id_)
            known = record and (
                *(record.name.vi, record.name.en),
                *record.aliases,
                *record.abbreviations,
            )
            names = tuple(vietnamese.compare_key(name) for name in known or () if name)
            self._called[id_] = names
        return names


def _rarity(
    articles: Sequence[Article],
    named: Mapping[str, Sequence[Mention]],
    families: Mapping[str, str],
    records: Mapping[str, Entity],
) -> dict[str, float]:
    """How rare each record is among all texts, reprints counted once.

    Common ones are left out, and outlets: their names say who wrote, not what of.
    """
    naming: dict[str, set[str]] = {}
    for article in articles:
        for mention in named[article.id]:
            naming.setdefault(mention.entity, set()).add(families[article.id])
    texts = len({families[article.id] for article in articles})
    most = max(COMMON_COUNT, texts * COMMON)
    return {
        entity: math.log1p(texts / len(among))
        for entity, among in naming.items()
        if len(among) <= most and records[entity].kind is not EntityKind.OUTLET
    }
