"""Code in a page: told apart from prose that is set in lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

_NAME = re.compile(
    r"(?i)(?:^|[\s_-])(?:code|codehilite|highlight|prettyprint|brush|lang(?:uage)?)(?:$|[\s:_-])"
)
_LONGEST = 500  # characters of a class that are looked at


def holds(element: etree._Element, attributes: Mapping[str, str]) -> bool:
    """Whether a `pre` holds code: it says so, or has a `code` in it.

    Old pages set speeches and cables in a bare `pre`, whose lines are lines of prose.
    """
    if _NAME.search(attributes.get("class", "")[:_LONGEST]):
        return True
    return next(element.iter("code"), None) is not None
