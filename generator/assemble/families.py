"""Families of reprints: the same text, published more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.works import Work
from generator.errors import finding
from generator.model import Finding, Reprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Who reprints whom.

    Attributes:
        reprints: Article id → all other shown members of its family, the head first.
        family: Article id → id that all its family share; its own where it stands alone.
        findings: Circles.
    """

    reprints: Mapping[str, tuple[Reprint, ...]]
    family: Mapping[str, str]
    findings: tuple[Finding, ...]


def families(
    works: Sequence[Work], entries: Sequence[str], *, shown: Callable[[str], str]
) -> Families:
    """Join reprints to families.

    A chain (a reprint of a reprint) ends at its head, also when texts on the way are not shown.
    Where the head itself is not shown, the earliest shown member stands in for it. A circle is
    one family, and a finding.

    Args:
        works: All articles, in order of id; drafts and removed ones may link a chain.
        entries: Ids of the entries, oldest first; undated ones last.
        shown: From a path below `content/` to what a person would open.
    """
    by_id = {work.id: work for work in works}
    parents = {
        id_: work.original.reprint_of
        for id_, work in by_id.items()
        if work.original.reprint_of in by_id
    }
    heads, circles = _heads(sorted(by_id), parents)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in entries:
        members[heads[id_]].append(id_)
    ordered = {
        head: [id_ for id_ in ids if id_ == head] + [id_ for id_ in ids if id_ != head]
        for head, ids in members.items()
    }
    return Families(
        reprints={
            id_: tuple(
                Reprint(id=other, stated=True) for other in ordered[heads[id_]] if other != id_
            )
            for id_ in entries
        },
        family=heads,
        findings=tuple(
            finding(
                "reprint-cycle",
                file=shown(by_id[circle[0]].original.path),
                ids=" → ".join((*circle, circle[0])),
            )
            for circle in circles
        ),
    )


def _heads(
    ids: Sequence[str], parents: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """Follow every chain to its head, each link once; a circle's head is its smallest id."""
    heads: dict[str, str] = {}
    circles = []
    for start in ids:
        chain: dict[str, None] = {}
        id_ = start
        while id_ not in heads and id_ not in chain and id_ in parents:
            chain[id_] = None
            id_ = parents[id_]
        head = heads.get(id_, id_)
        if id_ in chain:
            circle = tuple(chain)[list(chain).index(id_) :]
            first = circle.index(min(circle))
            circles.append(circle[first:] + circle[:first])
            head = min(circle)
        heads[id_] = head
        for link in chain:
            heads[link] = head
    return heads, circles
