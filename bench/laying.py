"""Archives laid on a disk for builders to build, and their articles as any builder could read."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml

from bench import archives
from bench.processes import ROOT
from generator import content
from generator.model import Article, Entity

ARTICLE = '"template": "article.html"'
"""The first line of the front matter of a staged article."""

_HOOK = "generator/press/hook.py"
_FEWEST = 500  # records; events name places among the first fifty
_SHARE = 20  # articles for each record, in large archives
_BOTH = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article in one language, as its page shows it.

    Attributes:
        place: Its URL below the site, with a slash at the end.
        lang: `vi` or `en`.
        title: Plain text.
        description: Plain text.
        day: `YYYY-MM-DD`.
        tags: Names of the records that it mentions, sorted.
        related: List of related articles, as HTML in one line; empty if there are none.
        body: Markdown.
    """

    place: str
    lang: str
    title: str
    description: str
    day: str
    tags: tuple[str, ...]
    related: str
    body: str


def records_for(articles: int) -> int:
    """How many authority records an archive of so many articles gets."""
    return max(_FEWEST, articles // _SHARE)


def lay(root: Path, articles: int) -> None:
    """Lay a generated archive on the disk, every article in both languages.

    Args:
        root: A folder that is not there yet.
        articles: How many.
    """
    (root / _HOOK).parent.mkdir(parents=True)
    shutil.copy(ROOT / _HOOK, root / _HOOK)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copytree(ROOT / "content" / "pages", root / "content" / "pages")
    made = archives.generate(articles, records_for(articles), translated=_BOTH)
    put(root / "content", made.articles, made.entities)


def put(folder: Path, articles: Iterable[Article], records: Iterable[Entity]) -> None:
    """Write articles and records where a content folder has them.

    Args:
        folder: The content folder.
        articles: One text each.
        records: Each as its file will say it.
    """
    for article in articles:
        path = folder / article.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.text(article), encoding="utf-8")
    for record in records:
        content.add_record(folder, record)


def originals(root: Path) -> list[Path]:
    """Files of all articles in their own language, in order."""
    return sorted((root / "content" / "articles").glob("*/*/vi.md"))


def edit(path: Path, number: int) -> None:
    """Correct an article: its last paragraph gets one more sentence, with a number in it."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text} Đính chính lần thứ {number}.\n", encoding="utf-8")


def stories(docs: Path) -> Iterator[Story]:
    """All articles of a staged tree, in order of their paths."""
    for path in sorted(docs.rglob("index.md")):
        text = path.read_text(encoding="utf-8")
        if text.startswith(f"---\n{ARTICLE}\n"):
            yield story(text, path.parent.relative_to(docs).as_posix())


def story(text: str, folder: str) -> Story:
    """A staged article.

    Args:
        text: The staged file.
        folder: Where it is, below the docs folder.
    """
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    meta: dict[str, Any] = yaml.load(front, yaml.CSafeLoader)
    article = meta["article"]
    groups = article.get("entities", ())
    return Story(
        place=f"{folder}/",
        lang=meta["lang"],
        title=article["headline"],
        description=meta["description"],
        day=article["published"]["iso"],
        tags=tuple(sorted({link["name"] for group in groups for link in group["links"]})),
        related=_related(article.get("related", ())),
        body=body.strip("\n"),
    )


def _related(links: Any) -> str:
    if not links:
        return ""
    items = [
        f'<li class="story"><p class="story__meta"><time datetime="{escape(link["iso"])}">'
        f"{escape(link['date'])}</time> "
        f'<span class="story__outlet">{escape(link["outlet"])}</span></p>'
        f'<p class="story__title"><a href="/{escape(link["url"])}">'
        f"<bdi>{escape(link['title'])}</bdi></a></p>"
        f'<p class="story__reason">{_reasons(link.get("reason", ()))}</p></li>'
        for link in links
    ]
    return f'<ul class="stories">{"".join(items)}</ul>'


def _reasons(reasons: Any) -> str:
    return "; ".join(
        "".join(
            f"<bdi>{escape(part['name'])}</bdi>" if part.get("lang") else escape(part["name"])
            for part in reason
        )
        for reason in reasons
    )
