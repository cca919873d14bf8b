import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Archive, Article, Source, Status
from tests.assemble.make import article, entity, found, joined, translation

SYLLABLES = [a + b for a in ("b", "đ", "kh", "ng", "t", "v") for b in ("a", "an", "iên", "ô", "ư")]
VNA = entity(
    "thong-tan-xa", "Thông tấn xã Việt Nam / Vietnam News Agency", "TTXVN", kind="organisations"
)
VPLUS = entity("vietnamplus", "VietnamPlus", "Vietnam+", kind="outlets", parent="thong-tan-xa")
PAPER = entity("bao-moi", "Báo Mới", kind="outlets")


def prose(seed: int, size: int = 60) -> str:
    """Words without sense, others for each seed."""
    chance = random.Random(seed)  # noqa: S311 - a seeded sample, not a secret
    return " ".join(chance.choice(SYLLABLES) for _ in range(size))


def story(id_: str, *parts: int, **facts: object) -> Article:
    """An article of paragraphs that are the same for the same numbers."""
    return article(id_, body="\n\n".join(prose(part) for part in parts), **facts)


def reprints(archive: Archive) -> dict[str, tuple[str, ...]]:
    return {id_: ids(archive, id_) for id_ in sorted(archive.entries)}


def ids(archive: Archive, id_: str) -> tuple[str, ...]:
    return tuple(reprint.id for reprint in archive.entries[id_].reprints)


def test_every_member_names_all_others_the_head_first() -> None:
    archive = joined(
        article("a-9", date="2021-12-15"),
        article("a-1", date="2021-12-14", reprint_of="a-9"),
        article("a-2", date="2021-12-13", reprint_of="a-9"),
        article("a-3"),
    )

    assert {
        "a-1": ("a-9", "a-2"),
        "a-2": ("a-9", "a-1"),
        "a-3": (),
        "a-9": ("a-2", "a-1"),
    } == reprints(archive)


def test_reprint_of_a_reprint_belongs_to_the_head() -> None:
    archive = joined(
        article("a-1", reprint_of="a-2"), article("a-2", reprint_of="a-3"), article("a-3")
    )

    assert ("a-3", "a-2") == ids(archive, "a-1")


def test_chain_holds_over_a_text_that_is_not_shown() -> None:
    archive = joined(
        article("a-1", reprint_of="a-2", date="2022"),
        article("a-2", reprint_of="a-3", status=Status.DRAFT),
        article("a-3", status=Status.REMOVED),
        article("a-4", reprint_of="a-3", date="2021"),
    )

    assert {"a-1": ("a-4",), "a-4": ("a-1",)} == reprints(archive)


def test_circle_is_one_family_and_one_finding() -> None:
    circle = (
        article("a-1", reprint_of="a-3"),
        article("a-2", reprint_of="a-1"),
        article("a-3", reprint_of="a-2"),
        article("a-4", reprint_of="a-3"),
    )

    (finding,) = found(*circle)

    assert ("reprint-cycle", "content/articles/a-1/vi.md") == (finding.code, finding.file)
    assert "a-1 → a-3 → a-2 → a-1" in finding.what.en
    assert ("a-1", "a-2", "a-3") == ids(joined(*circle), "a-4")


def test_article_that_reprints_itself_is_a_finding() -> None:
    assert ["reprint-cycle"] == [f.code for f in found(article("a-1", reprint_of="a-1"))]


def test_reprint_of_something_unknown_stands_alone() -> None:
    assert {"a-1": ()} == reprints(joined(article("a-1", reprint_of="a-404")))


def shares(archive: Archive, id_: str) -> list[tuple[str, bool, int]]:
    return [(one.id, one.stated, one.share) for one in archive.entries[id_].reprints]


def test_texts_that_are_one_are_a_family_with_the_earliest_as_head() -> None:
    archive = joined(
        story("a-1", 1, 2, date="2021-12-15"),
        story("a-2", 1, 2, 3, date="2021-12-14T10:00:00+07:00"),
        story("a-3", 1, date="2021-12-14T09:00:00+07:00"),
        story("a-4", 4, 5),
    )

    assert [("a-3", False, 100), ("a-2", False, 100)] == shares(archive, "a-1")
    assert [] == shares(archive, "a-4")
    assert ["a-3", "a-3", "a-3", "a-4"] == [archive.entries[f"a-{n}"].head for n in range(1, 5)]


def test_what_is_known_of_a_date_only_in_part_makes_nobody_the_first() -> None:
    archive = joined(
        story("a-1", 1, date="2021"), story("a-2", 1, date="2021-12-14"), story("a-3", 1, date=None)
    )

    assert {"a-2"} == {entry.head for entry in archive.entries.values()}


def test_the_agency_that_others_credit_is_the_head_though_it_was_later() -> None:
    paper = Source(outlet="bao-moi", agency="TTXVN")
    agency = Source(outlet="vietnamplus", agency="TTXVN/Vietnam+")
    copies = (
        story("a-1", 1, date="2021-12-13", source=paper),
        story("a-2", 1, date="2021-12-14", source=agency),
    )

    assert "a-2" == joined(*copies, VNA, VPLUS, PAPER).entries["a-1"].head
    assert "a-1" == joined(*copies, VPLUS, PAPER).entries["a-1"].head


def test_the_editor_s_head_outranks_what_is_computed() -> None:
    archive = joined(
        story("a-1", 1, date="2021-12-13"),
        story("a-2", 1, date="2021-12-14", reprint_of="a-3"),
        story("a-3", 1, date="2021-12-15"),
    )

    assert {"a-3"} == {entry.head for entry in archive.entries.values()}
    assert [("a-3", True, 100), ("a-1", False, 100)] == shares(archive, "a-2")


def test_what_an_editor_calls_unrelated_stays_apart() -> None:
    archive = joined(
        story("a-1", 1), story("a-2", 1, unrelated=("a-1",)), story("a-3", 1, date="2022-01-01")
    )

    assert {"a-1": ("a-3",), "a-2": (), "a-3": ("a-1",)} == reprints(archive)


def test_a_chain_of_copies_does_not_tie_together_what_has_little_in_common() -> None:
    chain = [story(f"a-{n}", n, n + 1, n + 2, date=f"2021-12-{10 + n}") for n in range(6)]

    archive = joined(*chain)

    assert ["a-0", "a-0", "a-2", "a-2", "a-4", "a-4"] == [
        archive.entries[f"a-{n}"].head for n in range(6)
    ]


def test_pieces_of_one_text_are_a_family_though_they_share_nothing() -> None:
    archive = joined(
        story("a-1", 1, 2, date="2021-12-13"),
        story("a-2", 1, date="2021-12-14"),
        story("a-3", 2, date="2021-12-15"),
    )

    assert [("a-1", False, 100), ("a-3", False, 0)] == shares(archive, "a-2")


def test_a_translation_is_no_reprint() -> None:
    vietnamese = story("a-1", 1)
    english = article("a-2", lang="en", body=vietnamese.body)

    archive = joined(vietnamese, translation(vietnamese, body=vietnamese.body), english)

    assert {"a-1": (), "a-2": ()} == reprints(archive)


def test_stated_reprint_whose_text_is_another_is_a_notice_that_names_both() -> None:
    (finding,) = found(story("a-1", 1, reprint_of="a-2"), story("a-2", 2))

    assert ("reprint-unlike", "content/articles/a-1/vi.md") == (finding.code, finding.file)
    assert "content/articles/a-2/vi.md" in finding.what.en
    assert () == found(story("a-1", 1, reprint_of="a-2"), article("a-2"))
    assert () == found(story("a-1", 1, reprint_of="a-2"), story("a-2", 1, 2))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sets(st.integers(1, 4), min_size=1, max_size=3), min_size=2, max_size=7),
    st.randoms(use_true_random=False),
)
def test_families_are_the_same_in_any_order_and_each_article_is_in_one(
    parts: list[set[int]], chance: random.Random
) -> None:
    works = [story(f"a-{n}", *sorted(of), date=f"2021-12-{n + 1:02}") for n, of in enumerate(parts)]
    mixed = chance.sample(works, len(works))

    archive = joined(*works)

    assert reprints(archive) == reprints(joined(*mixed))
    for one, other in itertools.permutations(archive.entries.values(), 2):
        assert (one.head == other.head) == (other.id in ids(archive, one.id))
    assert {entry.head for entry in archive.entries.values()} <= archive.entries.keys()
