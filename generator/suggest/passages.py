"""What is read of an archive for names: headlines, texts, captions, bylines and credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.assemble.readable import BARRIER, Readable, read, read_line
from generator.assemble.works import Work
from generator.model import Article, Date
from generator.vietnamese import nfc


class Part(StrEnum):
    """Where in an article's file a text stands; the name of the field but for `body`."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text in which names are looked for.

    Attributes:
        article: Id of the article.
        lang: Language of the text.
        date: When the article was published; None if unknown.
        file: The article's file, below `content/`.
        part: Where in the file.
        text: As read, one paragraph.
        line: 1-based line within the body on which it begins; 0 for other parts.
    """

    article: str
    lang: str
    date: Date | None
    file: str
    part: Part
    text: str
    line: int = 0


def passages(works: Iterable[Work]) -> Iterator[Passage]:
    """All texts of all articles that readers may see, article by article in order of id."""
    for work in sorted(works, key=lambda work: work.id):
        for text in work.texts.values():
            yield from _of(work, text)


def _of(work: Work, text: Article) -> Iterator[Passage]:
    def passage(part: Part, content: str, line: int = 0) -> Passage:
        return Passage(
            article=work.id,
            lang=text.lang,
            date=work.original.date,
            file=text.path,
            part=part,
            text=content,
            line=line,
        )

    yield passage(Part.TITLE, read_line(nfc(text.title)))
    readable = read(nfc(text.body))
    for start, paragraph in _paragraphs(readable):
        line = text.body.count("\n", 0, readable.source(start, start + 1)[0]) + 1
        yield passage(Part.BODY, paragraph, line)
    if text is not work.original:
        return  # a translation shares its original's byline and pictures
    if text.byline:
        yield passage(Part.BYLINE, read_line(nfc(text.byline)))
    for part, told in (
        (Part.CAPTION, (image.caption for image in text.images)),
        (Part.CREDIT, (image.credit for image in text.images)),
    ):
        for words in dict.fromkeys(told):
            if words.strip():
                yield passage(part, read_line(nfc(words)))


def _paragraphs(readable: Readable) -> Iterator[tuple[int, str]]:
    start = 0
    for paragraph in readable.plain.split(BARRIER):
        if paragraph.strip():
            yield start, paragraph
        start += len(paragraph) + len(BARRIER)
