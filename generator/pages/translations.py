"""The page of translations: what can be read in the reader's language, and what cannot yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.assemble import urls
from generator.model import LANGS, Archive, Entry, Page, Status, Translation
from generator.pages import addresses
from generator.pages.view import Item, View, head

STATES = ("stale", "missing", "draft", "current")
"""States of a translation in the order in which they ask for work; what was withdrawn asks for
none, and an original is no translation."""

SHOWN = 50
"""Most articles under a state; `archive status` lists them all."""


def page(view: View) -> Page:
    """The page in the view's language."""
    edition = view.edition
    places = {lang: urls.translations(lang) for lang in LANGS}
    found = _by_state(view.lang, view.archive.entries.values())
    weight = weights(view.archive)
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="translations.html",
                title=edition.say("translations.title"),
                description=edition.say("translations.intro"),
                places=places,
            ),
            "translations": {
                "heading": edition.say("translations.title"),
                "intro": edition.say("translations.intro"),
                "weight": edition.say("translations.weight"),
                "groups": [
                    _group(view, state, found[state], weight) for state in STATES if found[state]
                ],
            },
        },
    )


def weights(archive: Archive) -> dict[str, int]:
    """Article id → how many other articles lead a reader to it.

    These are the articles that show it beside themselves (a link between the outlets' pages
    counts as such), those that are about the same event, and those that print the same text;
    each once. Costs as much as there are neighbours, reprints and articles on events.
    """
    leading: defaultdict[str, set[str]] = defaultdict(set)
    for entry in archive.entries.values():
        for neighbour in entry.related:
            leading[neighbour.id].add(entry.id)
        leading[entry.id].update(reprint.id for reprint in entry.reprints)
    covering = {event: frozenset(ids) for event, ids in archive.coverage.items()}
    found = {}
    for id_, entry in archive.entries.items():
        together = covering.get(entry.original.event, frozenset())
        others = len(together) - (id_ in together)
        found[id_] = others + len(leading[id_] - together)
    return found


def how(view: View, made: Translation) -> str:
    """Kind of a translation and who made it, also that this is not known."""
    edition = view.edition
    kind = edition.say(f"translation.{made.kind}")
    by = (
        edition.say("translation.by", name=made.translator)
        if made.translator
        else edition.say("translation.by_unknown")
    )
    return f"{kind}. {by}."


def _by_state(lang: str, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {state: [] for state in STATES}
    for entry in entries:
        state = entry.states.get(lang, "")
        if state in found and entry.original.status is not Status.WITHDRAWN:
            found[state].append(entry)
    return found


def _group(view: View, state: str, entries: list[Entry], weight: Mapping[str, int]) -> Item:
    """The weightiest articles of a state; of equals the newer first, as they come."""
    edition = view.edition
    ranked = sorted(entries, key=lambda entry: -weight[entry.id])
    left = len(ranked) - SHOWN
    return {
        "id": state,
        "name": edition.say(f"translations.{state}"),
        "about": edition.say(f"translations.{state}.about"),
        "count": edition.count("count.articles", len(ranked)),
        "links": [_line(view, entry, weight[entry.id]) for entry in ranked[:SHOWN]],
        "more": edition.count("translations.more", left) if left > 0 else "",
    }


def _line(view: View, entry: Entry, weight: int) -> Item:
    text = entry.texts.get(view.lang)
    made = text.translation if text else None
    told = [how(view, made)] if made else []
    if weight:
        told.append(view.edition.count("translations.leading", weight))
    return {**view.items[entry.id], "told": told}
