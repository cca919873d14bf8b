from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search import samples


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    samples.lay_out(samples.archive(), folder)
    return folder


@pytest.fixture(scope="session")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with samples.served(site) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("() => !!window.searches")
        yield page
        page.close()
