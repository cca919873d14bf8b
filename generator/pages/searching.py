"""The page of search: what it asks its readers and tells them; the rest is done in the browser.

What is asked for stands behind `?` in its address, and the page is the same file for all of it.
The box in the header of all other pages finds its words in a file beside it, when it is first used.
"""

from __future__ import annotations

import json

from generator.assemble import urls
from generator.model import LANGS, File, Page
from generator.pages import addresses
from generator.pages.view import Item, View, head

HELP = ("plain", "phrase", "without", "title", "person", "years", "date")
"""Ways to ask, in the order in which the page explains them."""

_WORDS = "search."
_TEMPLATE = (f"{_WORDS}help", f"{_WORDS}noscript", f"{_WORDS}intro")
"""What the template prints itself, and no script needs."""

_BOX = frozenset(
    f"{_WORDS}{name}"
    for name in ("error", "meant", "none", "one", "results", "undated", "waiting", "withdrawn")
)
_OF_BOX = tuple(f"{_WORDS}{name}" for name in ("box.", "error.", "in."))
"""What the box says: keys, and how the other ones begin."""


def page(view: View) -> Page:
    """The page in the view's language."""
    edition = view.edition
    places = {lang: urls.search(lang) for lang in LANGS}
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="search.html",
                title=edition.say("search.title"),
                description=edition.say("search.intro"),
                places=places,
            ),
            "searching": {
                "both": lacking(view),
                "words": words(view),
                "help": [_help(view, name) for name in HELP],
            },
        },
    )


def lacking(view: View) -> bool:
    """Whether some article has no text in the language, so that the other index is asked too."""
    return any(view.lang not in entry.texts for entry in view.archive.entries.values())


def words(view: View) -> dict[str, str]:
    """What the page's script says: texts with places such as `{count}`, in order of key."""
    return {
        key: text
        for key, text in sorted(view.edition.words.items())
        if key.startswith(_WORDS) and not key.startswith(_TEMPLATE)
    }


def said(view: View) -> File:
    """What the box in the header says, for its script: beside the page of search."""
    known = {
        key: text for key, text in words(view).items() if key in _BOX or key.startswith(_OF_BOX)
    }
    path = f"{urls.search(view.lang).lstrip('/')}words.json"
    return File.of(path, json.dumps(known, ensure_ascii=False))


def _help(view: View, name: str) -> Item:
    say = view.edition.say
    return {"query": say(f"search.help.{name}"), "about": say(f"search.help.{name}.about")}
