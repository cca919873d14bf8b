"""Elements that recur on an outlet's HTML pages: where the story is, and boxes that are not it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.learning import Proposed, Seen, SeenLine, least, recurring, story
from generator.extract.paths import Selector
from generator.extract.profile_elements import Elements
from generator.model import Bilingual, Role

_CONTAINERS = frozenset({"article", "aside", "div", "figure", "main", "section", "ul", "table"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_TOKEN = re.compile(r"[A-Za-z][A-Za-z_-]*[A-Za-z0-9_-]{0,20}")
_STATE = re.compile(r"(?i)^(?:clearfix|active|hidden|show|col|row|container|wrap(?:per)?|inner)\b")
"""Classes that say how something looks, and so may be anywhere."""

_STORY = 0.9
"""The story's element holds this share of the story's letters, on each page."""

_STORY_PAGES = 0.6
"""… on this share of the pages."""

_FURNITURE = 0.8
"""Share of a box's words that are links or lines that recur."""

_MOST = 40
"""Most boxes that are proposed."""

_PATHS = 40
"""Paths of a box that are remembered."""

_DROPPED = frozenset(
    {Role.NAVIGATION, Role.RELATED, Role.TEASER, Role.COMMENT, Role.WIDGET, Role.AD, Role.LEGAL}
)
_FACTS = frozenset({Role.DATE_LINE, Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.DECK})

_WHY = {
    "story": Bilingual(vi="giữ phần lớn bài viết", en="holds most of the story"),
    "links": Bilingual(vi="toàn liên kết đến bài khác", en="nothing but links to other stories"),
    "again": Bilingual(vi="dòng nào cũng lặp lại trên các trang", en="all its lines recur"),
    "titles": Bilingual(vi="tít của bài khác", en="headlines of other pages"),
    "removed": Bilingual(vi="trang nào cũng bị bỏ hết", en="removed whole on every page"),
    "sentences": Bilingual(
        vi="có liên kết, nhưng có cả câu văn: có thể là bài", en="has links, but sentences too"
    ),
    "fact": Bilingual(vi="trang nào cũng chỉ giữ việc này", en="holds nothing else on any page"),
}


@dataclass(slots=True)
class _Box:
    """What stands in the elements that one selector names.

    Attributes:
        raw: Name of the first capture with it.
        pages: On how many pages.
        roles: Words by what they are for today.
        kept: Words that are in the article today.
        words: All its words.
        linked: Words of links.
        again: Words of lines that recur.
        titles: Words of lines that are other pages' headlines.
        own: Words of sentences that no other page has, outside links.
        story: Pages on which nearly all of the story is in it.
        lines: All its lines.
        inside: How many of its lines stand between the story's first paragraph and its last.
        paths: Some of the paths of its lines.
    """

    raw: str
    pages: int = 0
    roles: Counter[Role] = field(default_factory=Counter)
    kept: int = 0
    words: int = 0
    linked: int = 0
    again: int = 0
    titles: int = 0
    own: int = 0
    story: int = 0
    lines: int = 0
    inside: int = 0
    paths: set[tuple[str, ...]] = field(default_factory=set)


def elements(pages: Sequence[Seen]) -> Iterator[Proposed]:
    """Propose the story's element, boxes to remove, and the elements of facts."""
    html = [page for page in pages if any(line.path for line in page.lines)]
    if len(html) < least(len(pages)):
        return
    boxes = _collect(html)
    enough = least(len(html))
    found = [(selector, box) for selector, box in sorted(boxes.items()) if box.pages >= enough]
    holding = [
        (selector, box)
        for selector, box in found
        if box.story >= max(enough, _STORY_PAGES * len(html))
        and selector.partition(".")[0].partition("#")[0] in _CONTAINERS
    ]
    if holding:
        selector, box = min(holding, key=lambda item: (item[1].lines, -len(item[0]), item[0]))
        yield _proposed("story", selector, box, of=len(html), why="story")
    around = {selector for selector, box in boxes.items() if box.story}
    yield from _boxes(found, around, len(html))
    same: set[tuple[Role, frozenset[tuple[str, ...]]]] = set()
    for selector, box in sorted(found, key=lambda item: (-len(item[0]), item[0])):
        role = _fact(box)
        if selector in around or role is None or (role, frozenset(box.paths)) in same:
            continue
        same.add((role, frozenset(box.paths)))  # several classes of one element
        yield _proposed(f"selected/{role.value}", selector, box, of=len(html), why="fact")


def _boxes(found: Sequence[tuple[str, _Box]], around: set[str], pages: int) -> Iterator[Proposed]:
    """Boxes that are none of the story, the widest first, and none that stands in one before.

    Those that are removed today as well are proposed only where they stand within the story.
    """
    known: list[Selector] = []
    for selector, box in sorted(found, key=lambda item: (-item[1].lines, item[0])):
        if selector in around or not (box.kept or box.inside) or len(known) == _MOST:
            continue
        within = Elements(known)
        if known and all(within.matches(path) for path in box.paths):
            continue
        if proposal := _judged(selector, box, pages):
            if not proposal.review:
                known.append(Selector.parse(selector))
            yield proposal


def _collect(pages: Sequence[Seen]) -> dict[str, _Box]:
    again = recurring(pages)
    titles = {p.lines[p.headline].key: p.raw for p in pages if p.headline >= 0}
    boxes: dict[str, _Box] = {}
    for page in pages:
        own = story(page, again)
        mass = sum(len(page.lines[i].text) for i in own)
        first, last = (own[0], own[-1]) if own else (0, 0)
        held: dict[str, int] = defaultdict(int)
        seen: set[str] = set()
        for i, line in enumerate(page.lines):
            for selector in {name for step in line.path for name in _names(step)}:
                box = boxes.setdefault(selector, _Box(page.raw))
                seen.add(selector)
                held[selector] += len(line.text) if i in own else 0
                other = line.key in titles and titles[line.key] != page.raw
                _count(box, line, again=line.key in again, title=other)
                box.inside += first < i < last
        for selector in seen:
            boxes[selector].pages += 1
            boxes[selector].story += bool(mass) and held[selector] >= _STORY * mass
    return boxes


def _count(box: _Box, line: SeenLine, *, again: bool, title: bool) -> None:
    words = max(1, line.words)
    box.lines += 1
    box.words += words
    box.roles[line.role] += words
    box.kept += words if line.kept else 0
    box.linked += words if line.linked else 0
    box.titles += words if title and not line.linked else 0
    box.again += words if again and not title and not line.linked else 0
    if line.prose and not line.linked and not again:
        box.own += words
    if len(box.paths) < _PATHS:
        box.paths.add(line.path)


def _names(step: str) -> Iterator[str]:
    """Selectors for one element of a path: by each class, and by its id."""
    head, _, identity = step.partition("#")
    tag, *classes = head.split(".")
    for name in classes:
        if _TOKEN.fullmatch(name) and not _STATE.match(name):
            yield f"{tag}.{name}"
    if identity and _TOKEN.fullmatch(identity):
        yield f"{tag}#{identity}"


def _judged(selector: str, box: _Box, pages: int) -> Proposed | None:
    """What to make of a box; None if nothing speaks for its being none of the story."""
    tag = selector.partition(".")[0].partition("#")[0]
    if tag in _HEADINGS or box.roles[Role.HEADLINE] or box.roles[Role.DATE_LINE]:
        return None
    furniture = box.linked + box.again + box.titles
    role, why = Role.TEASER, "sentences"
    if not box.kept and _DROPPED.issuperset(box.roles):
        role, why = max(sorted(box.roles), key=lambda role: box.roles[role]), "removed"
    elif furniture < _FURNITURE * box.words:
        if not (box.kept and box.linked and box.own and 2 * furniture >= box.words):
            return None
    elif not box.own:
        of_others = box.linked + box.titles >= box.again
        role = Role.RELATED if of_others else Role.WIDGET
        why = ("links" if box.linked >= box.titles else "titles") if of_others else "again"
    return _proposed(f"selected/{role.value}", selector, box, of=pages, why=why)


def _fact(box: _Box) -> Role | None:
    """The one thing that a box is for on every page, if it is one of the facts of a story."""
    if len(box.roles) != 1:
        return None
    (role,) = box.roles
    return role if role is Role.DECK or (role in _FACTS and not box.own) else None


def _proposed(key: str, selector: str, box: _Box, *, of: int, why: str) -> Proposed:
    name = selector.partition(".")[2] or selector.partition("#")[2]
    return Proposed(
        key=key,
        name=name.lower() if key != "story" else "",
        value=selector,
        pages=box.story if key == "story" else box.pages,
        of=of,
        example=box.raw,
        why=_WHY[why],
        review=why == "sentences",
    )
