"""What texts say: phrases that could be terms, each once a text.

Whether a reader understands one by itself is told by the words around it: a phrase that is cut out
of a longer one says little, and one that is cut within a word says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.assemble.phrases import Places
from generator.assemble.tokens import Flags, Numbers, Row

WHOLE = 0.6
"""A phrase that goes on alike in more than this share of its texts is cut out of a longer one."""

TEXT, _MIDDLE = np.uint64(44), np.uint64(12)
"""By how much the first number of `packed` is shifted; the second."""

Positions = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Phrases of texts that could be terms, each once a text; parallel columns.

    Attributes:
        texts: In which text, from 0 on.
        at: The word with which it begins where it stands first.
        lengths: Its words.
        ids: Which it is.
        families: How many families have it.
        times: How often the text says it.
        whole: Whether it is not cut out of a longer phrase.
    """

    texts: Numbers
    at: Numbers
    lengths: Numbers
    ids: Numbers
    families: Numbers
    times: Numbers
    whole: Flags

    def phrases(self) -> Iterator[tuple[int, int, int]]:
        """Of each which it is, where, and how long."""
        return zip(self.ids.tolist(), self.at.tolist(), self.lengths.tolist(), strict=True)

    def only(self, which: Positions) -> Said:
        """Some of them, in the order in which they are asked for."""
        return Said(
            texts=self.texts[which],
            at=self.at[which],
            lengths=self.lengths[which],
            ids=self.ids[which],
            families=self.families[which],
            times=self.times[which],
            whole=self.whole[which],
        )


def gather(row: Row, places: Places, torn: tuple[Flags, Flags], start: int) -> Said:
    """Put together what a text says more than once.

    Args:
        row: The words of all texts.
        places: Where in some of them phrases stand.
        torn: Of each word of these what `phrases.torn` says.
        start: The first word of these.
    """
    texts = row.texts[places.at]
    within = places.at - row.bounds[texts]
    order = np.argsort(packed(texts, places.ids, within))
    texts, at, ids = texts[order], places.at[order], places.ids[order]
    lengths, families, covered = (
        column[order] for column in (places.lengths, places.families, places.covered)
    )
    new = np.ones(len(at), bool)
    new[1:] = (ids[1:] != ids[:-1]) | (texts[1:] != texts[:-1])
    first, which = np.flatnonzero(new), np.cumsum(new) - 1
    begins, ends = row.parted(at, at + lengths - 1)
    begins = np.bincount(which[begins], minlength=len(first)) > 0
    ends = np.bincount(which[ends], minlength=len(first)) > 0
    parted = begins & ends & (covered[first] <= WHOLE * families[first])
    begins, ends = ~torn[0][at - start], ~torn[1][at - start + lengths - 1]
    uncut = np.bincount(which[begins & ends | (lengths == 1)], minlength=len(first)) > 0
    return Said(
        texts=texts[first],
        at=at[first],
        lengths=lengths[first],
        ids=ids[first],
        families=families[first],
        times=np.bincount(which, minlength=len(first)).astype(np.int32),
        whole=uncut & (parted | (covered[first] == 0)),
    )


def packed(texts: Numbers, middle: Numbers, last: Numbers) -> npt.NDArray[np.uint64]:
    """Three numbers as one, to be sorted at once; the last is at most `READ`."""
    packed: npt.NDArray[np.uint64] = texts.astype(np.uint64) << TEXT
    packed |= middle.astype(np.uint64) << _MIDDLE
    packed |= last.astype(np.uint64)
    return packed
