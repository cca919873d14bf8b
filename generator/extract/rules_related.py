"""Rules for other stories on the page: lists under a heading, teasers within the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.extract import rules_lines
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role

TEASER_WORDS = 5
"""A shorter link within a story is more likely a name or a document than a headline."""


_OPENING = 2
"""A story has so many paragraphs before other stories can follow it."""

_MOST_TITLES = 12
"""A teaser has its title, printed again perhaps, a section and a date; more lines are no teaser."""

_LABEL = 5
"""Most words of a heading above other stories."""


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
    for i, line in enumerate(page.lines):
        heading = page.profile.phrase("related-heading", line.key)
        pointer = i in decided and decided[i].role is Role.TEASER  # `>> Tin khác`
        if i <= taken or not heading or (i in decided and not pointer):
            continue
        teasers = _teasers(page, decided, i + 1)
        last = all(other.block.kind is BlockKind.IMAGE for _, other in page.open(decided, i + 1))
        if not teasers and not last:
            continue
        taken = max(teasers, default=i)
        yield Decision(i, Role.RELATED, "related-heading")
        yield from _items_of(page, teasers)


def _items_of(page: Page, teasers: list[int]) -> Iterator[Decision]:
    seen: set[str] = set()
    for j in teasers:
        key = page.lines[j].key
        if key in seen:
            yield Decision(j, Role.DUPLICATE, "related-repeated")
        else:
            yield Decision(j, Role.RELATED, "related-item")
        seen.add(key)


def unheaded_lists(page: Page, decided: Decided) -> Iterator[Decision]:
    """Teasers at the end of a text whose heading is unknown or missing.

    They tell by themselves: a title that is printed twice, or a paragraph that begins with a
    dateline of its own, as each story does once. A line that signs the story (`PV`) ends it;
    titles with one paragraph each that follow it are other stories.
    """
    story = page.prose(decided)
    if page.html or len(story) <= _OPENING:
        return
    start = story[_OPENING - 1] + 1
    for i, line in page.open(decided, start):
        if line.prose:
            continue
        signed = _signs_off(page, i)
        first = i + 1 if signed else i
        if not signed and not _begins_teasers(page, decided, first):
            continue
        items = _items(page, decided, first)
        if (
            items
            and _reaches_end(page, decided, items)
            and _are_teasers(page, items, signed=signed)
        ):
            if not signed and items[0].titles[0] > start and _heads(page, items[0]):
                yield Decision(items[0].titles.pop(0), Role.RELATED, "related-heading-unknown")
            yield from _items_of(page, [j for item in items for j in (*item.titles, *item.prose)])
            return


def _begins_teasers(page: Page, decided: Decided, start: int) -> bool:
    """Whether the first title from `start` on is doubled, or its paragraph datelined.

    This asks no more than the next few lines, so that a page of a thousand lines stays cheap.
    """
    item = _Item()
    for i, line in page.open(decided, start):
        if line.prose:
            item.prose.append(i)
            break
        if len(item.titles) == _MOST_TITLES:
            break
        item.titles.append(i)
    return bool(item.titles) and (_doubled(page, item) or _datelined(page, item))


def _signs_off(page: Page, i: int) -> bool:
    line = page.lines[i]
    shape = rules_lines.shape_of(page, line, "edge", "tail")
    # An agency or a source may be named below a table in the middle; a reporter signs once.
    signs = shape is not None and shape[0].role is Role.BYLINE and "agency" not in shape[0].name
    return signs and sum(other.key == line.key for other in page.lines) == 1


def _reaches_end(page: Page, decided: Decided, items: list[_Item]) -> bool:
    last = max(j for item in items for j in (*item.titles, *item.prose))
    return not any(line.prose for _, line in page.open(decided, last + 1))


def _are_teasers(page: Page, items: list[_Item], *, signed: bool) -> bool:
    if any(len(item.prose) > 1 for item in items):
        return False
    known = [_doubled(page, item) or _datelined(page, item) for item in items]
    questions = sum(page.lines[item.titles[-1]].text.endswith("?") for item in items)
    if known[0] and (len(items) == 1 or all(known[:-1])):
        return True
    full = [item for item in items if item.prose]
    return signed and len(full) > 1 and len(full) >= len(items) - 1 and questions * 2 < len(items)


def _datelined(page: Page, item: _Item) -> bool:
    """Whether a teaser's paragraph begins with a dateline in brackets."""
    texts = [page.lines[i].text for i in item.prose]
    return any(text.startswith("(") and page.profile.match("dateline", text) for text in texts)


def _heads(page: Page, item: _Item) -> bool:
    """Whether the first of an item's titles is a short label above the others."""
    if len(item.titles) == 1:
        return False
    first, second = (page.lines[i] for i in item.titles[:2])
    return first.words <= _LABEL and first.key != second.key and first.words < second.words


def _teasers(page: Page, decided: Decided, start: int) -> list[int]:
    items = _items(page, decided, start)
    found: list[int] = []
    listed = len(items) > 1 and all(len(item.prose) <= 1 for item in items[:2])
    for number, item in enumerate(items):
        if len(item.prose) > 1:  # the story resumes, perhaps under a subheading
            heads = number > 0 or len(item.titles) > 1
            heads = heads and not _labels(page, items, item.titles[-1])
            return found + (item.titles[:-1] if heads else item.titles)
        found += item.titles
        if listed or _doubled(page, item):
            found += item.prose
        elif item.prose:
            return found
    return found


def _labels(page: Page, items: list[_Item], i: int) -> bool:
    """Whether a title is a section's label, known or printed with other teasers too."""
    key = page.lines[i].key
    again = sum(page.lines[j].key == key for item in items for j in item.titles) > 1
    return again or page.profile.phrase("section", key)


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
