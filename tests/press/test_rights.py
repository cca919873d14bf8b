"""What rights hold back is nowhere: not in any file of the site, whatever its kind.

Every text has words of its own that stand nowhere else, so that one search finds each leak.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator import pages, settings
from generator.content import removed
from generator.model import Removal, Role
from generator.pages import cards
from generator.press import search
from generator.press.prepare import Staged, prepare
from generator.press.search import packing
from generator.press.search.documents import documents
from tests.site import sample

PICTURE = sample.png(4, 3)

HELD_BACK = ("excerpt", "excerpted", "link", "linked", "outlet", "draft", "removed", "withdrawn")
LONG = "rất dài " * 60


def _marked(name: str) -> str:
    """A word that only one text has."""
    return f"zq{name}zq"


def _beginning(name: str) -> str:
    """The words that an excerpt may show."""
    return f"Câu đầu zb{name}zb"


def _body(name: str) -> str:
    word = _marked(name)
    # What texts have in common is quoted as the reason why they stand side by side.
    common = f"Bốn bên ký thỏa thuận {_marked('common')} ngày 12. " if name in HELD_BACK else ""
    return (
        f"{_beginning(name)}. {LONG}{word} cuối đoạn.\n\n## Mục {word}\n\n"
        f"{common}Hội đàm {word} tại Hà Nội.\n\n"
        f"> Lời {word}\n\n- Ý {word}\n\n| Bảng {word} | hai |\n| --- | --- |\n| {word} | ba |\n\n"
        f"![Hình {word}](hinh.png)\n\n[Liên kết {word}](https://bao.example/{word})\n"
    )


def _images(name: str) -> list[dict[str, object]]:
    word = _marked(name)
    return [
        {
            "file": "hinh.png",
            "url": f"https://bao.example/{word}.png",
            "caption": f"Chú thích {word}",
            "credit": f"Ảnh {word}",
            "alt": {"vi": f"Mô tả {word}", "en": f"Alt {word}"},
        }
    ]


@pytest.fixture(scope="module")
def staged(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
) -> Staged:
    texts: dict[str, str] = {
        "outlets/bao-trich.yml": "id: bao-trich\nname:\n  vi: Báo Trích\nrights:\n  show: excerpt\n"
    }
    lines: dict[str, str] = {}

    def add(name: str, **fields: object) -> str:
        folder = f"articles/2021/2021-12-13-{name}"
        known: dict[str, object] = {
            "id": f"a-2021-{name}",
            "slug": name,
            "title": f"Tin {name}",
            "images": _images(name),
            "cleaning": {"profile": "generic", "version": "1", "removed": 1},
        }
        texts[f"{folder}/vi.md"] = article_text(_body(name), **known | fields)
        line = Removal(n=3, text=f"Dòng {_marked(name)}", role=Role.TEASER, rule="t", after=1)
        lines[f"{folder}/removed.yml"] = removed.text((line,))
        return folder

    def translate(folder: str, name: str, **fields: str) -> None:
        head = {"title": f"Story {name}", "slug": name, "translation": "{kind: human}", **fields}
        front = "".join(f"{key}: {value}\n" for key, value in head.items())
        texts[f"{folder}/en.md"] = f"---\n{front}---\n\n{_body(name)}"

    translate(add("excerpt", rights={"show": "excerpt"}), "excerpted")
    translate(add("link", rights={"show": "link"}), "linked")
    add("outlet", source={"outlet": "bao-trich"}, rights={})
    translate(add("full"), "draft", status="draft")
    gone = {"status_note": "Theo yêu cầu.", "status_date": "2024-01-05"}
    add("removed", status="removed", **gone)
    add("withdrawn", status="withdrawn", rights={"show": "excerpt"}, **gone)
    add("unpublished", status="draft")

    root = lay_archive(tmp_path_factory.mktemp("rights") / "archive", texts | lines)
    for text in list(texts):
        if text.endswith("vi.md"):
            (root / "content" / text).with_name("hinh.png").write_bytes(PICTURE)
    made = prepare(settings.load(root))
    assert [] == [one.what.en for one in made.findings if one.severity == "error"]
    return made


@pytest.fixture(scope="module")
def published(staged: Staged) -> Mapping[str, bytes]:
    """Path → bytes of all that the site is made of; what is packed is unpacked."""
    return dict(_published(staged))


def _published(staged: Staged) -> Iterator[tuple[str, bytes]]:
    for file in staged.docs.rglob("*"):
        if file.is_file():
            yield file.relative_to(staged.docs).as_posix(), file.read_bytes()
    for copy in pages.copies(staged.views):
        yield f"copies/{copy.path}", copy.text.encode()
    for card in cards.of_archive(staged.views):
        yield f"words/{card.path}", repr(card).encode()
    for lang in staged.views:
        for path, data in search.build(staged.archive, (lang,)):
            yield f"search/{path}", packing.unpack(data)[1]
        for document in documents(staged.archive, lang):
            yield f"found/{lang}/{document.id}", repr(dataclasses.astuple(document)).encode()


def _holding(published: Mapping[str, bytes], name: str) -> list[str]:
    """The files in which a text's own word stands, in either case."""
    word = _marked(name).encode()
    return sorted(path for path, data in published.items() if word in data.lower())


@pytest.mark.parametrize("name", [*HELD_BACK, "unpublished", "common"])
def test_words_that_may_not_be_shown_are_in_no_file(
    name: str, published: Mapping[str, bytes]
) -> None:
    assert [] == _holding(published, name)


def test_words_that_may_be_shown_are_found_by_the_same_search(
    published: Mapping[str, bytes],
) -> None:
    found = _holding(published, "full")
    first = {path.split("/")[0] for path in found}

    assert {"2021", "copies", "data", "found", "id", "search"} == first


@pytest.mark.parametrize("name", ["excerpt", "outlet", "withdrawn"])
def test_the_beginning_of_an_excerpt_is_shown(name: str, published: Mapping[str, bytes]) -> None:
    assert _beginning(name).encode() in published[f"2021/12/13/{name}/index.md"]


@pytest.mark.parametrize("name", ["link", "linked", "draft", "removed", "unpublished"])
def test_of_a_linked_article_not_even_the_beginning_is_shown(
    name: str, published: Mapping[str, bytes]
) -> None:
    beginning = _beginning(name).encode()

    assert [] == [path for path, data in published.items() if beginning in data]


def test_pictures_are_put_only_beside_articles_that_are_shown_whole(
    published: Mapping[str, bytes],
) -> None:
    held = sorted(path for path, data in published.items() if data == PICTURE)

    assert ["2021/12/13/full/hinh.png"] == held


@pytest.mark.parametrize("name", ["draft", "removed", "unpublished"])
def test_what_is_not_published_is_named_in_no_list(
    name: str, published: Mapping[str, bytes]
) -> None:
    titles = {"draft": "Story draft"}
    title = titles.get(name, f"Tin {name}").encode()

    assert [] == [path for path, data in published.items() if title in data]
