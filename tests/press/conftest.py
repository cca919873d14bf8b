"""A small archive to build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings
from generator.press import build, standing


@pytest.fixture(scope="session")
def lay_small(
    lay_archive: Callable[..., Path], article_text: Callable[..., str]
) -> Callable[[Path], Path]:
    """Makes an archive of two articles, one of them translated."""

    def lay(root: Path) -> Path:
        first = article_text("Lời thứ nhất.", id="a-2021-00000001", title="Bài một", slug="mot")
        second = article_text(
            "Lời thứ hai.", id="a-2022-00000002", title="Bài hai", date="2022-01-02", slug="hai"
        )
        english = (
            "---\ntitle: Article one\nslug: one\ntranslation:\n  kind: human\n"
            f"  of: '{'0' * 64}'\n---\n\nThe first words.\n"
        )
        return lay_archive(
            root,
            {
                "articles/2021/2021-12-13-mot/vi.md": first,
                "articles/2021/2021-12-13-mot/en.md": english,
                "articles/2022/2022-01-02-hai/vi.md": second,
            },
        )

    return lay


@pytest.fixture
def small(tmp_path: Path, lay_small: Callable[[Path], Path], built_once: Path) -> Path:
    """The small archive in a folder of this test, its typeface cut and its templates compiled."""
    root = lay_small(tmp_path / "archive")
    for kept in ("fonts", "templates"):
        shutil.copytree(built_once / ".archive" / kept, root / ".archive" / kept)
    return root


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory, lay_small: Callable[[Path], Path]) -> Path:
    """The small archive with its site, of which tests take copies."""
    root = lay_small(tmp_path_factory.mktemp("built") / "archive")
    assert not standing.failed(build.build(settings.load(root)))
    return root


@pytest.fixture
def built(tmp_path: Path, built_once: Path) -> Path:
    """The small archive and its site, in a folder of this test."""
    return shutil.copytree(built_once, tmp_path / "archive")
