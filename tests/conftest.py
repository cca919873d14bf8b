"""What tests of several rooms share: an archive of one's own, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# Without a clock, for slow machines prove nothing; and the same examples on every run, so that
# what fails in CI fails at home. To look for new ones: HYPOTHESIS_PROFILE=explore.
settings.register_profile("archive", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "archive"))

REPOSITORY = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
"""What the browser may be called, as in the Makefile."""


@pytest.fixture(scope="session")
def lay_archive() -> Callable[..., Path]:
    """Makes an archive in a folder: this project's settings and look, and the given content."""

    def lay(root: Path, content: Mapping[str, str] | None = None) -> Path:
        (root / "generator/press").mkdir(parents=True)
        shutil.copy(REPOSITORY / "generator/press/hook.py", root / "generator/press/hook.py")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        shutil.copytree(REPOSITORY / "overrides", root / "overrides")
        (root / "raw").mkdir()
        (root / "content").mkdir()
        for path, text in (content or {}).items():
            file = root / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return root

    return lay


@pytest.fixture(scope="session")
def article_text() -> Callable[..., str]:
    """Makes the text of an article's file, as an editor would write it by hand."""

    def write(body: str, **fields: object) -> str:
        known: dict[str, object] = {
            "id": "a-2021-00000000",
            "title": "Một bài",
            "date": "2021-12-13",
            "source": {"outlet": "unknown"},
            "rights": {"show": "full"},
        }
        head = yaml.safe_dump(known | fields, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n\n{body}\n"

    return write


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The real browser, started once."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.fail("there is no browser: run `make browser`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file in one process, which builds their site once."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
