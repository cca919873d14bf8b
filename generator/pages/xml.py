"""Writing XML: documents of elements with texts from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The name of `xml:lang`."""

SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
"""The name of `xsi:schemaLocation`."""

# What no XML 1.0 document may hold, not even escaped (XML 1.0, production 2, `Char`).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that XML does not know."""
    return _FORBIDDEN.sub("", text)


def element(
    name: str,
    text: str = "",
    *children: etree._Element,
    attributes: Mapping[str, str] | None = None,
    names: Mapping[str | None, str] | None = None,
) -> etree._Element:
    """An element with its text, then its children.

    Args:
        name: With its namespace in braces, if it has one.
        text: Plain text.
        children: In order.
        attributes: Those with an empty value are left out.
        names: Prefix → namespace that is declared here.
    """
    made = etree.Element(name, nsmap=dict(names) if names else None)
    for key, value in (attributes or {}).items():
        if value:
            made.set(key, legal(value))
    if text:
        made.text = legal(text)
    made.extend(children)
    return made


def known(pairs: Iterable[tuple[str, str]]) -> list[etree._Element]:
    """An element for each pair of name and text; none where the text is empty."""
    return [element(name, text) for name, text in pairs if text]


def document(root: etree._Element) -> str:
    """The whole document, a line for each element."""
    body = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'
