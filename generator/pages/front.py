"""The front page, and the institution's own pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.assemble import urls
from generator.model import LANGS, Archive, EntityKind, Page
from generator.pages import addresses, anniversaries, prose
from generator.pages.periods import Days, decades
from generator.pages.texts import is_withdrawn
from generator.pages.view import Item, View, head

SECOND = 4
"""Stories below the lead, with their summaries."""

MORE = 7
"""Headlines beside it."""

NAMED = 14
"""Records of a kind on the front page: those that most articles name."""

EVENTS = 6
"""Events there: each takes two lines."""


def home(view: View, calendar: Days) -> Page:
    """The front page: lead story, more stories, years, topics, people."""
    edition, archive = view.edition, view.archive
    places = {lang: urls.home(lang) for lang in LANGS}
    leads = lead_stories(archive, view.lang)
    stories = view.listed(leads)
    others = (id_ for id_ in archive.entries if id_ not in leads)
    front: Item = {
        "heading": edition.name,
        "intro": edition.say("home.intro"),
        "count": view.held(len(archive.entries), calendar),
        "lead": next(iter(stories), None),
        "second": stories[1:],
        "more": view.listed(islice(others, MORE)),
        "years": decades(view, calendar),
        "undated": undated(view),
        "topics": most_named(view, EntityKind.TOPIC),
        "people": most_named(view, EntityKind.PERSON),
        "events": most_named(view, EntityKind.EVENT, limit=EVENTS),
        "anniversary": anniversaries.front(view, calendar),
    }
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="home.html",
                title=edition.name,
                description=edition.say("home.intro"),
                places=places,
                menu="home",
            ),
            "home": {key: value for key, value in front.items() if value},
        },
    )


def lead_stories(archive: Archive, lang: str) -> list[str]:
    """The lead and the stories below it: the newest that can be read in this language.

    Newest first, as the archive is. Where nothing can be read in it, the newest of all. What was
    withdrawn leads only where there is nothing else.
    """
    standing = [
        (id_, entry)
        for id_, entry in archive.entries.items()
        if not is_withdrawn(entry, entry.original)
    ]
    readable = [id_ for id_, entry in standing if lang in entry.texts]
    return (readable or [id_ for id_, _ in standing] or list(archive.entries))[: 1 + SECOND]


def undated(view: View) -> Item | None:
    """The way to what has no date, if there is such a thing."""
    number = sum(entry.original.date is None for entry in view.archive.entries.values())
    if not number:
        return None
    return {
        "name": view.edition.say("undated.title"),
        "url": addresses.link(urls.undated(view.lang)),
        "label": view.edition.count("count.articles", number),
    }


def most_named(view: View, kind: EntityKind, *, limit: int = NAMED) -> list[Item]:
    """The records of a kind that most articles name, with the number of these."""
    listed = view.archive.listed
    ids = [r.id for r in view.archive.entities.values() if r.kind is kind and listed.get(r.id)]
    ids.sort(key=lambda id_: -len(listed[id_]))
    made = []
    for id_ in ids[:limit]:
        if link := view.entity(id_):
            when = view.archive.entities[id_].when
            made.append(
                {
                    **link,
                    **view.counted(len(listed[id_])),
                    "when": view.edition.interval(when) if when else "",
                }
            )
    return made


def editorials(view: View) -> Iterator[Page]:
    """The institution's own pages in the languages that they are written in."""
    for id_, texts in view.archive.editorials.items():
        if view.lang not in texts:
            continue
        text = texts[view.lang]
        places = {lang: urls.editorial(id_, lang) for lang in LANGS if lang in texts}
        path = addresses.file(places[view.lang])
        yield Page(
            path=path,
            meta={
                **head(
                    view,
                    template="editorial.html",
                    title=text.title,
                    description=prose.lead(text.body),
                    places=places,
                    menu=id_,
                    nearest=(urls.home(view.across.lang), view.across.name),
                ),
                "heading": text.title,
            },
            body=prose.relink(text.body, page=path, files=view.files),
        )
