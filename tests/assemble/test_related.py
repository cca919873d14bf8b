from generator.assemble import evidence, likeness, related
from generator.model import Archive, Reason, Source, Status
from tests.assemble.make import article, entity, joined

PEOPLE = [entity(f"nguoi-{n}", f"Người Số {n}") for n in range(40)]


def neighbours(archive: Archive, id_: str = "a-1") -> list[str]:
    return [neighbour.id for neighbour in archive.entries[id_].related]


def test_articles_that_name_the_same_are_neighbours_and_say_so() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",)),
        article("a-2", people=("nguoi-1",)),
        article("a-3", people=("nguoi-2",)),
        *PEOPLE,
    )

    (only,) = archive.entries["a-1"].related

    assert ("a-2", Reason(entities=("nguoi-1",), days=0)) == (only.id, only.reason)
    assert ["a-1"] == neighbours(archive, "a-2")
    assert [] == neighbours(archive, "a-3")


def test_rare_record_says_more_than_a_common_one() -> None:
    common = [article(f"b-{n}", people=("nguoi-1",)) for n in range(4)]
    archive = joined(
        article("a-1", people=("nguoi-1", "nguoi-2")),
        article("a-2", people=("nguoi-2",), date="1995"),
        *common,
        *PEOPLE,
    )

    assert "a-2" == neighbours(archive)[0]


def test_reason_names_at_most_three_records_the_rarest_first() -> None:
    four = tuple(f"nguoi-{n}" for n in (1, 2, 3, 4))
    archive = joined(
        article("a-1", people=four),
        article("a-2", people=four),
        article("a-3", people=("nguoi-1",)),
        *PEOPLE,
    )

    assert ("nguoi-2", "nguoi-3", "nguoi-4") == archive.entries["a-1"].related[0].reason.entities


def test_same_event_comes_before_any_shared_name() -> None:
    event = entity("hoi-nghi", "Hội nghị Ngoại giao", kind="events")
    archive = joined(
        article("a-1", event="hoi-nghi", people=("nguoi-1", "nguoi-2")),
        article("a-2", people=("nguoi-1", "nguoi-2")),
        article("a-3", event="hoi-nghi", date="1995"),
        event,
        *PEOPLE,
    )

    assert ["a-3", "a-2"] == neighbours(archive)
    assert Reason(event="hoi-nghi") == archive.entries["a-1"].related[0].reason


def test_among_equals_the_nearer_in_time_wins_and_undated_ones_come_last() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",), date="2021-06-01"),
        article("a-2", people=("nguoi-1",), date="2023-06-01"),
        article("a-3", people=("nguoi-1",), date="2021-05"),
        article("a-4", people=("nguoi-1",), date=None),
        *PEOPLE,
    )

    assert ["a-3", "a-2", "a-4"] == neighbours(archive)


def test_what_the_editor_relates_comes_first_and_what_is_kept_away_never() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",), related=("a-9", "a-404", "a-1"), unrelated=("a-2",)),
        article("a-2", people=("nguoi-1",)),
        article("a-3", people=("nguoi-1",)),
        article("a-9"),
        *PEOPLE,
    )

    assert ["a-9", "a-3"] == neighbours(archive)
    assert Reason(editor=True, days=0) == archive.entries["a-1"].related[0].reason
    assert ["a-3"] == neighbours(archive, "a-2")


def test_drafts_are_nobodys_neighbour() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",), related=("a-2",)),
        article("a-2", people=("nguoi-1",), status=Status.DRAFT),
        *PEOPLE,
    )

    assert [] == neighbours(archive)


def test_reprints_are_not_related_and_of_another_family_only_one_is_shown() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",)),
        article("a-2", people=("nguoi-1",), reprint_of="a-1"),
        article("b-1", people=("nguoi-1",)),
        article("b-2", people=("nguoi-1",), reprint_of="b-1"),
        *PEOPLE,
    )

    assert ["b-1"] == neighbours(archive)


def test_at_most_five_are_shown() -> None:
    archive = joined(*(article(f"a-{n}", people=("nguoi-1",)) for n in range(1, 9)), *PEOPLE)

    assert related.LIMIT == len(neighbours(archive))


def test_record_that_most_articles_name_relates_nothing() -> None:
    many = [article(f"b-{n:02}", people=("nguoi-0",)) for n in range(evidence.COMMON_COUNT)]

    assert [] == neighbours(joined(article("a-1", people=("nguoi-0",)), *many, *PEOPLE))


def test_of_a_common_record_only_articles_near_in_time_are_looked_at() -> None:
    count = 3 * likeness.WINDOW
    naming = [article(f"b-{n:03}", people=("nguoi-0",), date=f"{1900 + n}") for n in range(count)]
    others = [article(f"c-{n:03}", people=("nguoi-2",)) for n in range(count + 5)]
    last = article("b-999", people=("nguoi-0", "nguoi-1"), date=f"{1900 + count}")
    first = article("b-000", people=("nguoi-0", "nguoi-1"), date="1900")

    archive = joined(first, *naming[1:], last, *others, *PEOPLE)

    assert ["b-000", "b-095", "b-094", "b-093", "b-092"] == neighbours(archive, "b-999")


def test_unrelated_on_the_other_side_wins_over_related() -> None:
    archive = joined(article("a-1", related=("a-2",)), article("a-2", unrelated=("a-1",)), *PEOPLE)

    assert [] == neighbours(archive)


def test_words_that_two_share_make_them_neighbours_without_any_record() -> None:
    others = [article(f"z-{n}", body=f"Chuyện kể {n}.") for n in range(8)]
    archive = joined(
        article("a-1", title="Một", body="Đại sứ nhiệm kỳ 2023-2026 lên đường."),
        article("a-2", title="Hai", body="Thủ tướng gặp đoàn nhiệm kỳ 2023-2026."),
        *others,
    )

    (only,) = archive.entries["a-1"].related

    assert ("a-2", Reason(terms=("nhiệm kỳ 2023-2026",), days=0)) == (only.id, only.reason)


def test_a_shared_name_is_not_said_again_as_a_phrase() -> None:
    others = [article(f"z-{n}", body=f"Chuyện kể {n}.") for n in range(8)]
    archive = joined(
        article("a-1", title="Một", body="Gặp ông Người Số 1 ở cảng biển."),
        article("a-2", title="Hai", body="Nghe Người Số 1 nói về cảng biển."),
        *others,
        *PEOPLE,
    )

    (only,) = archive.entries["a-1"].related

    assert Reason(entities=("nguoi-1",), terms=("cảng biển",), days=0) == only.reason


def test_days_are_counted_only_between_days_that_are_known() -> None:
    archive = joined(
        article("a-1", people=("nguoi-1",), date="2021-12-13"),
        article("a-2", people=("nguoi-1",), date="2021-12-15"),
        article("a-3", people=("nguoi-1",), date="2021-12"),
        article("a-4", people=("nguoi-1",), date=None),
        *PEOPLE,
    )

    days = {r.id: r.reason.days for r in archive.entries["a-1"].related}

    assert {"a-2": 2, "a-3": None, "a-4": None} == days


def test_who_wrote_an_article_relates_it_to_nothing() -> None:
    agency = entity("ttxvn", "Hãng tin Mẫu", kind="organisations")
    signed = [
        article(f"a-{n}", organisations=("ttxvn",), source=Source(agency="ttxvn")) for n in range(2)
    ]

    assert [] == neighbours(joined(*signed, agency, *(article(f"z-{n}") for n in range(8))))
