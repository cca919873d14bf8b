"""What the specifications of machine-readable files ask for, written down as schemas.

Written from the specifications, since the published schemas of OAI-PMH and of sitemaps come
without a licence under which they could stand here. They are stricter where the archive is: an
element or a key that the archive never writes is not allowed.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

_ADDRESS = {"type": "string", "pattern": r"^https?://[^\s<>\"]+$"}
_TEXT = {"type": "string", "pattern": r"\S"}
_LANGUAGE = {"enum": ["vi", "en"]}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$",  # RFC 3339
}
_AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": _TEXT, "url": _ADDRESS, "avatar": _ADDRESS},
        "minProperties": 1,
        "additionalProperties": False,
    },
}

JSON_FEED: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "description": _TEXT,
        "language": _LANGUAGE,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": _TEXT,
                    "url": _ADDRESS,
                    "external_url": _ADDRESS,
                    "title": _TEXT,
                    "content_text": _TEXT,
                    "summary": _TEXT,
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "authors": _AUTHORS,
                    "language": _LANGUAGE,
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: "Top-level" and "Items"."""

_NAMES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"family": _TEXT, "given": _TEXT, "literal": _TEXT},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
_DATE = {
    "type": "object",
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer", "minimum": 1},
            },
        }
    },
    "additionalProperties": False,
}

CSL: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": _TEXT,
            "type": {"enum": ["article-newspaper", "broadcast", "interview", "speech", "webpage"]},
            **dict.fromkeys(("author", "translator", "editor"), _NAMES),
            **dict.fromkeys(("issued", "accessed", "original-date"), _DATE),
            **dict.fromkeys(
                (
                    *("abstract", "archive", "container-title", "genre", "language", "note"),
                    *("original-title", "publisher", "publisher-place", "section", "source"),
                    *("title", "title-short"),
                ),
                _TEXT,
            ),
            "URL": _ADDRESS,
        },
        "additionalProperties": False,
    },
}
"""CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV;
names and dates as CSL-JSON has them (https://citeproc-js.readthedocs.io/en/latest/csl-json/)."""

_XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
_WEB = '<data type="anyURI"><param name="pattern">https?://.+</param></data>'
_DAY = '<data type="date"><param name="pattern">\\d{4}-\\d\\d-\\d\\d</param></data>'
_DC = "".join(
    f"<element name='dc:{name}'><optional><attribute name='xml:lang'><data type='language'/>"
    "</attribute></optional><data type='string'><param name='minLength'>1</param></data></element>"
    for name in (
        *("contributor", "coverage", "creator", "date", "description", "format", "identifier"),
        *("language", "publisher", "relation", "rights", "source", "subject", "title", "type"),
    )
)
_PLACES = "<attribute name='xsi:schemaLocation'><list><oneOrMore><data type='anyURI'/></oneOrMore>"
_PLACES += "</list></attribute>"


def _said(name: str, value: str) -> str:
    return f"<element name='oai:{name}'>{value}</element>"


def _value(text: str) -> str:
    return f"<value type='string'>{text}</value>"


_FILLED = "<data type='string'><param name='pattern'>.*\\S.*</param></data>"

STATIC_REPOSITORY = f"""
<element name="sr:Repository" xmlns="http://relaxng.org/ns/structure/1.0" {_XSD}
    xmlns:sr="http://www.openarchives.org/OAI/2.0/static-repository"
    xmlns:oai="http://www.openarchives.org/OAI/2.0/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  {_PLACES}
  <element name="sr:Identify">
    {_said("repositoryName", _FILLED)}
    {_said("baseURL", _WEB)}
    {_said("protocolVersion", _value("2.0"))}
    {_said("adminEmail", "<data type='string'><param name='pattern'>.+@.+</param></data>")}
    {_said("earliestDatestamp", _DAY)}
    {_said("deletedRecord", _value("no"))}
    {_said("granularity", _value("YYYY-MM-DD"))}
  </element>
  <element name="sr:ListMetadataFormats"><element name="oai:metadataFormat">
    {_said("metadataPrefix", _value("oai_dc"))}
    {_said("schema", _value("http://www.openarchives.org/OAI/2.0/oai_dc.xsd"))}
    {_said("metadataNamespace", _value("http://www.openarchives.org/OAI/2.0/oai_dc/"))}
  </element></element>
  <element name="sr:ListRecords">
    <attribute name="metadataPrefix">{_value("oai_dc")}</attribute>
    <oneOrMore><element name="oai:record">
      <element name="oai:header">
        {_said("identifier", "<data type='anyURI'><param name='pattern'>oai:.+:.+</param></data>")}
        {_said("datestamp", _DAY)}
      </element>
      <element name="oai:metadata"><element name="oai_dc:dc">
        {_PLACES}
        <oneOrMore><choice>{_DC}</choice></oneOrMore>
      </element></element>
    </element></oneOrMore>
  </element>
</element>
"""
"""A static repository, http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm,
sections 3 and 4; its records as OAI-PMH 2.0 has them, in unqualified Dublin Core."""

SITEMAP = f"""
<element name="sm:urlset" xmlns="http://relaxng.org/ns/structure/1.0" {_XSD}
    xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <oneOrMore><element name="sm:url">
    <element name="sm:loc">
      <data type="anyURI">
        <param name="pattern">https?://.+</param><param name="maxLength">2047</param>
      </data>
    </element>
    <optional><element name="sm:lastmod">{_DAY}</element></optional>
    <zeroOrMore><element name="xhtml:link">
      <attribute name="rel">{_value("alternate")}</attribute>
      <attribute name="hreflang">
        <choice>{_value("vi")}{_value("en")}{_value("x-default")}</choice>
      </attribute>
      <attribute name="href">{_WEB}</attribute>
    </element></zeroOrMore>
  </element></oneOrMore>
</element>
"""
"""https://www.sitemaps.org/protocol.html, with `xhtml:link` as Google reads it."""

_INSTANT = "<data type='dateTime'/>"
_RFC_822 = "<data type='string'><param name='pattern'>[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} "
_RFC_822 += "\\d\\d:\\d\\d:\\d\\d [+\\-]\\d{4}</param></data>"


def _once(name: str, value: str = _FILLED) -> str:
    return f"<element name='{name}'>{value}</element>"


def _at_most_once(name: str, value: str = _FILLED) -> str:
    return f"<optional>{_once(name, value)}</optional>"


def _link(rel: str) -> str:
    return (
        f"<element name='atom:link'><attribute name='rel'>{_value(rel)}</attribute>"
        f"<attribute name='href'>{_WEB}</attribute>"
        "<optional><attribute name='type'><data type='string'/></attribute></optional></element>"
    )


_PERSON = f"<element name='atom:author'>{_once('atom:name')}</element>"

ATOM = f"""
<element name="atom:feed" xmlns="http://relaxng.org/ns/structure/1.0" {_XSD}
    xmlns:atom="http://www.w3.org/2005/Atom">
  <attribute name="xml:lang"><data type="language"/></attribute>
  {_once("atom:id", _WEB)}{_once("atom:title")}{_at_most_once("atom:subtitle")}
  {_once("atom:updated", _INSTANT)}{_PERSON}{_link("self")}{_link("alternate")}
  <zeroOrMore><element name="atom:entry">
    <attribute name="xml:lang"><data type="language"/></attribute>
    {_once("atom:id", _WEB)}{_once("atom:title")}{_once("atom:updated", _INSTANT)}
    {_link("alternate")}<optional>{_link("via")}</optional>
    {_at_most_once("atom:published", _INSTANT)}
    <zeroOrMore>{_PERSON}</zeroOrMore>
    {_at_most_once("atom:summary")}
  </element></zeroOrMore>
</element>
"""
"""RFC 4287, 4.1.1 and 4.1.2; the feed's author stands for entries that name none."""

RSS = f"""
<element name="rss" xmlns="http://relaxng.org/ns/structure/1.0" {_XSD}
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <attribute name="version">{_value("2.0")}</attribute>
  <element name="channel"><interleave>
    {_once("title")}{_once("link", _WEB)}{_once("description")}
    {_at_most_once("language", "<data type='language'/>")}
    {_at_most_once("lastBuildDate", _RFC_822)}
    {_link("self")}
    <zeroOrMore><element name="item"><interleave>
      {_once("title")}{_once("link", _WEB)}
      <element name="guid">
        <attribute name="isPermaLink">{_value("true")}</attribute>{_WEB}
      </element>
      {_at_most_once("description")}{_at_most_once("pubDate", _RFC_822)}
      {_at_most_once("dc:date", "<data type='string'/>")}{_at_most_once("dc:creator")}
      {_at_most_once("dc:publisher")}{_at_most_once("dc:source", _WEB)}
      {_at_most_once("dc:language", "<data type='language'/>")}
    </interleave></element></zeroOrMore>
  </interleave></element>
</element>
"""
"""RSS 2.0, https://www.rssboard.org/rss-specification, with the board's advice on `atom:link`."""


def problems(schema: str, text: str) -> list[str]:
    """What is wrong with a document by a RELAX NG schema."""
    grammar = etree.RelaxNG(etree.fromstring(schema))
    grammar.validate(etree.fromstring(text.encode()))
    return [str(error) for error in grammar.error_log]
