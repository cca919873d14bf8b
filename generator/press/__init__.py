"""The press: pages become a site.

`prepare` (settings → staged docs) ─▶ MkDocs + Material ─▶ `gate` ─▶ `swap` into place. Plain
`mkdocs build` takes the same way through `hook`.
"""

from generator.press.build import build
from generator.press.crew import processors
from generator.press.engines import finish, stage_all
from generator.press.export import export
from generator.press.outcome import failed
from generator.press.prepare import Staged, prepare
from generator.press.serve import serve
from generator.press.stage import stage

__all__ = [
    "Staged",
    "build",
    "export",
    "failed",
    "finish",
    "prepare",
    "processors",
    "serve",
    "stage",
    "stage_all",
]
