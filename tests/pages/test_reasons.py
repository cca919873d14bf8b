"""What a reader is told of why two articles stand side by side."""

import dataclasses

import pytest

from generator.model import Aliases, Reason, Rights
from generator.pages import reasons
from generator.pages.edition import Edition
from generator.pages.view import View, open_view
from tests.assemble.make import article, entity, joined
from tests.pages.made import SETTINGS

ARCHIVE = joined(
    article("a-1"),
    article("a-2", rights=Rights(show="excerpt")),
    entity(
        "hoi-nghi", "Hội nghị Ngoại giao lần thứ 31 / 31st Diplomatic Conference", kind="events"
    ),
    entity("son", "Bùi Thanh Sơn / Bui Thanh Son"),
    entity("vcci", "VCCI", kind="organisations"),
    entity("vufo", "VUFO", kind="organisations"),
)
EDITIONS = {
    lang: Edition(lang=lang, words=SETTINGS.words[lang], name=SETTINGS.site_name[lang])
    for lang in ("vi", "en")
}
VIEWS: dict[str, View] = {
    "vi": open_view(EDITIONS["vi"], EDITIONS["en"], ARCHIVE),
    "en": open_view(EDITIONS["en"], EDITIONS["vi"], ARCHIVE),
}
TERM = "nhiệm kỳ 2023-2026"


def told(reason: Reason, lang: str = "vi", id_: str = "a-1") -> str:
    parts = reasons.parts(VIEWS[lang], ARCHIVE.entries[id_], reason)
    return " · ".join("".join(str(piece["name"]) for piece in part) for part in parts)


@pytest.mark.parametrize(
    ("reason", "vi", "en"),
    [
        (
            Reason(event="hoi-nghi", entities=("son",), days=2),
            "Cùng sự kiện Hội nghị Ngoại giao lần thứ 31 · cách 2 ngày",
            "Same event: 31st Diplomatic Conference · 2 days apart",
        ),
        (
            Reason(event="khong-co", days=1),
            "Cùng sự kiện · cách 1 ngày",
            "Same event · 1 day apart",
        ),
        (
            Reason(entities=("son", "vcci", "vufo"), terms=(TERM,), days=0),
            "Cùng nhắc tới Bùi Thanh Sơn, VCCI và VUFO · cùng ngày",
            "Both mention Bui Thanh Son, VCCI, and VUFO · same day",
        ),
        (
            Reason(entities=("son",), terms=(TERM, "xuất khẩu"), days=400),
            "Cùng nhắc tới Bùi Thanh Sơn · Cùng nói về “nhiệm kỳ 2023-2026”",
            "Both mention Bui Thanh Son · Both write about “nhiệm kỳ 2023-2026”",
        ),
        (
            Reason(entities=("son",), terms=("làm việc",)),
            "Cùng nhắc tới Bùi Thanh Sơn",
            "Both mention Bui Thanh Son",
        ),
        (
            Reason(terms=(TERM, "xuất khẩu", "đàm phán")),
            "Cùng nói về “nhiệm kỳ 2023-2026” và “xuất khẩu”",
            "Both write about “nhiệm kỳ 2023-2026” and “xuất khẩu”",
        ),
        (
            Reason(editor=True, linked=True, entities=("son",)),
            "Do biên tập viên chọn · Bài gốc này có liên kết tới bài gốc kia",
            "Chosen by an editor · One original links to the other",
        ),
        (Reason(days=3), "", ""),
        (Reason(entities=("khong-co",), days=3), "", ""),
    ],
)
def test_the_one_or_two_strongest_are_told_in_the_readers_language(
    reason: Reason, vi: str, en: str
) -> None:
    assert vi == told(reason, "vi")
    assert en == told(reason, "en")


def test_what_is_in_another_language_says_so() -> None:
    reason = Reason(entities=("vcci",), terms=(TERM,))

    pieces = [
        piece
        for part in reasons.parts(VIEWS["en"], ARCHIVE.entries["a-1"], reason)
        for piece in part
        if piece.get("lang")
    ]

    assert [("VCCI", "vi"), (TERM, "vi")] == [(piece["name"], piece["lang"]) for piece in pieces]


def test_no_word_is_quoted_of_a_text_that_may_not_be_shown() -> None:
    reason = Reason(entities=("son",), terms=(TERM,))

    assert "Cùng nhắc tới Bùi Thanh Sơn" == told(reason, id_="a-2")
    assert "" == told(Reason(terms=(TERM,)), id_="a-2")


def test_a_name_may_hold_what_looks_like_a_place_for_facts() -> None:
    record = ARCHIVE.entities["son"]
    odd = dataclasses.replace(
        record, name=dataclasses.replace(record.name, vi="{names} {0}"), aliases=Aliases()
    )
    archive = dataclasses.replace(ARCHIVE, entities={**ARCHIVE.entities, "son": odd})
    view = open_view(EDITIONS["vi"], EDITIONS["en"], archive)

    (part,) = reasons.parts(view, archive.entries["a-1"], Reason(entities=("son",)))

    assert "Cùng nhắc tới {names} {0}" == "".join(str(piece["name"]) for piece in part)
