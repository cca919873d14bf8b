"""The vocabulary, changed: only the lines of words that are new, gone or told another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.press.search import packing, state, vocabulary
from generator.press.search.plans import RebuildError

Change = tuple[str, bytes | None]
"""A path below the edition's folder, and what is in it now; None if it is to be removed."""

Read = Callable[[str], bytes]
"""Gives a file of the index as it was."""

Counts = Mapping[str, Mapping[str, int]]
"""Key → spelling → how often it stands."""


def relined(words: state.Words, gone: Counts, come: Counts, read: Read) -> Iterator[Change]:
    """All files of words that are new, gone, spelled another way or of another order of number.

    Args:
        words: All that the state knows; they become what they are now.
        gone: Of what went.
        come: Of what came.
        read: Of the edition.
    """
    bits = vocabulary.bits(len(words))
    lines: dict[str, tuple[str, str]] = {}
    for key in sorted(gone.keys() | come.keys()):
        before = _line(key, words)
        _count(words, key, gone.get(key, {}), -1)
        _count(words, key, come.get(key, {}), 1)
        after = _line(key, words)
        if before != after:
            lines[key] = before, after
    if vocabulary.bits(len(words)) == bits:
        yield from _relined(lines, bits, read)
        return
    counts = {key: state.spellings(spellings) for key, spellings in words.items()}
    written = dict(vocabulary.files(vocabulary.words(counts)))
    for number, text in written.items():
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    for number in set(range(1 << bits)) - written.keys():
        yield f"v/{number:x}.bin", None


def _relined(lines: Mapping[str, tuple[str, str]], bits: int, read: Read) -> Iterator[Change]:
    """Files of words in which some lines are other ones; none stands for no line."""
    by_file: dict[int, list[str]] = {}
    for key in lines:
        for number in vocabulary.buckets(key, bits):
            by_file.setdefault(number, []).append(key)
    for number, changed in sorted(by_file.items()):
        path = f"v/{number:x}.bin"
        text = packing.unpack(read(path))[1].decode()
        held = {line.partition(" ")[0]: line for line in text.split("\n")}
        for key in changed:
            before, after = lines[key]
            if held.pop(key, "") != before:
                raise RebuildError(f"{path} is of another index")
            if after:
                held[key] = after
        text = "\n".join(held[key] for key in sorted(held))
        yield path, packing.pack(text.encode())[1] if text else None


def _count(words: state.Words, key: str, spellings: Mapping[str, int], sign: int) -> None:
    """Add to the counts of a word, or take from them."""
    held = state.spellings(words.get(key, ""))
    for spelling, count in spellings.items():
        held[spelling] = held.get(spelling, 0) + sign * count
        if held[spelling] < 0:
            raise RebuildError(f"the state does not know {spelling}")
        if not held[spelling]:
            del held[spelling]
    if held:
        words[key] = state.spelled(held)
    else:
        words.pop(key, None)


def _line(key: str, words: state.Words) -> str:
    if key not in words:
        return ""
    return vocabulary.line(key, *vocabulary.word(state.spellings(words[key])))
