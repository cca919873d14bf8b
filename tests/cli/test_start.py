"""A verb loads what it needs, and what takes long to load only when it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
import {module}
print(*sorted({{"jinja2", "lxml", "markdown", "numpy", "PIL"}} & sys.modules.keys()))
"""


@pytest.mark.parametrize(
    ("module", "loaded"),
    [
        ("generator.cli.building", ""),  # most builds have nothing to do
        ("generator.press.anew", "PIL jinja2 lxml markdown numpy"),
    ],
)
def test_loading_a_verb_loads_no_engine(module: str, loaded: str) -> None:
    program = PROGRAM.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded == done.stdout.strip()
