"""The staged tree is enough: what its pages link to is in it, or is made by `archive finish`."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from jinja2 import nodes
from lxml import html
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from generator import assemble, pages
from generator.model import LANGS, Editorial
from generator.pages import cards
from generator.pages.site import Site
from generator.press import fonts
from generator.press.cards import Kept
from generator.press.stage import stage
from generator.safe_markdown import SafeMarkdownExtension
from tests.assemble.make import contents
from tests.pages.jinja import TEMPLATES, read
from tests.pages.made import EVERYTHING, REPOSITORY, SETTINGS, strings

OVERRIDES = REPOSITORY / "overrides"
ADDRESS = "https://archive.example/"
WRITTEN = frozenset({".csv", ".json", ".jsonl", ".jsonld", ".md", ".opml", ".txt", ".xml"})
PREFIXES = ("", "en/")
"""What templates put before an address, for the language of the page."""

ABOUT = tuple(
    Editorial(id="about", lang=lang, title="Archive", body="Lời.", path=f"pages/about/{lang}.md")
    for lang in LANGS
)
"""The page of the institution's own that templates lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A staged archive.

    Attributes:
        docs: Folder of the tree.
        there: What a finished site can be asked for: paths below it, '/'-separated.
    """

    docs: Path
    there: frozenset[str]

    def lacks(self, url: str) -> bool:
        """Whether an address, relative to the root of the site, would answer nothing."""
        path = posixpath.normpath(url.partition("#")[0])
        path = "" if path == "." else path
        folder = url.partition("#")[0].endswith("/") or not path
        return (posixpath.join(path, "index.html") if folder else path) not in self.there


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """An archive with every kind of page, staged."""
    work = tmp_path_factory.mktemp("work")
    site = Site(address=ADDRESS, contact="archive@archive.example")
    archive, _ = assemble.archive(dataclasses.replace(contents(*EVERYTHING), editorials=ABOUT))
    words, names = SETTINGS.words, SETTINGS.site_name
    views = pages.open_views(archive, words=words, names=names, site=site)
    (work / "content").mkdir()
    stage(
        pages.make(views, site=site),
        content=work / "content",
        docs=work / "docs",
        files=pages.files(views, site=site),
        assets=fonts.files(work),
        kept=Kept(work / "cards").files(cards.of_archive(views)),
    )
    docs = work / "docs"
    files = [path.relative_to(docs) for path in docs.rglob("*") if path.is_file()]
    built = {path.with_suffix(".html") if path.suffix == ".md" else path for path in files}
    own = {path.relative_to(OVERRIDES) for path in OVERRIDES.rglob("*") if path.is_file()}
    copies = {copy.path for copy in pages.copies(views)}
    return Tree(docs=docs, there=frozenset({path.as_posix() for path in built | own} | copies))


def documents(tree: Tree) -> Iterator[tuple[str, Mapping[str, object], str]]:
    """Path, metadata and body of each staged page."""
    for path in sorted(tree.docs.rglob("*.md")):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yield path.relative_to(tree.docs).as_posix(), yaml.load(head, yaml.CSafeLoader), body


def printed() -> Iterator[nodes.Expr]:
    """What templates make addresses of: by `url`, or by putting that of the site before it."""
    for path in TEMPLATES:
        tree = read(path)
        for node in tree.find_all(nodes.Filter):
            if node.name == "url" and node.node:
                yield node.node
        yield from (
            node
            for node in tree.find_all(nodes.Concat)
            if isinstance(node.nodes[0], nodes.Getattr) and node.nodes[0].attr == "site_url"
        )


def end(node: nodes.Expr) -> nodes.Expr:
    """The last piece of an address that is put together, without its filters."""
    while isinstance(node, (nodes.Concat, nodes.Filter)):
        node = node.nodes[-1] if isinstance(node, nodes.Concat) else node.node or node
    return node


def test_every_address_in_metadata_is_in_the_tree(staged: Tree) -> None:
    ends = [end(node) for node in printed()]
    keys = {node.attr for node in ends if isinstance(node, nodes.Getattr)} | {"sitemaps"}
    found = [
        (path, text)
        for path, meta, _ in documents(staged)
        for key, text in strings(meta)
        if key in keys and not text.startswith(("http:", "https:"))
    ]

    assert {"url", "file", "location", "kicker_url", "parallel", "removals", "default"} <= keys
    assert len(found) > 1_000
    assert [] == [(path, url) for path, url in found if staged.lacks(url)]


def test_every_address_in_a_text_is_in_the_tree(staged: Tree) -> None:
    reader = Markdown(extensions=[SafeMarkdownExtension()])
    found = [
        (path, str(link))
        for path, _, body in documents(staged)
        if "](" in body
        for link in html.fromstring(f"<div>{reader.reset().convert(body)}</div>").xpath(
            "//a/@href | //img/@src"
        )
        if not re.match(r"[a-z]+:|#", str(link))
    ]

    assert found
    assert [] == [
        (path, link)
        for path, link in found
        if staged.lacks(posixpath.join(posixpath.dirname(path), link).replace(".md", ".html"))
    ]


def test_every_address_that_a_template_writes_itself_is_in_the_tree(staged: Tree) -> None:
    config = yaml_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    menu = [entry["url"] for entry in config["extra"]["archive"]["menu"]]
    ended = [
        node.value
        for part in printed()
        if isinstance(part, nodes.Concat) and isinstance(node := end(part), nodes.Const)
    ]
    written = {node.value for node in printed() if isinstance(node, nodes.Const)}
    here = {f"{prefix}{url}" for url in (*menu, *ended) for prefix in PREFIXES}

    assert {"about/", "data/", "translations/"} <= set(ended)
    assert "assets/stylesheets/archive.css" in written
    assert [] == sorted(
        url for url in {*written, *here, config["theme"]["favicon"]} if staged.lacks(url)
    )


def test_every_whole_address_of_the_site_is_in_the_tree(staged: Tree) -> None:
    found = {
        address.rstrip(".")
        for path in staged.docs.rglob("*")
        if path.suffix in WRITTEN
        for address in re.findall(
            rf"{re.escape(ADDRESS)}([\w./#%~-]*)", path.read_text(encoding="utf-8")
        )
    }

    assert len(found) > 50
    assert [] == sorted(address for address in found if staged.lacks(address))
