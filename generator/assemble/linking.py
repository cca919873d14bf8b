"""Links from a body to the records that it names: the first mention of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.assemble.choice import Found
from generator.assemble.readable import Readable

# Signs that would mean something beside the brackets of a link; an underscore marks emphasis or
# not according to what stands next to it.
_NOT_BEFORE, _NOT_AFTER = {"!", "]", "\\", "_"}, {"{", "_"}


def link(
    body: str, readable: Readable, named: Iterable[tuple[str, Found]], urls: Mapping[str, str]
) -> str:
    """Make the first mention of each record that can be linked a link.

    A person's full name is linked rather than a "Bộ trưởng Sơn" before it. A record that the
    body links already, by hand, is not linked again. Without the links that it adds, the body is
    what it was.

    Args:
        body: The Markdown.
        readable: The same body as read.
        named: Record ids and where they are named, from left to right.
        urls: Record id → address.
    """
    every = list(named)
    by_hand = "](" in body
    done = {id_ for id_, url in urls.items() if by_hand and f"]({url})" in body}
    taken: dict[int, tuple[int, str]] = {}
    for in_full in (True, False):
        last = 0
        for id_, name in every:
            if id_ in done or bool(name.post) is in_full:
                continue
            if not readable.linkable(name.start, name.end):
                continue
            start, end = readable.source(name.start, name.end)
            if start < last or not _is_free(body, start, end):
                continue
            if not in_full and _overlaps(start, end, taken):
                continue
            taken[start] = (end, urls[id_])
            done.add(id_)
            last = end
    parts: list[str] = []
    last = 0
    for start in sorted(taken):
        end, url = taken[start]
        parts += [body[last:start], "[", body[start:end], "](", url, ")"]
        last = end
    return "".join((*parts, body[last:]))


def _overlaps(start: int, end: int, taken: Mapping[int, tuple[int, str]]) -> bool:
    return any(start < its and own < end for own, (its, _) in taken.items())


def _is_free(body: str, start: int, end: int) -> bool:
    """Whether the signs beside a stretch of the source let brackets stand there."""
    before, after = body[max(start - 1, 0) : start], body[end : end + 1]
    return before not in _NOT_BEFORE and after not in _NOT_AFTER
