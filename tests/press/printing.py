"""What the press prints, and how it differs from what MkDocs makes."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

from generator import settings
from generator.press.prepare import docs_folder, spool_folder
from generator.press.printing import Job, load
from generator.press.works import print_site
from tests.press.processes import tree


def printed(root: Path, *, jobs: int, executor: Executor | None = None) -> dict[str, str]:
    """What the press prints of a spool that is there, without what is only copied."""
    known = settings.load(root)
    job = Job(
        root=root,
        site=root / "printed",
        docs=docs_folder(known),
        spool=spool_folder(known),
        templates=known.work / "templates",
        epoch="",
    )
    codes = {found.code for found in print_site(job, load(job), jobs=jobs, executor=executor)}
    assert codes <= {"site-warning"}
    return tree(job.site)


def differing(expected: dict[str, str], actual: dict[str, str]) -> list[str]:
    return sorted({path for path, _ in expected.items() ^ actual.items()})


def pages(site: dict[str, str]) -> dict[str, str]:
    return {path: digest for path, digest in site.items() if path.endswith(".html")}
