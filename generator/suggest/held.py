"""The posts of one person, as texts word them: the same post in several wordings is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model import Date
from generator.suggest.known import body_key
from generator.suggest.passages import Passage
from generator.suggest.sighting import Body, Post, Sighting
from generator.suggest.survey import Context, context
from generator.vietnamese import compare_key

MOST = 3
"""Contexts that are shown of one post, person or organisation."""

Owner = Callable[[str], str]
"""Name of an organisation → id of its record; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post that texts give to somebody.

    Attributes:
        title: As the fullest wording has it: "Thứ trưởng Bộ Ngoại giao".
        word: The post alone: "Thứ trưởng".
        lang: Language of the texts.
        organisation: Of which organisation, as written; empty if no text says.
        record: Id of the organisation's record; empty if it has none.
        abbreviation: Its short form, where a text gives it.
        former: Whether all texts say that it was held before.
        first: Date of the first article that gives it; None if none is dated.
        last: Of the last one.
        count: How often it is given.
        articles: Ids of the articles that give it, in order.
        contexts: At most `MOST`.
    """

    title: str
    word: str
    lang: str
    organisation: str = ""
    record: str = ""
    abbreviation: str = ""
    former: bool = False
    first: Date | None = None
    last: Date | None = None
    count: int = 0
    articles: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()


Given = tuple[Post, Sighting, Passage]
"""A post with where a text gives it."""


def posts(given: Iterable[Given], owner: Owner, full: Mapping[str, str]) -> tuple[Held, ...]:
    """Put the posts of one person together.

    A post that names no organisation is the one post of that word that does, if there is only
    one: "Tổng Giám đốc Vũ Việt Trang" beside "Tổng Giám đốc Thông tấn xã Việt Nam Vũ Việt Trang".

    Args:
        given: In order of the texts.
        owner: Finds records of organisations.
        full: Short form of an organisation → `body_key` of its full name.

    Returns:
        By language and first date, those without a date last, then by title.
    """
    groups: defaultdict[tuple[str, str, str], list[Given]] = defaultdict(list)
    for one in given:
        groups[_key(one, owner, full)].append(one)
    whole: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for lang, word, tail in sorted(groups):
        if tail:
            whole[lang, word].append(tail)
    for (lang, word), tails in whole.items():
        if len(tails) == 1:
            groups[lang, word, tails[0]] += groups.pop((lang, word, ""), [])
    held = [_held(found, owner) for _, found in sorted(groups.items())]
    return tuple(sorted(held, key=_order))


def _order(post: Held) -> tuple[bool, bool, str, str]:
    return post.lang != "vi", post.first is None, str(post.first or ""), post.title


def _key(given: Given, owner: Owner, full: Mapping[str, str]) -> tuple[str, str, str]:
    """Under what a post is the same as another: language, word, and organisation or country."""
    post, _, passage = given
    word = compare_key(post.word).casefold()
    if post.organisation:
        record = owner(post.organisation) or owner(post.abbreviation)
        short = body_key(post.organisation)
        return passage.lang, word, record or full.get(short, short)
    return passage.lang, word, compare_key(post.title).casefold().replace(word, "").strip()


def _held(given: list[Given], owner: Owner) -> Held:
    said = [post for post, _, _ in given if post.organisation] or [post for post, _, _ in given]
    # The wording in which the organisation stands whole, then the commonest, then the longest.
    titles = Counter(post.title for post in said)
    whole = {post.title for post in said if post.organisation and post.organisation in post.title}
    title = min(titles, key=lambda text: (text not in whole, -titles[text], -len(text), text))
    best = next(post for post in said if post.title == title)
    short = next((post.abbreviation for post in said if post.abbreviation), "")
    first, last = span(passage.date for _, _, passage in given)
    return Held(
        title=title,
        word=best.word,
        lang=given[0][2].lang,
        organisation=best.organisation,
        record=owner(best.organisation) or owner(short),
        abbreviation=short,
        former=all(post.former for post, _, _ in given),
        first=first,
        last=last,
        count=len(given),
        articles=tuple(sorted({passage.article for _, _, passage in given})),
        contexts=contexts((sighting, passage) for _, sighting, passage in given),
    )


def span(dates: Iterable[Date | None]) -> tuple[Date | None, Date | None]:
    """The first and the last of some dates, to the day; None for both if none is known."""
    known = sorted({date.day_only() for date in dates if date})
    return (known[0], known[-1]) if known else (None, None)


def contexts(found: Iterable[tuple[Sighting | Body, Passage]]) -> tuple[Context, ...]:
    """The first places of different wording, at most `MOST`."""
    shown: dict[str, Context] = {}
    for sighting, passage in found:
        if len(shown) == MOST:
            break
        one = context(sighting, passage)
        shown.setdefault(one.text, one)
    return tuple(shown.values())
