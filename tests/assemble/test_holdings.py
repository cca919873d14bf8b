from __future__ import annotations

from generator.model import Bilingual, DatedRole, Source
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


def test_a_conference_lists_all_that_it_covers() -> None:
    archive = joined(
        entity("hoi-nghi", "Hội nghị", kind="events"),
        entity("phien", "Phiên toàn thể", kind="events", parent="hoi-nghi"),
        article("a-1", event="phien", date="2021-12-13"),
    )

    assert ("a-1",) == archive.coverage["hoi-nghi"] == archive.listed["hoi-nghi"]


def test_records_name_each_other_by_the_ids_that_they_have_today() -> None:
    post = DatedRole(title=Bilingual(vi="Vụ trưởng"), organisation="bo-cu")
    archive = joined(
        entity("bo-moi", "Bộ Mới", kind="organisations", replaces=("bo-cu",)),
        entity("ha-noi", "Hà Nội", kind="places", replaces=("hanoi",)),
        entity("hoi-nghi", "Hội nghị", kind="events", replaces=("hoi-nghi-cu",), place="hanoi"),
        entity("phien", "Phiên toàn thể", kind="events", parent="hoi-nghi-cu"),
        entity("le-thi-b", "Lê Thị B", roles=(post,)),
        article("a-1", event="phien", date="2021-12-13"),
    )
    records = archive.entities

    assert ["bo-moi"] == [role.organisation for role in records["le-thi-b"].roles]
    assert ("ha-noi", "hoi-nghi") == (records["hoi-nghi"].place, records["phien"].parent)
    assert ("a-1",) == archive.coverage["hoi-nghi"]
