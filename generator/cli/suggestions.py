"""Suggestions as text for people and as lines for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Archive, Bilingual, Date, EntityKind
from generator.suggest import Context, Held, Organisation, Person
from generator.suggest.events import Proposal

Place = Callable[[Context], str]
"""Where a context stands, as a person would open it: `content/articles/…/vi.md:17`."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "people": "Người chưa có bản ghi",
        "posts": "Chức vụ mà bản ghi chưa có",
        "organisations": "Tổ chức chưa có bản ghi",
        "events": "Sự kiện chưa có bản ghi",
        "post": "chức vụ",
        "agency": "hãng",
        "byline": "ký tên bài",
        "credit": "tác giả ảnh",
        "former": "trước đây",
        "times": "{count} lần trong {articles}",
        "given": "{count} lần",
        "articles": "{count} bài",
        "article": "{count} bài",
        "undated": "không rõ ngày",
        "more": "… còn {count}; xem hết bằng --limit 0",
        "like": "có thể cũng là",
        "joins": "thuộc sự kiện",
        "unnamed": "(các bài không gọi tên)",
        "place": "nơi",
        "names": "nhắc đến",
        "terms": "cùng viết",
    },
    "en": {
        "people": "People not on record",
        "posts": "Posts that a record has not",
        "organisations": "Organisations not on record",
        "events": "Events not on record",
        "post": "post",
        "agency": "agency",
        "byline": "byline",
        "credit": "picture credit",
        "former": "formerly",
        "times": "named {count} × in {articles}",
        "given": "{count} ×",
        "articles": "{count} articles",
        "article": "{count} article",
        "undated": "undated",
        "more": "… and {count} more; see all with --limit 0",
        "like": "perhaps also",
        "joins": "belongs to the event",
        "unnamed": "(the articles do not name it)",
        "place": "place",
        "names": "names",
        "terms": "shared words",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A proposed event, with the id that its record would have.

    Attributes:
        id: New, or that of the event on record that the articles belong to.
        proposal: What was found.
    """

    id: str
    proposal: Proposal


Suggestion = Person | Organisation | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All suggestions of one kind.

    Attributes:
        kind: `people`, `posts`, `organisations` or `events`.
        found: Those to show.
        more: How many others there are.
    """

    kind: str
    found: Sequence[Suggestion]
    more: int = 0


def as_text(
    sections: Sequence[Section], lang: str, archive: Archive, place: Place
) -> Iterator[str]:
    """Lines for a terminal."""
    words = _WORDS[lang]
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield f"{words[section.kind]}: {len(section.found) + section.more}"
        for one in section.found:
            yield ""
            if isinstance(one, Event):
                yield from _event(one, lang, archive)
            else:
                yield from _named(one, lang, place, told=section.kind != "posts")
        if section.more:
            yield ""
            yield "  " + words["more"].format(count=section.more)


def _named(one: Person | Organisation, lang: str, place: Place, *, told: bool) -> Iterator[str]:
    words = _WORDS[lang]
    names = " / ".join(dict.fromkeys(filter(None, (one.name.vi, one.name.en))))
    short = (
        f" ({', '.join(one.abbreviations)})"
        if isinstance(one, Organisation) and one.abbreviations
        else ""
    )
    yield f"  {one.id}  {names}{short}"
    shown: set[str] = set()
    if isinstance(one, Person):
        for post in one.posts:
            yield f"    {words['post']}: {_post(post, words)}"
            shown |= {context.text for context in post.contexts}
            yield from (f"      {place(context)}  {context.text}" for context in post.contexts)
        for way in ("byline", "credit"):
            if way in one.how:
                yield f"    {words[way]}"
        if one.agencies:
            yield f"    {words['agency']}: {', '.join(one.agencies)}"
        if one.like:
            yield f"    {words['like']}: {', '.join(one.like)}"
    if told:
        articles = words["article" if one.articles == 1 else "articles"].format(count=one.articles)
        times = words["times"].format(count=one.count, articles=articles)
        yield f"    {times}, {_span(one.first, one.last, words)}"
        for context in one.contexts:
            if context.text not in shown:
                yield f"      {place(context)}  {context.text}"


def _post(post: Held, words: Mapping[str, str]) -> str:
    owner = post.record or post.organisation
    told = f" [{owner}]" if owner and owner not in post.title else ""
    former = f" ({words['former']})" if post.former else ""
    times = words["given"].format(count=post.count)
    return f"{post.title}{told}{former}, {times}, {_span(post.first, post.last, words)}"


def _span(first: Date | None, last: Date | None, words: Mapping[str, str]) -> str:
    if first is None or last is None:
        return words["undated"]
    return str(first) if first == last else f"{first} – {last}"


def _event(event: Event, lang: str, archive: Archive) -> Iterator[str]:
    words, found = _WORDS[lang], event.proposal
    yield f"  {event.id}  {found.name or words['unnamed']}"
    if found.event:
        yield f"    {words['joins']}: {_record(found.event, lang, archive)}"
    yield f"    {found.when}"
    if found.place:
        yield f"    {words['place']}: {_record(found.place, lang, archive)}"
    if found.entities:
        named = ", ".join(_record(id_, lang, archive) for id_ in found.entities)
        yield f"    {words['names']}: {named}"
    if found.terms:
        yield f"    {words['terms']}: {', '.join(found.terms)}"
    for id_ in found.articles:
        entry = archive.entries.get(id_)
        title = entry.original.title if entry else ""
        yield f"    {id_}  {title}"


def _record(id_: str, lang: str, archive: Archive) -> str:
    record = archive.entities.get(id_)
    return record.name.get(lang) if record else id_


def as_rows(sections: Sequence[Section], place: Place) -> Iterator[dict[str, object]]:
    """One object a suggestion, with all facts; the keys are those that `suggest --help` tells."""
    for section in sections:
        for one in section.found:
            if isinstance(one, Event):
                yield _event_row(one)
            else:
                yield _row(section.kind, one, place)


def _row(kind: str, one: Person | Organisation, place: Place) -> dict[str, object]:
    row: dict[str, object] = {"kind": kind, "id": one.id, "name": _bilingual(one.name)}
    if isinstance(one, Person):
        row |= {
            "given": one.given,
            "as": [str(way) for way in one.how],
            "agencies": list(one.agencies),
            "posts": [_post_row(post, place) for post in one.posts],
            "like": list(one.like),
        }
    else:
        row["abbreviations"] = list(one.abbreviations)
    return row | {
        "first": _date(one.first),
        "last": _date(one.last),
        "articles": one.articles,
        "count": one.count,
        "contexts": _contexts(one.contexts, place),
    }


def _post_row(post: Held, place: Place) -> dict[str, object]:
    return {
        "title": post.title,
        "lang": post.lang,
        "organisation": post.organisation,
        "record": post.record,
        "abbreviation": post.abbreviation,
        "former": post.former,
        "first": _date(post.first),
        "last": _date(post.last),
        "count": post.count,
        "contexts": _contexts(post.contexts, place),
    }


def _event_row(event: Event) -> dict[str, object]:
    found = event.proposal
    return {
        "kind": EntityKind.EVENT.value,
        "id": event.id,
        "name": {found.lang: found.name} if found.name else {},
        "when": str(found.when),
        "place": found.place,
        "event": found.event,
        "articles": list(found.articles),
        "names": list(found.entities),
        "terms": list(found.terms),
    }


def _contexts(contexts: Sequence[Context], place: Place) -> list[dict[str, str]]:
    return [
        {"article": one.article, "at": place(one), "part": str(one.part), "text": one.text}
        for one in contexts
    ]


def _bilingual(name: Bilingual) -> dict[str, str]:
    return {lang: text for lang, text in (("vi", name.vi), ("en", name.en)) if text}


def _date(date: Date | None) -> str:
    return str(date) if date else ""
