"""Extract: from a capture to an article, and the record of every decision.

Pure. What lives where:

- `blocks*` cut a capture into blocks, `markdown` writes labelled blocks as Markdown;
- `profiles` (and the YAML beside it) is what we know of outlets, `recognition` finds the outlet;
- `page` and `shapes` say what the form of a line says, `classifier` runs the `rules_*` over it;
- `titles published happened fields images captions repairs language` recover the facts;
- `learning*` finds what recurs on an outlet's pages, and proposes a profile;
- `extraction` is the whole corridor, `explaining` shows it.
"""

from __future__ import annotations

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
