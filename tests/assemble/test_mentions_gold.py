"""Precision and recall of mentions, on the demonstration archive as labelled by hand."""

import functools
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator import assemble, content
from generator.model import Archive, Finding

REPOSITORY = Path(__file__).parents[2]
GOLD = REPOSITORY / "tests" / "gold" / "mentions.yml"
PRECISION, RECALL = 0.98, 0.95

Label = tuple[str, str, str]


@functools.cache
def joined() -> tuple[Archive, tuple[Finding, ...]]:
    return assemble.archive(content.read(REPOSITORY / "content"))


def labelled() -> set[Label]:
    gold = yaml.safe_load(GOLD.read_text("utf-8"))
    return {(id_, lang, record) for id_ in gold for lang in gold[id_] for record in gold[id_][lang]}


def found(archive: Archive) -> Iterator[Label]:
    """Each record that a text names, the languages looked at one by one."""
    raise NotImplementedError
