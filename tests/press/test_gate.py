"""The gate over a whole folder, and what it learns from a theme."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from generator.press import gate
from generator.press.markup import Allowed
from tests.press.test_markup import POLICY

THEME = Path(str(files("material"))) / "templates"


@pytest.fixture(scope="module")
def allowed() -> Allowed:
    return gate.allow([THEME], extra=["extra/ours.js"], site_url="https://archive.example/news")


def lay(site: Path, path: str, text: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")


def page(body: str) -> str:
    return f"<!doctype html><html><head>{POLICY}</head><body>{body}"


def unsafe(site: Path, allowed: Allowed) -> dict[str, str]:
    found = gate.inspect(site, allowed)
    assert {"site-unsafe"} >= {finding.code for finding in found}
    return {finding.file: finding.what.en for finding in found}


def index(*entries: tuple[str, str, str]) -> str:
    docs = [dict(zip(("location", "title", "text"), entry, strict=True)) for entry in entries]
    return json.dumps({"config": {}, "docs": docs})


def test_address_of_the_site_is_its_origin_and_base(allowed: Allowed) -> None:
    assert ("https://archive.example", "/news/") == (allowed.origin, allowed.base)


def test_no_script_stands_in_a_page_not_even_the_theme_s(tmp_path: Path, allowed: Allowed) -> None:
    template = (THEME / "partials/javascripts/base.html").read_text(encoding="utf-8")
    script = template[template.index("<script>") :]
    lay(tmp_path, "index.html", page(script.replace("{{ config.extra.scope | d(base_url) }}", ".")))

    assert ["index.html"] == list(unsafe(tmp_path, allowed))
    assert "a script in the page" in unsafe(tmp_path, allowed)["index.html"]


def test_theme_s_files_pass_at_any_depth(tmp_path: Path, allowed: Allowed) -> None:
    bundle = next((THEME / "assets/javascripts").glob("bundle.*.js")).name
    for path, base in (("", "."), ("a/", ".."), ("a/b/c/", "../../.."), ("d/", "/news")):
        script = f'<script src="{base}/assets/javascripts/{bundle}"></script>'
        lay(tmp_path, f"{path}index.html", page(script))

    assert {} == unsafe(tmp_path, allowed)


def test_page_without_a_policy_is_refused_unless_the_live_server_shows_it(tmp_path: Path) -> None:
    lay(tmp_path, "index.html", "<p>x</p>")

    assert ["index.html"] == list(unsafe(tmp_path, gate.allow([THEME])))
    assert {} == unsafe(tmp_path, gate.allow([THEME], live=True))


def test_only_html_that_browsers_show_is_read_and_each_thing_told_once(
    tmp_path: Path, allowed: Allowed
) -> None:
    lay(tmp_path, "a/index.html", page("<p onclick=1></p><p onclick=2></p>"))
    lay(tmp_path, "b/index.html", page("<p>fine</p>"))
    lay(tmp_path, "sitemap.xml", "<urlset/>")

    assert {"a/index.html": "The page has onclick= in <p>, which is not allowed."} == unsafe(
        tmp_path, allowed
    )


def test_files_in_which_a_browser_runs_scripts_must_be_the_theme_s(
    tmp_path: Path, allowed: Allowed
) -> None:
    bundle = next((THEME / "assets/javascripts").glob("bundle.*.js")).name
    for path in (f"assets/javascripts/{bundle}", "extra/ours.js", "a/anh.jpg"):
        lay(tmp_path, path, "x")
    for path in ("a/hinh.svg", "a/x.JS", "a/page.xhtml", "assets/javascripts/theirs.js"):
        lay(tmp_path, path, "x")
    (tmp_path / "a/link.jpg").symlink_to("/etc/hostname")

    assert [
        "a/hinh.svg",
        "a/link.jpg",
        "a/page.xhtml",
        "a/x.JS",
        "assets/javascripts/theirs.js",
    ] == sorted(unsafe(tmp_path, allowed))


def test_search_entries_hold_no_markup_but_the_indexer_s(tmp_path: Path, allowed: Allowed) -> None:
    lay(
        tmp_path,
        gate.INDEX,
        index(("a/", "Tít &lt;script&gt;", "<p>Lời</p><pre><code>x</code></pre> 1 &lt; 2")),
    )

    assert {} == unsafe(tmp_path, allowed)


@pytest.mark.parametrize(
    "entry",
    [
        ("a/", "<script>alert(1)</script>", ""),
        ("a/", "", "<p onclick=alert(1)>x</p>"),
        ("a/", "", "<img src=x onerror=alert(1)>"),
        ("a/", "", "<p <img src=x>"),
        ("javascript:alert(1)", "", ""),
        ("https://evil.example/", "", ""),
    ],
)
def test_search_entry_that_would_come_alive_is_refused(
    entry: tuple[str, str, str], tmp_path: Path, allowed: Allowed
) -> None:
    lay(tmp_path, gate.INDEX, index(entry))

    assert [gate.INDEX] == list(unsafe(tmp_path, allowed))


def test_search_index_that_cannot_be_read_is_refused(tmp_path: Path, allowed: Allowed) -> None:
    lay(tmp_path, gate.INDEX, '{"docs": 3}')

    assert [gate.INDEX] == list(unsafe(tmp_path, allowed))
