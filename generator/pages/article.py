"""The page of an article: its text first, and all that is known of where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assemble import urls
from generator.model import (
    Article,
    BasisKind,
    Correction,
    Date,
    EntityKind,
    Entry,
    Page,
    Related,
    Reprint,
    Status,
)
from generator.pages import (
    addresses,
    career,
    citations,
    parallel,
    pictures,
    prose,
    provenance,
    reasons,
    translations,
)
from generator.pages.later import Later
from generator.pages.view import Item, View, head, shown, summary, text_of

_MENTIONS = (
    EntityKind.EVENT,
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.TOPIC,
)
"""The order in which an article's entities are shown; its outlet stands elsewhere."""


def pages(view: View) -> Iterator[Later]:
    """The articles that have a text in the view's language."""
    for entry in view.archive.entries.values():
        if view.lang in entry.texts:
            yield later(view, entry)


def later(view: View, entry: Entry) -> Later:
    """One article in the view's language, to be made."""
    path = addresses.file(entry.urls[view.lang])
    return Later(path=path, view=view, make=_page, given=(entry.id,))


def _page(view: View, id_: str) -> Page:
    """The page of an article."""
    entry = view.archive.entries[id_]
    article = entry.texts[view.lang]
    path = addresses.file(entry.urls[view.lang])
    amount = shown(view.archive, article)
    full = amount == "full"
    sizes = pictures.held(view, article) if full else {}
    body = text(entry, article, amount)
    if full:
        body = pictures.placed(view, entry, article, body, sizes)
    return Page(
        path=path,
        meta={
            **head(
                view,
                template="article.html",
                title=article.title,
                description=summary(view, article),
                places=entry.urls,
                menu="years",
                original=entry.original.lang,
                nearest=nearest(view, entry.original.date),
            ),
            "article": facts(view, entry, article, amount, sizes),
        },
        body=prose.relink(body, page=path, files=view.files),
        assets={name: f"{article.folder}/{name}" for name in sizes},
    )


def text(entry: Entry, article: Article, amount: str) -> str:
    """As much of the text as may be shown."""
    if amount == "link":
        return ""
    if amount == "excerpt":
        return prose.excerpt(article.body)
    return entry.bodies.get(article.lang, article.body)


def facts(view: View, entry: Entry, article: Article, amount: str, sizes: pictures.Sizes) -> Item:
    """Everything the template prints around the text; what is unknown is left out."""
    edition, archive = view.edition, view.archive
    full = amount == "full"
    made: Item = {
        "headline": article.title,
        "kicker": kicker(view, article),
        "summary": article.summary,
        "byline": article.byline,
        "printed": provenance.printed(view, article),
        "outlet": provenance.outlet(view, article),
        "published": provenance.published(view, article),
        "happened": provenance.happened(view, article),
        "agency": provenance.agency(view, article),
        "original": provenance.elsewhere(article.source.url),
        "memento": provenance.elsewhere(article.source.memento),
        "modified": provenance.modified(view, article),
        "captured": provenance.captured(view, article),
        "rights": provenance.rights(view, article),
        "limited": edition.say(f"article.limited.{amount}") if not full else "",
        "figures": pictures.figures(view, entry, article, sizes) if full else [],
        "cleaning": provenance.cleaning(view, article),
        "removals": provenance.removals(view, entry),
        "entities": entities(view, entry),
        "related": [one for one in (related(view, entry, r) for r in entry.related) if one],
        "reprints": reprints(view, entry),
        "translation": translation(view, entry, article),
        "parallel": parallel.link(view, entry),
        "corrections": [correction(view, one) for one in article.updated],
        "notice": notice(view, article),
        "permalink": addresses.link(urls.by_id(entry.id)),
        "id": entry.id,
        "citations": citations.of_text(view, entry, article),
        "older": next(iter(view.listed([entry.older])), None),
        "newer": next(iter(view.listed([entry.newer])), None),
    }
    if article.title_basis.kind is BasisKind.INFERRED:
        made["headline_note"] = edition.say("article.title.inferred")
    if article.source.outlet and archive.entities.get(article.source.outlet):
        made["outlet_basis"] = provenance.basis(view, article.source.outlet_basis)
    return {key: value for key, value in made.items() if value}


def kicker(view: View, article: Article) -> Item | None:
    """The section as the outlet printed it, or the genre where that says more than "news"."""
    if article.section:
        return {"name": article.section, "lang": provenance.printed(view, article)}
    if article.genre != "news":
        return {"name": view.edition.say(f"genre.{article.genre}"), "lang": view.lang}
    return None


def nearest(view: View, date: Date | None) -> tuple[str, str]:
    """The calendar page of the other language that stands nearest, and its name."""
    across = view.across
    url = urls.calendar(date, across.lang)
    if date is None:
        return url, across.say("undated.title")
    return url, across.date(Date(year=date.year, month=date.month))


def entities(view: View, entry: Entry) -> list[Item]:
    """What the article names, kind by kind, the most important first."""
    records = view.archive.entities
    ids = dict.fromkeys(
        id_
        for id_ in (entry.original.event, *(mention.entity for mention in entry.mentions))
        if id_ in records
    )
    groups: list[Item] = []
    for kind in _MENTIONS:
        items = [_named(view, entry, id_) for id_ in ids if records[id_].kind is kind]
        if items:
            groups.append({"name": view.edition.say(f"kind.{kind}"), "links": items})
    return groups


def _named(view: View, entry: Entry, id_: str) -> Item:
    """A record as a link; a person with the posts that were certainly held on the day."""
    posts = career.then(view, view.archive.entities[id_], entry.original.date)
    return {**(view.entity(id_) or {}), **({"posts": posts} if posts else {})}


def related(view: View, entry: Entry, neighbour: Related) -> Item | None:
    """A neighbour with the reason in words."""
    if neighbour.id not in view.items:
        return None
    return {**view.items[neighbour.id], "reason": reasons.parts(view, entry, neighbour.reason)}


def reprints(view: View, entry: Entry) -> Item | None:
    """Where else the text stands, the head of the family first, and how each is known."""
    items = [
        {**view.items[reprint.id], "reason": kinship(view, entry, reprint)}
        for reprint in entry.reprints
        if reprint.id in view.items
    ]
    if not items:
        return None
    own = view.edition.say("reprint.own") if entry.head == entry.id else ""
    return {"name": view.edition.say("article.reprints"), "own": own, "links": items}


def kinship(view: View, entry: Entry, reprint: Reprint) -> list[list[Item]]:
    """What a reprint is to the article, as phrases: whether it is the head, and how we know."""
    edition = view.edition
    told = [edition.say("reprint.head")] if reprint.id == entry.head else []
    if reprint.stated:
        told.append(edition.say("reprint.stated"))
    if reprint.share:
        told.append(edition.say("reprint.compared", share=edition.number(reprint.share)))
    elif not reprint.stated:
        told.append(edition.say("reprint.through"))
    return [[{"name": phrase}] for phrase in told]


def translation(view: View, entry: Entry, article: Article) -> Item | None:
    """How the text came from its original, with a link to it."""
    made, edition = article.translation, view.edition
    if made is None:
        return None
    source = text_of(entry, entry.original.lang)
    return {
        "how": translations.how(view, made),
        "stale": edition.say("translation.stale")
        if entry.states.get(article.lang) == "stale"
        else "",
        "date": edition.date(made.date) if made.date else "",
        "url": addresses.link(entry.urls[source.lang]),
        "lang": source.lang,
        "title": source.title,
    }


def correction(view: View, change: Correction) -> Item:
    """A correction with its date."""
    return {"date": view.edition.date(change.date), **view.text(change.note)}


def notice(view: View, article: Article) -> Item | None:
    """What stands above a withdrawn article."""
    if article.status is not Status.WITHDRAWN:
        return None
    date = article.status_date
    return {
        "title": view.edition.say("article.withdrawn"),
        "date": view.edition.date(date) if date else "",
        "note": view.note(article.status_note),
    }
