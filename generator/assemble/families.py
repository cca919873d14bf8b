"""Families of reprints: the same text, published more than once.

What editors join (`reprint_of`) stays together. What the comparison of texts joins is added article
by article, the likeliest heads first: an article belongs to a family if its text was found to be
that of the family's head, or of most of its members. So a chain of copies, each a bit further from
the first, does not tie together what has little in common; and what an editor calls `unrelated`
stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.assemble import reprints
from generator.assemble.credits import Credits
from generator.assemble.works import Work
from generator.errors import finding
from generator.model import Date, Entity, Finding, Reprint

UNLIKE = 10
"""Percent of the shorter text; two that an editor calls one and that share less share nothing but
the names and phrases that all news of a field share."""

Shares = Mapping[tuple[str, str], int]
"""Two article ids, the smaller first → how much their texts have in common, in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Who reprints whom.

    Attributes:
        reprints: Article id → all other shown members of its family, the head first.
        family: Article id → id of its family's head; its own where it stands alone.
        findings: Circles, and texts that an editor joined though they are not alike.
    """

    reprints: Mapping[str, tuple[Reprint, ...]]
    family: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(slots=True, kw_only=True)
class _Family:
    """A family as it grows.

    Attributes:
        head: Id of the member that stands first.
        members: Ids of all its shown members.
        blocked: Ids that an editor keeps away from one of them.
    """

    head: str
    members: set[str]
    blocked: set[str] = field(default_factory=set)


def families(
    works: Sequence[Work],
    entries: Sequence[str],
    *,
    texts: Mapping[str, reprints.Text],
    records: Mapping[str, Entity],
    shown: Callable[[str], str],
) -> Families:
    """Join reprints to families.

    A chain of `reprint_of` ends at its head, also when texts on the way are not shown. Where the
    head itself is not shown, the earliest shown member stands in for it. A circle is one family,
    and a finding. Where no editor names a head, it is the member on an outlet of the agency that
    others credit; else the earliest, then the one with the smallest id.

    Args:
        works: All articles, in order of id; drafts and removed ones may link a chain.
        entries: Ids of the entries, oldest first; undated ones last.
        texts: Entry id → its text, to be compared.
        records: All records by id.
        shown: From a path below `content/` to what a person would open.
    """
    by_id = {work.id: work for work in works}
    parents = {
        id_: work.original.reprint_of
        for id_, work in by_id.items()
        if work.original.reprint_of in by_id
    }
    stated, circles = _heads(sorted(by_id), parents)
    unlike = _stated_shares(parents, stated, texts)
    found = {(pair.first, pair.second): pair.share for pair in reprints.pairs(texts.values())}
    grown = _grow(_units(entries, stated, by_id), found, by_id, Credits(records))
    place = {id_: number for number, id_ in enumerate(entries)}
    shares = {**unlike, **found}
    family = {**stated, **{id_: one.head for one in grown for id_ in one.members}}
    return Families(
        reprints=dict.fromkeys(entries, ())
        | {
            id_: tuple(
                Reprint(
                    id=other,
                    stated=stated[other] == stated[id_],
                    share=shares.get(_pair(id_, other), 0),
                )
                for other in sorted(one.members, key=lambda x: (x != one.head, place[x]))
                if other != id_
            )
            for one in grown
            for id_ in one.members
        },
        family=family,
        findings=(
            *_circular(circles, by_id, shown),
            *_unlike(parents, unlike, by_id, shown),
        ),
    )


def _units(
    entries: Sequence[str], stated: Mapping[str, str], by_id: Mapping[str, Work]
) -> list[_Family]:
    """The entries as editors join them, those that nobody joined alone, in order of the entries."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in entries:
        members[stated[id_]].append(id_)
    return [
        _Family(
            head=head if head in ids else ids[0],
            members=set(ids),
            blocked={other for id_ in ids for other in by_id[id_].original.unrelated},
        )
        for head, ids in members.items()
    ]


def _grow(
    units: Iterable[_Family], found: Shares, by_id: Mapping[str, Work], credit: Credits
) -> list[_Family]:
    """Join units whose texts were found to be one; the likelier a head, the earlier its turn."""
    like: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (first, second), share in found.items():
        like[first][second] = like[second][first] = share

    def turn(unit: _Family) -> tuple[bool, bool, bool, tuple[object, ...], str]:
        own = by_id[unit.head].original
        agency = any(credit.owned(own, by_id[other].original) for other in like[own.id])
        alone = len(unit.members) == 1
        return alone, not agency, own.date is None, _moment(own.date), own.id

    of: dict[str, _Family] = {}
    grown: list[_Family] = []
    place: dict[str, int] = {}
    for unit in sorted(units, key=turn):
        near = {other for id_ in unit.members for other in like[id_]}
        met = {of[id_].head: of[id_] for id_ in near if id_ in of}
        joinable = [
            met[head]
            for head in sorted(met, key=place.__getitem__)
            if _belongs(met[head], near) and not _kept_apart(met[head], unit)
        ]
        best = max(joinable, key=lambda family: _nearness(family, near), default=unit)
        if best is unit:
            place[unit.head] = len(grown)
            grown.append(unit)
        else:
            best.members |= unit.members
            best.blocked |= unit.blocked
        of |= dict.fromkeys(unit.members, best)
    return grown


def _belongs(family: _Family, near: set[str]) -> bool:
    """Whether those near are the family's head, or most of its members."""
    return family.head in near or 2 * len(family.members & near) > len(family.members)


def _nearness(family: _Family, near: set[str]) -> tuple[bool, float]:
    """How well a family fits: by its head, then by how many of its members are near."""
    return family.head in near, len(family.members & near) / len(family.members)


def _kept_apart(one: _Family, other: _Family) -> bool:
    """Whether an editor keeps a member of one away from a member of the other."""
    return bool(one.blocked & other.members or other.blocked & one.members)


def _moment(date: Date | None) -> tuple[object, ...]:
    """When at the latest: what is known less precisely is not the earliest for that."""
    if date is None:
        return ()
    return date.year, date.month or 13, date.day or 32, date.time or "24", date.offset


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _stated_shares(
    parents: Mapping[str, str], stated: Mapping[str, str], texts: Mapping[str, reprints.Text]
) -> Shares:
    """What the texts have in common that editors join: each with the one it names, and the head."""
    between = {
        _pair(id_, other)
        for id_, parent in parents.items()
        for other in (parent, stated[id_])
        if other != id_
    }
    return reprints.shares(texts, sorted(between))


def _unlike(
    parents: Mapping[str, str],
    shares: Shares,
    by_id: Mapping[str, Work],
    shown: Callable[[str], str],
) -> Iterable[Finding]:
    """Reprints that an editor states of texts that have nothing in common."""
    for id_, parent in sorted(parents.items()):
        if shares.get(_pair(id_, parent), UNLIKE) < UNLIKE:
            yield finding(
                "reprint-unlike",
                file=shown(by_id[id_].original.path),
                other=shown(by_id[parent].original.path),
                share=shares[_pair(id_, parent)],
            )


def _circular(
    circles: Iterable[tuple[str, ...]], by_id: Mapping[str, Work], shown: Callable[[str], str]
) -> Iterable[Finding]:
    for circle in circles:
        yield finding(
            "reprint-cycle",
            file=shown(by_id[circle[0]].original.path),
            ids=" → ".join((*circle, circle[0])),
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
