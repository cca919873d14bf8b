"""The page that says what data there are, `/data/`, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assemble import urls
from generator.model import LANGS, Page
from generator.pages import addresses, exports, feeds, oai, opml
from generator.pages.view import View, head


def page(view: View, *, contact: str = "") -> Page:
    """The page in the view's language.

    Args:
        view: The edition.
        contact: Mail address of whoever keeps the archive; empty if none is given.
    """
    edition = view.edition
    places = {lang: urls.data(lang) for lang in LANGS}
    own = [
        {"file": f"{addresses.link(urls.home(view.lang)).removeprefix('./')}{name}", "name": name}
        for name in feeds.NAMES.values()
    ]
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="data.html",
                title=edition.say("data.title"),
                description=edition.say("data.intro"),
                places=places,
            ),
            "data": {
                "heading": edition.say("data.title"),
                "intro": edition.say("data.intro"),
                "rights": edition.say("data.rights"),
                "files": [
                    {"file": path, "name": path.rpartition("/")[2], "about": about}
                    for path, about in offered(view, contact=contact)
                ],
                "feeds": own if edition.site else [],
                "copies": edition.say("llms.copies"),
            },
        },
    )


def offered(view: View, *, contact: str) -> Iterator[tuple[str, str]]:
    """The files that are there: address below the site, and what each is, in words."""
    edition = view.edition
    yield exports.JSONL, edition.say("data.jsonl")
    yield exports.CSV, edition.say("data.csv")
    yield exports.RECORDS, edition.say("data.records")
    yield exports.PACKAGE, edition.say("data.package")
    if edition.site and contact:
        yield oai.NAME, edition.say("data.oai")
    if edition.site:
        yield opml.NAME, edition.say("data.opml")
