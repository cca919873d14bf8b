"""Works: the texts of one article in all its languages, sorted by what becomes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model import LANGS, Article, Entity, EntityKind, Status

KIND_ORDER = {kind: position for position, kind in enumerate(EntityKind)}
"""Kind → its place in lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One article in all its languages.

    Attributes:
        id: The article's id.
        original: The text that is no translation.
        texts: Language → text that readers may see; empty for drafts and removed articles.
        files: All its texts, those that are not shown too, in order of language.
    """

    id: str
    original: Article
    texts: Mapping[str, Article]
    files: tuple[Article, ...]

    @property
    def removed(self) -> bool:
        """Whether only a tombstone is left of it."""
        return self.original.status is Status.REMOVED


def gather(articles: Iterable[Article]) -> tuple[Work, ...]:
    """Put the texts of each article together.

    A folder without an original is left out, and so is one whose id an earlier folder has;
    `content` reports both.

    Returns:
        All articles, drafts too, in order of id.
    """
    folders: defaultdict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        if article.lang in LANGS:
            folders[article.id, article.folder].append(article)
    works: dict[str, Work] = {}
    for (id_, _), texts in sorted(folders.items()):
        work = _work(sorted(texts, key=lambda text: (LANGS.index(text.lang), text.path)))
        if work and id_ not in works:
            works[id_] = work
    return tuple(works.values())


def _work(files: list[Article]) -> Work | None:
    originals = [file for file in files if not file.translation]
    if not originals:
        return None
    original = originals[0]
    shown = [original, *(file for file in files if file.translation)]
    hidden = {Status.DRAFT, Status.REMOVED}
    texts: dict[str, Article] = {}
    if original.status not in hidden:
        for text in shown:
            if text.status not in hidden and (text is original or text.body.strip()):
                texts.setdefault(text.lang, text)
    return Work(
        id=original.id,
        original=original,
        texts={lang: texts[lang] for lang in LANGS if lang in texts},
        files=tuple(files),
    )


def records(entities: Iterable[Entity]) -> dict[str, Entity]:
    """All records by id; of two with one id the smaller path stays (`content` reports it)."""
    by_id: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda entity: (entity.path, KIND_ORDER[entity.kind])):
        by_id.setdefault(entity.id, entity)
    return {id_: by_id[id_] for id_ in sorted(by_id)}


def former_ids(by_id: Mapping[str, Entity]) -> dict[str, str]:
    """Former id of a record → its id now, for those that no record has today."""
    return {
        former: id_
        for id_ in sorted(by_id, reverse=True)
        for former in by_id[id_].replaces
        if former not in by_id
    }


def with_current_ids(works: Iterable[Work], former: Mapping[str, str]) -> tuple[Work, ...]:
    """The same articles, naming every record by the id that it has today.

    Args:
        works: Articles as their files have them.
        former: What `former_ids` gave.
    """
    if not former:
        return tuple(works)
    return tuple(
        replace(
            work,
            original=_with_current_ids(work.original, former),
            texts={lang: _with_current_ids(text, former) for lang, text in work.texts.items()},
            files=tuple(_with_current_ids(file, former) for file in work.files),
        )
        for work in works
    )


def with_current_references(
    by_id: Mapping[str, Entity], former: Mapping[str, str]
) -> dict[str, Entity]:
    """The same records, naming each other by the ids that they have today.

    Args:
        by_id: All records by id.
        former: What `former_ids` gave.
    """
    if not former:
        return dict(by_id)
    return {
        id_: replace(
            record,
            roles=tuple(
                replace(role, organisation=former.get(role.organisation, role.organisation))
                for role in record.roles
            ),
            place=former.get(record.place, record.place),
            parent=former.get(record.parent, record.parent),
        )
        for id_, record in by_id.items()
    }


def with_events(works: Iterable[Work], by_id: Mapping[str, Entity]) -> tuple[Work, ...]:
    """The same articles, each with the event whose record lists it, if it names none itself.

    Args:
        works: Articles as their files have them.
        by_id: All records, in order of id; of two events that list one article the first counts.
    """
    listed: dict[str, str] = {}
    for record in by_id.values():
        if record.kind is EntityKind.EVENT:
            for id_ in record.articles:
                listed.setdefault(id_, record.id)
    if not listed:
        return tuple(works)
    return tuple(
        _with_event(work, listed[work.id])
        if work.id in listed and not work.original.event
        else work
        for work in works
    )


def _with_event(work: Work, event: str) -> Work:
    return replace(
        work,
        original=replace(work.original, event=event),
        texts={lang: replace(text, event=event) for lang, text in work.texts.items()},
        files=tuple(replace(file, event=event) for file in work.files),
    )


def _with_current_ids(article: Article, former: Mapping[str, str]) -> Article:
    def now(id_: str) -> str:
        return former.get(id_, id_)

    def all_now(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(now, ids)))

    source = article.source
    return replace(
        article,
        source=replace(source, outlet=now(source.outlet), agency=now(source.agency)),
        people=all_now(article.people),
        organisations=all_now(article.organisations),
        places=all_now(article.places),
        topics=all_now(article.topics),
        event=now(article.event),
    )
