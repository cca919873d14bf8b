"""`llms.txt`: what the archive is and where its data are, for language models (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from generator.assemble import urls
from generator.extract.markdown import escape
from generator.model import EntityKind
from generator.pages import addresses, data, prose, texts
from generator.pages.view import View, text_of

NAME = "llms.txt"
"""Its address below the site."""

NEWEST = 20
"""Articles that it names: the newest, as Markdown."""


def text(views: Mapping[str, View], *, contact: str) -> str:
    """The file: name, what it is, rights, then lists of links."""
    view = views["en"]
    edition = view.edition
    parts = [
        f"# {escape(edition.name)}",
        f"> {escape(edition.say('home.intro'))}",
        escape(f"{edition.say('data.rights')} {edition.say('llms.copies')}"),
        _section(edition.say("data.title"), _data(view, contact)),
        _section(edition.say("llms.lists"), _lists(views)),
        _section(edition.say("llms.newest"), _newest(view)),
    ]
    return "\n\n".join(parts) + "\n"


def _section(name: str, links: Sequence[tuple[str, str, str]]) -> str:
    lines = [f"## {escape(name)}", ""]
    for title, url, about in links:
        lines.append(f"- [{escape(title)}]({url})" + (f": {escape(about)}" if about else ""))
    return "\n".join(lines)


def _data(view: View, contact: str) -> list[tuple[str, str, str]]:
    return [
        (f"/{path}", view.edition.address(f"/{path}"), about)
        for path, about in data.offered(view, contact=contact)
    ]


def _lists(views: Mapping[str, View]) -> list[tuple[str, str, str]]:
    made = []
    for view in views.values():
        edition = view.edition
        places = [(edition.say("timeline.title"), urls.timeline(view.lang))]
        places += [
            (edition.say(f"kind.{kind}"), urls.index(kind, view.lang)) for kind in EntityKind
        ]
        language = edition.say("language")
        made += [(name, edition.address(url), language) for name, url in places]
    return made


def _newest(view: View) -> list[tuple[str, str, str]]:
    made = []
    shown = (e for e in view.archive.entries.values() if not texts.is_withdrawn(e, e.original))
    for entry in islice(shown, NEWEST):
        article = text_of(entry, view.lang)
        path = addresses.file(entry.urls[article.lang])
        title = prose.shorten(article.title, prose.TITLE_LENGTH)
        made.append((title, view.edition.address(f"/{path}"), str(article.date or "")))
    return made
