"""The work on one capture, done in a worker: from its text to an article ready to be written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from generator import captures, content, extract
from generator.convert.choosing import page_of
from generator.convert.made import Made, Packed, Summary, pack
from generator.convert.parcels import Parcel
from generator.errors import FindingError, finding
from generator.model import Article, Capture, Extraction
from generator.settings import package_texts

Own = tuple[tuple[str, str], ...]
"""Profiles that the archive's editors wrote: pairs of name and YAML."""


@cache
def profiles(own: Own = ()) -> tuple[extract.Profile, ...]:
    """The outlet profiles: those that ship with the package, and the archive's own.

    Args:
        own: One of the name of one that ships stands in its place.

    Raises:
        FindingError: One of them makes no sense.
    """
    texts = package_texts("extract/profiles", ".yml") | dict(own)
    return extract.parse_profiles(
        texts, own=[name for name, _ in own], weights=package_texts("extract/weights", ".json")
    )


def extracted(read: Callable[[], Capture], file: str, own: Own = ()) -> Extraction:
    """The extraction of a capture.

    Args:
        read: Gives the capture.
        file: What findings call it.
        own: The archive's own profiles.

    Raises:
        FindingError: It cannot be used, or the program breaks down over it.
        MemoryError: It takes more memory than there is.
    """
    try:
        return extract.article(read(), profiles(own))
    except (FindingError, MemoryError):
        raise
    except Exception as error:  # a mistake of ours must cost one capture, not all the others
        reason = f"{type(error).__name__}: {error}"
        raise FindingError(finding("capture-crashed", file=file, reason=reason)) from error


def work(parcel: Parcel, own: Own = ()) -> Packed:
    """Make all that can be made of one capture alone; what is wrong with it comes back too.

    Raises:
        MemoryError: It takes more memory than there is.
    """
    read = partial(captures.make, parcel.member, raw=parcel.raw, name=parcel.file)
    try:
        return packed(extracted(read, parcel.file, own))
    except FindingError as error:
        return failed(parcel.raw, error)


def packed(extraction: Extraction) -> Packed:
    """What came out of a capture, to be sent back."""
    capture, article = extraction.capture, extraction.article
    found = tuple(dict.fromkeys((*capture.findings, *extraction.findings)))
    if article is None:
        return pack(Summary(raw=capture.raw, sha256=capture.sha256), Made(findings=found))
    summary = Summary(
        raw=capture.raw,
        sha256=capture.sha256,
        captured=article.source.captured,
        page=page_of(article.source.url or capture.url, article.lang),
        words=len(article.body.split()),
        facts=_facts(article),
        story=True,
    )
    made = content.manuscript(article, extraction.removals)
    return pack(summary, Made(manuscript=made, findings=found))


def failed(raw: str, error: FindingError, *, lasting: bool = True) -> Packed:
    """A capture of which nothing comes but findings."""
    return pack(Summary(raw=raw, lasting=lasting), Made(findings=error.findings))


def _facts(article: Article) -> int:
    """How many of the facts that a reader is shown are known, and known best."""
    source = article.source
    return sum(
        map(
            bool,
            (
                not article.title_basis.rule.startswith("first-sentence"),
                article.date,
                article.date and article.date.day,
                article.date and article.date.time,
                article.summary,
                article.byline,
                article.dateline,
                article.section,
                article.images,
                source.outlet,
                source.agency,
                source.url,
            ),
        )
    )
