"""Everything odd in the real browser: nothing wider than the screen, clipped, broken or empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import settings
from generator.press import build
from tests.site import odd
from tests.site.served import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

WRONG = """() => {
  const wrong = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) wrong.push(`${wide} wide`);
  for (const one of document.querySelectorAll('h1, h2, h3, h4, dt, figcaption, caption'))
    if (!one.textContent.trim()) wrong.push(`nothing in ${one.outerHTML}`);
  for (const one of document.querySelectorAll('.story__meta > *, .article__meta > *')) {
    const clip = one.parentElement.getBoundingClientRect().left;
    const words = document.createRange();
    words.selectNodeContents(one);
    for (const line of words.getClientRects())
      if (line.left < clip + 1.3 * parseFloat(getComputedStyle(one).fontSize)
          && getComputedStyle(one.parentElement).clipPath !== 'none')
        wrong.push(`clipped: ${one.textContent}`);
  }
  for (const one of document.images)
    if (one.complete && !one.naturalWidth) wrong.push(`no picture: ${one.src}`);
  return wrong;
}"""


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    serve: Callable[[Path], str],
) -> Site:
    root = tmp_path_factory.mktemp("odd") / "archive"
    lay_archive(root, {**odd.content(article_text), **odd.left_out(article_text)})
    for path, data in odd.pictures().items():
        (root / "content" / path).write_bytes(data)
    known = settings.load(root)
    findings = build.build(known)
    return Site(root=root, folder=known.site, url=serve(known.site), findings=findings)


def paths(site: Site) -> Iterator[str]:
    """All pages but permanent links, which lead on."""
    for file in sorted(site.folder.rglob("index.html")):
        path = file.parent.relative_to(site.folder).as_posix()
        if not path.startswith("id/"):
            yield "/" if path == "." else f"/{path}/"


def looked_at(site: Site) -> Iterator[str]:
    """All but days that are like others: what stands on one stands in its month too."""
    alike = re.compile(r"/on-this-day/\d|/en/2020/\d\d/\d\d/$")
    return (path for path in paths(site) if not alike.search(path))


def test_no_odd_page_is_wide_clipped_broken_or_loud(
    site: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(site)
    wrong = {}
    for path in looked_at(site):
        watched.page.set_viewport_size({"width": 360, "height": 740})
        page = watched.visit(path)
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            if found := [*page.evaluate(WRONG), *watched.incidents()]:
                wrong[path, width] = found

    assert {} == wrong


def test_what_cannot_be_published_is_told_of_and_harms_nothing(site: Site) -> None:
    codes = {(found.code, found.file.rpartition("/")[2]) for found in site.findings}

    assert {
        ("article-language-unknown", "fr.md"),
        ("article-no-original", "en.md"),
        ("article-two-originals", "en.md"),
        ("article-image-missing", "vi.md"),
        ("article-image-broken", "trong.jpg"),
        ("article-image-broken", "hong.jpg"),
        ("field-long", "vi.md"),
        ("field-long", "en.md"),
        ("title-wordless", "vi.md"),
        ("title-wordless", "en.md"),
    } == codes
    assert (site.folder / "2020/05/03/nguyen-ban-thu-nhat/index.html").is_file()
    assert not (site.folder / "2020/05/01").exists()
    assert not (site.folder / "2020/05/02").exists()


def test_a_very_long_article_is_whole_and_each_article_has_a_sane_address(site: Site) -> None:
    long = site.folder / "2020/02/02/bai-nam-van-tu/index.html"
    names = [part for path in paths(site) for part in path.split("/")]

    assert "Câu thứ 499" in long.read_text(encoding="utf-8")
    assert 80 >= max(map(len, names))
    assert all(name.isascii() for name in names)
