"""Translations: what there is of an article in each language, and what stands side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.assemble.works import Work
from generator.content import digest
from generator.model import LANGS, Article, Entity, Status, TranslationKind

_FULL = "full"


def state(texts: Mapping[str, Article], lang: str) -> str:
    """What there is of an article in a language.

    Args:
        texts: Language → text, all that the article has.
        lang: The language asked for.

    Returns:
        `missing`; `draft`, `withdrawn` or `removed`; `original`; or for a translation `current`,
        or `stale` if the original has changed since. A translation without text is a draft, and
        one that does not say what it was made from cannot be told to be stale.
    """
    text = texts.get(lang)
    if text is None:
        return "missing"
    if text.status is Status.DRAFT or (text.translation and not text.body.strip()):
        return Status.DRAFT.value
    if text.status is not Status.PUBLISHED:
        return text.status.value
    if text.translation is None:
        return "original"
    originals = [other for other in texts.values() if not other.translation]
    made_from = text.translation.of
    if originals and made_from and made_from != digest(originals[0].body):
        return "stale"
    return "current"


def states(work: Work, places: Collection[str]) -> dict[str, str]:
    """Language → what there is of an article in it; see `state`.

    Args:
        work: The article.
        places: Languages in which it has a page: a translation that lost its address to another
            article is not there for readers.
    """
    texts = {text.lang: text for text in work.files}
    found = {lang: state(texts, lang) for lang in LANGS}
    return {
        lang: one if lang in places or one not in {"current", "stale"} else "missing"
        for lang, one in found.items()
    }


def glosses(work: Work, places: Collection[str]) -> dict[str, str]:
    """Language → title in it, where a summary gives a title and has no text for a page of its own.

    Args:
        work: The article.
        places: Languages in which it has a page.
    """
    return {
        text.lang: text.title
        for text in work.files
        if text.lang not in places
        and text.title
        and text.status is Status.PUBLISHED
        and text.translation
        and text.translation.kind is TranslationKind.SUMMARY
    }


def stands_beside(work: Work, places: Collection[str], records: Mapping[str, Entity]) -> bool:
    """Whether original and translation can be read side by side.

    A summary has no paragraphs to set beside the original's; of what may be shown only in part,
    and of what was withdrawn, there is no second page.

    Args:
        work: The article.
        places: Languages in which it has a page.
        records: All records by id, for the rights of outlets.
    """
    texts = [work.texts[lang] for lang in places]
    return len(texts) == len(LANGS) and all(
        text.body.strip()
        and text.status is Status.PUBLISHED
        and _amount(text, records) == _FULL
        and not (text.translation and text.translation.kind is TranslationKind.SUMMARY)
        for text in texts
    )


def _amount(text: Article, records: Mapping[str, Entity]) -> str:
    outlet = records.get(text.source.outlet)
    return text.rights.show or (outlet.rights.show if outlet else "") or _FULL
