"""Telling words and phrases of texts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import phrases, terms, tokens
from generator.assemble.phrases import LONGEST
from generator.assemble.readable import BARRIER
from generator.assemble.terms import Term, telling
from generator.assemble.tokens import Text


def text(plain: str, title: str = "Tít", lang: str = "vi", family: str = "") -> Text:
    return Text(title=title, plain=plain, lang=lang, family=family or f"{title}{plain}")


OTHERS = {
    f"z-{n}": text(f"Chuyện số {n} kể việc {word}.")
    for n, word in enumerate(
        ("cá", "muối", "dừa", "chè", "than", "thép", "giấy", "vải", "tôm", "mực")
    )
}


def of(first: Text, second: Text, **more: Text) -> list[Term]:
    return list(telling({"a-1": first, "a-2": second, **more, **OTHERS})["a-1"])


def written(found: list[Term]) -> list[str]:
    return [term.written for term in found]


def test_the_longest_phrase_that_both_have_is_the_term_and_no_part_of_it() -> None:
    found = of(
        text("Các Đại sứ nhiệm kỳ 2023-2026 lên đường."),
        text("Gặp mặt trưởng cơ quan nhiệm kỳ 2023–2026 hôm nay."),
    )

    assert ["nhiệm kỳ 2023-2026"] == written(found)
    assert found[0].shown


def test_a_part_counts_where_more_texts_have_it_than_the_whole() -> None:
    found = of(
        text("Cơ quan đại diện họp."),
        text("Mỗi cơ quan đại diện làm."),
        b=text("Một cơ quan khác."),
    )

    assert {"Cơ quan đại diện", "Cơ quan"} == set(written(found))


def test_no_phrase_goes_over_the_end_of_a_paragraph_or_a_sign() -> None:
    same = f"xuất khẩu{BARRIER}lúa gạo, cà phê (hồ tiêu)"

    assert {"xuất khẩu", "lúa gạo", "cà phê", "hồ tiêu"} == set(
        written(of(text(same), text(f"{same} nữa")))
    )


def test_case_tones_and_hyphens_make_no_other_term_and_the_text_is_quoted_as_it_is() -> None:
    found = of(text("Họp ở HOÀ BÌNH 2021–2024"), text("Từ Hòa Bình 2021-2024"))

    assert ["HOÀ BÌNH 2021–2024"] == written(found)
    assert "hòa bình 2021-2024" == found[0].key


def test_what_one_text_alone_says_and_what_all_say_is_no_term() -> None:
    found = of(text("Chuyện số nhà kể việc riêng tư."), text("Không có gì chung."))

    assert [] == found


def test_reprints_of_one_text_are_one() -> None:
    shared = "xuất khẩu lúa gạo"
    twins = [text(f"{shared} {n}", family="một") for n in (1, 2)]

    assert [] == of(*twins)
    assert [shared] == written(of(*twins, b=text(f"{shared} khác")))


def test_bare_numbers_say_nothing_and_single_syllables_little() -> None:
    found = of(text("16 hồ, logistics, gạo"), text("16 đó, logistics, hồ"))

    assert ["logistics", "hồ"] == written(found)
    assert [True, False] == [term.shown for term in found]


def test_english_words_are_terms_and_joining_words_end_none() -> None:
    found = of(
        text("The fisheries of the island.", title="A", lang="en"),
        text("All fisheries in the bay.", title="B", lang="en"),
    )

    assert ["fisheries"] == written(found)


def test_a_phrase_cut_out_of_a_longer_one_is_not_shown() -> None:
    found = of(
        text("Dự án cảng biển nước sâu."),
        text("Dự án cảng biển nước sâu nữa."),
        b=text("Một cảng biển nước lạ."),
    )

    assert {"Dự án cảng biển nước sâu": True, "cảng biển nước": False} == {
        term.written: term.shown for term in found
    }


def test_a_phrase_cut_within_a_word_is_not_shown() -> None:
    words = {
        "c": text("Nói công tác, đối ngoại."),
        "d": text("Nghe công tác, đối ngoại."),
        "e": text("Cũng đối với ai."),
        "f": text("Lại đối với ai nữa."),
    }

    found = of(text("Làm công tác đối ngoại."), text("Bàn công tác đối với ai."), **words)

    shown = {term.written: term.shown for term in found}
    assert (False, True) == (shown["công tác đối"], shown["đối ngoại"])


def test_of_a_long_passage_that_two_have_only_its_beginning_is_a_term() -> None:
    passage = " ".join(f"{word}{word}" for word in "abcdeghiklmnopqrstuv")

    found = of(text(passage), text(f"{passage} x"))

    assert [" ".join(passage.split()[:LONGEST])] == written(found)


def test_a_text_without_words_has_no_terms() -> None:
    assert {"a-1": (), "a-2": ()} == telling(
        {"a-1": text("", title="", family="1"), "a-2": text("…", title="—", family="2")}
    )
    assert {} == telling({})


WORDS = [
    "xuất",
    "khẩu",
    "gạo",
    "Bộ",
    "Ngoại",
    "giao",
    "và",
    "của",
    "2023-2026",
    "16",
    "İ",
    "EU",
    ",",
    BARRIER,
]
bodies = st.lists(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=8
)


@given(bodies, st.randoms(use_true_random=False))
def test_terms_stand_in_the_text_are_few_and_the_same_in_any_order(
    plains: list[str], chance: random.Random
) -> None:
    texts = {
        f"a-{n}": text(plain, title=f"Tin {n}", family=str(n)) for n, plain in enumerate(plains)
    }
    found = telling(texts)
    shuffled = list(texts.items())
    chance.shuffle(shuffled)

    assert found == telling(dict(shuffled))
    for id_, its in found.items():
        assert len(its) <= terms.LIMIT
        assert len(its) == len({term.key for term in its})
        assert sum(term.weight**2 for term in its) < 1 + 1e-9
        for term in its:
            assert term.written in texts[id_].whole
            assert BARRIER not in term.written


@given(bodies, st.integers(1, 40))
def test_terms_are_the_same_however_many_are_worked_on_at_once(
    plains: list[str], at_once: int
) -> None:
    texts = {
        f"a-{n}": text(plain, title=f"Tin {n}", family=str(n // 2))
        for n, plain in enumerate(plains)
    }
    found = telling(texts)
    with pytest.MonkeyPatch.context() as patched:
        for module in (phrases, terms, tokens):
            patched.setattr(module, "AT_ONCE", at_once)
        assert found == telling(texts)
