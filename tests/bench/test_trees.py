"""A command's processor time and memory are those of all its processes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bench import trees

CHILD = "x = bytearray(60_000_000); sum(range(10_000_000))"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}]); print('xong')"


def test_what_a_child_takes_counts(tmp_path: Path) -> None:
    taken = trees.run([sys.executable, "-c", PARENT], cwd=tmp_path, env=dict(os.environ))

    assert (0, "xong") == (taken.status, taken.said)
    assert taken.peak > 60_000_000
    assert taken.cpu > 0.05


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    taken = trees.run([sys.executable, "-c", "exit('no')"], cwd=tmp_path, env=dict(os.environ))

    assert (1, "no") == (taken.status, taken.said)
