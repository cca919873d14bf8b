"""Whole sites, built once and served on this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import press, settings
from tests.conftest import REPOSITORY
from tests.site import sample
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
        findings = press.build(known)
        assert not press.failed(findings), [finding.what.en for finding in findings]
        return Site(root=root, folder=known.site, url=serve(known.site), findings=findings)

    return run


@pytest.fixture(scope="session")
def whole(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    publish: Callable[[Path], Site],
) -> Site:
    """The archive that comes with the project, and in it the sample: all kinds of pages."""
    sampled = {
        path: text
        for path, text in sample.content(article_text).items()
        if not (REPOSITORY / "content" / path).exists()
    }
    root = lay_archive(tmp_path_factory.mktemp("whole") / "archive", sampled)
    shutil.copytree(REPOSITORY / "content", root / "content", dirs_exist_ok=True)
    picture = root / "content/articles/2021/2021-12-13-khai-mac/anh.png"
    picture.write_bytes(sample.png(1600, 900))
    return publish(root)


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
