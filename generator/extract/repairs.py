"""Mending what a scrape broke, only where there is one thing it can have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract import shapes
from generator.extract.profiles import Profile
from generator.model import Block, Labelled, Repair, Role

_RULE = "drop-cap"


def mend(
    labels: Sequence[Labelled], profile: Profile
) -> tuple[tuple[Labelled, ...], tuple[Repair, ...]]:
    """Give paragraphs back the first letter that a drop cap took with it.

    A paragraph of the story is mended only if it starts in lower case where a paragraph starts
    (the one before it ended a sentence, or is the headline), and if exactly one letter makes its
    first syllables one known opening (`opening` in the profiles). Anything else stays as the
    author, or the scrape, left it.
    """
    mended: list[Labelled] = []
    repairs: list[Repair] = []
    before: Labelled | None = None
    openings = profile.phrases.get("opening", frozenset())
    for label in labels:
        fixed = label
        small = label.block.text[:1].islower()
        if small and label.role in (Role.BODY, Role.DECK) and _starts_here(before):
            text = restore(label.block.text, openings)
            if text != label.block.text:
                fixed = replace(label, block=with_start(label.block, text[0]))
                was, now = label.block.text.split(" ", 1)[0], text.split(" ", 1)[0]
                repairs.append(Repair(n=label.block.n, was=was, now=now, rule=_RULE))
        if label.kept:
            before = label
        mended.append(fixed)
    return tuple(mended), tuple(repairs)


def _starts_here(before: Labelled | None) -> bool:
    return (
        before is None
        or before.role in (Role.HEADLINE, Role.SUBHEADING)
        or shapes.ends_with_stop(before.block.text)
    )


def restore(text: str, openings: frozenset[str]) -> str:
    """The text with its lost first letter, or as it is if that is not certain.

    Args:
        text: A paragraph.
        openings: Keys of known openings of two or more syllables; `#` is a number.
    """
    if not text[:1].islower():
        return text
    words = [_number(word) for word in shapes.phrase_key(text[:40]).split()]
    letters = set()
    for opening in openings:
        first, *rest = opening.split()
        if rest and words[: 1 + len(rest)] == [first[1:], *rest]:
            letters.add(first[0])
    return letters.pop().upper() + text if len(letters) == 1 else text


def _number(word: str) -> str:
    return "#" if word[:1].isdigit() else word.strip(",.;:")


def with_start(block: Block, letter: str) -> Block:
    """The block with a letter before its first."""
    runs = list(block.inlines)
    for i, run in enumerate(runs):
        if run.text.strip():
            runs[i] = replace(run, text=letter + run.text.lstrip())
            break
    return replace(block, text=letter + block.text, inlines=tuple(runs))
