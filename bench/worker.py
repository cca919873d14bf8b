"""One tool in a process of its own: `python -m bench.worker NAME` reads and writes JSON lines.

{"path": "…/0001.html", "url": "https://…", "facts": true}
  → {"text": "…", "cpu": 0.0123, "error": "", "facts": {…}}
{}
  → {"peak": 123456789}
"""

from __future__ import annotations

import importlib
import json
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import IO

from bench.tools import TOOLS, Sheet

_HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)

_WARM_UP = (
    "<html><head><title>A page</title></head><body><article><h1>A page</h1>"
    + "<p>The first page is read before the clock starts, and nobody keeps it.</p>" * 5
    + "</article></body></html>"
)


def serve(name: str, asked: IO[str], answers: IO[str]) -> None:
    """Answer until nothing more is asked.

    Args:
        name: One of `TOOLS`.
        asked: One request a line.
        answers: Where each answer goes, on a line of its own.
    """
    module, options = TOOLS[name]
    tool = importlib.import_module(f"bench.tools.{module}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "warm-up.html"
        path.write_text(_WARM_UP, encoding="utf-8")
        _answer(tool, options, {"path": str(path), "url": ""})
    for line in asked:
        request = json.loads(line)
        answer = _answer(tool, options, request) if request else {"peak": _peak()}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answer(
    tool: ModuleType, options: Mapping[str, object], request: Mapping[str, object]
) -> dict[str, object]:
    page = Sheet(path=Path(str(request["path"])), url=str(request["url"]))
    text, error = "", ""
    start = time.process_time()
    try:
        text = tool.extract(page, **options)
    except Exception as failure:  # noqa: BLE001 - whatever a tool raises, it has no text
        error = f"{type(failure).__name__}: {failure}"
    answer: dict[str, object] = {"cpu": time.process_time() - start, "text": text, "error": error}
    if request.get("facts") and hasattr(tool, "facts"):
        try:
            answer["facts"] = asdict(tool.facts(page))
        except Exception as failure:  # noqa: BLE001 - as above
            answer["error"] = f"{type(failure).__name__}: {failure}"
    return answer


def _peak() -> int:
    """The most memory this process ever had, in bytes.

    `ru_maxrss` begins with the memory of the process that started this one; `VmHWM` does not.
    """
    status = Path("/proc/self/status")
    if status.exists() and (found := _HIGH_WATER.search(status.read_text(encoding="ascii"))):
        return int(found[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    # What a tool prints must not come between the answers.
    _answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.argv[1], sys.stdin, _answers)
