from generator.model import Status
from tests.assemble.make import article, entity, joined


def test_entries_are_newest_first_and_undated_ones_last_by_title() -> None:
    archive = joined(
        article("a-1", date=None, title="Đường"),
        article("a-2", date=None, title="Cầu"),
        article("a-3", date="2021"),
        article("a-4", date="2021-12-13T06:24:00+07:00"),
        article("a-5", date="2021-12-13"),
        article("a-6", date="2021-12-13"),
        article("a-7", date="2021-12"),
        article("a-8", date="2022"),
    )

    assert ["a-8", "a-4", "a-5", "a-6", "a-7", "a-3", "a-2", "a-1"] == list(archive.entries)


def test_older_and_newer_lead_through_time_and_leave_out_what_has_no_date() -> None:
    archive = joined(
        article("a-1", date="2020"),
        article("a-2", date="2021"),
        article("a-3", date="2022"),
        article("a-4", date=None),
        article("a-5", date="2021-06", status=Status.DRAFT),
    )

    neighbours = {id_: (entry.older, entry.newer) for id_, entry in archive.entries.items()}

    assert {
        "a-3": ("a-2", ""),
        "a-2": ("a-1", "a-3"),
        "a-1": ("", "a-2"),
        "a-4": ("", ""),
    } == neighbours


def test_records_are_in_order_of_kind_then_name_as_vietnamese_dictionaries_have_it() -> None:
    archive = joined(
        entity("x-1", "Đỗ An"),
        entity("x-2", "Dũng"),
        entity("x-3", "Ấn Độ", kind="places"),
        entity("x-4", "Dung"),
        entity("x-5", "Hà Nội", kind="places"),
        entity("x-6", "Báo", kind="outlets"),
    )

    assert ["x-4", "x-2", "x-1", "x-3", "x-5", "x-6"] == list(archive.entities)


def test_record_lists_the_articles_that_name_it_newest_first() -> None:
    archive = joined(
        article("a-1", date="2020", body="Gặp Đỗ An."),
        article("a-2", date="2022", people=("do-an",)),
        article("a-3", date="2021"),
        entity("do-an", "Đỗ An"),
    )

    assert {"do-an": ("a-2", "a-1")} == dict(archive.listed)
