"""What the press prints, and how it differs from what MkDocs makes."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

from generator import settings
from generator.press import jobs as of_jobs
from generator.press.delivery import Delivery
from generator.press.hands import Crew
from generator.press.works import print_site
from tests.press.processes import tree


def printed(root: Path, *, jobs: int, executor: Executor | None = None) -> dict[str, str]:
    """What the press prints of a spool that is there, without what is only copied."""
    known = settings.load(root)
    job = of_jobs.job(known, site=root / "printed")
    delivery = Delivery(root / "nothing", job.site, None)
    found = print_site(job, of_jobs.load(job), delivery, crew=Crew(jobs, executor))
    codes = {one.code for one in found}
    assert codes <= {"site-warning"}
    return tree(job.site)


def differing(expected: dict[str, str], actual: dict[str, str]) -> list[str]:
    return sorted({path for path, _ in expected.items() ^ actual.items()})


def pages(site: dict[str, str]) -> dict[str, str]:
    return {path: digest for path, digest in site.items() if path.endswith(".html")}
