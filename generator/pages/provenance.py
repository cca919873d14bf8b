"""Where an article comes from, when, whose it is, and what was done to it: each in words."""

from __future__ import annotations

from generator.assemble import showing, urls
from generator.extract.languages import VIETNAMESE
from generator.model import Article, Basis, BasisKind, Date, Entity, Entry, Rights
from generator.pages import addresses, changes, prose
from generator.pages.view import Item, View, shown
from generator.web import host

_GENERIC = "generic"
"""The profile of pages whose outlet has none of its own."""


def published(view: View, article: Article) -> Item:
    """The date of publication in words with its basis; an unknown one says so."""
    edition, date = view.edition, article.date
    url = addresses.link(urls.calendar(date, view.lang))
    if date is None:
        return {"text": edition.say("date.unknown"), "url": url}
    return {
        "text": edition.moment(date),
        "iso": str(date),
        "url": f"{url}#d{date.day}" if date.day else url,
        "basis": basis(view, article.date_basis),
    }


def happened(view: View, article: Article) -> Item | None:
    """When what is reported happened, in words with its basis."""
    if article.event_date is None:
        return None
    return {
        "text": view.edition.interval(article.event_date),
        "basis": basis(view, article.event_date_basis),
    }


def modified(view: View, article: Article) -> Item | None:
    """When the archive last corrected the article; None if it never did."""
    last = changes.newest(correction.date for correction in article.updated)
    if last is None:
        return None
    return {"text": view.edition.date(last), "basis": view.edition.say("basis.correction")}


def captured(view: View, article: Article) -> Item | None:
    """The capture that the text was made from, and the page's others; None if there is none."""
    source = article.source
    if not (source.captured or source.sha256):
        return None
    others = [_capture(view, one.captured, one.sha256) for one in source.captures]
    return {
        **_capture(view, source.captured, source.sha256),
        "others": others,
        "count": view.edition.count("captures.others", len(others)) if others else "",
    }


def _capture(view: View, when: Date | None, sha256: str) -> Item:
    edition = view.edition
    return {
        "text": edition.moment(when) if when else edition.say("captures.undated"),
        "sha256": sha256,
    }


def basis(view: View, why: Basis) -> str:
    """Why we believe a value, in words."""
    if why.kind is BasisKind.STATED:
        return view.edition.say("basis.stated")
    evidence = why.rule.rpartition("/")[2]
    key = f"basis.{why.kind}.{evidence}"
    return view.edition.say(key if key in view.edition.words else f"basis.{why.kind}")


def elsewhere(url: str) -> Item | None:
    """A link out of the archive, shown by its host; None for what is no web address."""
    name = host(url).removeprefix("www.")
    return {"url": url, "name": name} if name else None


def outlet(view: View, article: Article) -> Item | None:
    """Who published it: a record, or its id where there is none; None where it is unknown."""
    named = article.source.outlet
    return (view.entity(named) or {"name": named, "lang": ""}) if named else None


def agency(view: View, article: Article) -> Item | None:
    """Who wrote the wire copy: a record, or the words as printed."""
    named = article.source.agency
    if not named:
        return None
    return view.entity(named) or {"name": named, "lang": printed(view, article)}


def printed(view: View, article: Article) -> str:
    """The language of what the capture printed: that of the original."""
    return article.lang if article.translation is None else view.edition.other


def rights(view: View, article: Article) -> Item | None:
    """Who holds the rights and under which statement; the outlet's where there is none."""
    publisher = view.archive.entities.get(article.source.outlet)
    return _rights(view, article.rights, publisher.rights if publisher else article.rights)


def of_outlet(view: View, outlet: Entity) -> Item | None:
    """The rights in an outlet's articles that say nothing else, and how much of them is shown."""
    made = _rights(view, outlet.rights, outlet.rights)
    if outlet.rights.show not in {"excerpt", "link"}:
        return made
    limited = view.edition.say(f"article.limited.{outlet.rights.show}")
    return {**(made or {}), "limited": limited}


def _rights(view: View, given: Rights, default: Rights) -> Item | None:
    statement = prose.web(given.statement or default.statement)
    code = statement.rstrip("/").rpartition("/vocab/")[2].partition("/")[0].lower()
    key = f"rights.{code}"
    holder = given.holder or default.holder
    note = view.note(given.note if given.note.vi or given.note.en else default.note)
    made: Item = {
        "holder": holder,
        # A holder is one name, whose language only its letters tell.
        "holder_lang": "vi" if VIETNAMESE.search(holder) else "",
        "note": note["name"],
        "note_lang": note["lang"],
        "url": statement,
        "name": view.edition.say(key if key in view.edition.words else "rights.other"),
    }
    return made if made["holder"] or made["note"] or statement else None


def cleaning(view: View, article: Article) -> list[str]:
    """What the converter did to the text, one sentence each.

    What it mended is quoted from the text, so it is only counted where the text may not be shown.
    """
    done, edition = article.cleaning, view.edition
    if done is None or article.translation:
        return []
    generic = done.profile == _GENERIC
    own = "" if generic else edition.say("cleaning.profile", name=done.profile)
    made = [own or edition.say("cleaning.generic")]
    made.append(edition.count("cleaning.removed", done.removed) if done.removed else "")
    if done.repairs and shown(view.archive, article) != "full":
        made.append(edition.count("cleaning.repairs", len(done.repairs)))
    else:
        said = (edition.say("cleaning.repair", was=one.was, now=one.now) for one in done.repairs)
        made += said
    return [sentence for sentence in made if sentence]


def removals(view: View, entry: Entry) -> str:
    """Where the lines are shown that cleaning took out; empty if nowhere."""
    if not showing.lists_removals(entry.original, view.archive.entities):
        return ""
    return addresses.link(urls.removals(entry.id, view.lang))
