"""Which blocks of a page are its gold text: found by aligning the one with the other.

A text of several tokens is looked for by its shingles; of all the places where blocks could stand
in the gold, those are taken that keep the order of both and cover most. Short lines are then
looked for next to their neighbours only: `Share` may stand anywhere.

What a page prints twice is gold twice. Choosing one of the two was tried: where it chose the
teaser's copy, the model learned to take paragraphs of stories for furniture.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence

from bench.metric import SIZE, tokens

_COVERED = 0.5
"""A block is gold if this share of its shingles is."""

_PLACES = 20
"""Places of one shingle that are looked at; a refrain has more."""

_VOTES = 3
"""Places that are kept for one block."""

_SHORT = 12
"""Most tokens of a line that is looked for next to its neighbours."""

_REACH = 40
"""How far from its neighbours, in tokens."""

Span = tuple[int, int]


def align(texts: Sequence[str], gold: str) -> list[bool]:
    """Tell for each block whether it is in the gold text.

    Args:
        texts: The blocks' texts, in reading order.
        gold: The text of the article.
    """
    wanted = tokens(gold)
    blocks = [tokens(text) for text in texts]
    spans = _chain(_candidates(blocks, wanted))
    found: dict[int, Span] = {k: (at, at + len(blocks[k])) for k, at in spans}
    folded = [word.casefold() for word in wanted]
    known = sorted(found)
    for k, words in enumerate(blocks):
        if not words or k in found or len(words) > _SHORT:
            continue
        span = _beside(k, [word.casefold() for word in words], folded, found, known)
        if span:
            found[k] = span
            insort(known, k)
    return [k in found for k in range(len(texts))]


def _candidates(blocks: Sequence[list[str]], wanted: list[str]) -> list[tuple[int, int, float]]:
    """Block, place in the gold, and how much of the block is there; in order."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(wanted) - SIZE + 1):
        places[tuple(wanted[at : at + SIZE])].append(at)
    found = []
    for k, words in enumerate(blocks):
        votes: Counter[int] = Counter()
        covered = 0
        for j in range(len(words) - SIZE + 1):
            there = places.get(tuple(words[j : j + SIZE]), [])
            covered += bool(there)
            votes.update(place - j for place in there[:_PLACES])
        if covered and covered >= _COVERED * (len(words) - SIZE + 1):
            common = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_VOTES]
            found += sorted((k, max(0, at), count + covered / 10) for at, count in common)
    return found


def _chain(candidates: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest chain of candidates whose blocks rise and whose places do not fall."""
    best: list[tuple[float, int]] = []  # weight of the best chain that ends here, and its last link
    places: list[int] = []  # rising, with the best chain that ends at or before each
    tops: list[tuple[float, int]] = []
    waiting: list[int] = []
    for n, (k, at, weight) in enumerate(candidates):
        if waiting and candidates[waiting[0]][0] != k:
            for m in waiting:
                _settle(places, tops, candidates[m][1], (best[m][0], m))
            waiting = []
        before = bisect_right(places, at) - 1
        total, last = tops[before] if before >= 0 else (0.0, -1)
        best.append((total + weight, last))
        waiting.append(n)
    chain: list[tuple[int, int]] = []
    n = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while n >= 0:
        chain.append((candidates[n][0], candidates[n][1]))
        n = best[n][1]
    return chain[::-1]


def _settle(
    places: list[int], tops: list[tuple[float, int]], at: int, top: tuple[float, int]
) -> None:
    """Enter a chain that ends at a place, and drop those that it makes useless."""
    before = bisect_right(places, at) - 1
    if before >= 0 and tops[before][0] >= top[0]:
        return
    start = bisect_left(places, at)
    end = start
    while end < len(places) and tops[end][0] <= top[0]:
        end += 1
    places[start:end] = [at]
    tops[start:end] = [top]


def _beside(
    k: int, words: list[str], folded: list[str], found: dict[int, Span], known: list[int]
) -> Span | None:
    """Where a short line stands in the gold right after or before a neighbour."""
    place = bisect_left(known, k)
    first = found[known[place - 1]][1] - SIZE + 1 if place else 0
    last = found[known[place]][0] + SIZE - 1 if place < len(known) else len(folded)
    first, last = max(0, first), min(last, len(folded))
    size = len(words)
    starts = (
        *range(first, min(last - size + 1, first + _REACH)),
        *range(max(first, last - size - _REACH), last - size + 1),
    )
    return next(((at, at + size) for at in starts if folded[at : at + size] == words), None)
