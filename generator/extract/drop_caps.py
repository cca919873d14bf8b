"""Drop caps that stand apart: a paragraph's first letter on a line or in an element of its own."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.repairs import with_start
from generator.model import Block, BlockKind, Repair

_RULE = "drop-cap-apart"

# Letters that are words by themselves, so that nobody knows whether a space belongs behind them.
_WORDS = frozenset("AIOEYÀÁẢÔÒÓỐỒỔÚÙÝỲỶỞƠÍÌĨÊÉ")


def join(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Give paragraphs back the first letter that stands alone before them.

    Only a capital letter that is no word, before a paragraph that goes on in lower case, is
    certain: `T` and `rong khi đó` are `Trong khi đó`.

    Returns:
        The blocks, without those that were but a letter; and what was mended.
    """
    joined: list[Block] = []
    repairs: list[Repair] = []
    for block in blocks:
        letter = joined[-1].text if joined else ""
        if _is_cap(letter) and block.text[:1].islower() and _begins(block, joined[-1]):
            joined[-1] = with_start(block, letter)
            was = block.text.split(" ", 1)[0]
            repairs.append(Repair(n=block.n, was=was, now=letter + was, rule=_RULE))
        else:
            joined.append(block)
    return tuple(joined), tuple(repairs)


def _is_cap(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and text.isupper() and text not in _WORDS


def _begins(block: Block, letter: Block) -> bool:
    running = block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
    return running and letter.kind is not BlockKind.LIST_ITEM and letter.link_density == 0
