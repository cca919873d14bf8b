"""What is encoded for a digest is all of a thing, and leaves nothing behind in memory."""

from __future__ import annotations

import dataclasses
import sys
from typing import Any

import msgspec
import pytest

from bench import archives
from generator import assemble
from generator.assemble.works import Work, gather
from generator.model import Article, Entry, Page
from generator.press import traceless
from generator.press.spool import ready

CONTENTS = archives.generate(6, 40, translated=1.0)
ENTRY: Entry = next(iter(assemble.archive(CONTENTS)[0].entries.values()))
WORK: Work = gather(CONTENTS.articles)[0]
ENCODER = msgspec.msgpack.Encoder(enc_hook=repr)


def encoded(thing: Work | Entry) -> bytes:
    told = traceless.entry(thing) if isinstance(thing, Entry) else traceless.work(thing)
    return ENCODER.encode(told)


def with_text(thing: Any, lang: str, text: Article) -> Any:
    return dataclasses.replace(thing, texts={**thing.texts, lang: text})


@pytest.mark.parametrize("thing", [ENTRY, WORK], ids=["entry", "work"])
def test_every_field_tells(thing: Any) -> None:
    told = {encoded(thing)}
    others = [
        dataclasses.replace(thing, **{field.name: type(getattr(thing, field.name))()})
        for field in dataclasses.fields(thing)
        if getattr(thing, field.name) and field.name != "original"
    ]
    others += [
        dataclasses.replace(thing, original=dataclasses.replace(thing.original, slug="another")),
        *(
            with_text(thing, lang, dataclasses.replace(text, **change))
            for lang, text in thing.texts.items()
            for change in ({"body": "Another."}, {"byline": "Another"}, {"lang": "fr"})
        ),
        dataclasses.replace(
            thing, texts=dict(zip(thing.texts, [*thing.texts.values()][::-1], strict=True))
        ),
    ]
    told.update(map(encoded, others))
    assert 1 + len(others) == len(told)


def test_bodies_tell() -> None:
    other = {**ENTRY.bodies, "vi": "Another."}
    assert encoded(ENTRY) != encoded(dataclasses.replace(ENTRY, bodies=other))


@pytest.mark.parametrize("thing", [ENTRY, WORK], ids=["entry", "work"])
def test_nothing_is_left_beside_a_body(thing: Any) -> None:
    text = dataclasses.replace(thing.texts["vi"], body=traceless.copy(thing.texts["vi"].body))
    thing = with_text(thing, "vi", text)
    size = sys.getsizeof(text.body)
    encoded(thing)
    assert size == sys.getsizeof(text.body)
    ENCODER.encode(text.body)
    assert size < sys.getsizeof(text.body)  # else this would show nothing


def test_nothing_is_left_beside_the_body_of_a_page() -> None:
    page = Page(path="vi.md", body=traceless.copy(WORK.texts["vi"].body), meta={})
    size = sys.getsizeof(page.body)
    ready(page, ENCODER)
    assert size == sys.getsizeof(page.body)
