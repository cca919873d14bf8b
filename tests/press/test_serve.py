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
from pathlib import Path

import pytest

from generator import press, settings
from generator.errors import SettingsError

pytestmark = pytest.mark.site

MKDOCS = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--dev-addr"]
PROGRAM = """
import sys
from pathlib import Path
from generator import press, settings
press.serve(settings.load(Path()), address=sys.argv[1])
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


@pytest.mark.parametrize("command", [MKDOCS, ARCHIVE], ids=["mkdocs serve", "archive serve"])
def test_an_edit_is_rebuilt_once(command: list[str], built: Path) -> None:
    path = built / "content/articles/2022/2022-01-02-hai/vi.md"
    with served(command, built) as (address, said):
        page = f"{address}/2022/01/02/hai/"
        assert wait_for(lambda: "Lời thứ hai." in ask(page)), said()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Lời thứ hai.", "Lời đã sửa."), encoding="utf-8")
        assert wait_for(lambda: "Lời đã sửa." in ask(page)), said()
        assert "script-src 'self' 'unsafe-inline'" in ask(page)  # for the script that reloads it
        time.sleep(3)  # six rounds of the watcher, which would see a loop

        assert 1 == said().count("Detected file changes")
        assert 2 == said().count("Building documentation...")
        assert f"Serving on {address}/" in said()
    assert "Traceback" not in said()
    assert "site-unsafe" not in said()


def test_an_error_is_told_and_goes_away_when_mended(built: Path) -> None:
    path = built / "content/articles/2022/2022-01-02-hai/vi.md"
    text = path.read_text(encoding="utf-8")
    with served(ARCHIVE, built) as (address, said):
        assert wait_for(lambda: "Lời thứ hai." in ask(f"{address}/2022/01/02/hai/")), said()
        path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
        assert wait_for(lambda: "[front-matter-syntax]" in said()), said()
        path.write_text(text.replace("Lời thứ hai.", "Lời đã sửa."), encoding="utf-8")

        assert wait_for(lambda: "Lời đã sửa." in ask(f"{address}/2022/01/02/hai/")), said()


def test_a_template_is_watched(built: Path) -> None:
    template = built / "overrides/404.html"
    with served(ARCHIVE, built) as (address, said):
        assert wait_for(lambda: "Bài một" in ask(f"{address}/2021/12/13/mot/")), said()
        template.write_text("<!doctype html><p>đổi rồi", encoding="utf-8")

        assert wait_for(lambda: said().count("Reloading browsers") == 1), said()


def test_address_that_is_taken_is_said_plainly(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"

        with pytest.raises(SettingsError, match=f"cannot listen on {address}"):
            press.serve(settings.load(built), address=address)
