from __future__ import annotations

import pytest

from generator import content
from generator.errors import BrokenArchiveError
from generator.model import Permalink
from tests.content.conftest import Archive


def link(url: str, identity: str = "a-1", lang: str = "vi") -> Permalink:
    return Permalink(url=url, id=identity, lang=lang)


def test_new_addresses_are_added_in_order_of_url_after_those_that_stand(archive: Archive) -> None:
    archive.put("permalinks.csv", "url,id,lang\n/z/,a-9,vi")

    count = content.register(archive.path, [link("/b/"), link("/z/"), link("/a/"), link("/b/")])

    text = (archive.path / "permalinks.csv").read_text(encoding="utf-8")
    assert (2, "url,id,lang\n/z/,a-9,vi\n/a/,a-1,vi\n/b/,a-1,vi\n") == (count, text)


def test_what_was_registered_is_read_back(archive: Archive) -> None:
    links = [link("/", "home"), link("/2021/", "year:2021"), link("/id/a-1/", lang="")]

    content.register(archive.path, links)

    assert tuple(links) == archive.read().permalinks
    assert [] == archive.findings()


def test_registering_what_is_registered_does_not_touch_the_file(archive: Archive) -> None:
    content.register(archive.path, [link("/a/")])
    before = archive.snapshot()

    content.register(archive.path, [link("/a/", "a-2")])

    assert before == archive.snapshot()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("/a/,a-1,vi\n", 1),
        ("url,id,lang\n/a/,a-1\n", 2),
        ("url,id,lang\n/a/,a-1,vi\na/,a-1,vi\n", 3),
        ("url,id,lang\n/../,a-1,vi\n", 2),
        ("url,id,lang\n//x.example/,a-1,vi\n", 2),
        ("url,id,lang\n/a/,,vi\n", 2),
        (f"url,id,lang\n/{'a' * 201}/,a-1,vi\n", 2),
        (f"url,id,lang\n{'/a' * 501}/,a-1,vi\n", 2),
        ("url,id,lang\n/a/,a-1,fr\n", 2),
        ("url,id,lang\n/a/,a-1,vi\n/a/,a-2,vi\n", 3),
        ('url,id,lang\n"/a/,a-1,vi\n', 2),
        ("url,id,lang\n<<<<<<< HEAD\n", 2),
    ],
)
def test_a_broken_register_is_named_and_never_added_to(
    archive: Archive, text: str, line: int
) -> None:
    archive.put("permalinks.csv", text)

    assert [("permalinks-broken", "permalinks.csv", line)] == archive.findings()
    with pytest.raises(BrokenArchiveError):
        content.register(archive.path, [link("/b/")])
    assert text == (archive.path / "permalinks.csv").read_text(encoding="utf-8")


def test_lines_before_a_broken_one_are_still_known(archive: Archive) -> None:
    archive.put("permalinks.csv", "url,id,lang\n/a/,a-1,vi\nx\n/b/,a-2,vi\n")

    assert ["/a/", "/b/"] == [entry.url for entry in archive.read().permalinks]


def test_a_spreadsheet_may_have_saved_the_register(archive: Archive) -> None:
    archive.put("permalinks.csv", b"\xef\xbb\xbfurl,id,lang\r\n/a/,a-1,vi\r\n")

    assert (link("/a/"),) == archive.read().permalinks
    assert [] == archive.findings()
