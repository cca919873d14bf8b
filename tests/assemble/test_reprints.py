import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rensa import RMinHash

from generator.assemble import reprints, sketches
from generator.assemble.alignment import align
from generator.assemble.reprints import Pair, Text

WORDS = [a + b for a in ("b", "ch", "đ", "gi", "h", "kh", "l", "ng", "t", "v") for b in (
    "a", "an", "anh", "e", "iên", "inh", "ô", "ông", "ư", "ương"
)]  # fmt: skip
STORY = """
Sáng 14/5, tại Hà Nội, Thứ trưởng phụ trách kinh tế tiếp đoàn doanh nghiệp Na Uy sang tìm hiểu
cơ hội đầu tư vào điện gió ngoài khơi. Đoàn có mười hai công ty, phần lớn làm thiết bị và dịch vụ
lắp đặt. Hai bên trao đổi về giá điện, thủ tục thuê mặt biển và việc đào tạo thợ lặn.

Trưởng đoàn cho biết các công ty mong có một đầu mối trả lời trong ba mươi ngày. Thứ trưởng hứa
chuyển ý kiến này tới các bộ liên quan và mời đoàn trở lại vào tháng mười một, khi quy hoạch được
công bố. Chiều cùng ngày, đoàn đi thăm một nhà máy chế tạo chân đế ở Vũng Tàu.
"""
OTHER = """
Giải cờ vua trẻ khai mạc ở Cần Thơ với hơn hai trăm kỳ thủ từ chín nước. Ban tổ chức chia bốn nhóm
tuổi, mỗi nhóm đấu chín ván theo hệ Thụy Sĩ. Kỳ thủ nhỏ nhất lên sáu, đến từ Philippines cùng bà.
Lễ trao giải diễn ra tối thứ bảy tại nhà hát thành phố, sau đó các em đi chợ nổi Cái Răng.
"""


def text(id_: str, body: str, lang: str = "vi") -> Text:
    return Text(id=id_, lang=lang, words=reprints.words(body))


def prose(seed: int, size: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - a seeded sample, not a secret
    return [chance.choice(WORDS) for _ in range(size)]


def found(*texts: Text) -> list[tuple[str, str, int]]:
    return [(pair.first, pair.second, pair.share) for pair in reprints.pairs(texts)]


def test_the_same_text_set_otherwise_is_a_reprint() -> None:
    again = STORY.replace("trao đổi", "TRAO ĐỔI").replace(". ", ".\n\n").replace("Thụy", "Thuỵ")

    assert [("a-1", "a-2", 100)] == found(text("a-1", STORY), text("a-2", f"(TTXVN) {again}"))


def test_place_of_tone_marks_and_dateline_do_not_matter() -> None:
    one = f"Hoà Bình (TTXVN) - {STORY} Khoẻ, thuỷ, hoà."
    other = f"{STORY} Khỏe, thủy, hòa. Theo TTXVN"

    assert [("a-1", "a-2")] == [(a, b) for a, b, _ in found(text("a-1", one), text("a-2", other))]


def test_a_cut_copy_is_a_reprint_wherever_it_was_cut() -> None:
    first, second = STORY.strip().split("\n\n")
    long = f"{STORY}{OTHER}"

    assert [("a-1", "a-2", 100)] == found(text("a-1", STORY), text("a-2", first))
    assert [("a-1", "a-2", 100)] == found(text("a-1", STORY), text("a-2", second))
    assert [("a-1", "a-2", 100)] == found(text("a-1", long), text("a-2", first + OTHER))


def test_a_quotation_in_common_makes_no_reprint() -> None:
    speech = " ".join(prose(1, 60))
    one, other = (" ".join(prose(seed, 70)) for seed in (2, 3))

    assert [] == found(text("a-1", f"{one} {speech}"), text("a-2", f"{speech} {other}"))


def test_a_form_that_is_filled_anew_is_no_reprint() -> None:
    def notice(*figures: int) -> str:
        rows = [
            f"ngân hàng {name} mua vào {n} đồng" for name, n in zip("abcdefg", figures, strict=True)
        ]
        return f"{OTHER} {', '.join(rows)}"

    pair = text("a-1", notice(*range(100, 107))), text("a-2", notice(*range(200, 207)))

    assert [] == found(*pair)
    assert [("a-1", "a-2", 100)] == found(pair[0], text("a-2", notice(*range(100, 107))))


def test_other_languages_and_mere_lines_are_never_reprints() -> None:
    line = " ".join(STORY.split()[: reprints.LEAST - 5])

    assert [] == found(text("a-1", STORY), text("a-2", STORY, lang="en"))
    assert [] == found(text("a-1", line), text("a-2", line))
    assert [] == found(text("a-1", ""), text("a-2", ""))


def test_a_frame_that_very_many_share_tells_nothing() -> None:
    many = [
        text(f"a-{n:03}", f"{STORY} {' '.join(prose(n, 40))}") for n in range(sketches.COMMON + 1)
    ]
    few = many[:10]

    assert [] == found(*many)
    assert 45 == len(found(*few))


def test_shingles_are_the_same_in_every_process_and_on_every_machine() -> None:
    numbers = sketches.Words().numbers(["hòa", "bình", "hữu", "nghị", "hợp"])

    assert [12426177708850992080, 5062195001017030719] == sketches.shingles(numbers).tolist()


def test_sketches_are_the_same_in_every_process_and_on_every_machine() -> None:
    shingles = np.array([1, 2, 3, 10, 20, 30, 999], dtype=np.uint64)
    ends = np.array([0, 7], dtype=np.uint64)

    (sketch,) = RMinHash.digest_matrix_from_flat_token_hashes(shingles, ends, 4, 42).to_rows()

    assert [1183440944, 314585516, 765328680, 652565914] == sketch


def test_candidates_reach_copies_that_keep_a_tenth() -> None:
    numbers = sketches.Words()
    long = [prose(seed, 600) for seed in range(50)]
    texts = [numbers.numbers(words) for whole in long for words in (whole, whole[:60])]

    assert {(2 * n, 2 * n + 1) for n in range(50)} == set(sketches.candidates(texts))


def naive(first: list[int], second: list[int]) -> tuple[int, int]:
    """The same by trying everything."""
    common = [[False] * len(second) for _ in first]
    longest = 0
    for i in range(len(first)):
        for j in range(len(second)):
            size = 0
            while first[i + size : i + size + 1] == second[j + size : j + size + 1] != []:
                size += 1
            if size >= 3:
                longest = max(longest, size)
                for step in range(size):
                    common[i + step][j + step] = True
    best = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first)):
        for j in range(len(second)):
            met = best[i][j] + common[i][j]
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], met)
    return best[-1][-1], longest


SMALL = st.lists(st.integers(0, 3), max_size=18)


@given(SMALL, SMALL)
def test_alignment_finds_the_most_there_can_be_either_way_round(
    first: list[int], second: list[int]
) -> None:
    aligned = align(first, second)

    assert naive(first, second) == (aligned.common, aligned.run)
    assert aligned == align(second, first)
    assert 0 <= aligned.share <= 1
    assert 0 <= aligned.rest <= 1


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(60, 500), st.permutations(range(4)))
def test_halves_are_reprints_and_strangers_are_not_in_whatever_order_they_come(
    seed: int, size: int, order: list[int]
) -> None:
    whole, stranger = prose(seed, size), prose(-seed - 1, size)
    half = whole[: max(size // 2, reprints.LEAST)]
    texts = [
        Text(id="a-1", lang="vi", words=whole),
        Text(id="a-2", lang="vi", words=half),
        Text(id="a-3", lang="vi", words=stranger),
        Text(id="a-4", lang="vi", words=stranger[size // 2 :] + prose(seed + 10**7, size)),
    ]

    pairs = reprints.pairs([texts[place] for place in order])

    assert Pair(first="a-1", second="a-2", share=100) in pairs
    assert {("a-1", "a-2")} >= {(pair.first, pair.second) for pair in pairs}
