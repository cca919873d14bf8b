"""A fresh set of queries: articles and questions to them, made from a seed.

Nothing of search was fitted to it. What answers a query is found by reading every article from
its first word to its last, with code of its own: the articles that have the words in a row, and
among them, where accents were typed, those that have these very accents.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from bench import archives
from generator.model import EntityKind

Row = dict[str, Any]

_SEED = 6_021
_ARTICLES, _RECORDS = 300, 200
_EACH = 25
"""Queries of a category."""

# Tones may stand on either vowel: o or u first is the new way, the second vowel the old one.
_STYLED = (
    ("hoà thuận", "hòa thuận"),
    ("thuỷ điện", "thủy điện"),
    ("khoẻ khoắn", "khỏe khoắn"),
    ("xoá nợ", "xóa nợ"),
    ("toà soạn", "tòa soạn"),
    ("uỷ quyền", "ủy quyền"),
    ("luỹ tre", "lũy tre"),
    ("hoạ sĩ trẻ", "họa sĩ trẻ"),
)
_STROKES = ("đồng lúa", "đường đua", "đò đưa", "đất đỏ", "đèn đóm", "đoàn đua")
_ENGLISH = (
    "maritime boundary talks",
    "consular protection",
    "rice export quota",
    "border trade fair",
    "scholarship agreement",
    "joint naval patrol",
)
_ACRONYMS = ("KBQX", "WQTO", "XHVK", "ZKFA", "QLVN", "PXHD")
_NONSENSE = ("gribblefax", "walrus sonata", "zzyzx", "Quentin Oberholtzer", "plinth juggernaut")
_LETTERS = "abcdeghiklmnopqrstuvxy"
_TONES = {"\u0300": ("f", "2"), "\u0301": ("s", "1"), "\u0303": ("x", "4"), "\u0309": ("r", "3")}
_TONES["\u0323"] = ("j", "5")
_MARKS = {"\u0306": ("w", "8"), "\u031b": ("w", "7")}
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def fresh() -> tuple[list[Row], list[Row]]:
    """Articles, and queries with what answers them, in the form of the official set."""
    chance = random.Random(_SEED)  # noqa: S311 - a seeded sample, not a secret
    made = archives.generate(_ARTICLES, _RECORDS)
    names = {record.id: record.name.vi for record in made.entities}
    people = [one.name.vi for one in made.entities if one.kind is EntityKind.PERSON]
    lines: list[Row] = []
    for number, article in enumerate(a for a in made.articles if a.translation is None):
        planted = _planted(chance)
        text = f"{article.title}\n{article.body}"
        lines.append(
            {
                "id": f"fresh-{number:03}",
                "date": str(article.date),
                "source": names[article.source.outlet],
                "lang": "vi",
                "topics": [],
                "persons": [name for name in people if name in text],
                "en": chance.choice(_ENGLISH).capitalize() if chance.random() < 1 / 4 else "",
                "title": article.title,
                "body": [*article.body.split("\n\n"), planted],
            }
        )
    return lines, _queries(chance, lines)


def _planted(chance: random.Random) -> str:
    """A paragraph with what the generated words lack."""
    month = f"tháng {chance.randrange(1, 13)} năm {chance.randrange(1960, 1999)}"
    day = f"{chance.randrange(1, 29)} {month}"
    styled = chance.choice(chance.choice(_STYLED))
    return f"Ngày {day}, {chance.choice(_ACRONYMS)} nói về {styled} và {chance.choice(_STROKES)}."


def _queries(chance: random.Random, lines: Sequence[Row]) -> list[Row]:  # noqa: C901 - a list
    texts = {line["id"]: _text(line) for line in lines}
    folded = {id_: _padded(_fold(text)) for id_, text in texts.items()}
    exact = {id_: _padded(_canonical(text)) for id_, text in texts.items()}
    made: list[Row] = []

    def ask(category: str, typed: str, meant: str) -> None:
        """Add a query; what has the words that were meant in a row answers it."""
        wanted = _padded(_fold(meant))
        accented = _padded(_canonical(meant))
        with_accents = _fold(typed) != _canonical(typed)
        answers = {
            id_: 2 if not with_accents or accented in exact[id_] else 1
            for id_, text in folded.items()
            if wanted in text
        }
        made.append({"cat": category, "q": typed, "rel": answers})

    typed: dict[str, Callable[[str], str]] = {
        "accented": lambda meant: meant,
        "unaccented": _plain,
        "nfd": lambda meant: unicodedata.normalize("NFD", meant),
        "phrase": lambda meant: f'"{meant}"',
        "typo": lambda meant: _edited(chance, _plain(meant)),
        "telex": lambda meant: _typed(meant, 0),
        "vni": lambda meant: _typed(meant, 1),
    }
    for category, keys in typed.items():
        for _ in range(_EACH):
            meant = _phrase(chance, lines, 4 if category in {"phrase", "typo"} else 3)
            ask(category, keys(meant), meant)
    for name in chance.sample(sorted({n for line in lines for n in line["persons"]}), _EACH):
        ask("name", _plain(name), name)
    for both in _STYLED:
        for meant in both:
            ask("tone-place", meant, meant)
    for meant in _STROKES:
        ask("d-stroke", _plain(meant), meant)
        ask("d-stroke", meant, meant)
    for meant in _ENGLISH:
        ask("english", meant, meant)
    for meant in _ACRONYMS:
        ask("acronym", meant.lower(), meant)
    forms: tuple[Callable[[str, str, str], str], ...] = (
        lambda d, m, y: f"{d}/{m}/{y}",
        lambda d, m, y: f"{d:0>2}.{m:0>2}.{y}",
        lambda d, m, y: f"{y}-{m:0>2}-{d:0>2}",
    )
    for number, line in enumerate(chance.sample(list(lines), _EACH)):
        day = re.search(r"Ngày ((\d+) tháng (\d+) năm (\d+)),", line["body"][-1])
        if day:
            ask("date", forms[number % 3](day[2], day[3], day[4]), f"ngày {day[1]}")
    for text in _NONSENSE:
        ask("nonsense", text, text)
    return made


def _text(line: Row) -> str:
    return "\n".join((line["title"], *line["body"], line["en"], *line["persons"]))


def _phrase(chance: random.Random, lines: Sequence[Row], words: int) -> str:
    """Some words in a row from within a sentence."""
    while True:
        found = _WORD.findall(chance.choice(chance.choice(lines)["body"]).split(".")[0])
        if len(found) > words + 2:
            start = chance.randrange(1, len(found) - words)
            chosen = found[start : start + words]
            if all(word.isalpha() for word in chosen):
                return " ".join(chosen)


def _plain(text: str) -> str:
    """Without accents, as typed on a desk without an input method."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(one for one in bare if not unicodedata.combining(one))


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(_plain(text).lower()))


def _canonical(text: str) -> str:
    """Words with each tone at their end, so that it does not matter where it stood."""
    return " ".join(map(_toned, _WORD.findall(unicodedata.normalize("NFC", text).lower())))


def _toned(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(one for one in parts if one in _TONES)
    return unicodedata.normalize("NFC", "".join(o for o in parts if o not in _TONES)) + tone


def _padded(text: str) -> str:
    return f" {text} "


def _edited(chance: random.Random, text: str) -> str:
    """One letter of one word left out, put in, changed, or swapped with the next."""
    words = text.split(" ")
    at = max(range(len(words)), key=lambda place: (len(words[place]) > 2, chance.random()))  # noqa: PLR2004
    word = words[at]
    place = chance.randrange(len(word))
    match chance.randrange(4):
        case 0 if len(word) > 2:  # noqa: PLR2004 - what is left is a word
            word = word[:place] + word[place + 1 :]
        case 1:
            word = word[:place] + chance.choice(_LETTERS) + word[place:]
        case 2 if len(set(word)) > 1:
            place = chance.choice([p for p in range(len(word) - 1) if word[p] != word[p + 1]])
            word = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            others = _LETTERS.replace(word[place], "")
            word = word[:place] + chance.choice(others) + word[place + 1 :]
    return " ".join((*words[:at], word, *words[at + 1 :]))


def _typed(text: str, method: int) -> str:
    """The keys of Telex (0) or VNI (1), tones at the end of their words."""
    return " ".join(_keys(word, method) for word in text.lower().split(" "))


def _keys(word: str, method: int) -> str:
    made, end = "", ""
    for one in unicodedata.normalize("NFD", word):
        if one in _TONES:
            end = _TONES[one][method]
        elif one in _MARKS:
            made += _MARKS[one][method]
        elif one == "\u0302":
            made += "6" if method else made[-1]
        elif one == "đ":
            made += "d9" if method else "dd"
        else:
            made += one
    return made + end
