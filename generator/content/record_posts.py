"""Posts that overlap: two of one person, and two people in one chair.

Only what is certain is reported. A post without a start overlaps nothing; one without an end is
still held, as the table of fields says; a date known to the year is any day of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.records import Record
from generator.errors import finding
from generator.model import Bilingual, Date, DatedRole, Finding
from generator.vietnamese import compare_key

# A post that says that it is held beside another one, and a seat among many, leave room for more
# posts in the same organisation.
_BESIDE = re.compile(r"\bkiêm\b|\bconcurrent(?:ly)?\b|^(?:ủy viên|đại biểu|thành viên|member)\b")

# Posts with one chair. "Minister" alone may be a rank, and there are many in a government.
_ONE_CHAIR = re.compile(
    r"(?:tổng bí thư|chủ tịch nước|chủ tịch quốc hội|tổng thống|thủ tướng|tổng thư ký"
    r"|tổng giám đốc|(?:bộ|ngoại) trưởng(?= \w)|general secretary|president|prime minister"
    r"|minister (?:of|for)|secretary[- ]general|director[- ]general)\b(?! (?:danh dự|emerit))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """A post in somebody's record.

    Attributes:
        record: Whose.
        line: Where it stands in their file.
        role: What it says.
        title: Its title as it compares, Vietnamese if it has one.
        organisation: Id that the organisation has today, or empty.
    """

    record: Record
    line: int
    role: DatedRole
    title: str
    organisation: str


def overlap(first: DatedRole, second: DatedRole) -> bool:
    """Whether two posts were certainly held at once, for more than the day on which they changed.

    Each began before the other ended: then, whatever the exact days are, there is a day within
    both that is not merely the last of one and the first of the other.
    """
    return _begins_before_end(first, second) and _begins_before_end(second, first)


def _begins_before_end(first: DatedRole, second: DatedRole) -> bool:
    if not first.start:
        return False
    return second.end is None or first.start.is_before(second.end)


def check(records: Iterable[Record], former: Mapping[str, str]) -> Iterator[Finding]:
    """Find posts that cannot have been held at once, or can hardly have been.

    * `record-roles-overlap`: one person, and the same post twice, or two posts in one
      organisation. Posts in different organisations may overlap (a Deputy Prime Minister who is
      Foreign Minister too). In one organisation the usual reason is an end that nobody wrote when
      the next post began; who did hold both says so in a title, as news does: "Phó Chủ tịch kiêm
      Tổng Thư ký", "concurrently". A seat ("Ủy viên …", "Member of …") keeps nobody from a post.
    * `record-post-twice`: two people in a post of which there is one, such as a minister's. The
      titles must be the same, name more than the rank or else an organisation, and have the same
      organisation or none.

    Args:
        records: All records, each id once.
        former: Former id of a record → its id now.
    """
    chairs: defaultdict[tuple[str, str], list[_Post]] = defaultdict(list)
    for record in records:
        posts = _posts(record, former)
        yield from _of_one_person(posts)
        for post in posts:
            if _is_one_chair(post):
                chairs[post.title, post.organisation].append(post)
    for _, held in sorted(chairs.items()):
        for earlier, later in _at_once(sorted(held, key=_order)):
            yield finding(
                "record-post-twice",
                file=later.record.file,
                line=later.line,
                title=_shown(later.role.title),
                other=earlier.record.file,
                other_line=earlier.line,
            )


def _posts(record: Record, former: Mapping[str, str]) -> list[_Post]:
    return [
        _Post(
            record=record,
            line=line,
            role=role,
            title=_key(role.title.get("vi")),
            organisation=former.get(role.organisation, role.organisation),
        )
        for role, line in zip(record.entity.roles, record.role_lines, strict=True)
        if role.start
    ]


def _of_one_person(posts: list[_Post]) -> Iterator[Finding]:
    groups: defaultdict[tuple[str, str], list[_Post]] = defaultdict(list)
    for post in sorted(posts, key=_order):
        groups[post.title, post.organisation].append(post)
        if post.organisation and not _is_beside(post.role.title):
            groups["", post.organisation].append(post)
    found: dict[int, tuple[_Post, _Post]] = {}
    for group in groups.values():
        for earlier, later in _at_once(group, of_one=True):
            found.setdefault(later.line, (earlier, later))
    for earlier, later in found.values():
        yield finding(
            "record-roles-overlap",
            file=later.record.file,
            line=later.line,
            title=_shown(later.role.title),
            other=_shown(earlier.role.title),
            other_line=earlier.line,
        )


def _at_once(posts: Iterable[_Post], *, of_one: bool = False) -> Iterator[tuple[_Post, _Post]]:
    """Each post with the one before it that was held longest, where the two overlap.

    Args:
        posts: In order of `_order`.
        of_one: Whether they are all one person's; else posts of one person are not compared.
    """
    longest: _Post | None = None
    for post in posts:
        if longest is None:
            longest = post
            continue
        if (of_one or longest.record is not post.record) and overlap(longest.role, post.role):
            yield longest, post
        longest = max(longest, post, key=_end)


def _is_beside(title: Bilingual) -> bool:
    return any(_BESIDE.search(_key(text)) for text in (title.vi, title.en))


def _is_one_chair(post: _Post) -> bool:
    match = _ONE_CHAIR.match(post.title)
    return match is not None and (bool(post.organisation) or match.end() < len(post.title))


def _order(post: _Post) -> tuple[Date, str, int]:
    assert post.role.start  # noqa: S101 - `_posts` takes no others
    return post.role.start, post.record.entity.id, post.line


def _end(post: _Post) -> tuple[bool, Date]:
    # Dates compare by the first day that they may be, which is what certainty needs of an end.
    return post.role.end is None, post.role.end or Date(year=1)


def _key(text: str) -> str:
    return compare_key(text).casefold()


def _shown(title: Bilingual) -> Bilingual:
    return Bilingual(vi=title.get("vi"), en=title.get("en"))
