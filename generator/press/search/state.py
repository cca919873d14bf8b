"""What an index remembers of itself, so that it can be changed without being built anew.

All else that an update needs stands in the index: the words of an article in what is shown of
it, the postings in the shards. Both are checked against the state and each other; where
anything does not fit, the index is built anew.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Words = dict[str, str]
"""Key → its spellings, each with how often it stands in all documents: `hòa 3 hoà 1`."""


@dataclass(slots=True)
class Facts:
    """What one edition's index remembers.

    Attributes:
        version: Of its manifest.
        tokens: How many it is made of.
        words: For the speller.
    """

    version: str = ""
    tokens: int = 0
    words: Words = field(default_factory=dict)


@dataclass(slots=True)
class Facets:
    """The values of all documents' facets.

    Attributes:
        values: `facet=id` of each value.
        documents: Numbers of documents, rising, each as often as it has values.
        which: Number of the value, likewise; in the order of the document.
    """

    values: list[str] = field(default_factory=list)
    documents: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    which: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))


@dataclass(slots=True)
class State:
    """What an index remembers.

    Attributes:
        program: What tells the program that wrote it from any other.
        ids: Of all documents, in order.
        slots: Where in the calendar they stand.
        fingerprints: Of `marks`, one for each document; empty where it is to be taken anew.
        facets: Of all documents.
        names: Record → its names, as they were.
        facts: Language → of its edition.
    """

    program: str
    ids: list[str] = field(default_factory=list)
    slots: list[int] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    facets: Facets = field(default_factory=Facets)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)


def gathered(documents: Iterable[Mapping[str, tuple[str, ...]]]) -> Facets:
    """Facets of documents in order."""
    made = Gathering()
    for facets in documents:
        made.add(facets)
    return made.facets()


class Gathering:
    """Facets, gathered from one document after the other; eight bytes for each value."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._which, self._documents = array("i"), array("i")
        self._count = 0

    def add(self, facets: Mapping[str, tuple[str, ...]]) -> None:
        """The facets of the next document."""
        for facet, ids in facets.items():
            for id_ in ids:
                value = f"{facet}={id_}"
                self._which.append(self._numbers.setdefault(value, len(self._numbers)))
                self._documents.append(self._count)
        self._count += 1

    def facets(self) -> Facets:
        """All facets."""
        both = (np.array(one, np.int32) for one in (self._documents, self._which))
        return _facets(list(self._numbers), *both)


def _facets(
    values: Sequence[str], documents: NDArray[np.int32], which: NDArray[np.int32]
) -> Facets:
    """Facets with those values only that a document has, in order of values."""
    used = np.unique(which).tolist()
    order = sorted(used, key=lambda number: values[number])
    ranks = np.zeros(len(values), np.int32)
    ranks[order] = np.arange(len(order))
    return Facets([values[number] for number in order], documents, ranks[which])


def facets_of(facets: Facets, document: int) -> dict[str, tuple[str, ...]]:
    """The facets of one document."""
    low, high = np.searchsorted(facets.documents, [document, document + 1])
    made: dict[str, tuple[str, ...]] = {}
    for number in facets.which[low:high].tolist():
        facet, _, id_ = facets.values[number].partition("=")
        made[facet] = (*made.get(facet, ()), id_)
    return made


def changed(
    facets: Facets, stay: NDArray[np.int64], fresh: Mapping[int, Mapping[str, tuple[str, ...]]]
) -> Facets:
    """Facets after some documents went and others came.

    Args:
        facets: As they were.
        stay: For each document its number now, or -1 if it went.
        fresh: Number now → facets of those that came.
    """
    numbers = stay[facets.documents]
    kept = numbers >= 0
    come = gathered(list(fresh.values()))
    values = {value: number for number, value in enumerate(facets.values)}
    which = [values.setdefault(value, len(values)) for value in come.values]
    places = np.array(list(fresh), np.int32)
    documents = np.concatenate([numbers[kept], places[come.documents]]).astype(np.int32)
    every = np.concatenate([facets.which[kept], np.array(which, np.int32)[come.which]])
    order = np.argsort(documents, kind="stable")
    return _facets(list(values), documents[order], every[order])


def write(state: State) -> bytes:
    """The state as bytes: what is said first, then numbers, then lines."""
    head = json.dumps(
        {
            "program": state.program,
            "names": state.names,
            "values": state.facets.values,
            "facts": {lang: [one.version, one.tokens] for lang, one in state.facts.items()},
        },
        ensure_ascii=False,
    ).encode()
    numbers = (np.array(state.slots, np.int32), state.facets.documents, state.facets.which)
    lines = (state.ids, state.fingerprints, *(_lines(one) for one in state.facts.values()))
    parts = (head, *(one.astype("<i4").tobytes() for one in numbers))
    parts += tuple("\n".join(one).encode() for one in lines)
    return b"".join(struct.pack("<I", len(part)) + part for part in parts)


def _lines(facts: Facts) -> Iterator[str]:
    return (f"{key}\t{spellings}" for key, spellings in sorted(facts.words.items()))


def read(data: bytes, program: str) -> State:
    """The state from its bytes.

    Raises:
        ValueError: It is damaged, or another program's.
    """
    parts = list(_parts(data))
    try:
        head = json.loads(parts[0])
        if head["program"] != program:
            raise ValueError("of another program")
        slots, documents, which = (np.frombuffer(part, "<i4") for part in parts[1:4])
        ids, fingerprints, *words = (part.decode().split("\n") for part in parts[4:])
        known = dict(zip(head["facts"], words, strict=True))
        made = State(
            program,
            ids if slots.size else [],
            slots.tolist(),
            fingerprints if slots.size else [],
            Facets(head["values"], documents, which),
            {id_: tuple(names) for id_, names in head["names"].items()},
            {
                lang: Facts(version, tokens, _words(known[lang]))
                for lang, (version, tokens) in head["facts"].items()
            },
        )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(str(error)) from error
    if not len(made.ids) == len(made.slots) == len(made.fingerprints):
        raise ValueError("a part of it is missing")
    return made


def _words(lines: Sequence[str]) -> Words:
    made: Words = {}
    for line in filter(None, lines):
        key, _, made[key] = line.partition("\t")
    return made


def _parts(data: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        length = int.from_bytes(data[start : start + 4], "little")
        start += 4 + length
        if start > len(data):
            raise ValueError("it was cut")
        yield data[start - length : start]


def spellings(line: str) -> dict[str, int]:
    """Spelling → how often, from a line of `Words`."""
    parts = line.split(" ") if line else []
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


def spelled(often: Mapping[str, int]) -> str:
    """The same back."""
    return " ".join(f"{one} {often[one]}" for one in sorted(often))
