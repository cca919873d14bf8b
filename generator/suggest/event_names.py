"""What articles call an event: the name that stands in them, never one that is made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator import vietnamese
from generator.assemble import stop_words

LONGEST = 12
"""Words of the longest name."""

SHORTEST = 3
"""Words of the shortest: "Hội nghị" alone names no conference."""

# With what names of events begin in Vietnamese.
_HEADS_VI = (
    "hội nghị|đại hội|hội thảo|hội đàm|tọa đàm|diễn đàn|liên hoan|triển lãm|kỳ họp|phiên họp|"
    "phiên thảo luận|tuần lễ|chuyến thăm|lễ|họp báo|cuộc gặp|buổi làm việc|khóa họp"
)
_HEAD_VI = re.compile(rf"(?<!\w)(?:{_HEADS_VI})(?!\w)", re.IGNORECASE)
# In English the words stand before: `31st Diplomatic Conference`, `General Debate`.
_NAME_EN = re.compile(
    r"(?<!\w)(?:\d+(?:st|nd|rd|th) |(?!The )[A-Z][\w'-]* (?:(?:of|on|and|the|for) )?){1,8}"
    r"(?:Conference|Congress|Summit|Forum|Meeting|Ceremony|Session|Festival|Exhibition|Dialogue|"
    r"Week|Debate)(?: (?:of|on|for) (?:the )?[A-Z]\w*(?: [A-Z]\w*)*)?(?!\w)"
)
# Words that go on telling what happened, and belong to no name.
_GOING_ON = """
đã đang sẽ được do tại ở là sáng chiều tối ngày khi để nhằm này đó và với trong diễn theo cho có sau
trước từ vào bế khai kết thông thành
"""
_ENDS = frozenset(_GOING_ON.split())
_WORD = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")


def name(texts: Iterable[tuple[str, str, str]], lang: str) -> str:
    """Find the name that most of some texts have in common.

    Args:
        texts: Of each account (reprints of one text are one) its headline, its words as read, and
            their language.
        lang: Language of the name.

    Returns:
        The name as written where it stands first; empty if no headline has one, and no two
        accounts share one.
    """
    written: dict[str, str] = {}
    accounts: Counter[str] = Counter()
    headlines: Counter[str] = Counter()
    for title, plain, its in texts:
        if its == lang:
            here: set[str] = set()
            for part in (title, plain):
                for candidate in _candidates(part, lang):
                    key = vietnamese.compare_key(candidate).lower()
                    written.setdefault(key, candidate)
                    here.add(key)
                if part is title:
                    headlines.update(here)
            accounts.update(here)
    fit = [key for key in accounts if accounts[key] > 1 or headlines[key]]
    best = min(fit, key=lambda key: (-_worth(key, accounts[key], headlines[key]), key), default="")
    return written.get(best, "")


def _worth(key: str, accounts: int, headlines: int) -> int:
    """How much speaks for a name: who uses it, and how much it says."""
    return (accounts + headlines) * len(key.split())


def _candidates(text: str, lang: str) -> Iterator[str]:
    """Everything in a text that has the form of a name of an event."""
    if lang == "en":
        for match in _NAME_EN.finditer(text):
            yield match[0]
        return
    for head in _HEAD_VI.finditer(text):
        end = head.end()
        count = len(head[0].split())
        named = False
        while count < LONGEST:
            word = _WORD.match(text, end + 1)
            if word is None or text[end : end + 1] != " ":
                break
            lower = word[0].lower()
            if lower in _ENDS:
                break
            end = word.end()
            count += 1
            named = named or word[0][0].isupper() or word[0][0].isdigit()
            if named and count >= SHORTEST and lower not in stop_words.LAST["vi"]:
                following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
                if following is None or _parts(word[0], following[0]):
                    yield text[head.start() : end]


def _parts(word: str, following: str) -> bool:
    """Whether a name may end between two words: before one that joins, or where capitals end."""
    if following.lower() in _ENDS or following.lower() in stop_words.FIRST["vi"]:
        return True
    return (word[0].isupper() or word[0].isdigit()) and following[0].islower()
