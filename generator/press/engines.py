"""Other engines: the configuration that they build the staged tree by, and what they leave to us.

MkDocs, ProperDocs and Zensical all read a `mkdocs.yml` that inherits from another one. Ours stands
beside the staged tree, since Zensical wants all its folders below that of its configuration, and
names no hook, since Zensical runs none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from generator.errors import finding
from generator.model import Finding
from generator.press import gate, lock
from generator.press.prepare import complete, prepare
from generator.settings import Settings

CONFIG = "mkdocs.yml"
SITE = "site"
"""Folder that an engine fills, beside the staged tree."""
FRONT_PAGE = "index.html"


def stage_all(settings: Settings) -> tuple[Path, tuple[Finding, ...]]:
    """Stage the archive for any engine.

    Returns:
        The docs folder, with a `mkdocs.yml` beside it, and what a person should know of.
    """
    with lock.hold(settings.work):
        staged = prepare(settings)
        _write_configuration(settings)
    return staged.docs, staged.findings


def configuration(settings: Settings) -> str:
    """The staged `mkdocs.yml`: the archive's own, with other folders.

    The address of the site is written out, so that pages name the one that feeds and sitemaps name.
    """
    theme = {"variant": "classic"}  # Zensical's look that Material's templates fit
    if settings.overrides:
        theme["custom_dir"] = _relative(settings.overrides, settings.work)
    values = {
        "INHERIT": _relative(settings.root / CONFIG, settings.work),
        "docs_dir": "docs",
        "site_dir": SITE,
        "site_url": settings.site_url,
        "hooks": [],
        "theme": theme,
    }
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def finish(settings: Settings, site: Path, *, themes: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """Give a site that an engine built from the staged tree what that engine cannot make.

    Args:
        settings: Of the archive, as it was staged.
        site: Folder of the site.
        themes: Folders of the engine's theme. With some the site is inspected as `build` does.

    Returns:
        What a person should know of: what of the staged tree is not in the site, and what must not
        be in it. A folder without a front page is no site, and stays as it is.
    """
    with lock.hold(settings.work):
        staged = prepare(settings)
        missing = sorted(_missing(staged.docs, site))
        lacking = [finding("site-incomplete", file=one, count=len(missing)) for one in missing[:1]]
        if FRONT_PAGE in missing:
            return tuple(lacking)
        complete(staged, site)
    if not themes:
        return tuple(lacking)
    folders = [*themes, *([settings.overrides] if settings.overrides else [])]
    allowed = gate.allow(folders, site_url=settings.site_url)
    return (*lacking, *gate.inspect(site, allowed))


def _write_configuration(settings: Settings) -> None:
    path, text = settings.work / CONFIG, configuration(settings)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _missing(docs: Path, site: Path) -> Iterator[str]:
    """Paths of the site that the staged tree asks for and that are not there."""
    for path in docs.rglob("*"):
        made = path.relative_to(docs)
        if path.suffix == ".md":
            made = made.with_suffix(".html")
        if path.is_file() and not (site / made).is_file():
            yield made.as_posix()


def _relative(path: Path, start: Path) -> str:
    return Path(os.path.relpath(path, start)).as_posix()
