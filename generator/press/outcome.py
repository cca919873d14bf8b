"""How a build ends: what stops it, and how a site that is whole comes to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator import content
from generator.assemble import promises
from generator.errors import BrokenArchiveError, finding
from generator.model import Finding
from generator.press.jobs import CONFIG
from generator.press.prepare import Staged
from generator.settings import Settings


def broken_promises(staged: Staged) -> tuple[Finding, ...]:
    """Registered URLs that the new site would lose or give away; the old one still has them.

    Raises:
        BrokenArchiveError: Without its register the archive could give one article's URL to
            another.
    """
    broken = [found for found in staged.findings if found.code == "permalinks-broken"]
    if broken:
        raise BrokenArchiveError(broken)
    return tuple(promises.broken(staged.contents, staged.archive, register=content.REGISTER))


def broken(error: BaseException, said: Iterable[tuple[int, str]]) -> Finding:
    """A build that ended with an error, and what MkDocs said before."""
    reasons = [f"{type(error).__name__}: {error}", *(message for _, message in said)]
    return finding("site-broken", file=CONFIG, reason="; ".join(reasons))


def published(
    put: Callable[[Path], None], site: Path, settings: Settings, *, at_once: bool = True
) -> tuple[Finding, ...]:
    """Let the new site take the old one's place.

    Args:
        put: Does it; raises `OSError` if it cannot.
        site: Folder of the site.
        settings: Of the archive.
        at_once: Whether it does all or nothing.
    """
    try:
        put(site)
    except OSError as error:
        reason = f"{error.filename or site}: {error.strerror}"
        code = "site-broken" if at_once else "site-half-published"
        return (finding(code, file=str(settings.site), reason=reason),)
    return ()
