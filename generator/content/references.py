"""Ids that name nothing: found while the lines that name them are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.articles import Reference
from generator.content.report import suggest
from generator.content.values import UNKNOWN
from generator.errors import finding
from generator.model import Entity, EntityKind, Finding

_ANY = frozenset(EntityKind)
_ARTICLES: frozenset[EntityKind] = frozenset()

# Field → kinds of record that it may name; none for a field that names articles.
_KINDS: dict[str, frozenset[EntityKind]] = {
    "source.outlet": frozenset({EntityKind.OUTLET}),
    "people": frozenset({EntityKind.PERSON}),
    "organisations": frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET}),
    "places": frozenset({EntityKind.PLACE}),
    "topics": frozenset({EntityKind.TOPIC}),
    "event": frozenset({EntityKind.EVENT}),
    "place": frozenset({EntityKind.PLACE}),
    "parent": _ANY,
    "articles": _ARTICLES,
    "roles.organisation": frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET}),
    "reprint_of": _ARTICLES,
    "related": _ARTICLES,
    "unrelated": _ARTICLES,
}


def check(
    references: Iterable[Reference],
    entities: Iterable[Entity],
    articles: frozenset[str],
    *,
    folder: str,
) -> Iterator[Finding]:
    """Find references to what does not exist.

    Args:
        references: What articles and records name.
        entities: All records; their former ids count as theirs.
        articles: Ids of all articles, drafts too.
        folder: Name of the content folder, for what the finding proposes.
    """
    ids = {(kind, id_) for e in entities for kind in (e.kind,) for id_ in (e.id, *e.replaces)}
    named: dict[frozenset[EntityKind], frozenset[str]] = {_ARTICLES: articles}
    for kinds in _KINDS.values():
        if kinds:
            named[kinds] = frozenset(id_ for kind, id_ in ids if kind in kinds)
    for reference in references:
        kinds = _KINDS[reference.field]
        if reference.id in named[kinds] or reference.id == UNKNOWN:
            continue
        where = min(kinds).value if kinds else "articles"
        _, hint = suggest(reference.id, sorted(named[kinds]))
        yield finding(
            "reference-unknown",
            file=reference.file,
            line=reference.line,
            field=reference.field,
            id=reference.id,
            path=f"{folder}/{where}/{reference.id}.yml" if kinds else f"{folder}/articles/",
            hint=hint,
        )
