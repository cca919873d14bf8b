"""An archive whose address is known, with hostile and withheld articles, and its files."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from generator import pages
from generator.model import (
    Archive,
    Article,
    Bilingual,
    Date,
    Entity,
    Page,
    Source,
    Translation,
    TranslationKind,
)
from generator.pages.site import Site
from generator.pages.view import View
from tests.assemble.make import article, entity, joined, translation
from tests.pages.made import EVERYTHING, SETTINGS

ADDRESS = "https://luu-tru.example/kho/"
SITE = Site(address=ADDRESS, contact="kho@luu-tru.example")

HOSTILE_TITLE = "</script><script>alert(1)</script> & \"tin\" 'lạ' ]]> &lt;b&gt; \u2028"
HOSTILE = article(
    "a-2016-hhhhhhhh",
    title=HOSTILE_TITLE,
    slug="tin-la",
    body="=1+1 là công thức.\n\nĐoạn hai.",
    summary='=HYPERLINK("https://la.example")',
    byline="+An </name>",
    date="2016-03-04",
    source=Source(outlet="bao-moi", url="https://baomoi.vn.example/a?b=1&c=<x>"),
    topics=("kinh-te",),
)
MACHINE_ORIGINAL = article(
    "a-2015-iiiiiiii", title="Tin máy dịch", slug="tin-may", date="2015-06-07", topics=("kinh-te",)
)
MACHINE = translation(
    MACHINE_ORIGINAL,
    title="Machine-made story",
    slug="machine-made",
    body="A text by a machine.",
    translation=Translation(
        of="0" * 64, kind=TranslationKind.MACHINE, date=Date.parse("2022-02-03")
    ),
)
TOPIC = entity("kinh-te", "Kinh tế / Economy", kind="topics")
EMPTY_TOPIC = entity(
    "the-thao",
    "Thể thao / Sport",
    kind="topics",
    description=Bilingual(vi="Bóng đá & <b>điền kinh</b>", en="Football"),
    same_as=("https://www.wikidata.org/wiki/Q349", "javascript:alert(1)"),
    replaces=("bong-da",),
)
ALL: tuple[Article | Entity, ...] = (
    *EVERYTHING,
    *(HOSTILE, MACHINE_ORIGINAL, MACHINE, TOPIC, EMPTY_TOPIC),
)


def views_of(archive: Archive, site: Site = SITE) -> dict[str, View]:
    return pages.open_views(archive, words=SETTINGS.words, names=SETTINGS.site_name, site=site)


def files_of(*things: Article | Entity, site: Site = SITE) -> dict[str, str]:
    """Path → text of all files, copies too; a path that comes twice fails."""
    views = views_of(joined(*things), site)
    found = [*pages.files(views, site=site), *pages.copies(views)]
    by_path = {file.path: file.text for file in found}
    assert len(found) == len(by_path)
    return by_path


def pages_of(*things: Article | Entity, site: Site = SITE) -> dict[str, Page]:
    """Path → page."""
    views = views_of(joined(*things), site)
    return {page.path: page for page in pages.make(views, site=site)}


@functools.cache
def files() -> Mapping[str, str]:
    """The files of `ALL`."""
    return files_of(*ALL)


@functools.cache
def all_pages() -> Mapping[str, Page]:
    """The pages of `ALL`."""
    return pages_of(*ALL)
