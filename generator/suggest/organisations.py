"""Organisations that texts name and no record has yet, with their short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import LANGS, Bilingual, Date, Entity
from generator.suggest import held
from generator.suggest.known import Ids, body_key, known
from generator.suggest.passages import Passage
from generator.suggest.sighting import Body
from generator.suggest.survey import Context, Survey
from generator.vietnamese import fold

Seen = tuple[Body, Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that texts name.

    Attributes:
        id: What the record may be called, an id that no other has.
        name: As texts mostly write it; in both languages only where it is the same in both.
        abbreviations: Short forms that texts give in brackets behind the name.
        first: Date of the first article; None if none is dated.
        last: Of the last one.
        articles: How many articles name it.
        count: How often.
        contexts: Some of the places.
    """

    id: str
    name: Bilingual
    abbreviations: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None
    articles: int = 0
    count: int = 0
    contexts: tuple[Context, ...] = ()


def organisations(
    seen: Survey, records: Iterable[Entity], *, taken: Iterable[str] = ()
) -> tuple[Organisation, ...]:
    """All organisations that are named and have no record.

    Different names in two languages are two suggestions: that they are of one is not in the texts.

    Args:
        seen: What the texts say.
        records: All records, of any kind.
        taken: Ids that other suggestions have.

    Returns:
        Which is in most articles first, then which is named most often, then by name.
    """
    archive = known(records)
    groups: defaultdict[str, list[Seen]] = defaultdict(list)
    for body, passage in seen.organisations:
        groups[body_key(body.name)].append((body, passage))
    found = [
        _organisation(group)
        for key, group in sorted(groups.items())
        if key not in archive.bodies
        and not any(archive.person(body.name) for body, _ in group)
        and not any(body_key(body.abbreviation) in archive.bodies for body, _ in group)
    ]
    found.sort(key=lambda one: (-one.articles, -one.count, fold(_name(one)), _name(one)))
    ids = Ids((*archive.records, *taken))
    return tuple(replace(one, id=ids.new(_name(one), otherwise="to-chuc")) for one in found)


def _name(organisation: Organisation) -> str:
    return organisation.name.get("vi")


def _in(lang: str, group: Iterable[Seen]) -> str:
    """As texts in a language mostly write it; empty if none names it."""
    names = Counter(body.name for body, passage in group if passage.lang == lang)
    return min(names, key=lambda text: (-names[text], text), default="")


def _organisation(group: list[Seen]) -> Organisation:
    first, last = held.span(passage.date for _, passage in group)
    group.sort(key=lambda one: (one[1].article, LANGS.index(one[1].lang), one[1].line))
    return Organisation(
        id="",
        name=Bilingual(vi=_in("vi", group), en=_in("en", group)),
        abbreviations=tuple(sorted({body.abbreviation for body, _ in group if body.abbreviation})),
        first=first,
        last=last,
        articles=len({passage.article for _, passage in group}),
        count=len(group),
        contexts=held.contexts(group),
    )
