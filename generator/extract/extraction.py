"""The whole corridor: from a capture to an article, with every decision on record.

    capture ─▶ blocks ─▶ profile ─▶ page ─▶ labels ─▶ repairs ─▶ fields ─▶ article

Each step is a pure function of those before it, so the same capture gives the same extraction
wherever and in whatever order it is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import __version__
from generator.errors import finding
from generator.extract import (
    blocks,
    blocks_head,
    classifier,
    fields,
    happened,
    images,
    language,
    markdown,
    published,
    recognition,
    repairs,
    shapes,
    titles,
)
from generator.extract.page import Page, look
from generator.extract.profiles import GENERIC, Profile
from generator.model import (
    Article,
    Basis,
    BasisKind,
    Capture,
    Cleaning,
    Date,
    Extraction,
    Finding,
    Image,
    Labelled,
    Removal,
    Repair,
    Role,
    Source,
    Value,
)
from generator.vietnamese import nfc, slug

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that can be taken for another. Source: crockford.com/base32."""

_ID_BYTES = 5  # eight characters

_SENTENCE_WORDS = 6
_STORY_WORDS = 30
"""A story has a sentence of so many words, or so many words in all."""


def article(capture: Capture, profiles: Sequence[Profile]) -> Extraction:
    """Extract the article of a capture.

    Args:
        capture: What was scraped.
        profiles: All that `profiles.parse` gave; `generic` among them.

    Returns:
        Every decision; its `article` is None if no story is left, and a finding says so.

    Raises:
        LookupError: `generic` is not among the profiles.
    """
    found = blocks.read(capture)
    head = blocks_head.read(capture)
    profile, outlet_basis = recognition.recognise(found, head, profiles)
    page = look(found, profile=profile, head=head, html=capture.format == "html")
    labels = classifier.label(page)
    written, mended = repairs.mend(labels, profile)
    facts = _facts(capture, page, written, outlet_basis)
    after = markdown.after(written)
    removals = tuple(
        Removal(n=label.block.n, text=label.block.text, role=label.role, rule=label.rule, after=n)
        for label, n in zip(labels, after, strict=True)
        if not label.kept
    )
    made = _article(capture, page, written, facts, len(removals), mended) if facts.story else None
    return Extraction(
        capture=capture,
        profile=profile.name,
        lines=labels,
        fields=facts.values(),
        article=made,
        removals=removals,
        findings=_findings(capture, facts, made, mended),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What was recovered besides the text."""

    story: bool
    lang: str
    lang_known: bool
    outlet: str
    title: Value
    published: published.Published
    event: happened.Happened | None
    plain: Mapping[str, Value]
    outlet_basis: Basis
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
        for number, image in enumerate(self.images, start=1):
            for name in ("url", "name", "caption", "credit"):
                if text := getattr(image, name):
                    values[f"images.{number}.{name}"] = Value(value=text, basis=Basis(rule="image"))
            if text := image.alt.vi or image.alt.en:
                values[f"images.{number}.alt"] = Value(value=text, basis=Basis(rule="image"))
        return values


def _dated(date: Date | None, basis: Basis) -> Value:
    return Value(value=str(date), basis=basis) if date else fields.UNKNOWN


def _facts(
    capture: Capture, page: Page, labels: Sequence[Labelled], outlet_basis: Basis
) -> _Facts:
    story = [label.block.text for label in labels if label.kept and label.role is not Role.HEADLINE]
    lang = language.tell(story, page.head.lang)
    dateline = fields.dateline(page, labels)
    title = _title(page, labels, dateline.value)
    url = fields.url(page, labels)
    dated = published.find(
        page, labels, url=url.value, lang=lang, source=capture.text if page.html else ""
    )
    section = fields.section(page, labels)
    paragraphs = [label.block.text for label in labels if label.role in (Role.DECK, Role.BODY)]
    opening = [
        text.removeprefix(dateline.value).lstrip(" -–—:") for text in paragraphs[: happened.PARAGRAPHS]
    ]
    return _Facts(
        story=_reads_like_story(labels),
        lang=lang or ("en" if not page.profile.timezone and _is_ascii(story) else "vi"),
        lang_known=bool(lang),
        outlet=page.profile.name if page.profile.name != GENERIC else "",
        title=title,
        published=dated,
        event=happened.find(opening, dated.date),
        plain={
            "source.url": url,
            "source.agency": fields.agency(page, labels, dateline.value),
            "byline": fields.byline(page, labels),
            "dateline": dateline,
            "section": section,
            "genre": fields.genre(page, title.value, section.value),
            "summary": fields.summary(page, labels, title.value),
        },
        outlet_basis=outlet_basis,
        images=images.find(page, labels, lang=lang or "vi", title=title.value),
    )


def _is_ascii(story: Sequence[str]) -> bool:
    return all(text.isascii() for text in story)


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


def _article(
    capture: Capture,
    page: Page,
    labels: Sequence[Labelled],
    facts: _Facts,
    removed: int,
    mended: tuple[Repair, ...],
) -> Article:
    body = markdown.write(labels)
    plain = {name: value.value for name, value in facts.plain.items()}
    date = facts.published.date
    identifier = _id(capture.sha256, date)
    name = slug(facts.title.value) or identifier
    return Article(
        id=identifier,
        lang=facts.lang,
        title=facts.title.value,
        title_basis=facts.title.basis,
        date=date,
        date_basis=facts.published.basis,
        event_date=facts.event.when if facts.event else None,
        event_date_basis=facts.event.basis if facts.event else Basis(),
        summary=plain["summary"],
        source=Source(
            outlet=facts.outlet,
            outlet_basis=facts.outlet_basis,
            url=plain["source.url"],
            agency=plain["source.agency"],
            raw=capture.raw,
            sha256=capture.sha256,
        ),
        byline=plain["byline"],
        dateline=plain["dateline"],
        section=plain["section"],
        genre=plain["genre"],
        images=facts.images,
        slug=name,
        cleaning=Cleaning(
            profile=page.profile.name,
            version=__version__,
            removed=removed,
            repairs=mended,
            body=hashlib.sha256(body.encode()).hexdigest(),
        ),
        body=body,
        path=f"articles/{_folder(date, name)}/{facts.lang}.md",
    )


def _id(sha256: str, date: Date | None) -> str:
    """`a-2021-k7m2q4xd`: the year, and the first 40 bits of the capture's digest."""
    number = int.from_bytes(bytes.fromhex(sha256)[:_ID_BYTES])
    digits = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(35, -1, -5))
    return f"a-{date.year:04}-{digits}" if date else f"a-undated-{digits}"


def _folder(date: Date | None, name: str) -> str:
    """`2021/2021-12-13-slug`, with as much of the date as is known."""
    return f"{date.year:04}/{str(date.day_only())}-{name}" if date else f"undated/{name}"


def _findings(
    capture: Capture, facts: _Facts, made: Article | None, mended: Sequence[Repair]
) -> tuple[Finding, ...]:
    file = f"raw/{capture.raw}"
    if made is None:
        return (finding("capture-no-story", file=file),)
    path = f"content/{made.path}"
    text = capture.format == "text"
    found = []
    if made.title_basis.kind is BasisKind.INFERRED:
        found.append(finding("capture-title-derived", file=file, path=path))
    if made.date is None:
        found.append(finding("capture-date-unknown", file=file, path=path))
    if facts.published.conflict:
        first, second = facts.published.conflict
        found.append(finding("capture-date-conflict", file=file, first=first, second=second))
    if not made.source.outlet:
        found.append(finding("capture-outlet-unknown", file=file, path=path))
    if not facts.lang_known:
        found.append(finding("capture-language-unknown", file=file, lang=made.lang, path=path))
    for repair in mended:
        line = repair.n if text else 0
        found.append(
            finding("capture-repaired", file=file, line=line, was=repair.was, now=repair.now, path=path)
        )
    return tuple(found)
