"""What the pages must be told of the site as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site as a whole.

    Attributes:
        address: Where it will stand, with a slash at the end; empty if unknown.
        contact: Mail address of whoever keeps it, for harvesters; empty if none is given.
        index_machine: Whether search engines may list machine translations.
    """

    address: str = ""
    contact: str = ""
    index_machine: bool = False


UNKNOWN = Site()
"""A site of which nothing is known."""
