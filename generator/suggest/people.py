"""People whom texts name and no record has yet, each with posts, dates and places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator import surnames
from generator.assemble import tenure
from generator.model import LANGS, Bilingual, Date, DatedRole, Entity, EntityKind
from generator.suggest import held
from generator.suggest.held import Held
from generator.suggest.known import Ids, Known, body_key, key, known
from generator.suggest.passages import Passage
from generator.suggest.sighting import How, Post, Sighting
from generator.suggest.survey import Context, Survey
from generator.suggest.words import is_syllable
from generator.vietnamese import fold

Seen = tuple[Sighting, Passage]
_FOREIGN_MINISTER = frozenset({"ngoai", "truong"})
_DEPUTIES = frozenset({"pho", "deputy", "vice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom texts name.

    Attributes:
        id: What the record may be called, an id that no other has; of somebody on record, the
            record's.
        name: As texts of each language mostly write it; empty where no text of it does.
        given: The given name, the last word of a Vietnamese name; empty for others.
        how: In which ways the person is named, in order of `How`.
        posts: Those that texts give; of somebody on record, those that the record has not.
        agencies: For whom the person works, where bylines and credits say so.
        first: Date of the first article; None if none is dated.
        last: Of the last one.
        articles: How many articles name the person.
        count: How often; of an article in two languages, in the one that does more often.
        contexts: Some of the places.
        like: Ids of other suggestions whose names differ only in diacritics: the same person?
    """

    id: str
    name: Bilingual
    given: str = ""
    how: tuple[How, ...] = ()
    posts: tuple[Held, ...] = ()
    agencies: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None
    articles: int = 0
    count: int = 0
    contexts: tuple[Context, ...] = ()
    like: tuple[str, ...] = ()


def people(seen: Survey, records: Iterable[Entity]) -> tuple[Person, ...]:
    """All people who are named and have no record.

    A name in Vietnamese and the same without diacritics are one person where both stand in one
    article; elsewhere they are two, which name each other.

    Args:
        seen: What the texts say.
        records: All records, of any kind; a name that one of them has is on record.

    Returns:
        Who is in most articles first, then who is named most often, then by name.
    """
    archive = known(records)
    full = _full_names(seen)
    found = [
        _person(group, archive, full)
        for group in _groups(seen.people)
        if not any(archive.person(sighting.name) for sighting, _ in group)
    ]
    found.sort(key=lambda one: (-one.articles, -one.count, fold(one.name.get("vi")), _name(one)))
    ids = Ids(archive.records)
    return _with_likes([replace(one, id=ids.new(_name(one), otherwise="nguoi")) for one in found])


def unrecorded_posts(seen: Survey, records: Iterable[Entity]) -> tuple[Person, ...]:
    """People on record to whom texts give posts that their records do not have on that day.

    A record's post counts wherever its dates do not rule it out, and by its words: "Foreign
    Minister" is "Minister of Foreign Affairs".

    Returns:
        In order of id; each with those posts alone.
    """
    archive = known(records)
    full = _full_names(seen)
    found: list[Person] = []
    for group in _groups(seen.people):
        ids = {archive.person(sighting.name) for sighting, _ in group} - {""}
        record = archive.records[min(ids)] if ids else None
        if record is None or record.kind is not EntityKind.PERSON:
            continue
        person = _person([_without(one, record) for one in group], archive, full)
        if person.posts:
            found.append(replace(person, id=record.id, name=record.name, given=record.given))
    return tuple(sorted(found, key=lambda one: one.id))


def _without(one: Seen, record: Entity) -> Seen:
    """A sighting without the posts that the record has."""
    sighting, passage = one
    roles = tenure.possible(record, passage.date)
    posts = tuple(
        post
        for post in sighting.posts
        if not any(
            _same_post(post, role, passage.lang)
            for role in (record.roles if post.former else roles)
        )
    )
    return replace(sighting, posts=posts), passage


def _same_post(post: Post, role: DatedRole, lang: str) -> bool:
    """Whether a role on record has all words of a post, and is no deputy's if that is none."""
    said = set(fold(post.word).replace("-", " ").split())
    has = set(fold(role.title.get(lang)).replace("-", " ").split())
    if has.issuperset(_FOREIGN_MINISTER):
        has |= {"bo", "giao"}  # "Ngoại trưởng" is "Bộ trưởng Ngoại giao"
    return said <= has and not (has - said) & _DEPUTIES


def _name(person: Person) -> str:
    return person.name.get("vi")


def _groups(seen: Iterable[Seen]) -> list[list[Seen]]:
    """Sightings of one person each, in order of the first."""
    by_key: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_key[key(one[0].name)].append(one)
    same = _same(by_key)
    groups: defaultdict[str, list[Seen]] = defaultdict(list)
    for name, found in by_key.items():
        groups[same.get(name, name)] += found
    return [sorted(group, key=_place) for _, group in sorted(groups.items())]


def _place(one: Seen) -> tuple[str, int, str, int, int]:
    sighting, passage = one
    part = list(type(passage.part)).index(passage.part)
    lang = LANGS.index(passage.lang)
    return passage.article, lang, f"{part}", passage.line, sighting.start


def _same(by_key: Mapping[str, list[Seen]]) -> dict[str, str]:
    """Name without diacritics → the name with them, where an article has both and no third."""
    articles = {name: {p.article for _, p in found} for name, found in by_key.items()}
    by_fold: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(by_key):
        by_fold[fold(name)].append(name)
    same: dict[str, str] = {}
    for plain, names in by_fold.items():
        marked = [name for name in names if name != plain]
        if plain in by_key and len(marked) == 1 and articles[plain] & articles[marked[0]]:
            same[plain] = marked[0]
    return same


def _person(group: list[Seen], archive: Known, full: Mapping[str, str]) -> Person:
    def owner(name: str) -> str:
        return archive.bodies.get(body_key(name), "") if name else ""

    given = [(post, sighting, passage) for sighting, passage in group for post in sighting.posts]
    name = Bilingual(**{lang: _commonest(group, lang) for lang in LANGS})
    first, last = held.span(passage.date for _, passage in group)
    ways = {sighting.how for sighting, _ in group}
    per_text = Counter((passage.article, passage.lang) for _, passage in group)
    articles = {article for article, _ in per_text}
    return Person(
        id="",
        name=name,
        given=_given(name.get("vi")),
        how=tuple(how for how in How if how in ways),
        posts=held.posts(given, owner, full),
        agencies=tuple(sorted({sighting.agency for sighting, _ in group if sighting.agency})),
        first=first,
        last=last,
        articles=len(articles),
        count=sum(max(per_text[article, lang] for lang in LANGS) for article in articles),
        contexts=held.contexts(group),
    )


def _commonest(group: list[Seen], lang: str) -> str:
    """How texts of a language mostly write a name; the first in the alphabet of equals."""
    names = Counter(sighting.name for sighting, passage in group if passage.lang == lang)
    return min(names, key=lambda name: (-names[name], name), default="")


def _given(name: str) -> str:
    words = name.split()
    vietnamese = fold(words[0]) in surnames.COMMON_PLAIN and all(map(is_syllable, words))
    return words[-1] if vietnamese else ""


def _full_names(seen: Survey) -> dict[str, str]:
    """Short form of an organisation → key of the name that texts mostly explain with it."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for body, _ in seen.organisations:
        if body.abbreviation:
            told[body_key(body.abbreviation)][body_key(body.name)] += 1
    return {
        short: min(names, key=lambda name: (-names[name], name)) for short, names in told.items()
    }


def _with_likes(found: list[Person]) -> tuple[Person, ...]:
    by_fold: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        by_fold[fold(_name(one))].append(one.id)
    return tuple(
        replace(one, like=tuple(id_ for id_ in by_fold[fold(_name(one))] if id_ != one.id))
        for one in found
    )
