"""What was recovered of a page besides its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.extract import (
    authors,
    dates,
    fields,
    happened,
    images,
    language,
    published,
    shapes,
    titles,
)
from generator.extract.page import Page
from generator.extract.profiles import GENERIC
from generator.model import LANGS, Basis, BasisKind, Capture, Date, Image, Labelled, Role, Value
from generator.vietnamese import nfc

_SENTENCE_WORDS = 6
_CHRONICLE = 3
"""From so many paragraphs on that open with a whole date, a story tells of many days."""

_OPENING = 40
"""Characters in which a date that opens a paragraph stands."""

_STORY_WORDS = 30
"""A story has a sentence of so many words, or a paragraph of so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that was recovered of one page besides its text.

    Attributes:
        story: Whether what is kept reads like a story at all.
        lang: One of the site's languages.
        lang_known: Whether the text, or the page, says so.
        spoken: The language that the text is in, as an ISO 639-1 code, whether it is one of the
            site's or not; empty if unknown.
        outlet: Id of the outlet; empty if unknown.
        title: The headline.
        published: When it was published.
        event: When what it reports happened; None if unknown.
        plain: The fields that are plain text, by name.
        outlet_basis: Why we think it is this outlet.
        captured: When it was fetched; None if unknown.
        images: The story's pictures.
    """

    story: bool
    lang: str
    lang_known: bool
    spoken: str
    outlet: str
    title: Value
    published: published.Published
    event: happened.Happened | None
    plain: Mapping[str, Value]
    outlet_basis: Basis
    captured: Date | None
    images: tuple[Image, ...]

    def values(self) -> dict[str, Value]:
        """All fields for `explain`, in the order of the front matter."""
        dated, event = self.published, self.event
        unknown = fields.UNKNOWN
        inferred = Basis(kind=BasisKind.INFERRED, rule="language-of-text")
        values = {
            "lang": Value(value=self.lang if self.lang_known else "", basis=inferred),
            "title": self.title,
            "date": _dated(dated.date, dated.basis),
            "modified": _dated(dated.modified, Basis(rule=dated.modified_rule)),
            "event_date": Value(value=str(event.when), basis=event.basis) if event else unknown,
            "source.outlet": Value(value=self.outlet, basis=self.outlet_basis),
            **self.plain,
        }
        if (named := authors.people(self.plain["byline"].value)).value:
            values["byline.people"] = named
        if self.captured:
            values["source.captured"] = _dated(self.captured, Basis(rule="transport"))
        for number, image in enumerate(self.images, start=1):
            for name in ("url", "name", "caption", "credit"):
                if text := getattr(image, name):
                    values[f"images.{number}.{name}"] = Value(value=text, basis=Basis(rule="image"))
            if text := image.alt.vi or image.alt.en:
                values[f"images.{number}.alt"] = Value(value=text, basis=Basis(rule="image"))
        return values


def _moment(captured: datetime | None) -> Date | None:
    """When a capture was fetched, as the site writes it."""
    return Date.parse(captured.isoformat(timespec="seconds")) if captured else None


def _dated(date: Date | None, basis: Basis) -> Value:
    return Value(value=str(date), basis=basis) if date else fields.UNKNOWN


def gather(capture: Capture, page: Page, labels: Sequence[Labelled], outlet_basis: Basis) -> Facts:
    """Recover the facts of a page whose lines are told apart."""
    story = [label.block.text for label in labels if label.kept and label.role is not Role.HEADLINE]
    spoken = language.of_story(story)
    declared = page.head.lang or page.head.item("lang")
    lang = spoken if spoken in LANGS else ("" if spoken else language.tell(story, declared))
    dateline = fields.dateline(page, labels)
    title = _title(page, labels, dateline.value)
    url = fields.url(page, labels)
    dated = published.find(
        page,
        labels,
        url=url.value,
        lang=lang or spoken,
        dateline=dateline.value,
        latest=_moment(capture.captured),
    )
    section = fields.section(page, labels)
    byline = authors.byline(page, labels)
    paragraphs = [label.block.text for label in labels if label.role in (Role.DECK, Role.BODY)]
    chronicle = sum(_opens_with_date(text) for text in paragraphs) >= _CHRONICLE
    opening = [text.removeprefix(dateline.value).lstrip(" -–—:") for text in paragraphs[:4]]
    return Facts(
        story=_reads_like_story(labels),
        lang=lang or _edition(page, story, spoken),
        lang_known=bool(lang),
        spoken=spoken,
        outlet=page.profile.name if page.profile.name != GENERIC else "",
        title=title,
        published=dated,
        event=None if chronicle else happened.find(list(filter(None, opening)), dated.date),
        plain={
            "source.url": url,
            "source.agency": fields.agency(page, labels, dateline.value),
            "byline": byline,
            "dateline": dateline,
            "section": section,
            "genre": fields.genre(page, title.value, section.value),
            "summary": fields.summary(page, labels, title.value),
        },
        outlet_basis=outlet_basis,
        captured=_moment(capture.captured),
        images=images.find(page, labels, lang=lang or "vi", title=title.value),
    )


def _opens_with_date(text: str) -> bool:
    days = dates.find(text[:_OPENING])
    return bool(days) and days[0].start <= len("Ngày ")


def _edition(page: Page, story: Sequence[str], spoken: str) -> str:
    """Where a text in neither language goes: a Vietnamese outlet's to `vi`, the world's to `en`."""
    if page.profile.timezone:
        return "vi"
    foreign = spoken not in ("", *LANGS)
    return "en" if foreign or all(text.isascii() for text in story) else "vi"


def _reads_like_story(labels: Sequence[Labelled]) -> bool:
    """Whether what is kept, the headline aside, is more than leftovers of a page."""
    kept = [label for label in labels if label.kept and label.role is not Role.HEADLINE]
    counts = [shapes.count_words(label.block.text) for label in kept]
    sentence = any(
        words >= _SENTENCE_WORDS and shapes.ends_sentence(label.block.text)
        for label, words in zip(kept, counts, strict=True)
        if label.role is not Role.SUBHEADING
    )
    return sentence or any(words >= _STORY_WORDS for words in counts)


def _title(page: Page, labels: Sequence[Labelled], dateline: str) -> Value:
    """The headline as printed, else as stated, else made of the first sentence."""
    for label in labels:
        if label.role is Role.HEADLINE:
            return Value(value=label.block.text, basis=Basis(rule=label.rule))
    for text, rule in titles.stated(page.head, page.profile):
        if text and not titles.is_site(text, page.head, page.profile):
            return Value(value=nfc(text), basis=Basis(rule=rule))
    for label in labels:
        if label.role in (Role.DECK, Role.BODY):
            text = titles.derive(label.block.text, dateline=dateline, profile=page.profile)
            basis = Basis(kind=BasisKind.INFERRED, rule="first-sentence")
            return Value(value=text, basis=basis)
    return fields.UNKNOWN
