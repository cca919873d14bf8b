"""Every foreign word on the built pages says its language, so that it is read aloud rightly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest
from lxml import html

from generator import content
from generator.extract import language
from generator.extract.languages import VIETNAMESE
from generator.model import LANGS, Article, Contents
from tests.site.served import Site

pytestmark = pytest.mark.site

UNSPOKEN = {"code", "noscript", "pre", "script", "style", "textarea", "title"}


def spoken(page: bytes) -> Iterator[tuple[str, str]]:
    """Each run of text below the body with the language that it says it is in."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iterfind(".//body//*"):
        if isinstance(element.tag, str) and element.tag not in UNSPOKEN:
            yield from _run(element, element.text)
        if (around := element.getparent()) is not None:
            yield from _run(around, element.tail)


def _run(element: html.HtmlElement, text: str | None) -> Iterator[tuple[str, str]]:
    if words := " ".join((text or "").split()):
        yield words, str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


def told(text: str) -> str:
    """The language of a run that is long enough to tell; names of Viet Nam are in both."""
    found = language.of_block(text)
    return "" if found == "vi" and not VIETNAMESE.search(text) else found


def only_in_one(contents: Contents) -> dict[str, set[str]]:
    """What content says in one language alone: text → that language."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    titles = {
        text.id: {other.lang for other in contents.articles if other.id == text.id}
        for text in contents.articles
    }
    for text in contents.articles:
        if text.translation is None:
            printed = [*_printed(text), *([text.title] if len(titles[text.id]) == 1 else [])]
            for words in filter(None, printed):
                found[words].add(text.lang)
    for record in contents.entities:
        for said in (record.name, record.description, record.rights.note):
            if bool(said.vi) is not bool(said.en):
                found[said.vi or said.en].add("vi" if said.vi else "en")
    # What has no letter of Vietnamese, or is one word, may be a name in both: PV, Sputnik, VNA.
    return {
        words: langs
        for words, langs in found.items()
        if (VIETNAMESE.search(words) if langs == {"vi"} else " " in words)
    }


def _printed(text: Article) -> Iterable[str]:
    yield from (text.section, text.byline, text.source.agency)
    for image in text.images:
        yield from (image.caption, image.credit)


def test_every_foreign_word_says_its_language(whole: Site) -> None:
    alone = only_in_one(content.read(whole.root / "content"))
    lies = {
        (words, lang): page.relative_to(whole.folder).as_posix()
        for page in sorted(whole.folder.rglob("*.html"))
        for words, lang in spoken(page.read_bytes())
        if (words in alone and lang not in alone[words])
        or ((found := told(words)) in LANGS and found != lang)
    }

    assert {"Báo Một Việt", "Phóng viên Ẩn Danh", "Chú thích đơn ngữ."} <= set(alone)
    assert [] == sorted(lies.items())


@pytest.mark.parametrize(
    ("lang", "words", "found"),
    [
        ("en", "Thủ tướng đã tiếp các đại sứ vào sáng nay tại Hà Nội", "vi"),
        ("vi", "The prime minister met the ambassadors this morning", "en"),
    ],
)
def test_the_test_hears_what_is_in_another_language(lang: str, words: str, found: str) -> None:
    page = f'<html lang="{lang}"><body><p>{words}</p></body></html>'

    assert [(words, lang)] == list(spoken(page.encode()))
    assert found == told(words)
