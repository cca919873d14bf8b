"""Whose wire copy a text is: the agency that an article credits, and the outlets that are its own.

"TTXVN" under a newspaper's story and VietnamPlus, whose record belongs to that agency, are one
source; so of several copies of a story the one on VietnamPlus is the agency's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from generator.model import Article, Entity, EntityKind
from generator.vietnamese import compare_key

_AGENCIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET})
_SEVERAL = re.compile(r"[/,;+]")  # TTXVN/Vietnam+


class Credits:
    """The records that agencies and outlets have.

    Args:
        records: All records by id.
    """

    def __init__(self, records: Mapping[str, Entity]) -> None:
        self._records = records
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for record in records.values():
            if record.kind in _AGENCIES:
                names = (record.name.vi, record.name.en, *record.aliases, *record.abbreviations)
                for name in filter(None, (record.id, *names)):
                    self._named[_key(name)].add(record.id)

    def owned(self, article: Article, other: Article) -> bool:
        """Whether an article stands on an outlet of the agency that another one credits."""
        return not self._owners(article).isdisjoint(self._credited(other))

    def certain(self, agency: str) -> tuple[str, ...]:
        """The records that a printed credit certainly means, in order of id.

        Args:
            agency: As printed; `TTXVN/Vietnam+` means two records. What two records share, or
                none has, means none.
        """
        whole = self._named.get(_key(agency), set())
        parts = [whole] if whole else [self._named.get(_key(p), set()) for p in _parts(agency)]
        return tuple(sorted({id_ for part in parts if len(part) == 1 for id_ in part}))

    def _credited(self, article: Article) -> set[str]:
        """Records that the article's credit may mean: `TTXVN/Vietnam+` two of them."""
        agency = article.source.agency
        if not agency:
            return set()
        parts = (agency, *_parts(agency))
        return {id_ for part in parts for id_ in self._named.get(_key(part), ())}

    def _owners(self, article: Article) -> set[str]:
        """The article's outlet and all that its record belongs to."""
        owners: set[str] = set()
        id_ = article.source.outlet
        while id_ in self._records and id_ not in owners:
            owners.add(id_)
            id_ = self._records[id_].parent
        return owners


def _parts(agency: str) -> list[str]:
    return _SEVERAL.split(agency)


def _key(name: str) -> str:
    return compare_key(" ".join(name.split())).casefold()
