"""schema.org: what a page says of itself to machines, as JSON-LD.

The properties are those of the table of fields (`generator/content/fields.py`). Addresses of the
site's own pages are the `@id` of what they are about, so that the statements of all pages join.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from generator.assemble import urls
from generator.model import Article, Correction, EntityKind, Entry, Image, Status
from generator.pages import prose, provenance, texts
from generator.pages.view import Item, View, shown

CONTEXT = "https://schema.org"

MENTIONS = 30
"""Most records that an article's statement names, the most important first."""

TYPES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.TOPIC: "DefinedTerm",
    EntityKind.EVENT: "Event",
    EntityKind.OUTLET: "NewsMediaOrganization",
}
"""Kind of record → type."""

_MARKUP = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"}
"""What could end a script element, or begin something in it, as JSON writes it otherwise."""


def graph(*things: Item) -> str:
    """Statements that stand together on a page: JSON that can stand in a script element as it is.

    Letters stand in it as they are: written as ASCII, Vietnamese would take twice the room.
    """
    document = {"@context": CONTEXT, "@graph": list(things)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for sign, written in _MARKUP.items():  # far quicker than a table of translation
        text = text.replace(sign, written)
    return text


def known(thing: Item) -> Item:
    """The thing without the properties of which nothing is known."""
    return {key: value for key, value in thing.items() if value not in ("", None, [], {})}


def site(view: View) -> Item:
    """The archive itself, in the view's language."""
    edition = view.edition
    return known(
        {
            "@type": "WebSite",
            "@id": _site(view),
            "url": edition.address(urls.home(view.lang)),
            "name": edition.name,
            "alternateName": view.across.name if view.across.name != edition.name else "",
            "description": edition.say("home.intro"),
            "inLanguage": [view.lang, edition.other],
        }
    )


def breadcrumbs(view: View, steps: Sequence[tuple[str, str]]) -> Item:
    """The way from the front page to a page.

    Args:
        view: The edition.
        steps: Site-absolute URL and name of each page on the way; the page itself is the last.
    """
    return trail([{"at": view.edition.address(url), "name": name} for url, name in steps])


def trail(steps: Iterable[Mapping[str, str]]) -> Item:
    """The same of steps that are made already: the whole address of each, `at`, and its name."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": prose.shorten(step["name"], prose.TITLE_LENGTH),
                "item": step["at"],
            }
            for number, step in enumerate(steps, 1)
        ],
    }


def reference(view: View, id_: str) -> Item | None:
    """A record in few words: what it is, its address and its name; None if there is none."""
    record = view.archive.entities.get(id_)
    if record is None:
        return None
    return {
        "@type": TYPES[record.kind],
        "@id": address(view, id_),
        "name": record.name.get(view.lang),
    }


def address(view: View, id_: str) -> str:
    """The address that stands for a record in every language: that of its page in the first."""
    return view.edition.address(next(iter(view.archive.urls[id_].values())))


def article(view: View, entry: Entry, text: Article) -> Item:
    """A text as a `NewsArticle`, with no more of it than its page shows."""
    edition = view.edition
    corrected = max((one.date for one in text.updated), default=None)
    return known(
        {
            "@type": "NewsArticle",
            "@id": edition.address(entry.urls[text.lang]),
            "url": edition.address(entry.urls[text.lang]),
            "mainEntityOfPage": edition.address(entry.urls[text.lang]),
            "identifier": entry.id,
            "headline": text.title,
            "description": texts.summary(view, entry, text),
            "datePublished": str(text.date or ""),
            "dateModified": str(corrected or ""),
            "inLanguage": text.lang,
            "author": text.byline,
            "publisher": _outlet(view, text),
            "sourceOrganization": _agency(view, text),
            "dateline": text.dateline,
            "articleSection": text.section,
            "genre": text.genre,
            "temporalCoverage": str(text.event_date or ""),
            "creativeWorkStatus": "withdrawn" if text.status is Status.WITHDRAWN else "",
            "correction": [_correction(view, one) for one in text.updated],
            **_origin(view, entry, text),
            **_translations(view, entry, text),
            **_named(view, entry, text),
            **_rights(view, text),
            "image": [_image(view, entry, text, one) for one in _held(view, text)],
            "isPartOf": {"@id": _site(view)},
        }
    )


def _site(view: View) -> str:
    return f"{view.edition.address('/')}#website"


def _held(view: View, text: Article) -> list[Image]:
    whole = shown(view.archive, text) == "full"
    return [image for image in text.images if whole and view.size(text, image.file) is not None]


def _image(view: View, entry: Entry, text: Article, image: Image) -> Item:
    return known(
        {
            "@type": "ImageObject",
            "contentUrl": f"{view.edition.address(entry.urls[text.lang])}{image.file}",
            "caption": image.caption,
            "creditText": image.credit,
            "copyrightNotice": image.rights,
            "isBasedOn": prose.web(image.url),
        }
    )


def _outlet(view: View, text: Article) -> Item | str:
    made = reference(view, text.source.outlet)
    return made or text.source.outlet


def _agency(view: View, text: Article) -> Item | str:
    return reference(view, text.source.agency) or text.source.agency


def _correction(view: View, change: Correction) -> Item:
    note = view.text(change.note)
    return known(
        {
            "@type": "CorrectionComment",
            "text": note["name"],
            "inLanguage": note["lang"],
            "datePublished": str(change.date),
        }
    )


def _origin(view: View, entry: Entry, text: Article) -> Item:
    """What the archive's copy was made of, and where a dated copy of that is."""
    based = [prose.web(text.source.url)]
    if text.reprint_of in view.archive.entries:
        based.append(view.edition.address(urls.by_id(text.reprint_of)))
    related = [view.edition.address(urls.by_id(one.id)) for one in entry.related]
    return {
        "isBasedOn": [one for one in based if one],
        "archivedAt": prose.web(text.source.memento),
        "isRelatedTo": [{"@id": one} for one in related],
    }


def _translations(view: View, entry: Entry, text: Article) -> Item:
    others = {lang: other for lang, other in entry.texts.items() if lang != text.lang}
    refer = {
        lang: {
            "@type": "NewsArticle",
            "@id": view.edition.address(entry.urls[lang]),
            "inLanguage": lang,
            "headline": other.title,
        }
        for lang, other in others.items()
    }
    if text.translation is None:
        return {"workTranslation": list(refer.values())}
    return {
        "translationOfWork": refer.get(entry.original.lang),
        "translator": text.translation.translator,
    }


def _named(view: View, entry: Entry, text: Article) -> Item:
    """What it is about by an editor's word, and what it names."""
    about = _references(view, dict.fromkeys((text.event, *text.topics)))
    places = _references(view, text.places)
    said = {text.event, *text.topics, *text.places}
    ids = (one.entity for one in entry.mentions if one.entity not in said)
    return {
        "about": about,
        "contentLocation": places,
        "mentions": _references(view, ids)[:MENTIONS],
    }


def _references(view: View, ids: Iterable[str]) -> list[Item]:
    return [made for made in (reference(view, id_) for id_ in ids) if made]


def _rights(view: View, text: Article) -> Item:
    said = provenance.rights(view, text) or {}
    return {
        "license": said.get("url", ""),
        "copyrightHolder": said.get("holder", ""),
        "copyrightNotice": said.get("note", ""),
    }
