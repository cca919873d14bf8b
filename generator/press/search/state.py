"""What an index remembers of itself, so that it can be changed without being built anew.

All else that an update needs stands in the index: the words of an article in what is shown of
it, the postings in the shards. Both are checked against the state and each other; where
anything does not fit, the index is built anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

Words = dict[str, dict[str, int]]
"""Key → spelling → how often it stands in all documents."""


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


@dataclass(frozen=True, slots=True)
class Row:
    """A document.

    Attributes:
        id: Article id.
        slot: Where in the calendar it stands.
        fingerprint: Of `documents.fingerprints`.
        facets: `facet=value` of each, with tabs between.
    """

    id: str
    slot: int
    fingerprint: str
    facets: str


@dataclass(slots=True)
class State:
    """What an index remembers.

    Attributes:
        program: What tells the program that wrote it from any other.
        rows: All documents, in order.
        names: Record → its names, as they were.
        facts: Language → of its edition.
    """

    program: str
    rows: list[Row] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)


def facets(values: Mapping[str, tuple[str, ...]]) -> str:
    """Facets of a document as `Row` has them."""
    return "\t".join(f"{facet}={id_}" for facet, ids in values.items() for id_ in ids)


def facets_of(row: Row) -> dict[str, tuple[str, ...]]:
    """The same back."""
    made: dict[str, tuple[str, ...]] = {}
    for one in row.facets.split("\t"):
        facet, _, id_ = one.partition("=")
        made[facet] = (*made.get(facet, ()), id_)
    return made


def write(state: State) -> bytes:
    """The state as bytes."""
    whole = {
        "program": state.program,
        "rows": [[row.id, row.slot, row.fingerprint, row.facets] for row in state.rows],
        "names": state.names,
        "facts": {
            lang: [facts.version, facts.tokens, facts.words] for lang, facts in state.facts.items()
        },
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes, program: str) -> State:
    """The state from its bytes.

    Raises:
        ValueError: It is damaged, or another program's.
    """
    try:
        whole = json.loads(data)
        if whole["program"] != program:
            raise ValueError("of another program")
        return State(
            program,
            [Row(*row) for row in whole["rows"]],
            {id_: tuple(names) for id_, names in whole["names"].items()},
            {lang: Facts(*facts) for lang, facts in whole["facts"].items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
