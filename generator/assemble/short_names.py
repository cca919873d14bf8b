"""Short names of people: "ông Sơn", "Bộ trưởng Sơn", "bà Thu Hằng", "President Biden".

A part of a name counts only behind a post or a word such as "ông": alone it may be anything.
Whose it is, is for `whose` to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import ahocorasick_rs

from generator.assemble import name_forms, person_names, titles
from generator.assemble.choice import Found
from generator.assemble.person_names import Part
from generator.model import Entity, EntityKind

_MOST_BEFORE = 3
"""Words of a name that may stand before the given one."""

_COMPOUND = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_OFFICE_WORDS = (
    "An ninh,An toàn,Bảo hiểm,Bảo tàng,Chính phủ,Chính trị,Công an,Công binh,Công đoàn,"
    "Công nghệ,Công nghiệp,Công ty,Dân tộc,Dân vận,Danh dự,Đại diện,Đại học,Đoàn chủ tịch,"
    "Đoàn thanh niên,Giao thông,Giáo dục,Hải quan,Hàng không,Hành chính,Hạ viện,Hiệp hội,"
    "Học viện,Hội đồng,Hội nghị,Huyện ủy,Kế hoạch,Khoa học,Kinh tế,Lao động,Liên bang,"
    "Liên đoàn,Liên hiệp,Liên hợp,Liên minh,Mặt trận,Ngân hàng,Ngoại giao,Nhà nước,Nội các,"
    "Nội chính,Nội vụ,Pháp chế,Phòng thương mại,Phụ nữ,Quân đội,Quân khu,Quân ủy,Quốc gia,"
    "Quốc hội,Quốc phòng,Tài chính,Tài nguyên,Thanh niên,Thanh tra,Thành đoàn,Thành phố,"
    "Thành ủy,Thông tin,Thông tấn,Thủ đô,Thường trực,Thương mại,Thượng viện,Trung tâm,"
    "Trung ương,Tuyên giáo,Tư lệnh,Tư pháp,Văn hóa,Văn phòng,Xây dựng,Xuất bản,Y tế"
)
_OFFICES = frozenset(_OFFICE_WORDS.split(","))
"""What stands behind a post and begins like somebody's given name: "Thủ tướng Chính phủ"."""


class ShortNames:
    """Finds parts of people's names behind posts."""

    def __init__(self, records: Mapping[str, Entity]) -> None:
        parts: defaultdict[str, dict[tuple[str, Part], None]] = defaultdict(dict)
        for id_, record in records.items():
            if record.kind is EntityKind.PERSON:
                for part in person_names.parts(record):
                    parts[name_forms.key(part.text)][id_, part] = None
        self._keys = sorted(parts)
        self._parts = [tuple(parts[key]) for key in self._keys]
        # Before any of them stands a space, behind the post or behind more of the name. Of those
        # that begin alike only the longest can be all of a word.
        self._automaton = ahocorasick_rs.AhoCorasick(
            [f" {key}" for key in self._keys], matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
        )
        self._words = _OFFICES | {
            word
            for record in records.values()
            for name in (record.name.vi, *record.aliases, *(r.title.vi for r in record.roles))
            for word in _COMPOUND.findall(name_forms.key(name))
            if word.partition(" ")[2].islower()
        }

    def find(self, text: str, named: Sequence[Found]) -> list[Found]:
        """Find parts of names behind posts, from left to right, outside of names found already.

        Args:
            text: The text, as given to `Names.find`.
            named: What that found.
        """
        key = name_forms.key(text)
        taken = bytearray(len(key))
        for name in named:
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
        found: list[Found] = []
        others: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, space, end in self._automaton.find_matches_as_indexes(key):
            after, start = key[end : end + 1], space + 1
            if after.isalnum() or taken[start] or self._goes_on(key, start, end, after):
                continue
            first, post = _post_before(key, start)
            owners = self._owners(number, key[first:end].split(" ")) if post else ()
            if owners:
                found.append(Found(first, end, owners, post=post))
            else:
                others[self._keys[number]].append((start, end))
        return [name._replace(rivals=_rivals(key, others[_last(key, name)])) for name in found]

    def _owners(self, number: int, words: Sequence[str]) -> tuple[str, ...]:
        """Ids of those whom a part names together with the words of the name before it."""
        return tuple(sorted({id_ for id_, own in self._parts[number] if _fits(words, own)}))

    def _goes_on(self, text: str, start: int, end: int, after: str) -> bool:
        """Whether a part is the beginning of a longer name or word: what stands after it says."""
        if after == "-":
            return text[end + 1 : end + 2].isalpha()
        if after != " ":
            return False
        if text[end + 1 : end + 2].isupper() and not titles.begins(text, end + 1):
            return True
        compound = _COMPOUND.match(text, start)
        return compound is not None and compound[0] in self._words


def _post_before(text: str, start: int) -> tuple[int, str]:
    """Where a person's name starts of which a part is known, and the post before it."""
    first = start
    for _ in range(_MOST_BEFORE):
        post = titles.before(text, first)
        if post and not _is_name(text, first, post):
            return first, post
        before = _capital_before(text, first)
        if before == first:
            break
        first = before
    return start, ""


def _is_name(text: str, position: int, post: str) -> bool:
    """Whether what looks like a post is part of the name: "Ông Anh Sơn" is called Anh Sơn."""
    start = position - len(post) - 1
    return post in titles.PRONOUNS and text[start].isupper() and bool(titles.before(text, start))


def _capital_before(text: str, start: int) -> int:
    """Where the capitalised word before a position starts; the position itself if none does."""
    if text[start - 1 : start] != " ":
        return start
    begin = text.rfind(" ", 0, start - 1) + 1
    if not text[begin : start - 1].isalnum():
        begin = start - 1
        while begin and (text[begin - 1].isalnum() or text[begin - 1] in "-'."):
            begin -= 1
    return begin if text[begin].isupper() else start


def _fits(words: Sequence[str], part: Part) -> bool:
    """Whether the words behind a post are the end of a given name, or the one part of another."""
    if part.given:
        return part.name[-len(words) :] == tuple(words)
    return len(words) == 1


def _last(text: str, name: Found) -> str:
    """The last word of a name."""
    return text[name.start : name.end].rpartition(" ")[2]


def _rivals(text: str, places: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The full names that stand around parts which no post introduces, in order."""
    return tuple(sorted({full for place in places if (full := _full_name(text, *place))}))


def _full_name(text: str, start: int, end: int) -> str:
    """The full Vietnamese name that ends here: "Phan Anh Sơn"; empty if none does."""
    first, full = start, ""
    for _ in range(_MOST_BEFORE):
        before = _capital_before(text, first)
        if before == first:
            break
        first = before
        family = text[first:end].partition(" ")[0]
        if person_names.is_family(family) and not titles.begins(text, first):
            full = text[first:end]
    return full
