"""Search: an index of static files, which the reader's browser asks without a server.

    Archive ─▶ documents ─▶ lexicon, tokens ─▶ postings, shards, vocabulary ─▶ index ─▶ writing

    Archive, index, state ─▶ plans, updating ─▶ writing

All of it is pure but for `files` and `writing`. What reads the index is in
`overrides/assets/javascripts/search/`; where both must agree, `tests/search/test_twins.py`
holds them to it.
"""

from generator.press.search.documents import Document, documents
from generator.press.search.index import build, known
from generator.press.search.writing import (
    FOLDER,
    Made,
    forget,
    make,
    remake,
    remember,
    update,
    write,
)

__all__ = [
    "FOLDER",
    "Document",
    "Made",
    "build",
    "documents",
    "forget",
    "known",
    "make",
    "remake",
    "remember",
    "update",
    "write",
]
