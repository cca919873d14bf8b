from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "golden").iterdir() if path.is_dir())

_spec = importlib.util.spec_from_file_location("accept", HERE / "accept.py")
assert _spec
assert _spec.loader
accept = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(accept)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_capture_gives_what_its_folder_expects(folder: Path) -> None:
    made = accept.expected(accept.extract(folder))
    expected = {name: (folder / name).read_text(encoding="utf-8") for name in made}

    assert expected == made


def test_every_text_shape_that_was_seen_has_a_case() -> None:
    names = {path.name for path in CASES}

    assert {"text-no-outlet", "text-mofa", "text-sputnik", "text-congluan", "text-vov"} <= names
