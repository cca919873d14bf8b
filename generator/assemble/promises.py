"""Promises that were made: every registered URL still shows what it showed when it was published.

A URL may redirect, and an article may leave a tombstone; both keep the promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.assemble import urls
from generator.assemble.works import former_ids
from generator.errors import finding
from generator.model import Archive, Contents, EntityKind, Finding

_FIRST_LINE = 2  # of the register; the one before names its columns
_KINDS = "|".join(re.escape(kind.value) for kind in EntityKind)
_RECORD = re.compile(rf"(?:/en)?/(?:{_KINDS})/[^/]+/")


def broken(contents: Contents, archive: Archive, *, register: str) -> Iterator[Finding]:
    """Find the registered URLs that are lost, or taken by something else.

    An article or record must also be there under its id, on which `/id/…/` depends; who merges
    two articles on purpose gives the one that stays the other's URLs as `aliases`, `/id/…/` too.
    Lists and pages of the institution's own have no such id.

    Args:
        contents: What was read.
        archive: The same, assembled.
        register: Name of the register's file, below `content/`.

    Yields:
        At most one finding for each line of the register, in its order.
    """
    file = contents.shown(register)
    live = {permalink.url: permalink.id for permalink in archive.permalinks}
    known = {*archive.entries, *archive.removed, *archive.entities, *former_ids(archive.entities)}
    for line, permalink in enumerate(contents.permalinks, start=_FIRST_LINE):
        url, id_ = permalink.url, permalink.id
        named = urls.is_text(url) or _RECORD.fullmatch(url)
        if named and live.get(url, id_) != id_:
            yield finding("permalink-taken", file=file, line=line, url=url, id=id_, other=live[url])
        elif (url not in live and url not in archive.redirects) or (
            named and id_ not in known and urls.by_id(id_) not in archive.redirects
        ):
            yield finding("permalink-lost", file=file, line=line, url=url, id=id_)
