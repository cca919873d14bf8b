from __future__ import annotations

import pytest

from generator.assemble import tenure
from generator.model import Bilingual, Date, DatedRole, Entity
from tests.assemble.make import entity


def post(name: str, start: str = "", end: str = "") -> DatedRole:
    return DatedRole(
        title=Bilingual(vi=name),
        start=Date.parse(start) if start else None,
        end=Date.parse(end) if end else None,
    )


DEPUTY, MINISTER, LATER = (
    post("Thứ trưởng", "2009", "2021-04"),
    post("Bộ trưởng", "2021-04-08", "2024-08-26"),
    post("Phó Thủ tướng", "2024-08-26"),
)
SON = entity("son", "Sơn", roles=(DEPUTY, MINISTER, LATER))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2008-12-31", ()),
        ("2009-05-01", ()),  # only the year of the beginning is known
        ("2015-01-01", (DEPUTY,)),
        ("2021-03-31", (DEPUTY,)),
        ("2021-04-20", (MINISTER,)),
        ("2021-04", ()),
        ("2021-12-13T08:00:00+07:00", (MINISTER,)),
        ("2022", (MINISTER,)),
        ("2024-08-26", (MINISTER, LATER)),
        ("2030-01-01", (LATER,)),
    ],
)
def test_a_post_is_held_where_its_dates_leave_no_doubt(
    day: str, expected: tuple[DatedRole, ...]
) -> None:
    assert expected == tenure.held(SON, Date.parse(day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-05-01", (DEPUTY,)),
        ("2021-04-20", (DEPUTY, MINISTER)),
        ("2021-04", (DEPUTY, MINISTER)),
        ("2008-12-31", ()),
    ],
)
def test_a_post_is_possible_where_its_dates_do_not_rule_it_out(
    day: str, expected: tuple[DatedRole, ...]
) -> None:
    assert expected == tenure.possible(SON, Date.parse(day))


def test_nothing_is_certain_without_a_date_on_either_side() -> None:
    undated: Entity = entity("an", "An", roles=(post("Phó Chủ tịch"),))

    assert () == tenure.held(SON, None)
    assert SON.roles == tenure.possible(SON, None)
    assert () == tenure.held(undated, Date(year=2021))
    assert undated.roles == tenure.possible(undated, Date(year=2021))
