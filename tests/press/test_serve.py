"""The live server: an edit is one rebuild, and a rebuild is no edit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import settings
from generator.errors import SettingsError
from generator.press import serve
from tests.press.edits import HAI, edit

pytestmark = pytest.mark.site

MKDOCS = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--dev-addr"]
PROGRAM = """
import sys
from pathlib import Path
from generator import settings
from generator.press import serve
serve.serve(settings.load(Path()), address=sys.argv[1])
"""
ARCHIVE = [sys.executable, "-c", PROGRAM]
PATIENCE = 60
"""Seconds after which the server is held to hang."""


@contextmanager
def served(command: list[str], root: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """Run a live server; gives its address and what it has said so far."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / "log.txt"
    with (
        log.open("w", encoding="utf-8") as file,
        subprocess.Popen(
            [*command, f"127.0.0.1:{port}"], cwd=root, stdout=file, stderr=file, env=os.environ
        ) as process,
    ):
        try:
            yield f"http://127.0.0.1:{port}", lambda: log.read_text(encoding="utf-8")
        finally:
            process.terminate()
            process.wait(PATIENCE)


def ask(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(found: Callable[[], bool]) -> bool:
    """Whether it comes true before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.1)
    return False


def test_mkdocs_serve_rebuilds_an_edit_once(small: Path) -> None:
    path = small / HAI
    with served(MKDOCS, small) as (address, said):
        page = f"{address}/2022/01/02/hai/"
        assert wait_for(lambda: "Lời thứ hai." in ask(page)), said()
        edit(path, "Lời thứ hai.", "Lời đã sửa.")
        assert wait_for(lambda: "Lời đã sửa." in ask(page)), said()
        assert "script-src 'self' 'unsafe-inline'" in ask(page)  # for the script that reloads it
        time.sleep(3)  # six rounds of the watcher, which would see a loop

        assert 1 == said().count("Detected file changes")
        assert 2 == said().count("Building documentation...")
        assert f"Serving on {address}/" in said()
    assert "Traceback" not in said()
    assert "site-unsafe" not in said()


@dataclass(frozen=True)
class Live:
    """An archive that is being served, and a browser that looks at it."""

    root: Path
    address: str
    said: Callable[[], str]
    page: Page

    def open(self, path: str, text: str) -> None:
        """Look at a page, when it is there."""
        assert wait_for(lambda: text in ask(f"{self.address}{path}")), self.said()
        self.page.goto(f"{self.address}{path}")

    def shows(self, text: str) -> bool:
        """Whether the browser comes to show a text, without being asked to."""
        expect(self.page.locator("body")).to_contain_text(text, timeout=PATIENCE * 1000)
        return True

    def shows_no_error(self) -> bool:
        """Whether the browser comes to show a page of the site with nothing wrong."""
        expect(self.page.locator(".live-errors")).to_have_count(0, timeout=PATIENCE * 1000)
        return True

    def file(self, name: str) -> Path:
        return self.root / name


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, lay_small: Callable[[Path], Path]
) -> Iterator[tuple[Path, str, Callable[[], str]]]:
    """One server for all tests of this file: each mends what it breaks."""
    root = lay_small(tmp_path_factory.mktemp("live") / "archive")
    with served(ARCHIVE, root) as (address, said):
        yield root, address, said
    assert "Traceback" not in said()


@pytest.fixture
def live(running: tuple[Path, str, Callable[[], str]], browser: Browser) -> Iterator[Live]:
    page = browser.new_page()
    errors: list[str] = []
    page.on(
        "console",
        lambda message: errors.append(message.text) if "policy" in message.text.lower() else None,
    )
    yield Live(*running, page)
    page.context.close()
    assert [] == errors  # nothing of what is added breaks the policy of the page


HAI_PAGE, MOT_PAGE = "/2022/01/02/hai/", "/2021/12/13/mot/"


def test_an_edit_reloads_the_page_that_shows_it_and_no_other(live: Live, browser: Browser) -> None:
    live.open(HAI_PAGE, "Lời thứ hai.")
    other = browser.new_page()
    other.goto(f"{live.address}{MOT_PAGE}")
    other.evaluate("window.stayed = true")
    edit(live.file(HAI), "Lời thứ hai.", "Lời đã sửa.")

    assert live.shows("Lời đã sửa.")
    made = live.said().count("files made anew")
    edit(live.file(HAI), "Lời đã sửa.", "Lời thứ hai.")
    assert live.shows("Lời thứ hai.")
    assert wait_for(lambda: live.said().count("files made anew") > made)
    assert other.evaluate("window.stayed")
    other.context.close()


def test_pages_keep_the_policy_that_readers_get(live: Live) -> None:
    live.open(HAI_PAGE, "Lời thứ hai.")

    policy = live.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "unsafe-inline" not in str(policy)


def test_an_error_is_a_page_with_file_and_line_and_goes_away_when_mended(
    live: Live, browser: Browser
) -> None:
    path = live.file(HAI)
    text = path.read_text(encoding="utf-8")
    live.open(HAI_PAGE, "Lời thứ hai.")
    other = browser.new_page()
    other.goto(f"{live.address}{MOT_PAGE}")
    path.write_text(text.replace("date: '2022-01-02'", "date: ngày hai"), encoding="utf-8")
    line = 1 + text[: text.index("date:")].count("\n")

    assert live.shows(f"{HAI}:{line}")
    assert live.shows("This page cannot be shown")
    expect(other.locator("aside.live-errors")).to_contain_text(HAI)
    expect(other.locator("body")).to_contain_text("Lời thứ nhất.")
    assert f"{HAI}:{line}: error" in live.said()
    path.write_text(text, encoding="utf-8")
    assert live.shows("Lời thứ hai.")
    assert live.shows_no_error()
    expect(other.locator(".live-errors")).to_have_count(0)
    other.context.close()


def test_an_error_in_a_template_names_its_line_and_leaves_the_last_good_site(live: Live) -> None:
    path = live.file("overrides/article.html")
    text = path.read_text(encoding="utf-8")
    live.open(HAI_PAGE, "Lời thứ hai.")
    path.write_text(f"{text}\n{{% if %}}\n", encoding="utf-8")

    assert live.shows(f"overrides/article.html:{2 + text.count(chr(10))}")
    assert live.shows("Lời thứ hai.")
    path.write_text(text, encoding="utf-8")
    assert live.shows_no_error()


def test_a_template_is_watched(live: Live) -> None:
    path = live.file("overrides/404.html")
    text = path.read_text(encoding="utf-8")
    live.open(HAI_PAGE, "Lời thứ hai.")
    live.page.goto(f"{live.address}/nowhere/")
    policy = '{% include "partials/archive/policy.html" %}'
    page = f"<!doctype html><html><head>{policy}</head><body><p>đổi rồi</body></html>"
    path.write_text(page, encoding="utf-8")

    assert live.shows("đổi rồi")
    path.write_text(text, encoding="utf-8")


def test_settings_are_watched_and_an_error_in_them_names_its_line(live: Live) -> None:
    path = live.file("mkdocs.yml")
    text = path.read_text(encoding="utf-8")
    live.open(HAI_PAGE, "Lời thứ hai.")
    path.write_text(text.replace("Trang chủ", "Trang đầu"), encoding="utf-8")
    assert live.shows("Trang đầu")

    path.write_text(text.replace("site_name:", "site_name: ["), encoding="utf-8")
    assert live.shows("mkdocs.yml:")
    assert live.shows("Trang đầu")
    path.write_text(text, encoding="utf-8")
    assert live.shows_no_error()
    assert live.shows("Trang chủ")


def test_serving_publishes_nothing(live: Live) -> None:
    live.open(HAI_PAGE, "Lời thứ hai.")

    assert not live.file("site").exists()
    assert not live.file("content/permalinks.csv").exists()


def test_an_archive_is_served_once(live: Live) -> None:
    live.open(HAI_PAGE, "Lời thứ hai.")

    with pytest.raises(SettingsError, match="served already"):
        serve.serve(settings.load(live.root), address="127.0.0.1:0")


def test_address_that_is_taken_is_said_plainly(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"

        with pytest.raises(SettingsError, match=f"cannot listen on {address}"):
            serve.serve(settings.load(built), address=address)
