"""Names that are part of a longer one: whether a careful archivist would say that it is named.

What the longer name is made of decides:

- A person is not named by another person's longer name ("Phạm Bình" in "Phạm Bình Minh", "Sơn"
  in "Bùi Thanh Sơn"), nor by a street, a school or a prize that bears their name.
- A place is not named by a person's name ("Nguyễn Sơn La", "bà Nga"), by another place's ("Mỹ
  Tho") or by a language ("tiếng Nga"). What is called after a place does name it: "Đại học Hà
  Nội", "Tuyên bố Hà Nội", "Hội nghị Geneva" all say where.
- A body of ours is not named by another country's: "Bộ Ngoại giao Nga", "Russian Foreign
  Ministry", "Quốc hội các nước thành viên EU". "Quốc hội hai nước" names ours, one of the two.
- A topic or an event is a cataloguer's words and is found in any company.

A longer name that is on record was chosen before these questions are asked, and so was a
country's: a record may well be called "Bộ Ngoại giao Nhật Bản".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from generator.assemble import countries, titles
from generator.assemble.person_names import is_family, is_surely_family, is_syllable
from generator.model import EntityKind

_STOPS = ".!?:;…\n"
_OPENING = "“\"'‘(*_ "
_NAMED_AFTER = "đường phố lộ trường cầu giải thưởng tàng viện quỹ lăng tượng tàu hát bay công ty"
_THINGS = frozenset(_NAMED_AFTER.split())
_NAMED_AFTER_EN = (
    "Street Road Avenue Boulevard Square Bridge Airport Museum Prize Award Foundation Institute "
    "University School Academy Mausoleum Stadium Hospital"
)
_THINGS_EN = frozenset(_NAMED_AFTER_EN.split())
_THEIRS = re.compile(
    r"(?:,? (?:của|thuộc))? (?:các|nhiều|những|một số|nước) "
    r"(?:nước|quốc gia|thành viên|ngoài|bạn|sở tại)|"
    r" of (?:the )?(?:member|other|partner|some|several|many|all)\b|of foreign\b"
)
_OF = re.compile(r" (?:of (?:the )?|\(|(?:của |thuộc )?(?:nước )?)")
_LONGEST_CHAIN = 3
_LANGUAGE_WINDOW = 90


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text and where in it any name stands that we know.

    Attributes:
        text: The text, in one placement of tone marks.
        lang: One of `LANGS`.
        starts: Where names start.
        ends: Where names end.
        long_ends: Where names of several syllables end.
        foreign: Where names of other countries start.
        foreign_ends: Where they end.
    """

    text: str
    lang: str
    starts: Collection[int]
    ends: Collection[int]
    long_ends: Collection[int]
    foreign: Collection[int]
    foreign_ends: Collection[int]

    def word_before(self, start: int) -> tuple[int, str]:
        """The word before a position and where it starts; empty behind any sign but a space."""
        text, end = self.text, start - 1
        if end <= 0 or text[end] != " ":
            return start, ""
        begin = text.rfind(" ", 0, end) + 1
        if not text[begin:end].isalnum():
            begin = end
            while begin and (text[begin - 1].isalnum() or text[begin - 1] == "-"):
                begin -= 1
        return begin, text[begin:end]

    def word_after(self, end: int) -> str:
        """The word after a position; empty behind any sign but a space."""
        text = self.text
        if text[end : end + 1] != " ":
            return ""
        stop = text.find(" ", end + 1)
        if stop < 0 or not text[end + 1 : stop].isalnum():
            stop = end + 1
            while stop < len(text) and (text[stop].isalnum() or text[stop] == "-"):
                stop += 1
        return text[end + 1 : stop]

    def starts_sentence(self, start: int) -> bool:
        """Whether nothing but signs stands between a position and the end of a sentence."""
        before = self.text[max(start - 8, 0) : start].rstrip(_OPENING)
        return not before or before[-1] in _STOPS

    def chain(self, start: int) -> list[str]:
        """Capitalised Vietnamese syllables right before a position that are of no long name."""
        words: list[str] = []
        while len(words) < _LONGEST_CHAIN and start - 1 not in self.long_ends:
            start, word = self.word_before(start)
            if not (word[:1].isupper() and is_syllable(word)):
                break
            words.insert(0, word)
        return words

    def goes_on(self, end: int) -> bool:
        """Whether a capitalised syllable follows that begins no name and no post."""
        if not self.text[end + 1 : end + 2].isupper():
            return False
        word = self.word_after(end)
        return (
            self.lang == "vi"
            and word[:1].isupper()
            and not word.isupper()
            and is_syllable(word)
            and end + 1 not in self.starts
            and not titles.begins(self.text, end + 1)
        )


def stands(kind: EntityKind | None, form: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether a name that was found is meant, and not a part of another.

    Args:
        kind: What has the name; None for a country that is not on record.
        form: The name as recorded.
        start: Where it starts.
        end: Where it ends.
        around: What stands around it.
    """
    if kind is EntityKind.PERSON:
        return not _in_person(form, start, end, around)
    if kind is EntityKind.PLACE or kind is None:
        return not _in_place(form, start, end, around)
    if kind is EntityKind.ORGANISATION:
        return not _is_foreign(form, start, end, around)
    return True


def _in_person(form: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether a person's name is part of another person's, or of a thing's."""
    text = around.text
    follows = text[end + 1 : end + 2]
    if text[end : end + 1] == "-" and follows.islower():
        return True
    if follows.isupper() and (
        around.word_after(end) in _THINGS_EN or (_is_syllables(form) and around.goes_on(end))
    ):
        return True
    begin, before = around.word_before(start)
    if before.lower() in _THINGS:
        return True
    if not before[:1].isupper() or start - 1 in around.ends or titles.before(text, start):
        return False
    return _is_part(form, start, before, around, opens=around.starts_sentence(begin))


def _is_part(form: str, start: int, before: str, around: Surroundings, *, opens: bool) -> bool:
    """Whether a capitalised word before a person's name makes it another person's."""
    first, _, rest = form.partition(" ")
    if rest and is_family(first):
        return is_surely_family(before) and len(around.chain(start)) == 1
    if is_syllable(before) and is_syllable(first):
        return is_family(before) or not opens
    return not rest and len(before) > 1 and not opens


@lru_cache(maxsize=1 << 14)
def _is_syllables(form: str) -> bool:
    return all(map(is_syllable, form.split()))


def _in_place(form: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether a place's name is part of a person's, of another place's or of a language's."""
    chain = around.chain(start)
    if chain and is_surely_family(chain[0]):
        return True
    post = titles.before(around.text, start)
    if post in titles.PRONOUNS:
        return True
    if around.lang != "vi":
        return False
    window = around.text[max(start - _LANGUAGE_WINDOW, 0) : start]
    if "tiếng " in window:
        since = window.rpartition("tiếng ")[2]
        if all(word == "và" or word[0].isupper() for word in since.replace(",", " ").split()):
            return True
    return is_syllable(form) and not post and around.goes_on(end)


def _is_foreign(form: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether a body's name is that of another country's."""
    if form.isupper() or " " not in form:
        return False
    text = around.text
    if _THEIRS.match(text, end):
        return True
    of = _OF.match(text, end)
    if of and of.end() in around.foreign:
        return True
    if around.lang != "en":
        return False
    begin, before = around.word_before(start)
    if before == "s" and text[begin - 1] == "'":
        return begin - 1 in around.foreign_ends
    return before in countries.adjectives() or start - 1 in around.foreign_ends
