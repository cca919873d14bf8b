"""The nouns: frozen values that the rooms hand to each other.

Data flows one way, and each noun belongs to a place in that flow::

    raw ─▶ Capture ─▶ Block ─▶ Labelled ─▶ Article ─▶ Archive ─▶ Page ─▶ site

An `Article` knows nothing of its permalink or its neighbours: those exist only in
`Archive`, so using them too early is a type error.
"""

from __future__ import annotations

from generator.model.archive import (
    Archive,
    Entry,
    File,
    Mention,
    Page,
    Reason,
    Related,
    Reprint,
)
from generator.model.article import (
    GENRES,
    Article,
    Cleaning,
    Correction,
    Extraction,
    Image,
    OtherCapture,
    Rights,
    Source,
    Status,
    Translation,
    TranslationKind,
)
from generator.model.capture import (
    KEPT_ROLES,
    Block,
    BlockKind,
    Capture,
    ImageHint,
    Inline,
    Labelled,
    Removal,
    Repair,
    Role,
    Value,
)
from generator.model.contents import (
    Aliases,
    Contents,
    DatedRole,
    Editorial,
    Entity,
    EntityKind,
    Permalink,
)
from generator.model.finding import Finding, Severity
from generator.model.values import LANGS, Basis, BasisKind, Bilingual, Date, Interval

__all__ = [
    "GENRES",
    "KEPT_ROLES",
    "LANGS",
    "Aliases",
    "Archive",
    "Article",
    "Basis",
    "BasisKind",
    "Bilingual",
    "Block",
    "BlockKind",
    "Capture",
    "Cleaning",
    "Contents",
    "Correction",
    "Date",
    "DatedRole",
    "Editorial",
    "Entity",
    "EntityKind",
    "Entry",
    "Extraction",
    "File",
    "Finding",
    "Image",
    "ImageHint",
    "Inline",
    "Interval",
    "Labelled",
    "Mention",
    "OtherCapture",
    "Page",
    "Permalink",
    "Reason",
    "Related",
    "Removal",
    "Repair",
    "Reprint",
    "Rights",
    "Role",
    "Severity",
    "Source",
    "Status",
    "Translation",
    "TranslationKind",
    "Value",
]
