"""The archive for harvesters: a static repository of OAI-PMH, with a record for each article.

Dublin Core cannot say that an article was withdrawn, so such articles have none.

Source:
    "Specification for an OAI Static Repository and an OAI Static Repository Gateway",
    http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from lxml import etree

from generator.model import Date, Entry
from generator.pages import changes, dublin_core, exports, texts, xml
from generator.pages.view import View

NAME = f"{exports.FOLDER}/oai.xml"
"""Its address below the site."""

_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_OAI = "http://www.openarchives.org/OAI/2.0/"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_NAMES: Mapping[str | None, str] = {
    None: _STATIC,
    "oai": _OAI,
    "oai_dc": _OAI_DC,
    "dc": _DC,
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_FIRST = Date(year=1970, month=1, day=1)
"""The day of a record of which no day is known: the protocol asks for one."""


def text(views: Mapping[str, View], *, contact: str) -> str:
    """The whole repository.

    Args:
        views: Language → its edition; the site's address is known.
        contact: Mail address of whoever keeps the archive; the protocol asks for one.
    """
    view = next(iter(views.values()))
    shown = (e for e in view.archive.entries.values() if not texts.is_withdrawn(e, e.original))
    entries = sorted(shown, key=lambda entry: entry.id)
    records = xml.element(
        f"{{{_STATIC}}}ListRecords", attributes={"metadataPrefix": "oai_dc"}, names=_NAMES
    )
    root = xml.element(
        f"{{{_STATIC}}}Repository",
        "",
        _identify(view, entries, contact),
        xml.element(f"{{{_STATIC}}}ListMetadataFormats", "", _format()),
        records,
        attributes={xml.SCHEMA_LOCATION: f"{_STATIC} {_OAI}static-repository.xsd"},
        names=_NAMES,
    )
    # One by one, into what knows their namespaces: together it would take the square of the time.
    for entry in entries:
        records.append(_record(views, entry))
    return xml.document(root)


def _identify(view: View, entries: list[Entry], contact: str) -> etree._Element:
    first = min((stamp(entry) for entry in entries), default=_FIRST)
    said = (
        ("repositoryName", view.edition.name),
        ("baseURL", view.edition.address(f"/{NAME}")),
        ("protocolVersion", "2.0"),
        ("adminEmail", contact),
        ("earliestDatestamp", str(first)),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    )
    return xml.element(f"{{{_STATIC}}}Identify", "", *_oai(said))


def _format() -> etree._Element:
    said = (
        ("metadataPrefix", "oai_dc"),
        ("schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        ("metadataNamespace", _OAI_DC),
    )
    return xml.element(f"{{{_OAI}}}metadataFormat", "", *_oai(said))


def _record(views: Mapping[str, View], entry: Entry) -> etree._Element:
    edition = views[entry.original.lang].edition
    host = urlsplit(edition.site).hostname or "archive"
    header = (("identifier", f"oai:{host}:{entry.id}"), ("datestamp", str(stamp(entry))))
    described = xml.element(
        f"{{{_OAI_DC}}}dc",
        "",
        *_elements(views, entry),
        attributes={
            xml.SCHEMA_LOCATION: f"{_OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
        },
    )
    return xml.element(
        f"{{{_OAI}}}record",
        "",
        xml.element(f"{{{_OAI}}}header", "", *_oai(header)),
        xml.element(f"{{{_OAI}}}metadata", "", described),
    )


def _elements(views: Mapping[str, View], entry: Entry) -> list[etree._Element]:
    """What the original says, then what its translations say besides, each with its language."""
    articles = [entry.original, *(text for text in entry.texts.values() if text.translation)]
    made: dict[tuple[str, str], etree._Element] = {}
    for article in articles:
        found = dublin_core.terms(views[article.lang], entry, article)
        for name, value in dublin_core.elements(found):
            element = xml.element(f"{{{_DC}}}{name}", value)
            if name in {"title", "description"}:
                element.set(xml.LANG, article.lang)
            made.setdefault((name, value), element)
    return sorted(made.values(), key=_order)


def _order(element: etree._Element) -> int:
    return dublin_core.ELEMENTS.index(etree.QName(element).localname)


def stamp(entry: Entry) -> Date:
    """The day of a record's last change, or the first day that its date may be."""
    known = changes.of_entry(entry)
    date = entry.original.date
    if known or date is None:
        return known or _FIRST
    return Date(year=date.year, month=date.month or 1, day=1)


def _oai(pairs: tuple[tuple[str, str], ...]) -> list[etree._Element]:
    return xml.known((f"{{{_OAI}}}{name}", value) for name, value in pairs)
