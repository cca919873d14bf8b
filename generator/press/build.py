"""`archive build`: beside the old site, inspected, then in its place.

Whatever happens on the way, the site that stands keeps standing: a new one replaces it only
when it is whole and has passed the gate.
"""

from __future__ import annotations

import shutil
from concurrent.futures import Executor
from pathlib import Path

from generator.errors import finding
from generator.model import Finding
from generator.press import lock, standing, swap
from generator.press.hands import Crew
from generator.settings import Settings


def build(
    settings: Settings, *, clean: bool = False, jobs: int = 1, executor: Executor | None = None
) -> tuple[Finding, ...]:
    """Build the whole site into `settings.site`.

    Args:
        settings: Of the archive.
        clean: Forget what was staged before.
        jobs: How many processes to draw and print in.
        executor: Whose workers do; processes of this machine if None. They must see the same
            folders.

    Returns:
        What a person should know of. With one of `FAILURES` among them the old site stands as
        it was; others name what is left out of the new one.

    Raises:
        SettingsError: There are no settings, or they make no sense.
        BrokenArchiveError: Something that must never be lost is broken.
    """
    site = settings.site.resolve()
    with lock.hold(settings.work):
        reason = _not_ours(site, settings)
        if reason:
            return (finding("site-broken", file=str(settings.site), reason=reason),)
        swap.recover(site)
        told = None if clean else standing.nothing_to_do(site, settings)
        if told is not None:
            return told
        from generator.press import anew  # noqa: PLC0415 - most runs have nothing to do

        try:
            return anew.make(site, settings, Crew(jobs, executor), clean=clean)
        finally:  # whatever is left was not published
            shutil.rmtree(swap.new_folder(site), ignore_errors=True)


def _not_ours(site: Path, settings: Settings) -> str:
    """Why `site` must not be replaced; empty if it may."""
    for kept in (settings.root, settings.content, settings.raw, settings.work):
        if kept.resolve().is_relative_to(site) or (
            kept is not settings.root and site.is_relative_to(kept.resolve())
        ):
            return f"{site} is, or holds, a folder of the archive itself"
    if site.exists() and not site.is_dir():
        return f"{site} is a file"
    if site.is_dir() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        return f"{site} holds other things than a site"
    return ""
