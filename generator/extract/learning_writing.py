"""A proposed profile as YAML, every line with a comment on what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract import learning, learning_elements, learning_lines
from generator.extract.learning import Proposed, Seen
from generator.extract.paths import Selector
from generator.extract.profile_elements import Elements

_ORDER_NAMES = "domains site_names fingerprints lines phrases lexicon story selected"
_ORDER = _ORDER_NAMES.split()
"""The keys of a profile, in order."""

_REMOVED_NAMES = "teaser related comment widget ad navigation legal"
_REMOVED = _REMOVED_NAMES.split()
_READ_NAMES = "date_line byline caption credit deck"
_SELECTED = [*_REMOVED, *_READ_NAMES.split()]
"""The order in which elements are asked: what is removed before what is read."""

_WORDS = {
    "vi": {
        "head": (
            "Hồ sơ đề xuất cho `{outlet}`, rút ra từ {pages} bản chụp. Chưa có hiệu lực: hãy đọc\n"
            "từng mục, sửa, đặt tên báo, rồi cất vào thư mục profiles/ của kho lưu trữ.\n"
            "Mục có chữ «xem lại» có thể là một phần của bài; muốn dùng thì bỏ dấu # ở đầu dòng."
        ),
        "seen": "thấy ở {pages} trên {of} trang, ví dụ {example}: {why}",
        "review": "xem lại",
    },
    "en": {
        "head": (
            "Proposed profile of `{outlet}`, from {pages} captures. It is not in force: read each\n"
            "entry, mend it, name the outlet, and put the file into the archive's profiles/.\n"
            "What is marked `review` may be part of stories; to use it, take away its leading #."
        ),
        "seen": "seen on {pages} of {of} pages, for example {example}: {why}",
        "review": "review",
    },
}


def learn(pages: Sequence[Seen]) -> tuple[Proposed, ...]:
    """All that recurs on the pages of an outlet, as lines of a profile.

    Args:
        pages: In any order; fewer than `learning.LEAST` show nothing.

    Returns:
        What is proposed, and what is asked; the same for the same pages.
    """
    ordered = sorted(pages, key=lambda page: page.raw)
    if len(ordered) < learning.LEAST:
        return ()
    found = list(learning_elements.elements(ordered))
    gone = [p for p in found if p.key.removeprefix("selected/") in _REMOVED and not p.review]
    boxes = Elements([Selector.parse(p.value) for p in gone])
    found += learning_lines.lines(ordered, boxes)
    found += learning_lines.datelines(ordered)
    found += learning_lines.date_lines(ordered)
    found += learning.facts(ordered)
    return tuple(sorted(found, key=_place))


def _place(proposed: Proposed) -> tuple[int, int, bool, int, str, str]:
    top, _, below = proposed.key.partition("/")
    inner = _SELECTED.index(below) if top == "selected" else 0
    return (
        _ORDER.index(top),
        inner,
        proposed.review,
        -proposed.pages,
        proposed.key,
        proposed.value,
    )


def write(outlet: str, found: Sequence[Proposed], *, pages: int, lang: str) -> str:
    """The YAML of a proposed profile.

    Args:
        outlet: What the captures were chosen by.
        found: What `learn` proposed.
        pages: From how many pages.
        lang: Language of the comments.
    """
    words = _WORDS[lang]
    head = words["head"].format(outlet=_line(outlet), pages=pages)
    hosts = [p.value for p in found if p.key == "domains"]
    sites = [p.value for p in found if p.key == "site_names"]
    name = _quoted(sites[0] if sites else outlet)
    lines = [f"# {line}" for line in head.split("\n")]
    lines.append(f"names: {{vi: {name}, en: {name}}}")
    if hosts:
        lines.append(f"home: {_quoted(f'https://{hosts[0]}/')}")
    for key in _ORDER:
        lines += _section(key, [p for p in found if p.key.partition("/")[0] == key], words)
    return "\n".join(lines) + "\n"


def _section(key: str, found: Sequence[Proposed], words: dict[str, str]) -> Iterator[str]:
    """One key of the profile; without an entry in force it is a comment as a whole."""
    if not found:
        return
    sure = any(not p.review for p in found)
    yield f"{key}:" if sure else f"# {key}:"
    last, names = "", set[str]()
    for proposed in found:
        _, _, below = proposed.key.partition("/")
        group = below if key in ("phrases", "lexicon", "selected") else ""
        in_force = any(not p.review for p in found if p.key == proposed.key)
        if group and group != last:
            yield f"  {group}:" if in_force else f"  # {group}:"
        last = group
        indent = "    " if group else "  "
        seen = words["seen"].format(
            pages=proposed.pages,
            of=proposed.of,
            example=_line(proposed.example),
            why=proposed.why.vi if words is _WORDS["vi"] else proposed.why.en,
        )
        mark = f"{words['review']}: " if proposed.review else ""
        yield f"{indent}# {mark}{seen}"
        for line in _entry(proposed, key, below, names):
            yield f"{indent}{'# ' if proposed.review else ''}{line}"


def _entry(proposed: Proposed, key: str, below: str, names: set[str]) -> Iterator[str]:
    value = _quoted(proposed.value)
    if key == "lines":
        role, _, where = below.partition("/")
        yield f"- name: {_free(proposed.name, names)}"
        yield f"  role: {role}"
        yield f"  pattern: {value}"
        yield f"  where: {where}"
        yield "  max_words: 120"
    elif key in ("fingerprints", "selected"):
        yield f"{_quoted(_free(proposed.name, names))}: {value}"
    else:
        yield f"- {value}"


def _free(name: str, names: set[str]) -> str:
    """A name that no entry has yet."""
    free, number = name, 2
    while free in names:
        free, number = f"{name}-{number}", number + 1
    names.add(free)
    return free


def _quoted(text: str) -> str:
    """A text as YAML in single quotes, in which nothing has a meaning but the quote."""
    return "'" + _line(text).replace("'", "''") + "'"


def _line(text: str) -> str:
    """A text on one line, without what YAML takes for the end of one or refuses."""
    return "".join(c if c.isprintable() else " " for c in text)
