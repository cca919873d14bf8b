"""`archive learn`, and the profiles that an archive has of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

THINGS = ("cầu treo", "chợ phiên", "trạm bơm", "thư viện", "bến phà")
PROMOTION = "Tải ứng dụng Sông Quê"


def page(n: int) -> str:
    return (
        f"<html><head><link rel='canonical' href='https://songque.vn.example/tin/{n}.html'></head>"
        f"<body><h1>Khánh thành {THINGS[n]} ở xã thứ {n + 1}</h1><div class='khung'>"
        f"<p>Sáng 1{n}/5, người dân dự lễ khánh thành {THINGS[n]} mới ở đầu làng.</p>"
        f"<div class='vwx'>{PROMOTION}</div>"
        f"<p>Công trình {THINGS[n]} có vốn đóng góp của {n + 40} hộ dân trong xã.</p>"
        f"<p>Theo ban quản lý, {THINGS[n]} này phục vụ {n + 3} xã trong vùng.</p></div>"
        "</body></html>"
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "raw/songque").mkdir(parents=True)
    for n in range(len(THINGS)):
        (tmp_path / f"raw/songque/{n}.html").write_text(page(n), encoding="utf-8")
    return tmp_path


def run(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(archive), *arguments])


def test_what_is_learned_and_put_into_profiles_is_used(archive: Path) -> None:
    (archive / "profiles").mkdir()
    output = archive / "profiles/song-que.yml"

    learned = run(archive, "learn", "--outlet", "songque.vn", "--output", str(output))
    explained = run(archive, "explain", str(archive / "raw/songque/1.html"), "--json")

    assert 0 == learned.exit_code, learned.output
    lines = {line["text"]: line["kept"] for line in json.loads(explained.stdout)["lines"]}
    assert "song-que" == json.loads(explained.stdout)["profile"]
    assert not lines[PROMOTION]
    assert 4 == sum(lines.values())


def test_a_profile_that_is_there_is_never_written_over(archive: Path) -> None:
    output = archive / "mine.yml"
    output.write_text("names: {vi: Mình, en: Mine}\n", encoding="utf-8")

    refused = run(archive, "learn", "--outlet", "songque.vn", "--output", str(output))

    assert 2 == refused.exit_code
    assert "names: {vi: Mình, en: Mine}\n" == output.read_text(encoding="utf-8")


def test_two_captures_are_too_few_and_nothing_is_proposed(archive: Path) -> None:
    refused = run(archive, "learn", "--outlet", "x", "--only", "songque/[01].html")

    assert 1 == refused.exit_code
    assert "" == refused.stdout
    assert "It takes 3" in refused.stderr or "it takes 3" in refused.stderr


def test_as_json_each_proposal_says_on_how_many_pages_it_was_seen(archive: Path) -> None:
    found = json.loads(run(archive, "learn", "--outlet", "songque.vn", "--json").stdout)

    assert 5 == found["captures"]
    assert all(3 <= one["pages"] <= one["of"] == 5 for one in found["proposed"])
    assert "div.vwx" in [one["value"] for one in found["proposed"]]


def test_without_a_host_or_profile_that_fits_there_is_nothing_to_learn_from(archive: Path) -> None:
    refused = run(archive, "learn", "--outlet", "khac.vn")

    assert 1 == refused.exit_code
    assert "There are 0 captures of `khac.vn`" in refused.stderr


def test_profile_with_a_mistake_is_named_with_its_line(archive: Path) -> None:
    (archive / "profiles").mkdir()
    (archive / "profiles/hong.yml").write_text("names: {vi: A, en: B}\nstory: ['a > b']\n")

    refused = run(archive, "explain", str(archive / "raw/songque/1.html"))

    assert 1 == refused.exit_code
    assert "profiles/hong.yml:2" in refused.stderr
    assert "a > b" in refused.stderr


def test_own_profile_stands_in_the_place_of_the_one_that_ships(archive: Path) -> None:
    (archive / "profiles").mkdir()
    (archive / "profiles/vov.yml").write_text(
        "names: {vi: Sông Quê, en: Song Que}\ndomains: [songque.vn]\n", encoding="utf-8"
    )

    explained = run(archive, "explain", str(archive / "raw/songque/1.html"), "--json")

    assert "vov" == json.loads(explained.stdout)["profile"]
