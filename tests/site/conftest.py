"""Whole sites, built once and served on this machine."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import settings
from generator.press import build, lock, standing
from tests.conftest import REPOSITORY
from tests.site import alone, sample
from tests.site.served import Handler, Site, Watched, watched


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on this machine until all tests are done."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def publish(serve: Callable[[Path], str]) -> Callable[[Path], Site]:
    """Builds the archive in a folder and serves its site."""

    def run(root: Path) -> Site:
        known = settings.load(root)
        findings = build.build(known)
        assert not standing.failed(findings), [finding.what.en for finding in findings]
        return Site(root=root, folder=known.site, url=serve(known.site), findings=findings)

    return run


@pytest.fixture(scope="session")
def whole(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    serve: Callable[[Path], str],
) -> Site:
    """The archive that comes with the project, and what it lacks: all kinds of pages.

    The processes of a run share it: whichever needs it first builds it. No test writes to it.
    """
    run = tmp_path_factory.getbasetemp()
    root = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "whole" / "archive"
    with lock.hold(root.parent):
        if not root.exists():
            _lay_whole(root, lay_archive, article_text)
            findings = build.build(settings.load(root))
            assert not standing.failed(findings), [finding.what.en for finding in findings]
    known = settings.load(root)
    assert known.site.is_dir(), "the process that built it says why it could not"
    return Site(root=root, folder=known.site, url=serve(known.site))


def _lay_whole(
    root: Path, lay_archive: Callable[..., Path], article_text: Callable[..., str]
) -> None:
    added = {**sample.content(article_text), **alone.content(article_text)}
    lay_archive(root, added)
    shutil.copytree(REPOSITORY / "content", root / "content", dirs_exist_ok=True)
    picture = root / "content/articles/2021/2021-12-13-khai-mac/anh.png"
    picture.write_bytes(sample.png(1600, 900))


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens watched pages, each in a context of its own."""
    opened: list[Watched] = []

    def start(site: Site, **options: object) -> Watched:
        opened.append(watched(browser, site.url, **options))
        return opened[-1]

    yield start
    for one in opened:
        one.page.context.close()
