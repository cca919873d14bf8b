"""`archive build` and plain `mkdocs build` make the same site of the same archive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.press.printing import differing
from tests.press.processes import tree
from tests.site.served import Site

pytestmark = pytest.mark.site


def test_every_file_is_as_mkdocs_build_makes_it(whole: Site, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=whole.root,
        env={name: text for name, text in os.environ.items() if name != "SOURCE_DATE_EPOCH"},
        check=True,
        timeout=600,
    )
    expected = tree(tmp_path / "site")

    assert [] == differing(expected, tree(whole.folder))
