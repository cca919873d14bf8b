from __future__ import annotations

import re
from hashlib import sha256

import pytest

from generator import naming
from generator.model import Date

DAY = Date(year=2024, month=5, day=1)


def test_an_id_tells_the_year_and_has_eight_letters_nobody_confuses() -> None:
    ids = [naming.identity(DAY, sha256(b"%d" % n).hexdigest()) for n in range(300)]

    assert 300 == len(set(ids))
    assert [] == [id_ for id_ in ids if not re.fullmatch(r"a-2024-[0-9a-hjkmnp-tv-z]{8}", id_)]


@pytest.mark.parametrize(
    ("digest", "expected"),
    [
        ("0" * 64, "a-undated-00000000"),
        ("f" * 64, "a-undated-zzzzzzzz"),
        ("0000000001" + "f" * 54, "a-undated-00000001"),
    ],
)
def test_an_id_is_made_of_the_first_forty_bits(digest: str, expected: str) -> None:
    assert expected == naming.identity(None, digest)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-12-13T06:24:00+07:00", "articles/2021/2021-12-13-tin"),
        ("2021-12", "articles/2021/2021-12-tin"),
        ("2021", "articles/2021/2021-tin"),
        ("0987", "articles/0987/0987-tin"),
    ],
)
def test_a_folder_says_as_much_of_the_date_as_is_known(date: str, expected: str) -> None:
    assert expected == naming.folder(Date.parse(date), "tin")


def test_a_folder_without_a_date_is_among_the_undated() -> None:
    assert "articles/undated/tin" == naming.folder(None, "tin")
