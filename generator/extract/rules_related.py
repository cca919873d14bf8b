"""Rules for other stories on the page: lists under a heading, teasers within the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.extract import rules_lines
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role

TEASER_WORDS = 5
"""A shorter link within a story is more likely a name or a document than a headline."""


@dataclass(slots=True)
class _Item:
    """What may be one teaser: titles, and the paragraphs below them."""

    titles: list[int] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)


def related_lists(page: Page, decided: Decided) -> Iterator[Decision]:
    """A heading like `Tin khác` and what follows it, as far as it looks like teasers.

    A heading alone proves nothing: what follows must be titles, each with one paragraph at most.
    Where two paragraphs follow each other, the story has resumed, and is kept.
    """
    taken = -1
    for i, line in page.open(decided):
        if i <= taken or not page.profile.phrase("related-heading", line.key):
            continue
        teasers = _teasers(page, decided, i + 1)
        last = all(other.block.kind is BlockKind.IMAGE for _, other in page.open(decided, i + 1))
        if not teasers and not last:
            continue
        taken = max(teasers, default=i)
        yield Decision(i, Role.RELATED, "related-heading")
        seen: set[str] = set()
        for j in teasers:
            key = page.lines[j].key
            if key in seen:
                yield Decision(j, Role.DUPLICATE, "related-repeated")
            else:
                yield Decision(j, Role.RELATED, "related-item")
            seen.add(key)


def _teasers(page: Page, decided: Decided, start: int) -> list[int]:
    items = _items(page, decided, start)
    found: list[int] = []
    listed = len(items) > 1 and all(len(item.prose) <= 1 for item in items[:2])
    for number, item in enumerate(items):
        if len(item.prose) > 1:  # the story resumes, perhaps under a subheading
            resumes = item.titles if number == 0 and len(item.titles) == 1 else item.titles[:-1]
            return found + resumes
        found += item.titles
        if listed or _doubled(page, item):
            found += item.prose
        elif item.prose:
            return found
    return found


def _items(page: Page, decided: Decided, start: int) -> list[_Item]:
    """What follows, cut before each title that comes after a paragraph; titles come first."""
    items: list[_Item] = []
    linked: bool | None = None
    for i, line in page.open(decided, start):
        if line.prose:
            if not items:
                return []
            items[-1].prose.append(i)
            continue
        if items and rules_lines.is_date_line(page, line.text):
            items[-1].titles.append(i)
            continue
        if not line.title and not line.linked:
            break
        if page.profile.phrase("widget-run", line.key) or rules_lines.shape_of(page, line, "tail"):
            break
        linked = line.linked if linked is None else linked
        if linked and not line.linked and page.html and not _beside(page, items, line):
            break
        if not items or items[-1].prose:
            items.append(_Item())
        items[-1].titles.append(i)
    return items


def _beside(page: Page, items: list[_Item], line: Line) -> bool:
    """Whether a line stands in the same box as the teaser before it (its date, its section)."""
    last = page.lines[items[-1].titles[-1]]
    box = line.block.path[:-2]
    return bool(box) and last.block.path[:-2] == box


def _doubled(page: Page, item: _Item) -> bool:
    keys = [page.lines[i].key for i in item.titles]
    return len(set(keys)) < len(keys)


def linked_titles(page: Page, decided: Decided) -> Iterator[Decision]:
    """Headlines of other stories: lines that are one link, read like a title, and lead away.

    A list of links counts only as a whole; a linked line alone only if it is as long as a
    headline. A linked name or a linked sentence stays.
    """
    groups: dict[int, list[int]] = {}
    for i, line in page.open(decided):
        if line.block.kind is BlockKind.LIST_ITEM and line.block.group:
            groups.setdefault(line.block.group, []).append(i)
    for members in groups.values():
        if all(_teases(page.lines[i]) for i in members):
            yield from (Decision(i, Role.RELATED, "linked-list") for i in members)
    for i, line in page.open(decided):
        if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and _teases(line):
            yield Decision(i, Role.TEASER, "linked-title")


def _teases(line: Line) -> bool:
    embed = bool(line.block.path) and line.block.path[-1].split(".")[0] in {
        "iframe",
        "video",
        "audio",
    }
    return line.linked and line.title and line.words >= TEASER_WORDS and not embed
