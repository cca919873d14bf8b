"""Building in a process of its own, and comparing what comes out."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

BUILD = """
import sys
from pathlib import Path
from generator import settings
from generator.press import build, standing
findings = build.build(settings.load(Path(sys.argv[1])))
sys.exit(1 if standing.failed(findings) else 0)
"""


def tree(folder: Path) -> dict[str, str]:
    """Path → digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(program: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a new process."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
