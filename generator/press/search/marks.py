"""Marks: what tells all that search knows of an article from what it knew before.

Taking them costs a fraction of making the documents.
"""

from __future__ import annotations

import hashlib

from generator.model import Archive, Entity, Entry
from generator.pages import view


class Marks(dict[str, str]):
    """Record → the mark of all that a document or its keys are made of; empty if there is none."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def __missing__(self, id_: str) -> str:
        """Look at a record, once."""
        record = self._archive.entities.get(id_)
        made = self[id_] = _mark(_said(record)) if record else ""
        return made

    def of(self, entry: Entry) -> str:
        """The mark of an entry, for all editions together."""
        original = entry.original
        source = original.source
        parts = [
            view.shown(self._archive, original),
            str(original.date),
            original.byline,
            original.genre,
            source.outlet,
            self[source.outlet],
            self[source.agency],
            self[original.event],
            *[self[mention.entity] for mention in entry.mentions],
        ]
        for lang, text in entry.texts.items():
            translation = text.translation
            kind = translation.kind.value if translation else ""
            parts += (lang, entry.urls[lang], text.title, text.summary, text.body)
            parts += (text.lang, text.status.value, kind)
        return _mark("\0".join(parts))


def _said(record: Entity) -> str:
    said = (record.id, record.kind.value, record.name, record.aliases)
    return repr((*said, record.abbreviations, record.roles))


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
