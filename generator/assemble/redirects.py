"""Former URLs: where each leads now, so that no link that was ever right becomes wrong.

Every redirect leads straight to a page that the site answers itself: there are no chains to
follow, and none stands where a page is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import urls
from generator.assemble.permalinks import Placed
from generator.assemble.works import Work, former_ids
from generator.errors import finding
from generator.model import LANGS, Entity, EntityKind, Finding, Permalink

_INDEXES = {f"index:{kind.value}" for kind in EntityKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alias:
    """A former URL that an editor wrote down."""

    url: str
    id: str
    target: str
    file: str


def redirect(
    works: Sequence[Work],
    records: Mapping[str, Entity],
    placed: Placed,
    registered: Iterable[Permalink],
    *,
    shown: Callable[[str], str],
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Find where every former URL leads.

    Later ones give way: pages, permalinks by id, the register, aliases, former ids of records.

    Args:
        works: All articles, in order of id.
        records: All records by id.
        placed: Where everything is.
        registered: The register, in any order.
        shown: From a path below `content/` to what a person would open.

    Returns:
        Former URL → live URL, in order of the former; and the aliases that two articles claim.
    """
    finder = _Finder(records, placed)
    found: dict[str, str] = {}
    for id_ in (*placed.articles, *placed.tombstones):
        if main := finder.article(id_, ""):
            found[urls.by_id(id_)] = main
    for row in sorted(registered, key=lambda row: (row.url, row.id, row.lang)):
        target = finder.find(row)
        if target and urls.former(row.url) == row.url:
            found.setdefault(row.url, target)
    findings = _add_aliases(found, _aliases(works, finder, shown), placed)
    for id_, record in records.items():
        for former in record.replaces:
            for lang in LANGS:
                url = urls.former(urls.entity(record.kind, former, lang))
                found.setdefault(url, placed.entities[id_][lang])
    kept = {url: found[url] for url in sorted(found) if url and url not in placed.live}
    return kept, findings


def _aliases(works: Sequence[Work], finder: _Finder, shown: Callable[[str], str]) -> list[_Alias]:
    return [
        _Alias(url=url, id=work.id, target=target, file=shown(file.path))
        for work in works
        for file in work.files
        for target in [finder.article(work.id, file.lang)]
        for url in sorted({urls.former(alias) for alias in file.aliases} - {""})
        if target and url != target
    ]


def _add_aliases(
    found: dict[str, str], aliases: Sequence[_Alias], placed: Placed
) -> tuple[Finding, ...]:
    """Add the aliases; one that another article has is a finding, and stays as it was."""
    files: dict[str, _Alias] = {}
    findings = []
    for alias in aliases:
        page = placed.live.get(alias.url)
        other = files.get(alias.url)
        if page and page.id != alias.id:
            findings.append(finding("alias-clash", file=alias.file, url=alias.url, other=page.id))
        elif other and other.id != alias.id:
            findings.append(
                finding("alias-clash", file=alias.file, url=alias.url, other=other.file)
            )
        else:
            files.setdefault(alias.url, alias)
            found.setdefault(alias.url, alias.target)
    return tuple(findings)


class _Finder:
    """Finds where something is now that was somewhere else."""

    def __init__(self, records: Mapping[str, Entity], placed: Placed) -> None:
        self._placed = placed
        self._former = former_ids(records)

    def find(self, row: Permalink) -> str:
        """The live URL that now stands for a registered one; empty if nothing does."""
        id_ = row.id.removeprefix(urls.REMOVALS)
        if id_ in self._placed.articles or id_ in self._placed.tombstones:
            return self.article(id_, row.lang)
        if row.id.startswith(f"{urls.PARALLEL}:"):
            return self._parallel(row.id.removeprefix(f"{urls.PARALLEL}:"), row.lang)
        lang = row.lang if row.lang in LANGS else LANGS[0]
        return (
            self._entity(row.id, lang) or self._editorial(row.id, lang) or self._list(row.id, lang)
        )

    def article(self, id_: str, lang: str) -> str:
        """The article's page in a language, else its original's; empty if it has none."""
        if id_ in self._placed.articles:
            places = self._placed.articles[id_]
            return places.get(lang) or places[self._placed.originals[id_]]
        places = self._placed.tombstones.get(id_, {})
        return places.get(lang) or next(iter(places.values()), "")

    def _parallel(self, id_: str, lang: str) -> str:
        """The article's texts side by side where they stand now, else the article itself."""
        there = self._placed.parallel.get(id_, {}).get(lang, "")
        return there or self.article(id_, lang)

    def _entity(self, id_: str, lang: str) -> str:
        id_ = self._former.get(id_, id_)
        return self._placed.entities.get(id_, {}).get(lang, "")

    def _editorial(self, id_: str, lang: str) -> str:
        pages = self._placed.editorials.get(id_, {})
        there = lang if lang in pages else next(iter(pages), "")
        return urls.editorial(id_, there) if there else ""

    def _list(self, id_: str, lang: str) -> str:
        """The nearest list that exists: the same one, day, month, year, front page."""
        kind, _, value = id_.partition(":")
        if kind in {"day", "month", "year"}:
            parts = [part for part in value.split("-") if part.isdigit()]
            near = ["/".join((urls.root(lang), *parts[:n], "")) for n in range(len(parts), 0, -1)]
        elif kind == urls.ANNIVERSARIES:
            near = [urls.anniversaries(lang)]
        elif id_ in {"search", "undated", "timeline", "translations", *_INDEXES}:
            near = [f"{urls.root(lang)}/{value or id_}/"]
        elif id_ == "home":
            near = []
        else:
            return ""
        return next((url for url in near if url in self._placed.live), urls.home(lang))
