"""Whether a site stands: as it would be built again, or at all.

What this imports is quick to load: most runs have nothing to do, and should say so at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model import Finding
from generator.press import environment, manifest, sealed, swap
from generator.press.delivery import Delivery
from generator.settings import REGISTER, Settings

FAILURES = frozenset(
    {"permalink-lost", "permalink-taken", "site-broken", "site-half-published", "site-unsafe"}
)
"""Codes that mean: the new site was not published, or not all of it."""


def failed(findings: Iterable[Finding]) -> bool:
    """Whether these findings mean that no new site was published."""
    return any(found.code in FAILURES for found in findings)


def nothing_to_do(site: Path, settings: Settings) -> tuple[Finding, ...] | None:
    """What was found when the site was built, if nothing changed since.

    Neither what it is made of, nor the site itself.
    """
    known = manifest.read(settings.work)
    if (
        known
        and known.seen == seen(settings, signature(settings, known.watched))
        and known.environment == environment_of(settings, known.watched)
        and Delivery(site, swap.new_folder(site), known).is_intact()
    ):
        return tuple(known.findings)
    return None


def signature(settings: Settings, watched: list[str]) -> bytes:
    """Of all that is read, but for the register, which a build itself adds to."""
    paths = [str(settings.content), *watched]
    return environment.signature(paths, but=str(settings.content / REGISTER))


def seen(settings: Settings, signature: bytes) -> bytes:
    """A signature of all else, and what is in the register."""
    return signature + registered(settings)


def registered(settings: Settings) -> bytes:
    """A hash of the register; empty if there is none."""
    try:
        return sealed.digest_of_file(settings.content / REGISTER)
    except OSError:
        return b""


def environment_of(settings: Settings, watched: list[str]) -> bytes:
    """A hash of all that every page depends on, and of what the settings said when they were read.

    They were read before the build had the archive to itself, and may be other ones since.
    """
    around = environment.environment(watched, settings.root)
    said = (settings.site_name, settings.site_url, settings.contact, settings.words)
    told = repr((*said, settings.index_machine_translations))
    return sealed.digest(around + told.encode())
