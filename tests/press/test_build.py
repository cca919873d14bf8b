"""Building: the same bytes everywhere, and never less than a whole site."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from generator import settings
from generator.cli import main
from generator.errors import BrokenArchiveError
from generator.press import build, standing
from tests.press.edits import HAI, MOT, edit
from tests.press.processes import BUILD, run, tree

pytestmark = pytest.mark.site

MKDOCS = Path(sys.executable).with_name("mkdocs")
UNSAFE = '{% include "partials/archive/policy.html" %}<p onclick=x>'


def codes_of(root: Path) -> list[str]:
    """Build in this process; the codes of all findings."""
    return [finding.code for finding in build.build(settings.load(root))]


def test_mkdocs_by_itself_gives_the_same_site(small: Path) -> None:
    codes = codes_of(small)
    ours = tree(small / "site")
    subprocess.run(
        [MKDOCS, "build", "--strict", "--quiet", "--site-dir", "reference"], cwd=small, check=True
    )

    assert ours == tree(small / "reference")
    assert "2021/12/13/mot/index.html" in ours
    assert "en/2021/12/13/one/index.html" in ours
    assert "site-warning" not in codes


def test_second_build_gives_the_same_site_and_leaves_nothing_behind(built: Path) -> None:
    first = tree(built / "site")
    codes_of(built)

    assert first == tree(built / "site")
    assert [".archive", "content", "generator", "mkdocs.yml", "overrides", "raw", "site"] == sorted(
        path.name for path in built.iterdir()
    )


def test_place_time_zone_hash_seed_and_locale_change_no_byte(
    tmp_path: Path, lay_small: Callable[[Path], Path]
) -> None:
    environments = [
        {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C"},
        {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "LANG": "vi_VN"},
    ]
    sites = []
    for number, environment in enumerate(environments):
        root = lay_small(tmp_path / ("place" * (number + 1)) / "archive")
        done = run(BUILD, root, **environment)
        assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
        sites.append(tree(root / "site"))

    assert sites[0] == sites[1]


def test_permalinks_are_registered_once_and_only_after_a_success(small: Path) -> None:
    register = small / "content/permalinks.csv"
    page = small / "overrides/404.html"
    page.write_text("<!doctype html><html><body onload=x></body></html>", encoding="utf-8")
    failed = codes_of(small)
    before = register.exists()
    page.unlink()
    codes_of(small)
    after = register.read_bytes()
    codes_of(small)

    assert "site-unsafe" in failed
    assert not before
    assert b"/2021/12/13/mot/" in after
    assert after == register.read_bytes()


def test_template_that_fails_leaves_the_old_site(built: Path) -> None:
    old = tree(built / "site")
    edit(built / MOT, "Lời thứ nhất.", "Lời thứ nhất.\n\nThêm một đoạn.")
    (built / "overrides/404.html").write_text("{{ 1/0 }}", encoding="utf-8")
    findings = build.build(settings.load(built))

    assert ["site-broken"] == [f.code for f in findings if f.code.startswith("site-")]
    assert "division by zero" in findings[-1].what.en
    assert old == tree(built / "site")
    assert not (built / ".site.new").exists()


def test_unsafe_page_leaves_the_old_site(built: Path) -> None:
    old = tree(built / "site")
    edit(built / MOT, "Lời thứ nhất.", "Lời thứ nhất.\n\nThêm một đoạn.")
    (built / "overrides/404.html").write_text(UNSAFE, encoding="utf-8")
    findings = build.build(settings.load(built))

    assert ["site-unsafe"] == [f.code for f in findings if f.code.startswith("site-")]
    assert "404.html" == findings[-1].file
    assert old == tree(built / "site")
    assert not (built / ".site.new").exists()


def test_unsafe_page_fails_a_strict_mkdocs_build(small: Path) -> None:
    (small / "overrides/404.html").write_text(UNSAFE, encoding="utf-8")
    done = subprocess.run(
        [MKDOCS, "build", "--strict"], cwd=small, capture_output=True, text=True, check=False
    )

    assert 1 == done.returncode
    assert "404.html: The page has onclick= in <p>" in done.stderr


def test_article_with_an_error_fails_a_strict_mkdocs_build(small: Path) -> None:
    path = small / HAI
    path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    done = subprocess.run(
        [MKDOCS, "build", "--strict"], cwd=small, capture_output=True, text=True, check=False
    )

    assert 1 == done.returncode
    assert HAI in done.stderr


def test_article_with_an_error_is_left_out_and_the_rest_is_published(small: Path) -> None:
    path = small / HAI
    path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    (found,) = build.build(settings.load(small))

    assert "front-matter-syntax" == found.code
    assert HAI == found.file
    assert (small / "site/2021/12/13/mot/index.html").is_file()
    assert not (small / "site/2022/01/02/hai").exists()


@pytest.mark.parametrize("place", [".", "content", "content/site", "raw", ".archive/docs", "other"])
def test_folder_that_is_not_a_site_is_never_replaced(place: str, small: Path) -> None:
    (small / "other").mkdir()
    (small / "other/letter.txt").write_text("kept", encoding="utf-8")
    (small / "mkdocs.yml").write_text(
        (small / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("site_dir: site", f"site_dir: {place}"),
        encoding="utf-8",
    )
    kept = {name: digest for name, digest in tree(small).items() if ".archive" not in name}
    codes = codes_of(small)

    assert "site-broken" in codes
    assert kept == {name: digest for name, digest in tree(small).items() if ".archive" not in name}


def test_clock_of_a_build_ends_with_it(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    codes_of(small)

    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_broken_register_stops_the_build_and_leaves_the_old_site(built: Path) -> None:
    old = tree(built / "site")
    edit(built / MOT, "Lời thứ nhất.", "Lời thứ nhất.\n\nThêm một đoạn.")
    register = built / "content/permalinks.csv"
    register.write_bytes(register.read_bytes() + b"not,a,line,of,it\n")

    with pytest.raises(BrokenArchiveError, match="register of addresses is broken"):
        codes_of(built)

    assert old == tree(built / "site")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("slug: hai", "slug: hai\nstatus: draft", "permalink-lost"),
        ("a-2022-00000002", "a-2022-00000009", "permalink-taken"),
    ],
)
def test_site_that_breaks_a_promise_is_not_published(
    before: str, after: str, code: str, built: Path
) -> None:
    old = tree(built / "site")
    register = (built / "content/permalinks.csv").read_bytes()
    edit(built / HAI, before, after)
    findings = build.build(settings.load(built))

    assert code in [found.code for found in findings]
    assert standing.failed(findings)
    assert old == tree(built / "site")
    assert register == (built / "content/permalinks.csv").read_bytes()


def test_last_line_of_a_build_says_that_files_were_left_out(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small / HAI
    path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    monkeypatch.chdir(small)
    done = CliRunner().invoke(main, ["build"])

    assert 1 == done.exit_code
    assert done.stderr.splitlines()[-1].endswith("site (1 error: some files were left out)")


def test_refused_build_clears_nothing_away(small: Path) -> None:
    for name in ("other", ".other.old"):
        (small / name).mkdir()
        (small / name / "letter.txt").write_text("kept", encoding="utf-8")
    given = dataclasses.replace(settings.load(small), site=small / "other")

    assert ["site-broken"] == [found.code for found in build.build(given)]
    assert (small / ".other.old/letter.txt").is_file()


def test_root_of_the_file_system_is_refused(small: Path) -> None:
    given = dataclasses.replace(settings.load(small), site=Path("/"))

    assert ["site-broken"] == [found.code for found in build.build(given)]


def test_a_text_that_names_a_picture_as_no_page_can_have_one_is_built_without_it(
    small: Path,
) -> None:
    name = "a\\b.png"
    Image.new("L", (4, 3)).save((small / HAI).with_name(name), format="PNG")
    edit(small / HAI, "Lời thứ hai.", f"Lời thứ hai.\n\n![Ảnh]({name})")

    findings = build.build(settings.load(small))

    assert not standing.failed(findings)
    assert (small / "site/2022/01/02/hai/index.html").is_file()
