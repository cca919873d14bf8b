"""Extract: from a capture to an article, and the record of every decision.

Pure. What lives where:

- `blocks*` cut a capture into blocks, `markdown` writes labelled blocks as Markdown;
- `profiles` (and the YAML beside it) is what we know of outlets, `recognition` finds the outlet;
- `page` and `shapes` say what the form of a line says, `classifier` runs the `rules_*` over it;
- `titles published happened fields images captions repairs language` recover the facts;
- `learning*` finds what recurs on an outlet's pages, and proposes a profile;
- `extraction` is the whole corridor, `explaining` shows it.

What the room offers is imported when it is first asked for: rooms above need only its Markdown,
and a run over captures that are unchanged or refused needs no classifier and none of its numbers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extract.explaining import record as explain
    from generator.extract.explaining import text as explain_text
    from generator.extract.extraction import article
    from generator.extract.learning_writing import learn
    from generator.extract.learning_writing import write as write_profile
    from generator.extract.profiles import Profile
    from generator.extract.profiles import parse as parse_profiles

__all__ = [
    "Profile",
    "article",
    "explain",
    "explain_text",
    "learn",
    "parse_profiles",
    "write_profile",
]

_PLACES = {
    "Profile": ("profiles", "Profile"),
    "article": ("extraction", "article"),
    "explain": ("explaining", "record"),
    "explain_text": ("explaining", "text"),
    "learn": ("learning_writing", "learn"),
    "parse_profiles": ("profiles", "parse"),
    "write_profile": ("learning_writing", "write"),
}
"""Module and name of each thing that the room offers."""

if not TYPE_CHECKING:  # a type checker takes the imports above, and knows each thing's own type

    def __getattr__(name: str) -> object:
        """Import what the room offers; after the first time Python finds it by itself (PEP 562)."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, own = _PLACES[name]
        globals()[name] = found = getattr(import_module(f"{__name__}.{module}"), own)
        return found
