"""The content folder: articles in Markdown with front matter, authority records, the register.

Reads and writes; never follows a link, and never writes over what a person made.
"""

from generator.content.describe import fields_schema, fields_table, records_schema, records_table
from generator.content.fields import FIELDS
from generator.content.front_matter import digest
from generator.content.index import Known, Place, known
from generator.content.library import Library
from generator.content.memory import Forgetful, Memory
from generator.content.permalinks import append as register
from generator.content.reader import Read, read, read_article
from generator.content.record_fields import RECORD_FIELDS
from generator.content.records import add as add_record
from generator.content.records import add_outlet
from generator.content.removed import NAME as REMOVED
from generator.content.removed import problems as removal_problems
from generator.content.removed import read as removals
from generator.content.removed import restore
from generator.content.scaffold import new, translate
from generator.content.writer import STATUSES, Manuscript, Outcome, manuscript, text, write
from generator.settings import REGISTER

__all__ = [
    "FIELDS",
    "RECORD_FIELDS",
    "REGISTER",
    "REMOVED",
    "STATUSES",
    "Forgetful",
    "Known",
    "Library",
    "Manuscript",
    "Memory",
    "Outcome",
    "Place",
    "Read",
    "add_outlet",
    "add_record",
    "digest",
    "fields_schema",
    "fields_table",
    "known",
    "manuscript",
    "new",
    "read",
    "read_article",
    "records_schema",
    "records_table",
    "register",
    "removal_problems",
    "removals",
    "restore",
    "text",
    "translate",
    "write",
]
