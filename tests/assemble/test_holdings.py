from __future__ import annotations

from generator.model import Source
from tests.assemble.make import article, entity, joined


def test_an_agency_lists_what_is_credited_to_it_by_any_name_of_its_own() -> None:
    agency = entity(
        "thong-tan-xa", "Thông tấn xã Việt Nam", kind="organisations", abbreviations=("TTXVN",)
    )
    archive = joined(
        agency,
        entity("bao", "Báo", kind="outlets"),
        *(
            article(f"a-{n}", source=Source(outlet="bao", agency=name))
            for n, name in enumerate(("TTXVN", "thong-tan-xa", "TTXVN/Reuters", "Reuters", ""))
        ),
    )

    assert {"a-0", "a-1", "a-2"} == set(archive.listed["thong-tan-xa"])


def test_a_credit_that_two_records_share_lists_with_neither() -> None:
    archive = joined(
        entity("a", "Thông tấn A", "TTX", kind="organisations"),
        entity("b", "Thông tấn B", "TTX", kind="organisations"),
        article("a-1", source=Source(agency="TTX")),
    )

    assert ((), ()) == (archive.listed["a"], archive.listed["b"])


def test_a_conference_covers_what_is_about_a_meeting_within_it() -> None:
    archive = joined(
        entity("hoi-nghi", "Hội nghị", kind="events", parent="vong"),
        entity("phien", "Phiên toàn thể", kind="events", parent="hoi-nghi"),
        entity("vong", "Vòng", kind="events", parent="hoi-nghi"),
        entity("trung-tam", "Trung tâm", kind="organisations"),
        article("a-1", event="phien", date="2021-12-13"),
        article("a-2", event="hoi-nghi", date="2021-12-14"),
        article("a-3"),
    )

    assert {"hoi-nghi": ("a-2", "a-1"), "phien": ("a-1",), "vong": ("a-2", "a-1")} == (
        archive.coverage
    )
