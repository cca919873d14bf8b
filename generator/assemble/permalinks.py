"""Who lives where: one URL for each page, and a rule for each dispute.

The register (`permalinks.csv`) decides disputes between articles: a URL stays with the article
that had it first, also after that article has moved on and left a redirect there, or was removed
and left a tombstone. Without an entry in the register the smaller id wins. Pages that the archive
makes itself (calendars, indexes, entities) give way to nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assemble import made, urls
from generator.assemble.translations import stands_beside
from generator.assemble.works import Work
from generator.errors import finding
from generator.model import LANGS, Editorial, Entity, Finding, Permalink


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What stands where.

    Attributes:
        live: URL → what it shows, in order of URL; tombstones too.
        articles: Article id → language → URL, for the texts that have won their place.
        originals: Article id → language of its original.
        tombstones: Id of a removed article → language → URL; the first is the main one.
        parallel: Article id → language → URL of its texts side by side.
        entities: Entity id → language → URL.
        editorials: Editorial id → language → page, for those that have won their place.
        findings: The disputes.
    """

    live: Mapping[str, Permalink]
    articles: Mapping[str, Mapping[str, str]]
    originals: Mapping[str, str]
    tombstones: Mapping[str, Mapping[str, str]]
    parallel: Mapping[str, Mapping[str, str]]
    entities: Mapping[str, Mapping[str, str]]
    editorials: Mapping[str, Mapping[str, Editorial]]
    findings: tuple[Finding, ...]


def place(
    works: Sequence[Work],
    records: Mapping[str, Entity],
    editorials: Iterable[Editorial],
    registered: Iterable[Permalink],
    *,
    shown: Callable[[str], str],
) -> Placed:
    """Give every page its URL; who loses a dispute is left out, with a finding.

    Args:
        works: All articles, in order of id.
        records: All records by id.
        editorials: Pages of the institution's own.
        registered: The register, in any order.
        shown: From a path below `content/` to what a person would open.
    """
    rows = tuple(registered)
    claims = _Claims(_owners(rows, works), shown)
    removed = [work for work in works if work.removed]
    tombstones = _tombstones(removed, rows, claims)
    articles = _articles([work for work in works if work.texts], claims)
    tombstones |= _unregistered([work for work in removed if work.id not in tombstones], claims)
    entities = {
        id_: {lang: urls.entity(record.kind, id_, lang) for lang in LANGS}
        for id_, record in records.items()
    }
    parallel = {
        work.id: {lang: urls.parallel(url) for lang, url in articles[work.id].items()}
        for work in works
        if work.id in articles and stands_beside(work, articles[work.id], records)
    }
    for page in (
        *made.parallel(parallel),
        *made.calendars(articles, works),
        *made.indexes(records),
        *made.entities(entities),
        *made.removals(articles, works, records),
    ):
        claims.settle(page, by=page.id)
    pages = _editorials(editorials, claims)
    return Placed(
        live=dict(sorted(claims.live.items())),
        articles=articles,
        originals={work.id: work.original.lang for work in works if work.id in articles},
        tombstones=tombstones,
        parallel=parallel,
        entities=entities,
        editorials=pages,
        findings=tuple(claims.findings),
    )


def with_blocks(placed: Placed, blocks: Iterable[Permalink]) -> Placed:
    """The same with the pages of long lists, which are known when everything else has its place.

    No slug and no name of a page is digits only, so that nothing else can be there.
    """
    live = {**placed.live, **{permalink.url: permalink for permalink in blocks}}
    return replace(placed, live=dict(sorted(live.items())))


class _Claims:
    """Who has which URL so far."""

    def __init__(
        self, owners: Mapping[str, Mapping[str, str]], shown: Callable[[str], str]
    ) -> None:
        self.live: dict[str, Permalink] = {}
        self.findings: list[Finding] = []
        self._owners = owners
        self.shown = shown
        self._holders: dict[str, str] = {}

    def settle(self, permalink: Permalink, *, by: str) -> None:
        """Give a URL away without asking; nothing else may be there yet.

        Args:
            permalink: The URL and what it shows.
            by: What a person would call who has it now.
        """
        self.live.setdefault(permalink.url, permalink)
        self._holders.setdefault(permalink.url, by)

    def owned(self, url: str, id_: str) -> bool:
        """Whether the register gives this URL to this article."""
        return id_ in self._owners.get(url, {})

    def win(self, permalink: Permalink, *, path: str) -> bool:
        """Ask for a URL; a claim that is lost becomes a finding that names both files.

        Args:
            permalink: The URL and what it would show.
            path: File of who asks, below `content/`.
        """
        file = self.shown(path)
        owners = self._owners.get(permalink.url, {})
        if permalink.url in self.live:
            other = self._holders[permalink.url]
        elif owners and permalink.id not in owners:
            other = self.shown(owners[min(owners)])
        else:
            self.settle(permalink, by=file)
            return True
        self.findings.append(finding("permalink-clash", file=file, url=permalink.url, other=other))
        return False


def _owners(rows: Iterable[Permalink], works: Sequence[Work]) -> dict[str, dict[str, str]]:
    """Registered URL → id of an article that is still there → its file below `content/`."""
    files = {work.id: work.original.path for work in works if work.texts or work.removed}
    owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row.id in files and urls.is_text(row.url):
            owners[row.url][row.id] = files[row.id]
    return dict(owners)


def _tombstones(
    removed: Sequence[Work], rows: Iterable[Permalink], claims: _Claims
) -> dict[str, dict[str, str]]:
    """Put tombstones where removed articles were; of several URLs the others redirect."""
    ids = {work.id for work in removed}
    known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.id in ids and row.lang in LANGS and urls.is_text(row.url):
            known[row.id, row.lang].add(row.url)
    placed: dict[str, dict[str, str]] = {}
    for work in removed:
        for lang in sorted(LANGS, key=lambda lang: lang != work.original.lang):
            free = sorted(url for url in known[work.id, lang] if url not in claims.live)
            if free:
                url = _current(work, lang, free)
                placed.setdefault(work.id, {})[lang] = url
                permalink = Permalink(url=url, id=work.id, lang=lang)
                claims.settle(permalink, by=claims.shown(work.original.path))
    return placed


def _unregistered(removed: Iterable[Work], claims: _Claims) -> dict[str, dict[str, str]]:
    """Tombstones of articles that were never registered: where they would have been."""
    placed = {}
    for work in removed:
        original = work.original
        url = urls.text(original, date=original.date)
        permalink = Permalink(url=url, id=work.id, lang=original.lang)
        if claims.win(permalink, path=original.path):
            placed[work.id] = {original.lang: url}
    return placed


def _current(work: Work, lang: str, known: Sequence[str]) -> str:
    """Which of several URLs a removed article had last: where its file would still put it."""
    for file in work.files:
        url = urls.text(file, date=work.original.date)
        if file.lang == lang and url in known:
            return url
    return known[-1]


def _articles(works: Sequence[Work], claims: _Claims) -> dict[str, dict[str, str]]:
    """Place originals first, then translations: a text stands only beside its original."""
    placed: dict[str, dict[str, str]] = {}
    for translations in (False, True):
        asked = [
            (not claims.owned(url, work.id), work.id, text, url)
            for work in works
            for text in work.texts.values()
            if bool(text.translation) is translations and (not translations or work.id in placed)
            for url in [urls.text(text, date=work.original.date)]
        ]
        for _, id_, text, url in sorted(asked, key=lambda claim: (*claim[:2], claim[3])):
            permalink = Permalink(url=url, id=id_, lang=text.lang)
            if claims.win(permalink, path=text.path):
                placed.setdefault(id_, {})[text.lang] = url
    return {
        id_: {lang: placed[id_][lang] for lang in LANGS if lang in placed[id_]}
        for id_ in sorted(placed)
    }


def _editorials(
    editorials: Iterable[Editorial], claims: _Claims
) -> dict[str, dict[str, Editorial]]:
    placed: dict[str, dict[str, Editorial]] = {}
    for page in sorted(editorials, key=lambda page: (page.id, LANGS.index(page.lang), page.path)):
        permalink = Permalink(url=urls.editorial(page.id, page.lang), id=page.id, lang=page.lang)
        if claims.win(permalink, path=page.path):
            placed.setdefault(page.id, {})[page.lang] = page
    return placed
