"""Without Dask, everything but a cluster works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import convert
from generator.convert import cluster
from generator.errors import SettingsError
from tests.convert import samples


def test_without_dask_a_person_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples.put(tmp_path / "raw", "a.txt", samples.text(1))
    cluster._library.cache_clear()
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(SettingsError, match=r"pip install .*\[cluster\]"):
        list(convert.run(tmp_path / "raw", tmp_path / "content", scheduler="tcp://host:8786"))


def test_dask_is_not_imported_unless_it_is_asked_for() -> None:
    code = "import generator.cli, sys; sys.exit('distributed' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode
