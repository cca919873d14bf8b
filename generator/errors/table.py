"""The table of findings: what each code means, in both languages.

A code is permanent: scripts and editors' notes refer to it. Add codes freely; never rename one or
give it another meaning.
"""

from __future__ import annotations

from generator.errors import archive, captures, content, profiles, site
from generator.errors.kinds import FindingType

FINDINGS: dict[str, FindingType] = {
    **captures.FINDINGS,
    **profiles.FINDINGS,
    **content.FINDINGS,
    **archive.FINDINGS,
    **site.FINDINGS,
}
