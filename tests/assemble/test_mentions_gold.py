"""Precision and recall of mentions, on the demonstration archive as labelled by hand."""

import functools
from pathlib import Path

import yaml

from generator import assemble, content
from generator.assemble import mentions, names, short_names, signatures, works

REPOSITORY = Path(__file__).parents[2]
GOLD = REPOSITORY / "tests" / "gold" / "mentions.yml"
PRECISION, RECALL = 0.98, 0.95

Label = tuple[str, str, str]
"""Article, language, record."""


@functools.cache
def found() -> frozenset[Label]:
    """What each text names, looked at without its translation."""
    contents = content.read(REPOSITORY / "content")
    archive, _ = assemble.archive(contents)
    records = works.records(contents.entities)
    finder = mentions.Finder(
        names=names.Names(records),
        short=short_names.ShortNames(records),
        signers=signatures.signers(records),
        records=records,
        places=archive.urls,
        shown=str,
    )
    return frozenset(
        (work.id, lang, mention.entity)
        for work in works.gather(contents.articles)
        for lang in work.texts
        for mention in mentions.mention(work, [lang], finder).mentions
        if mention.count
    )


def labelled() -> frozenset[Label]:
    gold = yaml.safe_load(GOLD.read_text("utf-8"))
    return frozenset(
        (id_, lang, record) for id_ in gold for lang in gold[id_] for record in gold[id_][lang]
    )


def lines(labels: frozenset[Label]) -> str:
    return "".join(f"\n  {' '.join(label)}" for label in sorted(labels))


def test_of_what_is_found_almost_all_is_named() -> None:
    wrong = found() - labelled()

    precision = 1 - len(wrong) / len(found())

    assert precision >= PRECISION, f"precision {precision:.3f}; wrong:{lines(wrong)}"


def test_of_what_is_named_almost_all_is_found() -> None:
    missed = labelled() - found()

    recall = 1 - len(missed) / len(labelled())

    assert recall >= RECALL, f"recall {recall:.3f}; missed:{lines(missed)}"


def test_every_text_of_the_archive_is_labelled() -> None:
    contents = content.read(REPOSITORY / "content")

    assert {(text.id, text.lang) for text in contents.articles} == {
        (id_, lang) for id_, lang, _ in labelled()
    }
