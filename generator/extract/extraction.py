"""The whole corridor: from a capture to an article, with every decision on record.

    capture ─▶ blocks ─▶ profile ─▶ page ─▶ labels ─▶ repairs ─▶ fields ─▶ article

Each step is a pure function of those before it, so the same capture gives the same extraction
wherever and in whatever order it is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from generator import __version__, naming
from generator.errors import finding
from generator.extract import (
    blocks,
    blocks_data,
    blocks_head,
    classifier,
    drop_caps,
    markdown,
    recognition,
    repairs,
    rules_stories,
)
from generator.extract.facts import Facts, gather
from generator.extract.page import Page, look
from generator.extract.profiles import Profile
from generator.model import (
    Article,
    Basis,
    BasisKind,
    Capture,
    Cleaning,
    Date,
    Extraction,
    Finding,
    Labelled,
    Removal,
    Repair,
    Role,
    Source,
)
from generator.vietnamese import slug


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
    found, joined = drop_caps.join(blocks.read(capture))
    head = blocks_head.read(capture)
    profile, outlet_basis = recognition.recognise(found, head, profiles)
    page = look(found, profile=profile, head=head, html=capture.format == "html")
    labels = _told(classifier.label(page))
    written, mended = repairs.mend(_levelled(labels), profile)
    mended = (*joined, *mended)
    recovered = gather(capture, page, written, outlet_basis)
    body, after = markdown.compose(written)
    removals = tuple(
        Removal(n=label.block.n, text=label.block.text, role=label.role, rule=label.rule, after=n)
        for label, n in zip(labels, after, strict=True)
        if not label.kept
    )
    made = None
    if recovered.story:
        made = _article(capture, page.profile.name, recovered, body, mended, removed=len(removals))
    return Extraction(
        capture=capture,
        profile=profile.name,
        lines=labels,
        fields=recovered.values(),
        article=made,
        removals=removals,
        findings=(
            *capture.findings,
            *_findings(capture, recovered, made, mended),
            *_doubts(capture, page, labels, made),
        ),
    )


def _told(labels: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The labels with the rule named that found a story in a page's data, if one did."""
    if not any(blocks_data.source(label.block) for label in labels):
        return labels
    return tuple(
        replace(label, rule=blocks_data.source(label.block) or label.rule) if label.kept else label
        for label in labels
    )


def _levelled(labels: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The labels with headings that begin at level 2 and skip none, whatever the page used."""
    levels = sorted({x.block.level for x in labels if x.role is Role.SUBHEADING and x.block.level})
    if levels == list(range(2, 2 + len(levels))):
        return tuple(labels)
    return tuple(
        replace(label, block=replace(label.block, level=2 + levels.index(label.block.level)))
        if label.role is Role.SUBHEADING and label.block.level
        else label
        for label in labels
    )


def _article(
    capture: Capture,
    profile: str,
    facts: Facts,
    body: str,
    mended: tuple[Repair, ...],
    *,
    removed: int,
) -> Article:
    plain = {name: value.value for name, value in facts.plain.items()}
    date = facts.published.date
    identifier = naming.identity(date, capture.sha256)
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
            captured=_moment(capture),
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
            profile=profile,
            version=__version__,
            removed=removed,
            repairs=mended,
            body=hashlib.sha256(body.encode()).hexdigest(),
        ),
        body=body,
        path=f"{naming.folder(date, name)}/{facts.lang}.md",
    )


def _moment(capture: Capture) -> Date | None:
    """When a page was scraped, in UTC and to the second."""
    if capture.captured is None:
        return None
    return Date.parse(capture.captured.astimezone(UTC).isoformat(timespec="seconds"))


def _findings(
    capture: Capture, facts: Facts, made: Article | None, mended: Sequence[Repair]
) -> tuple[Finding, ...]:
    file = f"raw/{capture.raw}"
    if made is None:
        # Crawls are full of pages that are no articles; a file of its own is meant to be one.
        code = "capture-no-article" if capture.member else "capture-no-story"
        return (finding(code, file=file),)
    path = f"content/{made.path}"
    text = capture.format == "text"
    found = []
    if made.title_basis.kind is BasisKind.INFERRED:
        found.append(finding("capture-title-derived", file=file, path=path))
    if made.date is None:
        found.append(finding("capture-date-unknown", file=file, path=path))
    if facts.published.conflict:
        first, second = (f"{known.date} ({known.rule})" for known in facts.published.conflict)
        found.append(finding("capture-date-conflict", file=file, first=first, second=second))
    if not made.source.outlet:
        found.append(finding("capture-outlet-unknown", file=file, path=path))
    if not facts.lang_known:
        found.append(
            finding(
                "capture-language-unknown",
                file=file,
                found=facts.spoken or "und",
                lang=made.lang,
                path=path,
            )
        )
    for repair in mended:
        line = repair.n if text else 0
        found.append(
            finding(
                "capture-repaired", file=file, line=line, was=repair.was, now=repair.now, path=path
            )
        )
    return tuple(found)


def _doubts(
    capture: Capture, page: Page, labels: Sequence[Labelled], made: Article | None
) -> Iterator[Finding]:
    """What makes one doubt that the article is the page's, and all of it."""
    path = f"content/{made.path}" if made else capture.file
    if rules_stories.is_walled(page, labels):
        yield finding("capture-login-wall", file=capture.file, path=path)
    if other := next((x.block.text for x in labels if x.rule == rules_stories.OTHER), ""):
        yield finding("capture-two-articles", file=capture.file, other=other, path=path)
    if rule := next(filter(None, (blocks_data.source(label.block) for label in labels)), ""):
        yield finding("capture-from-data", file=capture.file, rule=rule, path=path)
