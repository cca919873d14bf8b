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
